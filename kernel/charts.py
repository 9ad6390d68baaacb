"""Charts as SVG drawn on the server, with the same figures in a table beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import Final, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from kernel.domain.text import Text

ROW_HEIGHT: Final = 46  # a line of words, the bar below it, and air
BAR_TOP: Final = 24
BAR_HEIGHT: Final = 14
THINNEST: Final = 0.7  # per cent of the width: a count of one must not vanish beside a million

# Fills of the bars; each reaches 3:1 on white and on black, and no bar is known by its colour alone.
FILLS: Final = MappingProxyType(
    {
        "": "#b5446a",
        "stop": "#c4355f",
        "review": "#a57f2c",
        "watch": "#4a72b8",
        "unknown": "#77717f",
        "clear": "#2f8a74",
        "not-screened": "#8a5a2b",
    }
)
CONCEPT: Final = Text("Concepto", "Item")
COUNT: Final = Text("Cantidad", "Number")
SHARE: Final = Text("Parte", "Share")
DESCRIPTION: Final = Text("Barras horizontales. {figures}.", "Horizontal bars. {figures}.")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it counts, how many, the tone that colours it (a key of ``FILLS``), and where its count leads."""

    label: Text | str
    value: int
    tone: str = ""
    url: str = ""
    current: bool = False


def bar_chart(
    *,
    title: Text | str,
    rows: Sequence[Bar],
    language: str | None = None,
    concept: Text | str = CONCEPT,
) -> SafeString:
    """Return a figure with a bar for each row and a table of the same figures.

    The drawing needs no style sheet and no script: colours and sizes are attributes, lengths are parts of the width,
    so that words keep their size on a telephone and in a report file of its own.  ``language`` is that of the page by
    default; ``concept`` heads the first column of the table.
    """
    words = _Words(language or get_language())
    heading = words(title)
    figures = tuple(_Figure(words(row.label), row.value, row.tone, row.url, row.current) for row in rows)
    told = [(figure.label, figure.value, figure.tone) for figure in figures]
    name = "chart-" + sha256(repr((heading, told)).encode()).hexdigest()[:10]
    return format_html(
        '<figure class="chart" aria-labelledby="{name}-caption"><figcaption id="{name}-caption">{heading}</figcaption>'
        '<div class="chart-body"><div class="chart-drawing">{drawing}</div>{table}</div></figure>',
        name=name,
        heading=heading,
        drawing=_drawing(name, heading, figures, words),
        table=_table(heading, figures, words, words(concept)),
    )


class _Words:
    """Texts in one language."""

    def __init__(self, language: str | None) -> None:
        self.language = language

    def __call__(self, text: Text | str) -> str:
        return text.in_language(self.language) if isinstance(text, Text) else str(text)


class _Figure(NamedTuple):
    """A bar in the language of the page."""

    label: str
    value: int
    tone: str
    url: str
    current: bool


Figures = Sequence[_Figure]


def _drawing(name: str, heading: str, figures: Figures, words: _Words) -> SafeString:
    longest = max((figure.value for figure in figures), default=0) or 1
    summary = ", ".join(f"{figure.label}: {figure.value:,}" for figure in figures)
    bars = format_html_join(
        "",
        "{}",
        ((_bar(index, one.label, one.value, longest, one.tone),) for index, one in enumerate(figures)),
    )
    return format_html(
        '<svg role="img" aria-labelledby="{name}-title {name}-desc" width="100%" height="{height}" '
        'font-family="system-ui, sans-serif" font-size="15"><title id="{name}-title">{heading}</title>'
        '<desc id="{name}-desc">{summary}</desc>{bars}</svg>',
        name=name,
        height=ROW_HEIGHT * max(len(figures), 1),
        heading=heading,
        summary=words(DESCRIPTION.filled(figures=summary)),
        bars=bars,
    )


def _bar(index: int, label: str, value: int, longest: int, tone: str) -> SafeString:
    top = index * ROW_HEIGHT
    width = max(100 * value / longest, THINNEST) if value else 0
    return format_html(
        '<text x="0" y="{words_y}" fill="currentColor">{label}</text>'
        '<text x="100%" y="{words_y}" fill="currentColor" text-anchor="end" font-weight="600">{value}</text>'
        '<rect class="chart-track" x="0" y="{bar_y}" width="100%" height="{height}" rx="2" fill="#808080" '
        'fill-opacity="0.16"/>'
        '<rect class="chart-bar chart-{tone}" x="0" y="{bar_y}" width="{width}%" height="{height}" rx="2" '
        'fill="{fill}"/>',
        words_y=top + 17,
        bar_y=top + BAR_TOP,
        label=label,
        value=f"{value:,}",
        height=BAR_HEIGHT,
        tone=tone or "plain",
        width=f"{width:.2f}",
        fill=FILLS.get(tone, FILLS[""]),
    )


def _table(heading: str, figures: Figures, words: _Words, concept: str) -> SafeString:
    total = sum(figure.value for figure in figures)
    lines = format_html_join(
        "",
        '<tr><th scope="row">{}</th><td class="number">{}</td><td class="number">{}</td></tr>',
        ((_concept(one), f"{one.value:,}", _share(one.value, total)) for one in figures),
    )
    return format_html(
        '<table class="chart-table"><caption class="visually-hidden">{}</caption><thead><tr><th scope="col">{}</th>'
        '<th scope="col" class="number">{}</th><th scope="col" class="number">{}</th></tr></thead>'
        "<tbody>{}</tbody></table>",
        heading,
        concept,
        words(COUNT),
        words(SHARE),
        lines,
    )


def _concept(figure: _Figure) -> SafeString | str:
    """Return what the row counts, as a link to the things counted where there is one."""
    if not figure.url:
        return figure.label
    current = mark_safe(' aria-current="true"') if figure.current else ""
    return format_html('<a href="{}"{}>{}</a>', figure.url, current, figure.label)


def _share(value: int, total: int) -> str:
    """Return the part of the whole in per cent; something is never shown as nothing."""
    if not total or not value:
        return "0 %"
    share = 100 * value / total
    return "< 0.1 %" if share < 0.1 else f"{share:.1f} %"
