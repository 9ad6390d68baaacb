"""A chart of lines as SVG, drawn by hand: sizes of lists across, one line a matcher, two panels side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10
from typing import Final

Points = Sequence[tuple[float, float]]
WIDTH, HEIGHT = 470, 330  # pixels of a panel
LEFT, RIGHT, TOP, BOTTOM = 62, 16, 34, 40  # pixels around its axes
COLOURS: Final = ("#9b1c31", "#1f5f99", "#2f7d4f", "#b06a00", "#6b4fa0", "#4a4a4a", "#008080", "#a05080")


@dataclass(frozen=True, slots=True)
class Panel:
    """One diagram: its title, a line (list size, value) for each matcher, and whether values stand on a log scale."""

    title: str
    lines: Mapping[str, Points]
    logarithmic: bool


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """Return the powers of ten that enclose some values."""
    low, high = floor(log10(min(values))), floor(log10(max(values)))
    return low, high + (10.0**high < max(values) or low == high)


def _scale(panel: Panel) -> tuple[Callable[[float], float], list[tuple[float, str]]]:
    """Return where a value stands (0 below, 1 above) and the marks of the axis with their texts."""
    if not panel.logarithmic:
        return (lambda v: v), [(i / 5, f"{i / 5:.1f}") for i in range(6)]
    low, high = _decades([v for line in panel.lines.values() for _, v in line if v > 0])
    marks = [(10.0**i, f"{10.0**i:,.0f}" if i >= 0 else f"{10.0**i:g}") for i in range(low, high + 1)]
    return (lambda v: (log10(max(v, 10.0**low)) - low) / (high - low)), marks


def _text(x: float, y: float, text: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _panel(panel: Panel, offset: float) -> list[str]:
    sizes = sorted({size for line in panel.lines.values() for size, _ in line})
    place, marks = _scale(panel)
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    span = max(log10(sizes[-1]) - log10(sizes[0]), 1e-9)

    def across(size: float) -> float:
        return offset + LEFT + wide * (log10(size) - log10(sizes[0])) / span

    def upright(value: float) -> float:
        return TOP + high * (1 - place(value))

    parts = [_text(offset + LEFT + wide / 2, 18, panel.title)]
    for value, text in marks:
        y = upright(value)
        parts.append(f'<path d="M{offset + LEFT} {y:.1f}h{wide}" stroke="#ddd"/>')
        parts.append(_text(offset + LEFT - 6, y + 4, text, "end"))
    parts += [_text(across(size), HEIGHT - BOTTOM + 18, f"{size:,.0f}") for size in sizes]
    for i, line in enumerate(panel.lines.values()):
        points = " ".join(f"{across(size):.1f},{upright(value):.1f}" for size, value in line)
        style = f'fill="none" stroke="{COLOURS[i % len(COLOURS)]}" stroke-width="{3 if i == 0 else 1.5}"'
        parts.append(f'<polyline points="{points}" {style}/>')
        parts += [
            f'<circle cx="{across(s):.1f}" cy="{upright(v):.1f}" r="3" fill="{COLOURS[i % len(COLOURS)]}"/>'
            for s, v in line
        ]
    return parts


def draw(panels: Sequence[Panel]) -> str:
    """Return panels side by side with one legend below, as the text of an SVG file."""
    names = list(panels[0].lines)
    tall = HEIGHT + 20 * ((len(names) + 2) // 3) + 10
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * len(panels)} {tall}" role="img" '
    parts = [f'{head}font-family="sans-serif" font-size="12">', f"<title>{escape(panels[0].title)}</title>"]
    parts.append(f'<rect width="{WIDTH * len(panels)}" height="{tall}" fill="#fff"/>')
    for i, panel in enumerate(panels):
        parts += _panel(panel, i * WIDTH)
    for i, name in enumerate(names):
        x, y = 40 + 300 * (i % 3), HEIGHT + 20 * (i // 3) + 8
        parts.append(f'<rect x="{x}" y="{y - 9}" width="14" height="10" fill="{COLOURS[i % len(COLOURS)]}"/>')
        parts.append(_text(x + 20, y, name, "start"))
    return "\n".join([*parts, "</svg>", ""])
