"""Which tariff codes took over from which when the tariff changed; a code means something only with its version."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def edition(version: str) -> str:
    """Return the year a tariff version is named after (``LIGIE 2022`` and ``2022`` are one); "" when it says none."""
    found = _YEAR.findall(version)
    return found[-1] if found else ""


@dataclass(frozen=True, slots=True)
class Successor:
    """From edition ``since`` on (a year), goods of prefix ``old`` stand under prefix ``new``; digits, 4 to 10."""

    since: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Heir:
    """A prefix that stands for a listed one in another edition; ``whole``: for exactly the same goods."""

    prefix: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Correlation:
    """The changes between tariff editions that are known.

    What no row speaks of is the same in every edition as far as its six digits (HS) go: the further digits are each
    country's own and may have been dealt anew, so that they bring goods near and exclude nothing.
    """

    rows: tuple[Successor, ...] = ()

    def editions(self) -> frozenset[str]:
        """Return the editions in which something changed."""
        return frozenset(row.since for row in self.rows)

    def heirs(self, code: str, *, listed: str, declared: str) -> tuple[Heir, ...]:
        """Return what stands in edition ``declared`` for a code of edition ``listed``: nothing where no row changes it.

        Editions are years as :func:`edition` gives them; between editions, each change is followed in turn.
        """
        if not (listed and declared) or listed == declared:
            return ()
        forward = listed < declared
        low, high = sorted((listed, declared))
        steps = sorted({row.since for row in self.rows if low < row.since <= high}, reverse=not forward)
        found = {code: True}
        for since in steps:
            rows = [(r.old, r.new) if forward else (r.new, r.old) for r in self.rows if r.since == since]
            found = _step(found, rows)
        return tuple(Heir(prefix, whole) for prefix, whole in sorted(found.items()) if prefix != code)


def _step(codes: dict[str, bool], rows: Sequence[tuple[str, str]]) -> dict[str, bool]:
    """Return the codes after one change of the tariff; one that no row changes stays as it is."""
    after: dict[str, bool] = {}
    for code, whole in codes.items():
        moved = dict(_moved(code, rows)) or {code: True}
        for prefix, exact in moved.items():
            after[prefix] = after.get(prefix, True) and whole and exact
    return after


def _moved(code: str, rows: Sequence[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    """Yield where a code goes; to the same goods only where one code became one other."""
    for before, now in rows:
        if not (code.startswith(before) or before.startswith(code)):
            continue
        alone = sum(b == before for b, _ in rows) == 1 and sum(n == now for _, n in rows) == 1
        if before.startswith(code) and before != code:
            yield code, True  # a listed heading keeps its other goods
        yield now, alone and code == before
