"""A document as PDF: letterhead, blocks, the law it rests on, the QR, and the number of each page out of all."""

import io
from functools import partial
from typing import Any, Final

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageTemplate, Spacer
from reportlab.platypus import Paragraph as Drawn
from reportlab.platypus import Table as Grid

from kernel.domain.paper import BASIS, HASH, VERIFY, Doc, Heading, Items
from kernel.domain.text import Text, language_of
from kernel.pdf.blocks import BRAND, CELL, INK, LINE, RIGHT, TITLE, Flowables, drawn
from kernel.pdf.fonts import BOLD, NORMAL, fonts, markup, runs

SIDE: Final = 22 * mm
TOP: Final = 34 * mm  # below the letterhead
BOTTOM: Final = 22 * mm
QR: Final = 28 * mm  # read by a telephone at arm's length, 45 modules at 0.6 mm
WIDTH: Final = LETTER[0] - 2 * SIDE  # Mexican offices print on letter
QUIET: Final = 4  # modules around a QR (ISO/IEC 18004)

PAGE: Final = Text("Página {page} de {pages}", "Page {page} of {pages}")


def render_pdf(doc: Doc) -> bytes:
    """Return the PDF of a document; the same document gives the same bytes.

    Raises:
        FontError: a font that the operator named cannot be used.

    """
    fonts()
    pages = _build(doc, 0)[1]
    return _build(doc, pages)[0]


def _build(doc: Doc, pages: int) -> tuple[bytes, int]:
    """Draw a document whose pages are known to be so many, and return its bytes and how many they are."""
    target = io.BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=LETTER,
        title=f"{doc.title} {doc.number}",
        author=", ".join(doc.authority),
        subject=doc.number,
        creator="Tamiz",
        lang=doc.language,
        displayDocTitle=1,
        initialFontName=NORMAL,
        invariant=1,
    )
    frame = Frame(SIDE, BOTTOM, WIDTH, LETTER[1] - TOP - BOTTOM, 0, 0, 0, 0)
    template.addPageTemplates([PageTemplate(frames=[frame], onPage=partial(_around, doc=doc, pages=pages))])
    template.build(_story(doc))
    return target.getvalue(), int(template.page)


def _story(doc: Doc) -> Flowables:
    head = [Drawn(markup(doc.number), RIGHT), Drawn(markup(doc.dated), RIGHT), Drawn(markup(doc.title), TITLE)]
    blocks = [each for block in doc.blocks for each in drawn(block, WIDTH)]
    return [*head, *blocks, *_basis(doc), *_verification(doc)]


def _basis(doc: Doc) -> Flowables:
    if not doc.legal_basis:
        return []
    return [each for block in (Heading(_said(BASIS, doc)), Items(doc.legal_basis)) for each in drawn(block, WIDTH)]


def _verification(doc: Doc) -> Flowables:
    if not doc.verify_url:
        return []
    words = [
        Drawn(markup(f"{_said(VERIFY, doc)} {doc.verify_url}"), CELL),
        Spacer(0, 4),
        Drawn(markup(_said(HASH, doc).format(sha256=doc.sha256())), CELL),
    ]
    style = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (0, 0), 0)]
    row = Grid([[_qr(doc.verify_url), words]], colWidths=[QR + 4 * mm, WIDTH - QR - 4 * mm], style=style)
    return [KeepTogether([Spacer(0, 8), row])]


def _qr(url: str) -> Any:
    """Return the QR of an address, scaled to its place."""
    code = QrCodeWidget(url, barLevel="M", barBorder=QUIET, barWidth=QR, barHeight=QR)
    drawing = Drawing(QR, QR)
    drawing.add(code)
    return drawing


def _said(text: Text, doc: Doc) -> str:
    return text.in_language(language_of(doc.language))


def _around(canvas: Any, _template: Any, *, doc: Doc, pages: int) -> None:
    """Draw what stands on every page: the authority above, number and page below."""
    canvas.saveState()
    top = LETTER[1] - 16 * mm
    canvas.setFillColor(BRAND)
    for line, (name, font, size) in enumerate(_letterhead(doc)):
        _write(canvas, SIDE, top - 12 * line, name, font, size)
        canvas.setFillColor(INK)
    canvas.setStrokeColor(BRAND)
    canvas.setLineWidth(1.4)
    canvas.line(SIDE, LETTER[1] - TOP + 10, LETTER[0] - SIDE, LETTER[1] - TOP + 10)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    canvas.line(SIDE, BOTTOM - 6, LETTER[0] - SIDE, BOTTOM - 6)
    _write(canvas, SIDE, BOTTOM - 17, doc.number, NORMAL, 7.5)
    canvas.setFont(NORMAL, 7.5)
    page = _said(PAGE, doc).format(page=canvas.getPageNumber(), pages=pages)
    canvas.drawRightString(LETTER[0] - SIDE, BOTTOM - 17, page)
    canvas.restoreState()


def _letterhead(doc: Doc) -> list[tuple[str, str, float]]:
    return [
        (name, BOLD if first == 0 else NORMAL, 11 if first == 0 else 8.5) for first, name in enumerate(doc.authority)
    ]


def _write(canvas: Any, x: float, y: float, text: str, font: str, size: float) -> None:
    line = canvas.beginText(x, y)
    for run_font, part in runs(text):
        line.setFont(font if run_font == NORMAL else run_font, size)
        line.textOut(part)
    canvas.drawText(line)
