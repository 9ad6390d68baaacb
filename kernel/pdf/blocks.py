"""Each block of a document as reportlab draws it: a table of small functions."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, HRFlowable, KeepTogether, Spacer
from reportlab.platypus import Paragraph as Drawn
from reportlab.platypus import Table as Grid

from kernel.domain.paper import Block, Facts, Heading, Items, Paragraph, Sealed, Signature, Table
from kernel.pdf.fonts import BOLD, NORMAL, markup

INK: Final = colors.HexColor("#161a1d")
BRAND: Final = colors.HexColor("#611232")
LINE: Final = colors.HexColor("#98989a")
SUNK: Final = colors.HexColor("#f1ece3")
ROOM: Final = 30 * mm  # what a title needs below it: to be kept with a whole table would leave half a page empty
NAMES_SHARE: Final = 0.3  # of the width, for the names of facts

BODY: Final = ParagraphStyle(
    "body", fontName=NORMAL, fontSize=9, leading=13, textColor=INK, spaceAfter=6, allowWidows=0, allowOrphans=0
)
TITLE: Final = ParagraphStyle(
    "title", BODY, fontName=BOLD, fontSize=14, leading=18, textColor=BRAND, spaceAfter=8, spaceBefore=4
)
HEADING: Final = ParagraphStyle(
    "heading", BODY, fontName=BOLD, fontSize=10.5, leading=14, textColor=BRAND, spaceBefore=8
)
RIGHT: Final = ParagraphStyle("right", BODY, alignment=TA_RIGHT, spaceAfter=2)
CELL: Final = ParagraphStyle("cell", BODY, fontSize=8, leading=11, spaceAfter=0)
HEAD: Final = ParagraphStyle("head", CELL, fontName=BOLD)
CAPTION: Final = ParagraphStyle("caption", BODY, fontName=BOLD, fontSize=8.5, spaceAfter=2)
LABEL: Final = ParagraphStyle("label", CAPTION, spaceAfter=5)
ITEM: Final = ParagraphStyle("item", BODY, leftIndent=12, bulletIndent=2, bulletFontName=NORMAL, spaceAfter=3)
SEALED: Final = ParagraphStyle("sealed", BODY, fontSize=7, leading=9.5, backColor=SUNK, borderPadding=4, spaceAfter=10)
SIGNED: Final = ParagraphStyle("signed", BODY, alignment=TA_CENTER, spaceAfter=2)
SIGNER: Final = ParagraphStyle("signer", SIGNED, fontName=BOLD)

Flowables = list[Any]


def drawn(block: Block, width: float) -> Flowables:
    """Return what draws a block on a column of ``width`` points."""
    return DRAWERS[type(block)](block, width)


def _heading(block: Heading, _width: float) -> Flowables:
    return [CondPageBreak(ROOM), Drawn(markup(block.text), HEADING)]


def _paragraph(block: Paragraph, _width: float) -> Flowables:
    return [Drawn(markup(block.text), BODY)]


def _items(block: Items, _width: float) -> Flowables:
    return [Drawn(markup(item), ITEM, bulletText="•") for item in block.items]


def _facts(block: Facts, width: float) -> Flowables:
    rows = [[Drawn(markup(name), HEAD), Drawn(markup(value), CELL)] for name, value in block.rows]
    if not rows:
        return []
    lines = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)]
    pads = [("LEFTPADDING", (0, 0), (0, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 3)]
    columns = [width * NAMES_SHARE, width * (1 - NAMES_SHARE)]
    return [Grid(rows, colWidths=columns, style=lines + pads, splitInRow=1), Spacer(0, 8)]


def _table(block: Table, width: float) -> Flowables:
    shares = block.widths or (1,) * len(block.head)
    caption = [Drawn(markup(block.caption), CAPTION), *[""] * (len(block.head) - 1)]
    head = [Drawn(markup(cell), HEAD) for cell in block.head]
    rows = [[Drawn(markup(cell), CELL) for cell in row] for row in block.rows]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("SPAN", (0, 0), (-1, 0)),
        ("LEFTPADDING", (0, 0), (-1, 0), 0),
        ("GRID", (0, 1), (-1, -1), 0.4, LINE),
        ("BACKGROUND", (0, 1), (-1, 1), SUNK),
    ]
    columns = [width * share / sum(shares) for share in shares]
    return [Grid([caption, head, *rows], colWidths=columns, style=style, repeatRows=2, splitInRow=1), Spacer(0, 8)]


def _sealed(block: Sealed, _width: float) -> Flowables:
    return [CondPageBreak(ROOM), Drawn(markup(block.label), LABEL), Drawn(markup(block.text), SEALED)]


def _signature(block: Signature, width: float) -> Flowables:
    lines = [Drawn(markup(block.name), SIGNER), Drawn(markup(block.office), SIGNED)]
    note = [Drawn(markup(block.note), SIGNED)] if block.note else []
    rule = HRFlowable(width=width / 2, color=INK, thickness=0.6, spaceBefore=22, spaceAfter=4)
    return [KeepTogether([rule, *lines, *note, Spacer(0, 8)])]


DRAWERS: Final[Mapping[type[Block], Callable[[Any, float], Flowables]]] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        Items: _items,
        Facts: _facts,
        Table: _table,
        Sealed: _sealed,
        Signature: _signature,
    }
)
