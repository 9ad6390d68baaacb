"""Two columns of names compared row by row, without a list."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Alignment, Side, new_alignment
from screening.engine.compiled import compiled
from screening.engine.features import FEATURES, OTHER_COUNTRY
from screening.engine.names import country_numbers
from screening.engine.normalise import normalise
from screening.engine.rarity import rarity_of, weight_of
from screening.engine.score import NEAR, OF_PAIR, scores
from screening.engine.searching import compare_names

THRESHOLD: Final = NEAR  # from here on a pair counts as the same


@compiled
def _compare_rows(found: Alignment, side: Side, features: NDArray[np.float32]) -> None:
    rows = len(features)
    for row in range(rows):
        compare_names(features[row], found, side, side, row, rows + row)


def pair_features(
    left: Sequence[str], right: Sequence[str], left_countries: Sequence[str] = (), right_countries: Sequence[str] = ()
) -> NDArray[np.float32]:
    """Return the features of each pair, one row a pair; words weigh what the background says of them."""
    column = normalise([*left, *right])
    words = column.words
    rarity = rarity_of(words.counts, np.zeros(len(words.counts), np.int32), 0)
    number = np.arange(len(rarity), dtype=np.int32)
    weight, known = weight_of(rarity, words.kinds), (words.counts > 0).astype(np.uint8)
    side = Side(words, column.names, weight, rarity, np.zeros_like(rarity), known, number, np.zeros(1, np.uint8))
    features = np.zeros((len(left), FEATURES), np.float32)
    _compare_rows(new_alignment(), side, features)
    ours, theirs = country_numbers(left_countries, len(left)), country_numbers(right_countries, len(right))
    features[:, OTHER_COUNTRY] = (ours != 0) & (theirs != 0) & (ours != theirs)
    return features


def score_pairs(
    left: Sequence[str], right: Sequence[str], left_countries: Sequence[str] = (), right_countries: Sequence[str] = ()
) -> NDArray[np.float32]:
    """Return the score (0..1) of each pair of names; the countries, where given, are a doubt when they differ."""
    return scores(pair_features(left, right, left_countries, right_countries), OF_PAIR)
