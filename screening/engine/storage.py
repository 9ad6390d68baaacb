"""The only module of the engine that touches files."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from screening.engine.correlation import Correlation, Successor


@dataclass(frozen=True, slots=True)
class GoodsWords:
    """Words for goods in both languages with the tariff prefixes they stand for (HS 2022, headings and chapters)."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    near: tuple[str, ...]


def _cells(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def _rows(name: str) -> Iterable[dict[str, str]]:
    return csv.DictReader((files("screening.engine") / "data" / name).read_text(encoding="utf-8").splitlines())


@cache
def tariff_correlation() -> Correlation:
    """Return the reviewed table of codes that took over from others, as shipped: those of listed goods."""
    return Correlation(
        tuple(Successor(row["since"], row["old"], row["new"]) for row in _rows("tariff_correlation.csv"))
    )


@cache
def goods_words() -> tuple[GoodsWords, ...]:
    """Return the reviewed table of goods words, as shipped."""
    return tuple(
        GoodsWords(
            words=frozenset(w.lower() for w in (*_cells(row["words_en"]), *_cells(row["words_es"]))),
            prefixes=_cells(row["tariff_prefixes"]),
            near=_cells(row["near_prefixes"]),
        )
        for row in _rows("goods_words.csv")
    )
