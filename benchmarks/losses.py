"""Where a peer is better than this engine, read off the tables that are shown, so that text and tables agree."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from benchmarks.showing import Sheet

Directions = Mapping[str, bool]  # column, whether more is better
PAIRS: Final[Directions] = MappingProxyType({"AUC": True, "F1": True, "best F1": True, "pairs/s": True})
RETRIEVAL: Final[Directions] = MappingProxyType(
    {"R@1": True, "R@5": True, "MRR": True, "true hits over it": True, "alerts a query": False, "queries/s": True}
)
THROUGHPUT: Final[Directions] = MappingProxyType(
    {
        "names/s": True,
        "R@1 at 1 %": True,
        "R@5": True,
        "MRR": True,
        "build": False,
        "one name, p50": False,
        "one name, p99": False,
        "memory": False,
    }
)
NUMBER: Final = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def numbers(cell: str) -> list[float]:
    """Return the numbers in a cell, as it shows them."""
    return [float(found.replace(",", "")) for found in NUMBER.findall(cell)]


def _value(cell: str) -> float | None:
    return next(iter(numbers(cell)), None) if NUMBER.match(cell) else None


def of(sheet: Sheet, directions: Directions) -> list[str]:
    """Return a sentence for each figure in which a peer (a later row) is better than this engine (the first)."""
    found = []
    ours, *theirs = sheet.rows
    for column, more in directions.items():
        place = list(sheet.columns).index(column)
        mine = _value(ours[place])
        for row in theirs:
            other = _value(row[place])
            if mine is not None and other is not None and (other > mine if more else other < mine):
                found.append(f"{column}: {row[0]} {row[place]}, we {ours[place]}")
    return found
