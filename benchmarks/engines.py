"""What the benchmarks ask of a matcher, ours or a peer's: score pairs of names, search a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names side by side; countries and addresses are "" where not given.  All of one length."""

    left: Sequence[str]
    right: Sequence[str]
    left_countries: Sequence[str]
    right_countries: Sequence[str]
    left_addresses: Sequence[str]
    right_addresses: Sequence[str]

    @classmethod
    def of_names(cls, left: Sequence[str], right: Sequence[str]) -> "Pairs":
        """Return pairs of which nothing but the names is known."""
        none = [""] * len(left)
        return cls(left, right, none, none, none, none)

    def __len__(self) -> int:
        return len(self.left)

    def cut(self, start: int, stop: int) -> "Pairs":
        """Return the pairs from ``start`` up to ``stop``."""
        columns = (self.left, self.right, self.left_countries, self.right_countries)
        more = (self.left_addresses, self.right_addresses)
        return Pairs(*(column[start:stop] for column in (*columns, *more)))


class Found(Protocol):
    """Answers of a search: arrays of one length, by query, best first."""

    @property
    def query(self) -> Ints:
        """Position of the query."""

    @property
    def listed(self) -> Ints:
        """Position of the listed name."""

    @property
    def score(self) -> Floats:
        """Score, 0..1."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers of a peer's search; see :class:`Found`."""

    query: Ints
    listed: Ints
    score: Floats

    @classmethod
    def sorted(cls, query: Ints, listed: Ints, score: Floats, most: int) -> "Answers":
        """Return the answers by query, best first, equal scores as they stand on the list, ``most`` a query."""
        order = np.lexsort((listed, -score, query))
        query, listed, score = query[order], listed[order], score[order]
        keep = np.arange(len(query)) - np.searchsorted(query, query, side="left") < most
        return cls(query[keep].astype(np.int32), listed[keep].astype(np.int32), score[keep].astype(np.float32))


@dataclass(frozen=True, slots=True)
class PairScorer:
    """A way to score pairs: its name, where it says a pair is the same (0..1), and the scores (0..1) it gives."""

    name: str
    threshold: float
    score: Callable[[Pairs], Floats]


Search = Callable[[Sequence[str], float, int], Found]  # names, least score, most answers a query


@dataclass(frozen=True, slots=True)
class Searcher:
    """A list that can be searched: the name of the matcher, its threshold (0..1) and the search.

    ``least`` is the score from which on its users search, whatever it finds below when asked to.
    """

    name: str
    threshold: float
    search: Search
    least: float = 0.0


Build = Callable[[Sequence[str]], Searcher]  # the listed names
