"""The whole way of a query through the list in one compiled loop: candidates, alignment, features, score."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Alignment, Compared, Side, align
from screening.engine.candidates import Room, Rules, find_candidates
from screening.engine.compiled import compiled, inner
from screening.engine.features import (
    COVER_MOST,
    FEATURES,
    OTHER_COUNTRY,
    OTHER_FORMS,
    OTHER_LANDS,
    OTHER_WRITING,
    SAME,
    fill_features,
)
from screening.engine.listed import Listed
from screening.engine.marking import query_of
from screening.engine.normalise import Column
from screening.engine.reaching import points_at
from screening.engine.score import CAPS
from screening.engine.widening import Widened


def query_side(column: Column, widened: Widened) -> Side:
    """Return a column of names as the side that asks."""
    return Side(
        column.words,
        column.names,
        widened.weight,
        widened.rarity,
        widened.crowd,
        ((widened.number >= 0) | (column.words.counts > 0)).astype(np.uint8),
        widened.number,
        np.zeros(1, np.uint8),
    )


@compiled
def side_of(listed: Listed) -> Side:
    """Return the list as one side of a comparison."""
    words = listed.words
    crowd, known = np.zeros(1, np.float32), np.ones(len(words.kinds), np.uint8)
    number = np.zeros(1, np.int32)
    return Side(words, listed.names, listed.weight, listed.rarity, crowd, known, number, np.ones(1, np.uint8))


@inner
def score_of(features: NDArray[np.float32], points: NDArray[np.float32]) -> float:
    """Return the score (0..1) of a pair, as :func:`.score.scores` does for many."""
    others = features[OTHER_COUNTRY] + features[OTHER_FORMS] + features[OTHER_LANDS] + features[OTHER_WRITING]
    if features[COVER_MOST] == 0.0:
        return 0.0
    most = np.float32(1.0)
    value = np.float32(points[FEATURES, 0])
    for i in range(FEATURES):
        value += np.float32(points_at(points, i, features[i]))
        if features[i] > 0.0:
            most = min(most, CAPS[i])
    if features[SAME] == 1.0 and others == 0.0:
        return float(most)
    return float(min(most, 1.0 / (1.0 + np.exp(-value))))


@inner
def compare_names(out: NDArray[np.float32], found: Alignment, left: Side, right: Side, name: int, other: int) -> int:
    """Align name ``name`` of the left side with ``other`` of the right, fill in the features; return how many pairs."""
    ours = left.names.word[left.names.first[name] : left.names.first[name + 1]]
    theirs = right.names.word[right.names.first[other] : right.names.first[other + 1]]
    if len(ours) == 0 or len(theirs) == 0:
        out[:] = 0.0
        return 0
    both = Compared(left, right, ours, theirs, left.names.cut[name] == 1)
    pairs = align(found, both)
    fill_features(out, found, pairs, both)
    return pairs


class Hits(NamedTuple):
    """Room for the hits of some names, the best first: a row a name, listed names (int32), scores and features."""

    name: NDArray[np.int32]
    score: NDArray[np.float32]
    features: NDArray[np.float32]


@compiled
def _keep(hits: Hits, row: int, kept: int, other: int, score: float, features: NDArray[np.float32]) -> int:
    """Keep a hit among the best of a row; return how many are kept."""
    most = hits.name.shape[1]
    rounded = np.float32(score)  # as those it is compared with
    if kept == most and rounded <= hits.score[row, most - 1]:
        return kept
    place = min(kept, most - 1)
    while place > 0 and hits.score[row, place - 1] < rounded:
        hits.name[row, place], hits.score[row, place] = hits.name[row, place - 1], hits.score[row, place - 1]
        hits.features[row, place] = hits.features[row, place - 1]
        place -= 1
    hits.name[row, place], hits.score[row, place] = other, rounded
    hits.features[row, place] = features
    return int(min(kept + 1, most))


class Asked(NamedTuple):
    """What is asked of a list: the side of the names and what the list makes of their words."""

    left: Side
    widened: Widened


class Work(NamedTuple):
    """Room for the search of one thread."""

    room: Room
    found: Alignment
    hits: Hits


@compiled
def search_range(begin: int, end: int, listed: Listed, asked: Asked, rules: Rules, work: Work) -> NDArray[np.int32]:
    """Search the names ``begin`` to ``end``, row by row into ``work.hits``; return how many hits each has."""
    left, right = asked.left, side_of(listed)
    counts = np.zeros(end - begin, np.int32)
    features = np.zeros(FEATURES, np.float32)
    for name in range(begin, end):
        if left.names.first[name] == left.names.first[name + 1]:
            continue
        kept = 0
        query = query_of(left, asked.widened, name, len(listed.names.cut))
        for candidate in range(find_candidates(work.room, listed, query, rules)):
            other = work.room.best[candidate]
            compare_names(features, work.found, left, right, name, other)
            score = score_of(features, rules.points)
            if score >= rules.least:
                kept = _keep(work.hits, name - begin, kept, other, score, features)
        counts[name - begin] = kept
    return counts
