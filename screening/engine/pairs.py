"""Two columns of names compared row by row, without a list."""

from collections.abc import Sequence
from operator import gt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Alignment, Compared, Side, new_alignment
from screening.engine.compiled import compiled
from screening.engine.features import FEATURES
from screening.engine.names import country_numbers, fill_said, halves, said_by
from screening.engine.normalise import normalise
from screening.engine.rarity import rarity_of, weight_of
from screening.engine.score import NEAR, OF_PAIR, scores
from screening.engine.searching import compare_names
from screening.engine.side_by_side import Written, fill_side_by_side, said_after
from screening.engine.tokens import Tokens, tokenise

# From here on a pair counts as the same: of names kept back from learning, disturbed spellings lose less than one in
# a hundred there, and a lower one would let through more other firms than it gains aliases (matching.md).
THRESHOLD: Final = NEAR


@compiled
def _comes_first(side: Side, name: int, other: int, later: bool) -> bool:
    """Tell whether a name stands for the left one: it was cut, has fewer words, or else is not ``later`` as a text."""
    names = side.names
    if names.cut[name] != names.cut[other]:
        return bool(names.cut[name])
    words = names.first[name + 1] - names.first[name] - names.first[other + 1] + names.first[other]
    return words < 0 if words != 0 else not later


class _Rows(NamedTuple):
    """What the rows are compared by: their names as written, what words say behind a name, and which row is ``later``.

    The first half of the names are the left ones; ``later`` says of a row whether its left text comes after the right.
    """

    tokens: Tokens
    after: NDArray[np.uint8]
    later: NDArray[np.bool_]


@compiled
def _compare_rows(found: Alignment, side: Side, rows: _Rows, features: NDArray[np.float32]) -> None:
    names, count = side.names, len(features)
    for row in range(count):
        name, other = row, count + row
        if not _comes_first(side, name, other, rows.later[row]):
            name, other = other, name
        pairs = compare_names(features[row], found, side, side, name, other)
        ours = names.word[names.first[name] : names.first[name + 1]]
        theirs = names.word[names.first[other] : names.first[other + 1]]
        if len(ours) and len(theirs):
            form, other_form = names.forms[name] != np.uint64(0), names.forms[other] != np.uint64(0)
            written = Written(rows.tokens, name, other, form, other_form, rows.after)
            both = Compared(side, side, ours, theirs, names.cut[name] == 1)
            fill_side_by_side(features[row], found, pairs, both, written)


def pair_features(
    left: Sequence[str], right: Sequence[str], left_countries: Sequence[str] = (), right_countries: Sequence[str] = ()
) -> NDArray[np.float32]:
    """Return the features of each pair, one row a pair; words weigh what the background says of them.

    Raises:
        ValueError: if the sides, or a side and its countries, are not of one length.

    """
    if len(left) != len(right):
        raise ValueError(f"{len(left)} names beside {len(right)}: each needs its partner")
    column = normalise([*left, *right])
    words = column.words
    rarity = rarity_of(words.counts, np.zeros(len(words.counts), np.int32), 0)
    number = np.arange(len(rarity), dtype=np.int32)
    weight, known = weight_of(rarity, words.kinds), (words.counts > 0).astype(np.uint8)
    side = Side(words, column.names, weight, rarity, np.zeros_like(rarity), known, number, np.zeros(1, np.uint8))
    features = np.zeros((len(left), FEATURES), np.float32)
    tokens = tokenise([name if name.isascii() else "" for name in (*left, *right)])
    later = np.fromiter(map(gt, left, right), np.bool_, len(left))
    _compare_rows(new_alignment(), side, _Rows(tokens, said_after(column.texts), later), features)
    ours, theirs = country_numbers(left_countries, len(left)), country_numbers(right_countries, len(right))
    fill_said(features, *halves(said_by(column.names, np.concatenate([ours, theirs]))))
    return features


def score_pairs(
    left: Sequence[str], right: Sequence[str], left_countries: Sequence[str] = (), right_countries: Sequence[str] = ()
) -> NDArray[np.float32]:
    """Return the score (0..1) of each pair of names; the countries, where given, are a doubt when they differ."""
    return scores(pair_features(left, right, left_countries, right_countries), OF_PAIR)
