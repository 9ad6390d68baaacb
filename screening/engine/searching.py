"""The whole way of a query through the list in one compiled loop: candidates, alignment, features, score."""

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Alignment, Side, align
from screening.engine.candidates import Room, find_candidates
from screening.engine.compiled import compiled
from screening.engine.features import FEATURES, OTHER_COUNTRY, OTHER_FORMS, OTHER_LANDS, SAME, fill_features, fill_forms
from screening.engine.listed import Listed
from screening.engine.normalise import Column
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
        np.zeros(1, np.uint8),
    )


@compiled
def side_of(listed: Listed) -> Side:
    """Return the list as one side of a comparison."""
    words = listed.words
    crowd, known = np.zeros(1, np.float32), np.ones(len(words.kinds), np.uint8)
    return Side(words, listed.names, listed.weight, listed.rarity, crowd, known, np.ones(1, np.uint8))


@compiled
def score_of(features: NDArray[np.float32], points: NDArray[np.float32]) -> float:
    """Return the score (0..1) of a pair, as :func:`.score.scores` does for many."""
    others = features[OTHER_COUNTRY] + features[OTHER_FORMS] + features[OTHER_LANDS]
    if features[SAME] == 1.0 and others == 0.0:
        return 1.0
    steps = points.shape[1] - 1
    value = points[FEATURES, 0]
    for i in range(FEATURES):
        scaled = features[i] * steps
        step = min(int(scaled), steps - 1)
        value += points[i, step] + (points[i, step + 1] - points[i, step]) * (scaled - step)
    return 1.0 / (1.0 + np.exp(-value))


@compiled
def compare_names(
    out: NDArray[np.float32],
    found: Alignment,
    left: Side,
    right: Side,
    numbers: NDArray[np.int32],
    name: int,
    other: int,
) -> int:
    """Align name ``name`` of the left side with ``other`` of the right, fill in the features; return how many pairs."""
    ours = left.names.word[left.names.first[name] : left.names.first[name + 1]]
    theirs = right.names.word[right.names.first[other] : right.names.first[other + 1]]
    if len(ours) == 0 or len(theirs) == 0:
        out[:] = 0.0
        return 0
    cut = left.names.cut[name] == 1
    pairs = align(found, left, right, numbers, ours, theirs, cut)
    fill_features(out, found, pairs, left, right, ours, theirs, cut)
    fill_forms(out, left, right, name, other)
    return pairs


@compiled
def search_range(
    begin: int,
    end: int,
    listed: Listed,
    left: Side,
    widened: Widened,
    points: NDArray[np.float32],
    room: Room,
    found: Alignment,
    least: float,
    least_share: float,
    deep: bool,
    out_name: NDArray[np.int32],
    out_score: NDArray[np.float32],
    out_features: NDArray[np.float32],
) -> NDArray[np.int32]:
    """Search the names ``begin`` to ``end``; return how many hits each has.

    Row ``n - begin`` of ``out_name``, ``out_score`` and ``out_features`` takes the listed names that score ``least`` or more, best first.
    """
    right = side_of(listed)
    counts = np.zeros(end - begin, np.int32)
    features = np.zeros(FEATURES, np.float32)
    most = out_name.shape[1]
    for name in range(begin, end):
        row = name - begin
        ours = left.names.word[left.names.first[name] : left.names.first[name + 1]]
        if len(ours) == 0:
            continue
        kept = 0
        for candidate in range(find_candidates(room, listed, left, widened, ours, least_share, deep)):
            other = room.best[candidate]
            compare_names(features, found, left, right, widened.number, name, other)
            score = score_of(features, points)
            if score < least or (kept == most and score <= out_score[row, most - 1]):
                continue
            place = min(kept, most - 1)
            while place > 0 and out_score[row, place - 1] < score:
                out_name[row, place], out_score[row, place] = out_name[row, place - 1], out_score[row, place - 1]
                out_features[row, place] = out_features[row, place - 1]
                place -= 1
            out_name[row, place], out_score[row, place] = other, score
            out_features[row, place] = features
            kept = min(kept + 1, most)
        counts[row] = kept
    return counts
