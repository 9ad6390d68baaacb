"""The engine of this project as the benchmarks ask it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.engines import Answers, Floats, Found, Pairs, PairScorer, Searcher
from screening.engine import Authority, ListedGood, ListedProducer, Thresholds
from screening.engine.compare import compare
from screening.engine.matching import Matcher, PartyKey
from screening.engine.normalise import normalise
from screening.engine.words import Weights

NAME: Final = "Tamiz"
THRESHOLD: Final = Thresholds().near


def score_pairs(
    left: Sequence[str], right: Sequence[str], left_countries: Sequence[str] = (), right_countries: Sequence[str] = ()
) -> Floats:
    """Return the score (0..1) of each pair of names."""
    ours, theirs = normalise(left), normalise(right)
    weights = Weights([])
    there, here = left_countries or [""] * len(left), right_countries or [""] * len(right)
    scores = [
        compare(a, b, weights, declared_country=x, listed_country=y).score
        for a, b, x, y in zip(ours, theirs, there, here, strict=True)
    ]
    return np.array(scores, dtype=np.float32)


class NameIndex:
    """Listed names ready to be searched."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    @classmethod
    def build(cls, names: Sequence[str], countries: Sequence[str] = ()) -> "NameIndex":
        """Return the index of ``names``."""
        places = countries or [""] * len(names)
        return cls(
            Matcher(
                [
                    ListedGood(str(i), "bench", Authority.CUSTOM, producers=(ListedProducer(name, country=place),))
                    for i, (name, place) in enumerate(zip(names, places, strict=True))
                ],
                least=0.3,
            )
        )

    def search(
        self, names: Sequence[str], countries: Sequence[str] = (), *, least: float = THRESHOLD, most: int = 5
    ) -> Found:
        """Return the listed names that each of ``names`` may be."""
        places = countries or [""] * len(names)
        found = self._matcher.match([PartyKey(n, "", c) for n, c in zip(names, places, strict=True)])
        rows = [(i, m.good, m.score) for i, ms in found.items() for m in ms if m.score >= least]
        table = np.array(rows, dtype=np.float64).reshape(-1, 3)
        return Answers.sorted(
            table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), table[:, 2].astype(np.float32), most
        )

    def save(self, directory: Path) -> None:
        """Write nothing: this engine keeps no index on disk."""

    @classmethod
    def load(cls, directory: Path) -> "NameIndex":
        """Raise, since this engine keeps no index on disk.

        Raises:
            NotImplementedError: always.

        """
        raise NotImplementedError(str(directory))


def pair_scorer() -> PairScorer:
    """Return this engine as a scorer of pairs, at the threshold it ships with."""

    def score(pairs: Pairs) -> Floats:
        return score_pairs(pairs.left, pairs.right, pairs.left_countries, pairs.right_countries)

    return PairScorer(NAME, THRESHOLD, score)


def searcher(names: Sequence[str]) -> Searcher:
    """Return this engine's index of the listed names."""
    index = NameIndex.build(names)
    return Searcher(NAME, THRESHOLD, lambda queries, least, most: index.search(queries, least=least, most=most))
