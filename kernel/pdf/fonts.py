"""Which font writes which sign, so that no name turns into empty boxes.

Vera, which comes with reportlab and is embedded, writes Spanish and its neighbours. TrueType fonts that the operator
names in TAMIZ_PDF_FONTS follow, embedded too. Without them Chinese, kana, Greek and Cyrillic are left to the reader's
own Song font, Korean to its Myeongjo (CID fonts, which are not embedded). What nothing writes, or only with letters
that must be joined, as Arabic and Thai, is given in Latin letters between brackets; the page has the original.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import reportlab
from anyascii import anyascii
from django.conf import settings
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text

FOLDER: Final = Path(reportlab.__file__).parent / "fonts"
NORMAL: Final = "Vera"
BOLD: Final = "VeraBd"
CID: Final = (("STSong-Light", "gbk"), ("HYSMyeongJo-Medium", "euc_kr"))  # a font and the charset it covers
NO_FONT: Final = ""
# Blocks whose letters change with their neighbours: a font alone, without a shaper, would write them wrong.
JOINED: Final = (range(0x0590, 0x0900), range(0x0900, 0x1100), range(0x1780, 0x1800), range(0xFB1D, 0xFE00))
BAD_FONT: Final = Text(
    "La fuente {path} no se puede usar: se necesita un archivo TrueType. Corrija TAMIZ_PDF_FONTS.",
    "The font {path} cannot be used: a TrueType file is needed. Correct TAMIZ_PDF_FONTS.",
)


class FontError(UnavailableError):
    """A font that the operator named cannot be used."""

    code = "font"


@cache
def embedded(named: tuple[str, ...]) -> tuple[tuple[str, frozenset[int]], ...]:
    """Make all fonts known to reportlab, once, and return those that are embedded, each with the signs it has.

    Raises:
        FontError: a named file is no TrueType font.

    """
    files = {NORMAL: FOLDER / "Vera.ttf", BOLD: FOLDER / "VeraBd.ttf"}
    files |= {f"Named{place}": Path(path) for place, path in enumerate(named)}
    for name, path in files.items():
        try:
            pdfmetrics.registerFont(TTFont(name, path))
        except (TTFError, OSError) as error:
            raise FontError(BAD_FONT.filled(path=path)) from error
    for name, _ in CID:
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    pdfmetrics.registerFontFamily(NORMAL, normal=NORMAL, bold=BOLD, italic=NORMAL, boldItalic=BOLD)
    return tuple((name, frozenset(pdfmetrics.getFont(name).face.charToGlyph)) for name in files if name != BOLD)


def fonts() -> tuple[tuple[str, frozenset[int]], ...]:
    """Return the fonts of this installation that are embedded; all are ready to be used then.

    Raises:
        FontError: a font that the operator named is none.

    """
    return embedded(tuple(settings.TAMIZ_PDF_FONTS))


def font_of(sign: str) -> str:
    """Return the font that writes a sign, nothing where none does."""
    return _font_of(sign, tuple(settings.TAMIZ_PDF_FONTS))


@lru_cache(maxsize=10_000)  # every sign of a document is asked for, most of them a thousand times
def _font_of(sign: str, named: tuple[str, ...]) -> str:
    code = ord(sign)
    if any(code in block for block in JOINED):
        return NO_FONT
    own = next((name for name, signs in embedded(named) if code in signs), NO_FONT)
    return own or next((name for name, charset in CID if _has(charset, sign)), NO_FONT)


def _has(charset: str, sign: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text, each with its font; a part that no font writes comes in Latin letters."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    for font, signs in groupby(plain, key=font_of):
        part = "".join(signs)
        yield (font, part) if font else (NORMAL, f"[{_latin(part)}]")


def _latin(part: str) -> str:
    """Return a part in Latin letters; a sign that has none is told by its number."""
    return anyascii(part).strip() or " ".join(f"U+{ord(sign):04X}" for sign in part)


def markup(text: str) -> str:
    """Return a text as reportlab's paragraphs take it: escaped, each part in its font, line ends kept."""
    return "<br/>".join("".join(map(_marked, runs(line))) for line in text.splitlines())


def _marked(run: tuple[str, str]) -> str:
    font, part = run
    return escape(part) if font == NORMAL else f'<font name="{font}">{escape(part)}</font>'
