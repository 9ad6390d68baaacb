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
from screening.engine.word_table import Words

SURE: Final = 1e9  # points of a name that is the query as a whole: it is looked at whatever else there is


class Best(NamedTuple):
    """The candidates of one query: listed names and the points (of the logistic scale) they may reach, most first.

    ``used`` marks the words of a listed name that have a partner, ``agreed`` is what it agrees in.
    """

    name: NDArray[np.int32]
    points: NDArray[np.float32]
    used: NDArray[np.uint8]
    agreed: NDArray[np.float64]


def new_best(most: int) -> Best:
    """Return room for ``most`` candidates of a query."""
    return Best(np.empty(most, np.int32), np.empty(most, np.float32), np.zeros(MOST_WORDS, np.uint8), np.zeros(5))


# Places in ``Best.agreed``: weight of agreeing words on each side, letters of both, all nats told, most nats of a word.
_OURS, _THEIRS, _SHOWN, _TOLD, _TELLING = range(5)


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
def _take(used: NDArray[np.uint8], theirs: NDArray[np.int32], word: int) -> bool:
    """Mark the first free place of a word in a listed name as used; tell whether there was one."""
    for j in range(len(theirs)):
        if theirs[j] == word and not used[j]:
            used[j] = 1
            return True
    return False


@inner
def _add(agreed: NDArray[np.float64], ours: float, theirs: float, letters: float, told: float) -> None:
    agreed[_OURS] += ours
    agreed[_THEIRS] += theirs
    agreed[_SHOWN] += letters
    agreed[_TOLD] += told
    agreed[_TELLING] = max(agreed[_TELLING], told)


@inner
def _agree_in(best: Best, listed: Listed, query: Query, i: int, theirs: NDArray[np.int32]) -> None:
    """Add what word ``i`` of the query agrees in with a listed name, by what the word may stand for."""
    word, widened, left = query.ours[i], query.widened, query.left
    most = weight = letters = told = 0.0
    for at in range(widened.first[word], widened.first[word + 1]):
        other, share = widened.word[at], widened.alike[at]
        if not _take(best.used, theirs, other):
            continue
        rare = share * min(left.rarity[word], listed.rarity[other])
        told += rare if share == 1.0 else max(0.0, rare - left.crowd[word])
        most = max(most, share)
        weight += share * listed.weight[other]
        letters += share * _letters(listed.words, other)
        if other == widened.number[word]:
            break
    if most > 0.0:
        _add(best.agreed, most * left.weight[word], weight, letters + most * _letters(left.words, word), told)


@inner
def _agree_glued(best: Best, listed: Listed, query: Query, i: int, other: int) -> None:
    """Add what word ``i`` and the next agree in, which the listed name holds as one."""
    left, first, second = query.left, query.ours[i], query.ours[i + 1]
    letters = _letters(left.words, first) + _letters(left.words, second) + _letters(listed.words, other)
    told = min(left.rarity[first] + left.rarity[second], listed.rarity[other])
    _add(best.agreed, left.weight[first] + left.weight[second], listed.weight[other], letters, told)


@inner
def _agree(best: Best, glued: NDArray[np.int32], listed: Listed, query: Query, theirs: NDArray[np.int32]) -> None:
    """Fill ``best.agreed`` with what the query and a listed name agree in, by what the query's words may stand for."""
    best.used[: len(theirs)] = 0
    best.agreed[:] = 0.0
    for i in range(len(query.ours)):
        _agree_in(best, listed, query, i, theirs)
        if glued[i] >= 0 and _take(best.used, theirs, glued[i]):
            _agree_glued(best, listed, query, i, glued[i])
    if query.cut:  # the last word may be the beginning of any
        last = query.ours[-1]
        _add(best.agreed, query.left.weight[last], 0.0, 2.0 * _letters(query.left.words, last), 0.0)


class Whole(NamedTuple):
    """What a whole query weighs: nats and letters of all its words, nats of those that touched nobody."""

    weight: float
    letters: int
    unread: float


@inner
def reachable(
    agreed: NDArray[np.float64], whole: Whole, listed: Listed, name: int, points: NDArray[np.float32]
) -> float:
    """Return the points that a listed name may have with the query when it agrees so far and nothing speaks against."""
    begin, end = listed.names.first[name], listed.names.first[name + 1]
    letters = whole.letters
    for at in range(begin, end):
        letters += _letters(listed.words, listed.names.word[at])
    ours = min(agreed[_OURS] / max(whole.weight, 1e-6), 1.0)
    theirs = min(agreed[_THEIRS] / max(listed.heavy[name], 1e-6), 1.0)
    chance = min(max(0.0, np.log(len(listed.heavy) + 1.0) - agreed[_TOLD]) / RAREST, 1.0)
    value = points[FEATURES, 0] + points_at(points, ORDER, 1.0) + points_at(points, SAME, 1.0)
    value += points_at(points, COVER_LEAST, min(ours, theirs)) + points_at(points, COVER_MOST, max(ours, theirs))
    value += points_at(points, LETTERS, min(agreed[_SHOWN] / max(letters, 1), 1.0))
    value += points_at(points, TELLING, min(agreed[_TELLING] / RAREST, 1.0))
    value += points_at(points, TOLD, agreed[_TOLD] / (agreed[_TOLD] + HALF_TOLD))
    return float(value + points_at(points, CHANCE, chance))


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
def _whole(room: Room, query: Query) -> tuple[float, int, float]:
    weight = unread = 0.0
    letters = 0
    for i in range(len(query.ours)):
        word = query.ours[i]
        weight += query.left.weight[word]
        letters += _letters(query.left.words, word)
        unread += 0.0 if room.read[i] else query.left.weight[word]
    return weight, letters, unread


@inner
def find_candidates(best: Best, room: Room, listed: Listed, query: Query, rules: Rules) -> int:
    """Fill ``best`` with the listed names that may be the query; return how many."""
    room.read[:] = 0
    total, letters, _ = _whole(room, query)
    touch_names(room, listed, query, rules, total)
    whole = Whole(total, letters, _whole(room, query)[2])
    least = np.log(rules.least / (1.0 - rules.least)) if rules.least > 0.0 else -SURE
    kept = 0
    for slot in range(room.held[0]):
        name = room.touched[slot]
        room.slot[name] = -1
        if 2.0 * (room.shared[slot] + whole.unread) < rules.least_share * (total + listed.heavy[name]):
            continue
        if room.by[slot] == WHOLE:
            kept = _keep(best, kept, name, SURE)
            continue
        theirs = listed.names.word[listed.names.first[name] : listed.names.first[name + 1]]
        _agree(best, room.glued, listed, query, theirs)
        points = reachable(best.agreed, whole, listed, name, rules.points)
        if points >= least:
            kept = _keep(best, kept, name, points)
    return kept
