"""Why two names may be one: the words set side by side and the features that speak for and against it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kernel.domain.text import Text
from screening.engine.aligning import Side, new_alignment
from screening.engine.features import FEATURES, RAREST
from screening.engine.listed import Listed
from screening.engine.normalise import Column
from screening.engine.score import OF_LIST, TABLE, points_by_feature
from screening.engine.searching import compare_names, query_side, side_of
from screening.engine.types import FeatureShare, WordPair
from screening.engine.widening import Widened

LEAST_POINTS: Final = 0.25  # points (of the logistic scale) from which on a doubt is told
MOST_EVIDENCE: Final = 2  # features in favour that are told


@dataclass(frozen=True, slots=True)
class Explainer:
    """The two sides of a search, kept to explain its hits."""

    column: Column
    widened: Widened
    listed: Listed

    def words(self, name: int, other: int) -> tuple[WordPair, ...]:
        """Return the aligned words of a name of the column and a listed name, in the order of the first."""
        left, right = query_side(self.column, self.widened), side_of(self.listed)
        found = new_alignment()
        features = np.zeros(FEATURES, np.float32)
        pairs = compare_names(features, found, left, right, name, other)
        ours = self.column.names.word[self.column.names.first[name] :]
        theirs = self.listed.names.word[self.listed.names.first[other] :]
        seen = []
        for p in np.argsort(found.left[:pairs, 0], kind="stable").tolist():
            our_run, their_run = ours[slice(*found.left[p])], theirs[slice(*found.right[p])]
            weight = (left.weight[our_run].sum() + right.weight[their_run].sum()) / 2.0 / RAREST
            seen.append(
                WordPair(
                    " ".join(_letters(left, word) for word in our_run),
                    " ".join(_letters(right, word) for word in their_run),
                    round(float(found.share[p]), 3),
                    round(min(1.0, float(weight)), 3),
                )
            )
        return tuple(seen)


def _letters(side: Side, word: int) -> str:
    start, end = side.words.starts[word], side.words.starts[word + 1]
    return side.words.blob[start:end].tobytes().decode("ascii")


def feature_shares(features: NDArray[np.float32]) -> tuple[FeatureShare, ...]:
    """Return what each feature adds to the score of a pair, in points of the logistic scale, the largest first."""
    points = points_by_feature(features[None, :], OF_LIST)[0]
    told = (
        FeatureShare(
            feature.name,
            round(float(features[feature.place]), 3),
            round(float(points[feature.place]), 3),
            feature.reason.filled(share=float(features[feature.place])),
        )
        for feature in TABLE
    )
    return tuple(sorted((s for s in told if s.points), key=lambda s: (-abs(s.points), s.name)))


def reasons_of(features: tuple[FeatureShare, ...]) -> tuple[Text, ...]:
    """Return the features that count most, in words: the best two in favour, then every doubt that weighs."""
    told = [s.reason for s in features if s.points > 0][:MOST_EVIDENCE]
    return (*told, *(s.reason for s in features if s.points <= -LEAST_POINTS))
