"""The listed names worth setting word against word: found by the heaviest words, and their score may be high enough."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import inner
from screening.engine.listed import Listed
from screening.engine.marking import Marks, Query, agree, mark_words, new_marks, shares_enough, unmark_words
from screening.engine.name_keys import FORM_LETTERS, LONG, SHORT, acronym_key, initials_key, letters_key, set_key
from screening.engine.reaching import is_own, most_points, most_with
from screening.engine.tables import bucket_of
from screening.engine.tokens import MOST_WORDS

# Names kept apart for one query, the heaviest words first: those met after so many are dropped, whatever their points.
MOST_SEEN: Final = 20_000
# Names read of one posting, the lightest, or of one key, the first: the further ones are not found by it.
MOST_READ: Final = 2_048
SURE: Final = 1e9  # points of a name that is the query as a whole: it is looked at whatever else there is


class Rules(NamedTuple):
    """How a list is searched.

    The points of the features, the score (0..1) a hit must have and the points that make it, the Dice share (0..1) of
    weights a candidate must be able to reach, and whether the words that many firms share are followed as well.
    """

    points: NDArray[np.float32]
    least: float
    least_points: float
    least_share: float
    deep: bool


class Room(NamedTuple):
    """Room for the candidates of one query.

    The ``best`` names with the ``points`` (of the logistic scale) they may have, most first: the first ``held[0]``;
    ``seen`` by listed name (all 0 between queries), the ``met`` names that are: ``held[1]``; ``order`` is the places of
    the words of the query that find names, the heaviest first.
    """

    marks: Marks
    best: NDArray[np.int32]
    points: NDArray[np.float32]
    held: NDArray[np.int32]
    seen: NDArray[np.uint8]
    met: NDArray[np.int32]
    order: NDArray[np.int32]


def new_room(names: int, words: int, most: int) -> Room:
    """Return room for ``most`` candidates on a list of ``names`` names of ``words`` words."""
    return Room(
        new_marks(words),
        np.empty(most, np.int32),
        np.empty(most, np.float32),
        np.zeros(2, np.int32),
        np.zeros(names, np.uint8),
        np.empty(MOST_SEEN, np.int32),
        np.empty(MOST_WORDS, np.int32),
    )


@inner
def _comes_after(room: Room, place: int, name: int, points: np.float32) -> bool:
    """Tell whether the name kept at a place comes after another."""
    kept = room.points[place]
    return bool(kept < points or (kept == points and room.best[place] > name))


@inner
def _insert(room: Room, name: int, points: float) -> None:
    """Insert a name among the best, equal ones by their number."""
    kept, most = room.held[0], len(room.best)
    rounded = np.float32(points)  # as those it is compared with
    if kept == most and not _comes_after(room, most - 1, name, rounded):
        return
    place = min(kept, most - 1)
    while place > 0 and _comes_after(room, place - 1, name, rounded):
        room.best[place], room.points[place] = room.best[place - 1], room.points[place - 1]
        place -= 1
    room.best[place], room.points[place] = name, rounded
    room.held[0] = min(kept + 1, most)


@inner
def _keep(room: Room, name: int, points: float) -> None:
    """Keep a name that was not seen before."""
    if room.seen[name] == 0 and room.held[1] < MOST_SEEN:
        room.seen[name] = 1
        room.met[room.held[1]] = name
        room.held[1] += 1
        _insert(room, name, points)


@inner
def _read_key(room: Room, listed: Listed, key: np.uint64) -> None:
    begin, end = bucket_of(listed.whole, key)
    for at in range(begin, min(end, begin + MOST_READ)):
        if key and listed.whole.keys[at] == key:
            _keep(room, listed.whole.values[at], SURE)


@inner
def _read_whole(room: Room, listed: Listed, query: Query) -> None:
    """Keep the names that are the query in other order, with other spaces, or as initials, and the reverse."""
    words, ours = query.left.words, query.ours
    size = len(ours)
    _read_key(room, listed, set_key(words.hashes, ours, 0, size))
    _read_key(room, listed, letters_key(words, ours, 0, size))
    _read_key(room, listed, acronym_key(words, ours, 0, size, LONG, 0))
    _read_key(room, listed, initials_key(words, ours, 0, size, SHORT, np.uint8(0)))
    for letter in FORM_LETTERS:
        _read_key(room, listed, initials_key(words, ours, 0, size, SHORT, np.uint8(letter)))
        if words.blob[words.starts[ours[-1] + 1] - 1] == letter:
            _read_key(room, listed, acronym_key(words, ours, 0, size, LONG, 1))


@inner
def _read_posting(room: Room, listed: Listed, query: Query, rules: Rules, word: int, most: float) -> None:
    """Keep the names that hold a listed word and may score enough; they share ``most`` nats, of both, at most."""
    begin, end = listed.posting_first[word], listed.posting_first[word + 1]
    held, marks, whole = listed.held, room.marks, query.whole
    for at in range(begin, min(end, begin + MOST_READ)):
        enough = rules.least_share * (whole.weight + held.heavy[at])
        if enough > most:
            return
        if not shares_enough(marks, listed, at, query, enough):
            continue
        agree(marks, listed, at, query)
        points = most_points(marks.agreed, whole, held.heavy[at], held.written[at], rules.points)
        if points >= rules.least_points:
            _keep(room, listed.posting[at], points)


@inner
def _by_weight(room: Room, query: Query, deep: bool) -> int:
    """Fill ``room.order`` with the positions of the words that find names, the heaviest first; return how many.

    The words of the firm's own find names, or all words where there are none of these or the search is ``deep``.
    """
    left, ours = query.left, query.ours
    all_words = deep or query.whole.own == 0.0
    count = 0
    for i in range(len(ours)):
        if not all_words and not is_own(left.words, ours[i]):
            continue
        at = count
        while at > 0 and left.weight[ours[room.order[at - 1]]] < left.weight[ours[i]]:
            room.order[at] = room.order[at - 1]
            at -= 1
        room.order[at] = i
        count += 1
    return count


@inner
def _read_word(room: Room, listed: Listed, query: Query, rules: Rules, i: int, rest: float) -> bool:
    """Read the names that hold what word ``i`` may be, others sharing ``rest`` at most; tell whether all were read."""
    left, widened, word = query.left, query.widened, query.ours[i]
    every = True
    for at in range(widened.first[word], widened.first[word + 1]):
        other, share = widened.word[at], widened.alike[at]
        if most_with(query.whole, left, word, listed.rarity[other], share, rules.points) < rules.least_points:
            continue
        most = widened.covers[at] * left.weight[word] + share * listed.weight[other] + 2.0 * (rest + query.cut)
        _read_posting(room, listed, query, rules, other, most)
        every = every and listed.posting_first[other + 1] - listed.posting_first[other] <= MOST_READ
    return every


@inner
def _read_words(room: Room, listed: Listed, query: Query, rules: Rules) -> None:
    """Keep the names that share words with the query, heaviest words first.

    A name agrees to at least the least share only if it shares least / (2 - least) of the query's weight:
    once the words whose names were not all read weigh less, they find nobody new.
    """
    weight, least = query.left.weight, rules.least_share
    unread = query.whole.weight
    for place in range(_by_weight(room, query, rules.deep)):
        if unread < least / (2.0 - least) * query.whole.weight:
            break
        i = room.order[place]
        rest = unread - weight[query.ours[i]]
        unread = rest if _read_word(room, listed, query, rules, i, rest) else unread


@inner
def _read_glued(room: Room, listed: Listed, query: Query, rules: Rules) -> None:
    """Keep the names that hold two neighbouring words of the query as one."""
    for i in range(len(query.ours)):
        other = room.marks.glued[i]
        if other >= 0:
            most = 2.0 * (query.whole.weight + query.cut) + listed.weight[other]
            _read_posting(room, listed, query, rules, other, most)


@inner
def find_candidates(room: Room, listed: Listed, query: Query, rules: Rules) -> int:
    """Fill ``room.best`` with the listed names that may be the query; return how many."""
    room.held[:] = 0
    mark_words(room.marks, listed, query)
    _read_whole(room, listed, query)
    _read_words(room, listed, query, rules)
    _read_glued(room, listed, query, rules)
    unmark_words(room.marks, query)
    for name in room.met[: room.held[1]]:
        room.seen[name] = 0
    return int(room.held[0])
