"""The listed names worth setting word against word: those whose score may be high enough, judged by words alone."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import inner
from screening.engine.listed import Listed
from screening.engine.marking import Marks, Query, mark_words, unmark_words
from screening.engine.reaching import (
    AGREED,
    ALIKE_ONLY,
    ALL_TOLD,
    MISTAKEN,
    MOST_TOLD,
    OURS,
    OWNED,
    SHOWN,
    THEIRS,
    is_own,
    letters_of,
    most_points,
)
from screening.engine.tokens import MOST_WORDS
from screening.engine.touching import WHOLE, Room, Rules, touch_names

SURE: Final = 1e9  # points of a name that is the query as a whole: it is looked at whatever else there is


class Best(NamedTuple):
    """The candidates of one query: listed names and the points (of the logistic scale) they may have, most first.

    ``agreed`` is what a name agrees in, ``got`` which words of the query do.
    """

    name: NDArray[np.int32]
    points: NDArray[np.float32]
    agreed: NDArray[np.float64]
    got: NDArray[np.float32]


def new_best(most: int) -> Best:
    """Return room for ``most`` candidates of a query."""
    return Best(
        np.empty(most, np.int32), np.empty(most, np.float32), np.zeros(AGREED), np.zeros(MOST_WORDS, np.float32)
    )


@inner
def _count_word(best: Best, listed: Listed, query: Query, i: int, other: int, share: float) -> None:
    """Add to what agrees that word ``i`` of the query stands for a listed word, as alike as ``share``."""
    left, word, agreed = query.left, query.ours[i], best.agreed
    rare = share * min(left.rarity[word], listed.rarity[other])
    if share < 1.0:
        rare = max(0.0, rare - left.crowd[word])
    best.got[i] = max(best.got[i], share)
    agreed[THEIRS] += share * listed.weight[other]
    agreed[SHOWN] += share * letters_of(listed.words, other)
    agreed[ALL_TOLD] += rare
    if not is_own(left.words, word) and not is_own(listed.words, other):
        return
    weight = left.weight[word] + listed.weight[other]
    agreed[MOST_TOLD] = max(agreed[MOST_TOLD], rare)
    agreed[OWNED] += weight
    if share < 1.0:
        agreed[MISTAKEN if left.known[word] else ALIKE_ONLY] += (1.0 - share) * weight


@inner
def _agree(best: Best, marks: Marks, listed: Listed, query: Query, theirs: NDArray[np.int32]) -> None:
    """Fill ``best.agreed`` with what the query and a listed name agree in, by what the query's words may stand for."""
    best.agreed[:] = 0.0
    best.got[: len(query.ours)] = 0.0
    for other in theirs:
        if marks.word[other]:
            i = marks.word[other] - 1
            _count_word(best, listed, query, i, other, marks.share[other])
            if marks.glued[i] == other:
                best.got[i + 1] = 1.0
    if query.cut:  # the last word may be the beginning of any
        best.got[len(query.ours) - 1] = 1.0
        best.agreed[SHOWN] += letters_of(query.left.words, query.ours[-1])
    for i in range(len(query.ours)):
        word = query.ours[i]
        best.agreed[OURS] += best.got[i] * query.left.weight[word]
        best.agreed[SHOWN] += best.got[i] * letters_of(query.left.words, word)


@inner
def _keep(best: Best, kept: int, name: int, points: float) -> int:
    """Keep a name among the best, equal ones by their number; return how many are kept."""
    most = len(best.name)
    if kept == most and points <= best.points[most - 1]:
        return kept
    place = min(kept, most - 1)
    while place > 0 and (
        best.points[place - 1] < points or (best.points[place - 1] == points and best.name[place - 1] > name)
    ):
        best.name[place], best.points[place] = best.name[place - 1], best.points[place - 1]
        place -= 1
    best.name[place], best.points[place] = name, points
    return min(kept + 1, most)


@inner
def _keep_best(best: Best, room: Room, listed: Listed, query: Query, rules: Rules) -> int:
    """Keep the touched names that may reach the least score; return how many are kept."""
    whole, kept = query.whole, 0
    for name in room.touched[: room.held[0]]:
        how, points = room.seen[name], SURE
        room.seen[name] = 0
        if how != WHOLE:
            heavy = listed.heavy[name]
            theirs = listed.names.word[listed.names.first[name] : listed.names.first[name + 1]]
            _agree(best, room.marks, listed, query, theirs)
            points = most_points(best.agreed, whole, heavy, listed.written[name], rules.points)
        if points >= rules.least_points:
            kept = _keep(best, kept, name, points)
    return kept


@inner
def find_candidates(best: Best, room: Room, listed: Listed, query: Query, rules: Rules) -> int:
    """Fill ``best`` with the listed names that may be the query; return how many."""
    mark_words(room.marks, listed, query)
    touch_names(room, listed, query, rules)
    kept = _keep_best(best, room, listed, query, rules)
    unmark_words(room.marks, query)
    return kept
