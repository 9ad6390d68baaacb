"""Words for goods, Spanish and English, compared without accents, case or plural."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from screening.engine.storage import GoodsWords, goods_words

LEAST_STEM: Final = 3  # letters; "te" (tea) is also half of all Spanish sentences
_WORD: Final = re.compile(r"[^\W_]+")
_ALL_GOODS: Final = frozenset({"all products", "all goods", "todos los productos", "todas las mercancias"})
_SAYS_NOTHING: Final = frozenset(  # words of lists that name no goods
    """ALL AND OTHER OF OR THE WITH FROM MADE BASED THEREOF ITS PRODUCT GOOD ITEM PART ARTICLE MATERIAL DERIVATIVE
    DOWNSTREAM PROCESSED FRESH DRIED RAW CRUDE REFINED EXTRACT PROFILE MACHINERY MINERAL PLANT ARTISANAL HYBRID
    TODO LOS LAS DEL DE LA EL CON SIN PARA OTRO DEMAS PRODUCTO BIEN MERCANCIA PARTE ARTICULO MATERIA DERIVADO
    PROCESADO FRESCO SECO CRUDO REFINADO EXTRACTO MAQUINARIA POR UN UNA""".split()
)


def bare(text: str) -> str:
    """Return text in lower case without accents: ``ALGODÓN`` and ``algodon`` are one word."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


@cache
def _stem(word: str) -> str:
    """Return a word without its plural, by one rule for both languages: ``luces`` becomes what ``luz`` does.

    The stem is not a word, only the same for all forms of one.
    """
    if len(word) > LEAST_STEM and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > LEAST_STEM and word.endswith("e"):
        word = word[:-1]
    ends = {"y": "i", "z": "c"}
    return word[:-1] + ends.get(word[-1], word[-1]) if len(word) >= LEAST_STEM else word


def stems(text: str) -> str:
    """Return the stems of a text with one space around each, so that a phrase is found as a part of the whole."""
    return f" {' '.join(_stem(word) for word in _WORD.findall(bare(text)))} "


@cache
def _silent() -> frozenset[str]:
    return frozenset(_stem(word) for word in " ".join(_SAYS_NOTHING).lower().split())


@cache
def _phrases() -> tuple[tuple[str, tuple[GoodsWords, ...]], ...]:
    """Return the phrases of the table with their rows, the longest first."""
    rows: dict[str, list[GoodsWords]] = {}
    for row in goods_words():
        for word in row.words:
            rows.setdefault(stems(word), []).append(row)
    longest_first = sorted(rows, key=lambda phrase: (-phrase.count(" "), -len(phrase), phrase))
    return tuple((phrase, tuple(rows[phrase])) for phrase in longest_first)


def read_goods(text: str) -> tuple[tuple[GoodsWords, ...], tuple[str, ...]]:
    """Return the rows of the table that a text speaks of, and the stems of telling words that the table does not know.

    The longest phrase counts: ``rubber gloves`` are gloves, and no rubber.
    """
    rest = stems(text)
    found: list[GoodsWords] = []
    for phrase, rows in _phrases():
        if phrase in rest:
            rest = rest.replace(phrase, " | ")
            found.extend(rows)
    unknown = (w for w in rest.split() if len(w) > LEAST_STEM and w not in _silent() and not w.isdigit())
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(unknown))


def telling(rows: Iterable[GoodsWords], unknown: Iterable[str]) -> frozenset[str]:
    """Return the phrases of stems, in both languages, by which a description speaks of the same goods."""
    known = {stems(word) for row in rows for word in row.words}
    return frozenset(phrase for phrase in known | {f" {w} " for w in unknown} if len(phrase) > LEAST_STEM + 1)


def names_all_goods(text: str) -> bool:
    """Tell whether words for goods leave none out, and so ask for nothing."""
    return " ".join(_WORD.findall(bare(text))) in _ALL_GOODS
