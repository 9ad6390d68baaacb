"""The listed names that a name may be: those that share enough weight of words with it, found by their rarest words."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import compiled
from screening.engine.listed import COMMON, Listed, initials_key, letters_key, pair_key, set_key
from screening.engine.tables import bucket_of
from screening.engine.tokens import MOST_WORDS
from screening.engine.interim import WordClass
from screening.engine.widening import Widened, listed_word

MOST_TOUCHED: Final = 20_000  # names whose shared weight is added up for one query
MOST_READ: Final = 4_096  # names read of one posting
_STOP: Final = int(WordClass.STOP)


class Room(NamedTuple):
    """Room for the candidates of one query: ``shared`` by listed name (nats), all zero between queries; the names
    ``touched``, how many there are (``count[0]``), and the ``best`` with their ``bound``.
    """

    shared: NDArray[np.float32]
    touched: NDArray[np.int32]
    count: NDArray[np.int32]
    best: NDArray[np.int32]
    bound: NDArray[np.float32]
    letters: NDArray[np.uint8]


def new_room(names: int, most: int) -> Room:
    """Return room for the candidates, ``most`` of which are looked at closely."""
    return Room(
        np.zeros(names, np.float32),
        np.empty(MOST_TOUCHED, np.int32),
        np.zeros(1, np.int32),
        np.empty(most, np.int32),
        np.empty(most, np.float32),
        np.empty(256, np.uint8),
    )


@compiled
def _touch(room: Room, name: int, gain: float) -> None:
    if room.shared[name] == 0.0:
        if room.count[0] == MOST_TOUCHED:
            return
        room.touched[room.count[0]] = name
        room.count[0] += 1
    room.shared[name] += gain


@compiled
def _by_weight(widened: Widened, ours: NDArray[np.int32], order: NDArray[np.int32]) -> float:
    """Fill ``order`` with the positions of the words, the heaviest first; return the weight of all."""
    total = 0.0
    for i in range(len(ours)):
        total += widened.weight[ours[i]]
        at = i
        while at > 0 and widened.weight[ours[order[at - 1]]] < widened.weight[ours[i]]:
            order[at] = order[at - 1]
            at -= 1
        order[at] = i
    return total


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
def _read_words(room: Room, listed: Listed, widened: Widened, ours: NDArray[np.int32], least: float) -> tuple[float, float]:
    """Touch the names that share words with the query, heaviest words first.

    Return the weight of the query, and that of its words whose listed names were not all read.  A name agrees to at least ``least`` (a Dice share) only if it shares least / (2 - least) of the query's weight:
    once the words that are left weigh less, they find nobody new.
    """
    order = np.empty(MOST_WORDS, np.int32)
    total = _by_weight(widened, ours, order)
    rest = total
    unread = 0.0
    for place in range(len(ours)):
        if rest < least / (2.0 - least) * total:
            break
        word = ours[order[place]]
        rest -= widened.weight[word]
        for at in range(widened.first[word], widened.first[word + 1]):
            other = widened.word[at]
            gain = widened.alike[at] * (widened.weight[word] + listed.weight[other]) / 2.0
            heaviest = 2.0 * (gain + rest) / least - total
            if listed.posting_first[other + 1] - listed.posting_first[other] > COMMON:
                unread += widened.weight[word] if other == widened.number[word] else 0.0
                alone = 2.0 * gain / least - total
                _read_posting(room, listed, other, gain, alone)
                if other == widened.number[word]:
                    _read_pairs(room, listed, widened, ours, order[place], gain)
            else:
                _read_posting(room, listed, other, gain, heaviest)
    return total, rest + unread


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
        other = listed_word(listed, room.letters, 0, length)
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
def find_candidates(room: Room, listed: Listed, left: Side, widened: Widened, ours: NDArray[np.int32], least: float) -> int:
    """Fill ``room.best`` with the listed names that may be the query, those that may agree best; return how many.

    ``least`` is the Dice share (0..1) of weights that a name must be able to reach.
    """
    room.count[0] = 0
    total, unread = _read_words(room, listed, widened, ours, least)
    _read_glued(room, listed, left, ours)
    _read_whole(room, listed, left, ours, total)
    kept = 0
    for at in range(room.count[0]):
        name = room.touched[at]
        bound = 2.0 * room.shared[name] / (total + listed.heavy[name])
        reach = 2.0 * (room.shared[name] + unread) / (total + listed.heavy[name])
        room.shared[name] = 0.0
        if reach < least:
            continue
        if kept == len(room.best) and bound <= room.bound[kept - 1]:
            continue
        place = min(kept, len(room.best) - 1)
        while place > 0 and (room.bound[place - 1] < bound or (room.bound[place - 1] == bound and room.best[place - 1] > name)):
            room.best[place], room.bound[place] = room.best[place - 1], room.bound[place - 1]
            place -= 1
        room.best[place], room.bound[place] = name, bound
        kept = min(kept + 1, len(room.best))
    return kept
