"""The listed names that a name may be: those that share enough weight of words with it, found by their rarest words."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import compiled
from screening.engine.listed import COMMON, Listed
from screening.engine.name_keys import initials_key, letters_key, pair_key, set_key
from screening.engine.tables import bucket_of
from screening.engine.tokens import MOST_WORDS, Letters
from screening.engine.vocabulary import WordClass
from screening.engine.widening import Widened, listed_word

MOST_TOUCHED: Final = 20_000  # names whose shared weight is added up for one query
MOST_READ: Final = 4_096  # names read of one posting
_OWN: Final = int(WordClass.OWN)
_STOP: Final = int(WordClass.STOP)


class Rules(NamedTuple):
    """How a list is searched.

    The points of the features, the score (0..1) a hit must have, the Dice share (0..1) of weights a candidate must be
    able to reach, and whether the words that many firms share are followed as well.
    """

    points: NDArray[np.float32]
    least: float
    least_share: float
    deep: bool


class Room(NamedTuple):
    """Room for the candidates of one query.

    ``shared`` by listed name (nats), all zero between queries; the names
    ``touched``, how many there are (``held[0]``), and the ``best`` with their ``bound``; ``read`` marks the words of
    the query all of whose names were touched.
    """

    shared: NDArray[np.float32]
    touched: NDArray[np.int32]
    held: NDArray[np.int32]
    best: NDArray[np.int32]
    bound: NDArray[np.float32]
    letters: NDArray[np.uint8]
    read: NDArray[np.uint8]


def new_room(names: int, most: int) -> Room:
    """Return room for the candidates, ``most`` of which are looked at closely."""
    return Room(
        np.zeros(names, np.float32),
        np.empty(MOST_TOUCHED, np.int32),
        np.zeros(1, np.int32),
        np.empty(most, np.int32),
        np.empty(most, np.float32),
        np.empty(256, np.uint8),
        np.zeros(MOST_WORDS, np.uint8),
    )


@compiled
def _touch(room: Room, name: int, gain: float) -> None:
    if room.shared[name] == 0.0:
        if room.held[0] == MOST_TOUCHED:
            return
        room.touched[room.held[0]] = name
        room.held[0] += 1
    room.shared[name] += gain


@compiled
def _by_weight(left: Side, ours: NDArray[np.int32], order: NDArray[np.int32], deep: bool) -> tuple[int, float]:
    """Fill ``order`` with the positions of the words that find names, the heaviest first.

    Return how many these are and the weight of all words.  The words of the firm's own find names, or all words where
    there are none of these or the search is ``deep``.
    """
    total = 0.0
    own = False
    for word in ours:
        total += left.weight[word]
        own = own or left.words.kinds[word] & 63 == _OWN
    count = 0
    for i in range(len(ours)):
        if own and not deep and left.words.kinds[ours[i]] & 63 != _OWN:
            continue
        at = count
        while at > 0 and left.weight[ours[order[at - 1]]] < left.weight[ours[i]]:
            order[at] = order[at - 1]
            at -= 1
        order[at] = i
        count += 1
    return count, total


@compiled
def _read_posting(room: Room, listed: Listed, word: int, gain: float, heaviest: float) -> None:
    """Touch the names that hold a listed word and weigh no more than ``heaviest``."""
    begin, end = listed.posting_first[word], listed.posting_first[word + 1]
    for at in range(begin, min(end, begin + MOST_READ)):
        name = listed.posting[at]
        if listed.heavy[name] > heaviest:
            return
        _touch(room, name, gain)


@compiled
def _read_pairs(room: Room, listed: Listed, widened: Widened, ours: NDArray[np.int32], i: int, gain: float) -> None:
    """Touch the names that hold the common word ``i`` of the query and another common one of it."""
    number = widened.number[ours[i]]
    for j in range(len(ours)):
        other = widened.number[ours[j]]
        if other < 0 or other == number or listed.posting_first[other + 1] - listed.posting_first[other] <= COMMON:
            continue
        key = pair_key(number, other)
        begin, end = bucket_of(listed.pairs, key)
        for at in range(begin, min(end, begin + MOST_READ)):
            if listed.pairs.keys[at] == key:
                _touch(room, listed.pairs.values[at], gain)


@compiled
def _read_words(
    room: Room, listed: Listed, left: Side, widened: Widened, ours: NDArray[np.int32], rules: Rules
) -> float:
    """Touch the names that share words with the query, heaviest words first; return the weight of the query.

    A name agrees to at least the least share only if it shares least / (2 - least) of the query's weight:
    once the words that are left weigh less, they find nobody new.
    """
    order = np.empty(MOST_WORDS, np.int32)
    least = rules.least_share
    count, total = _by_weight(left, ours, order, rules.deep)
    room.read[:] = 0
    rest = total
    for place in range(count):
        if rest < least / (2.0 - least) * total:
            break
        word = ours[order[place]]
        rest -= left.weight[word]
        room.read[order[place]] = 1
        for at in range(widened.first[word], widened.first[word + 1]):
            other = widened.word[at]
            gain = widened.alike[at] * (left.weight[word] + listed.weight[other]) / 2.0
            if listed.posting_first[other + 1] - listed.posting_first[other] > COMMON:
                room.read[order[place]] = 0
                _read_posting(room, listed, other, gain, 2.0 * gain / least - total)
                if other == widened.number[word]:
                    _read_pairs(room, listed, widened, ours, order[place], gain)
            else:
                _read_posting(room, listed, other, gain, 2.0 * (gain + rest) / least - total)
    return total


@compiled
def _read_glued(room: Room, listed: Listed, left: Side, ours: NDArray[np.int32]) -> None:
    """Touch the names that hold two neighbouring words of the query as one (SHANG HAI)."""
    words = left.words
    for i in range(len(ours) - 1):
        length = 0
        for word in ours[i : i + 2]:
            start, end = words.starts[word], words.starts[word + 1]
            if length + end - start > len(room.letters):
                return
            room.letters[length : length + end - start] = words.blob[start:end]
            length += end - start
        other = listed_word(listed, Letters(room.letters, 0, length))
        if other >= 0:
            gain = left.weight[ours[i]] + left.weight[ours[i + 1]]
            _read_posting(room, listed, other, gain, 1e9)


@compiled
def _read_whole(room: Room, listed: Listed, left: Side, ours: NDArray[np.int32], total: float) -> None:
    """Touch the names that are the query in other order, with other spaces, or as initials, and the reverse."""
    words = left.words
    for kind in range(3):
        if kind == 0:
            key = set_key(words.hashes, ours, 0, len(ours))
        elif kind == 1:
            key = letters_key(words, ours, 0, len(ours))
        else:
            key = initials_key(words, ours, 0, len(ours), _STOP)
        if key == np.uint64(0):
            continue
        begin, end = bucket_of(listed.whole, key)
        for at in range(begin, min(end, begin + MOST_READ)):
            if listed.whole.keys[at] == key:
                _touch(room, listed.whole.values[at], total)


@compiled
def _unread_weight(
    room: Room, listed: Listed, left: Side, widened: Widened, ours: NDArray[np.int32], name: int
) -> float:
    """Return the weight of the words, among those that touched nobody, that a listed name has to the letter."""
    total = 0.0
    for i in range(len(ours)):
        number = widened.number[ours[i]]
        if room.read[i] or number < 0:
            continue
        for at in range(listed.names.first[name], listed.names.first[name + 1]):
            if listed.names.word[at] == number:
                total += left.weight[ours[i]]
                break
    return total


@compiled
def _keep(room: Room, kept: int, name: int, bound: float) -> int:
    """Keep a name among the best, equal ones by their number; return how many are kept."""
    most = len(room.best)
    if kept == most and bound <= room.bound[most - 1]:
        return kept
    place = min(kept, most - 1)
    while place > 0 and (
        room.bound[place - 1] < bound or (room.bound[place - 1] == bound and room.best[place - 1] > name)
    ):
        room.best[place], room.bound[place] = room.best[place - 1], room.bound[place - 1]
        place -= 1
    room.best[place], room.bound[place] = name, bound
    return min(kept + 1, most)


@compiled
def find_candidates(
    room: Room, listed: Listed, left: Side, widened: Widened, ours: NDArray[np.int32], rules: Rules
) -> int:
    """Fill ``room.best`` with the listed names that may be the query, those that may agree best; return how many."""
    room.held[0] = 0
    total = _read_words(room, listed, left, widened, ours, rules)
    _read_glued(room, listed, left, ours)
    _read_whole(room, listed, left, ours, total)
    kept = 0
    for at in range(room.held[0]):
        name = room.touched[at]
        shared = room.shared[name] + _unread_weight(room, listed, left, widened, ours, name)
        room.shared[name] = 0.0
        bound = 2.0 * shared / (total + listed.heavy[name])
        if bound >= rules.least_share or shared >= total:
            kept = _keep(room, kept, name, bound)
    return kept
