"""The listed names worth setting word against word: those whose score may be high enough, judged by words alone."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import inner
from screening.engine.features import (
    CHANCE,
    COVER_LEAST,
    COVER_MOST,
    FEATURES,
    HALF_TOLD,
    INEXACT,
    INEXACT_KNOWN,
    LETTERS,
    ORDER,
    RAREST,
    SAME,
    TELLING,
    TOLD,
)
from screening.engine.listed import Listed
from screening.engine.tokens import MOST_WORDS
from screening.engine.touching import WHOLE, Query, Room, Rules, touch_names
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import Words

SURE: Final = 1e9  # points of a name that is the query as a whole: it is looked at whatever else there is
_OWN: Final = int(WordClass.OWN)
# Places in ``Best.agreed``: weight of the words that agree on each side, letters of both, all letters of the listed
# name, nats told in all and by one word, weight of own words that agree and what of it is only alike, unknown or known.
_OURS, _THEIRS, _SHOWN, _WRITTEN, _TOLD, _TELLING, _OWNED, _INEXACT, _MISTAKEN = range(9)


class Best(NamedTuple):
    """The candidates of one query: listed names and the points (of the logistic scale) they may reach, most first.

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
        np.zeros(9),
        np.zeros(MOST_WORDS, np.float32),
    )


@inner
def _letters(words: Words, word: int) -> int:
    return int(words.starts[word + 1] - words.starts[word])


@inner
def points_at(points: NDArray[np.float32], feature: int, value: float) -> float:
    """Return the points of a feature (by its place) at a value (0..1)."""
    steps = points.shape[1] - 1
    scaled = value * steps
    step = min(int(scaled), steps - 1)
    low = points[feature, step]
    return float(low + (points[feature, step + 1] - low) * (scaled - step))


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
    agreed[_THEIRS] += share * listed.weight[other]
    agreed[_SHOWN] += share * _letters(listed.words, other)
    agreed[_TOLD] += rare
    if left.words.kinds[word] & 63 != _OWN and listed.words.kinds[other] & 63 != _OWN:
        return
    weight = left.weight[word] + listed.weight[other]
    agreed[_TELLING] = max(agreed[_TELLING], rare)
    agreed[_OWNED] += weight
    if share < 1.0:
        agreed[_MISTAKEN if left.known[word] else _INEXACT] += (1.0 - share) * weight


@inner
def _agree(best: Best, glued: NDArray[np.int32], listed: Listed, query: Query, theirs: NDArray[np.int32]) -> None:
    """Fill ``best.agreed`` with what the query and a listed name agree in, by what the query's words may stand for."""
    best.agreed[:] = 0.0
    best.got[: len(query.ours)] = 0.0
    for other in theirs:
        best.agreed[_WRITTEN] += _letters(listed.words, other)
        if best.mark[other]:
            i = best.mark[other] - 1
            _count_word(best, listed, query, i, other)
            if glued[i] == other:
                best.got[i + 1] = 1.0
    if query.cut:  # the last word may be the beginning of any
        best.got[len(query.ours) - 1] = 1.0
        best.agreed[_SHOWN] += _letters(query.left.words, query.ours[-1])
    for i in range(len(query.ours)):
        word = query.ours[i]
        best.agreed[_OURS] += best.got[i] * query.left.weight[word]
        best.agreed[_SHOWN] += best.got[i] * _letters(query.left.words, word)


class Whole(NamedTuple):
    """What a whole query weighs: nats and letters of all its words, nats of those that touched nobody."""

    weight: float
    letters: int
    unread: float


@inner
def _reachable(agreed: NDArray[np.float64], whole: Whole, heavy: float, chance: float, rules: Rules) -> float:
    """Return the points a listed name of weight ``heavy`` may have where all that is not yet known speaks for it.

    ``chance`` is how many nats must be told before an agreement is no chance.
    """
    points = rules.points
    ours = min(agreed[_OURS] / max(whole.weight, 1e-6), 1.0)
    theirs = min(agreed[_THEIRS] / max(heavy, 1e-6), 1.0)
    owned = max(agreed[_OWNED], 1e-6)
    value = points[FEATURES, 0] + points_at(points, ORDER, 1.0) + points_at(points, SAME, 1.0)
    value += points_at(points, COVER_LEAST, min(ours, theirs)) + points_at(points, COVER_MOST, max(ours, theirs))
    value += points_at(points, LETTERS, min(agreed[_SHOWN] / max(whole.letters + agreed[_WRITTEN], 1.0), 1.0))
    value += points_at(points, TELLING, min(agreed[_TELLING] / RAREST, 1.0))
    value += points_at(points, TOLD, agreed[_TOLD] / (agreed[_TOLD] + HALF_TOLD))
    value += points_at(points, INEXACT, agreed[_INEXACT] / owned)
    value += points_at(points, INEXACT_KNOWN, agreed[_MISTAKEN] / owned)
    return float(value + points_at(points, CHANCE, min(max(0.0, chance - agreed[_TOLD]) / RAREST, 1.0)))


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
def _whole(room: Room, query: Query) -> Whole:
    weight = unread = 0.0
    letters = 0
    for i in range(len(query.ours)):
        word = query.ours[i]
        weight += query.left.weight[word]
        letters += _letters(query.left.words, word)
        unread += 0.0 if room.read[i] else query.left.weight[word]
    return Whole(weight, letters, unread)


@inner
def _keep_best(best: Best, room: Room, listed: Listed, query: Query, rules: Rules) -> int:
    """Keep the touched names that may reach the least score; return how many are kept."""
    whole, chance, kept = _whole(room, query), np.log(len(listed.heavy) + 1.0), 0
    for slot in range(room.held[0]):
        name = room.touched[slot]
        heavy = listed.heavy[name]
        room.slot[name] = -1
        if 2.0 * (room.shared[slot] + whole.unread) < rules.least_share * (whole.weight + heavy):
            continue
        points = SURE
        if room.by[slot] != WHOLE:
            theirs = listed.names.word[listed.names.first[name] : listed.names.first[name + 1]]
            _agree(best, room.glued, listed, query, theirs)
            points = _reachable(best.agreed, whole, heavy, chance, rules)
        if points >= rules.least_points:
            kept = _keep(best, kept, name, points)
    return kept


@inner
def find_candidates(best: Best, room: Room, listed: Listed, query: Query, rules: Rules) -> int:
    """Fill ``best`` with the listed names that may be the query; return how many."""
    touch_names(room, listed, query, rules)
    _mark(best, room, query)
    kept = _keep_best(best, room, listed, query, rules)
    _unmark(best, room, query)
    return kept
