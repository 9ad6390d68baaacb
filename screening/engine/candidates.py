"""The listed names worth setting word against word: those whose score may be high enough, judged by words alone."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import inner
from screening.engine.listed import Listed
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
    Whole,
    is_own,
    letters_of,
    most_points,
    whole_of,
)
from screening.engine.tokens import MOST_WORDS
from screening.engine.touching import WHOLE, Query, Room, Rules, touch_names

SURE: Final = 1e9  # points of a name that is the query as a whole: it is looked at whatever else there is


class Best(NamedTuple):
    """The candidates of one query: listed names and the points (of the logistic scale) they may have, most first.

    ``mark`` says by listed word which word of the query may stand for it (its place and one; 0: none, as all between
    queries), ``share`` how alike the two are; ``agreed`` is what a name agrees in, ``got`` which words of the query do.
    """

    name: NDArray[np.int32]
    points: NDArray[np.float32]
    mark: NDArray[np.uint8]
    share: NDArray[np.float32]
    agreed: NDArray[np.float64]
    got: NDArray[np.float32]


def new_best(words: int, most: int) -> Best:
    """Return room for ``most`` candidates of a query on a list of ``words`` words."""
    return Best(
        np.empty(most, np.int32),
        np.empty(most, np.float32),
        np.zeros(words, np.uint8),
        np.empty(words, np.float32),
        np.zeros(AGREED),
        np.zeros(MOST_WORDS, np.float32),
    )


@inner
def _mark(best: Best, room: Room, query: Query) -> None:
    """Mark the listed words that the words of the query may stand for, alone or two as one."""
    widened = query.widened
    for i in range(len(query.ours)):
        word = query.ours[i]
        for at in range(widened.first[word], widened.first[word + 1]):
            other = widened.word[at]
            if best.mark[other] == 0 or best.share[other] < widened.alike[at]:
                best.mark[other], best.share[other] = i + 1, widened.alike[at]
        if room.glued[i] >= 0 and best.mark[room.glued[i]] == 0:
            best.mark[room.glued[i]], best.share[room.glued[i]] = i + 1, 1.0


@inner
def _unmark(best: Best, room: Room, query: Query) -> None:
    widened = query.widened
    for i in range(len(query.ours)):
        word = query.ours[i]
        for at in range(widened.first[word], widened.first[word + 1]):
            best.mark[widened.word[at]] = 0
        if room.glued[i] >= 0:
            best.mark[room.glued[i]] = 0


@inner
def _count_word(best: Best, listed: Listed, query: Query, i: int, other: int) -> None:
    """Add to what agrees that word ``i`` of the query stands for a listed word."""
    left, word, agreed = query.left, query.ours[i], best.agreed
    share = best.share[other]
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
def _agree(best: Best, glued: NDArray[np.int32], listed: Listed, query: Query, theirs: NDArray[np.int32]) -> None:
    """Fill ``best.agreed`` with what the query and a listed name agree in, by what the query's words may stand for."""
    best.agreed[:] = 0.0
    best.got[: len(query.ours)] = 0.0
    for other in theirs:
        if best.mark[other]:
            i = best.mark[other] - 1
            _count_word(best, listed, query, i, other)
            if glued[i] == other:
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
def _unread(room: Room, query: Query) -> float:
    """Return the weight of the words of the query that did not touch every name that has them."""
    weight = 0.0
    for i in range(len(query.ours)):
        weight += 0.0 if room.read[i] else query.left.weight[query.ours[i]]
    return weight


@inner
def _keep_best(best: Best, room: Room, listed: Listed, query: Query, whole: Whole, rules: Rules) -> int:
    """Keep the touched names that may reach the least score; return how many are kept."""
    unread, kept = _unread(room, query), 0
    for slot in range(room.held[0]):
        name = room.touched[slot]
        room.slot[name] = -1
        heavy = listed.heavy[name]
        least = rules.least_share * (whole.weight + heavy)
        if 2.0 * (room.shared[slot] + unread) < least:
            continue
        points = SURE
        if room.by[slot] != WHOLE:
            theirs = listed.names.word[listed.names.first[name] : listed.names.first[name + 1]]
            _agree(best, room.glued, listed, query, theirs)
            if best.agreed[OURS] + best.agreed[THEIRS] < least:
                continue
            points = most_points(best.agreed, whole, heavy, listed.written[name], rules.points)
        if points >= rules.least_points:
            kept = _keep(best, kept, name, points)
    return kept


@inner
def find_candidates(best: Best, room: Room, listed: Listed, query: Query, rules: Rules) -> int:
    """Fill ``best`` with the listed names that may be the query; return how many."""
    whole = whole_of(query.left, query.ours, len(listed.heavy))
    touch_names(room, listed, query, whole, rules)
    _mark(best, room, query)
    kept = _keep_best(best, room, listed, query, whole, rules)
    _unmark(best, room, query)
    return kept
