"""A picture of scores against the truth as SVG, drawn by hand: two panels, readable without colour."""

from collections.abc import Sequence
from html import escape
from typing import Final, Protocol

SIDE: Final = 360  # pixels of a diagram, which is square: the diagonal is where score and share are one
LEFT, TOP, ROW, GAP = 66, 62, 16, 40  # pixels: of the axis, of the titles, of a row of counts, between the panels
STYLES: Final = (("#9b1c31", ""), ("#1f5f99", "7 4"))  # of the sources of a panel: colour and dashes
TITLE: Final = "Scores and the truth"


class Shown(Protocol):
    """A bin of scores as the picture shows it; an empty one is not shown."""

    @property
    def low(self) -> float: ...  # noqa: D102
    @property
    def count(self) -> int: ...  # noqa: D102
    @property
    def score(self) -> float: ...  # noqa: D102
    @property
    def share(self) -> float: ...  # noqa: D102


Line = tuple[str, bool, Sequence[Shown]]  # name of a source, whether on a list, its bins


def _text(x: float, y: float, text: str, more: str = 'text-anchor="middle"') -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {more}>{escape(text)}</text>'


def _mark(x: float, y: float, style: int) -> str:
    """Return the mark of a point: a full circle for the first source, an empty square for the second."""
    colour = STYLES[style][0]
    if style == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    return (
        f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="#fff" stroke="{colour}" stroke-width="2"/>'
    )


def _axes(x: float, title: str, thresholds: Sequence[float]) -> list[str]:
    below = TOP + SIDE
    parts = [_text(x + SIDE / 2, TOP - 30, title, 'text-anchor="middle" font-weight="bold"')]
    for i in range(0, 11, 2):
        at = SIDE * i / 10
        parts.append(f'<path d="M{x} {below - at:.1f}h{SIDE}M{x + at:.1f} {below}v-{SIDE}" stroke="#ddd"/>')
        parts.append(_text(x - 8, below - at + 4, f"{i / 10:.1f}", 'text-anchor="end"'))
        parts.append(_text(x + at, below + 18, f"{i / 10:.1f}"))
    parts.append(f'<path d="M{x} {below}l{SIDE} -{SIDE}" stroke="#777" stroke-dasharray="2 4"/>')
    for name, value in zip(("may be", "the same"), thresholds, strict=True):
        at = x + SIDE * value
        parts.append(f'<path d="M{at:.1f} {below}v-{SIDE + 6}" stroke="#555" stroke-width="1.2"/>')
        parts.append(_text(at, TOP - 10, f"{name} {value:.2f}"))
    parts.append(_text(x + SIDE / 2, below + 36, "score"))
    middle = TOP + SIDE / 2
    turned = f'text-anchor="middle" transform="rotate(-90 {x - 40} {middle})"'
    return [*parts, _text(x - 40, middle, "share that is one firm", turned)]


def _line(x: float, bins: Sequence[Shown], style: int) -> list[str]:
    below = TOP + SIDE
    points = [(x + SIDE * b.score, below - SIDE * b.share) for b in bins if b.count]
    colour, dashes = STYLES[style]
    joined = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
    path = f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
    return [path, *(_mark(a, b, style) for a, b in points)]


def _counts(x: float, name: str, bins: Sequence[Shown], style: int) -> list[str]:
    """Return the legend of a source and how many pairs each of its bins holds, under the bin."""
    y = TOP + SIDE + 60 + 2.4 * ROW * style
    parts = [_mark(x + 4, y - 4, style), _text(x + 16, y, f"{name}; pairs by bin:", "")]
    wide = SIDE / len(bins)
    small = 'text-anchor="middle" font-size="9.5"'
    return parts + [_text(x + wide * (i + 0.5), y + ROW - 1, f"{b.count:,}", small) for i, b in enumerate(bins)]


def _said(name: str, bins: Sequence[Shown]) -> str:
    """Return in words what a line shows."""
    shown = (f"{b.score:.2f} is {b.share:.2f} of {b.count:,}" for b in bins if b.count)
    return f"{name}: {', '.join(shown)}."


def draw(lines: Sequence[Line], thresholds: tuple[float, float]) -> str:
    """Return the text of an SVG file: lists to the left, pairs to the right, at most two sources each.

    ``thresholds`` are the scores (0..1) from which names may be and are the same.
    """
    wide, high = 2 * (LEFT + SIDE) + GAP, TOP + SIDE + 60 + 5 * ROW
    said = " ".join(_said(name, bins) for name, _, bins in lines)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img" '
        'aria-labelledby="title desc" font-family="sans-serif" font-size="12" fill="#222">',
        f'<title id="title">{TITLE}</title>',
        f'<desc id="desc">Mean score of each bin and the share of its pairs that are one firm. {escape(said)}</desc>',
        f'<rect width="{wide}" height="{high}" fill="#fff"/>',
    ]
    for panel, title in enumerate(("names searched on a list", "two names side by side")):
        x = LEFT + panel * (SIDE + LEFT + GAP / 2)
        parts += _axes(x, title, thresholds)
        for style, (name, _, bins) in enumerate(line for line in lines if line[1] == (panel == 0)):
            parts += [*_line(x, bins, style), *_counts(x, name, bins, style)]
    return "\n".join([*parts, "</svg>", ""])
