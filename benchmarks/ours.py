"""The engine of this project as the benchmarks ask it."""

from collections.abc import Sequence
from typing import Final

from benchmarks.engines import Floats, Found, Pairs, PairScorer, Search, Searcher
from screening.engine.names import NameIndex
from screening.engine.pairs import THRESHOLD, score_pairs

NAME: Final = "Tamiz"


def pair_scorer() -> PairScorer:
    """Return this engine as a scorer of pairs, at the threshold it ships with."""

    def score(pairs: Pairs) -> Floats:
        return score_pairs(pairs.left, pairs.right, pairs.left_countries, pairs.right_countries)

    return PairScorer(NAME, THRESHOLD, score)


def search_of(index: NameIndex) -> Search:
    """Return the search of an index of names."""

    def search(names: Sequence[str], least: float, most: int) -> Found:
        return index.search(names, least=least, most=most)

    return search


def searcher(names: Sequence[str]) -> Searcher:
    """Return this engine's index of the listed names."""
    return Searcher(NAME, THRESHOLD, search_of(NameIndex.build(names)), least=THRESHOLD)
