"""The only module of the engine that touches files."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a shipped table of the engine, by the name of its file without ``.csv``."""
    text = (files("screening.engine") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@dataclass(frozen=True, slots=True)
class GoodsWords:
    """Words for goods in both languages with the tariff prefixes they stand for (HS 2022, headings and chapters)."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    near: tuple[str, ...]


def _cells(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


@cache
def goods_words() -> tuple[GoodsWords, ...]:
    """Return the reviewed table of goods words, as shipped."""
    text = (files("screening.engine") / "data" / "goods_words.csv").read_text(encoding="utf-8")
    return tuple(
        GoodsWords(
            words=frozenset(w.lower() for w in (*_cells(row["words_en"]), *_cells(row["words_es"]))),
            prefixes=_cells(row["tariff_prefixes"]),
            near=_cells(row["near_prefixes"]),
        )
        for row in csv.DictReader(text.splitlines())
    )
