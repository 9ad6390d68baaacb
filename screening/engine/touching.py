"""The listed names that share words with a name, found by its heaviest words, and how much weight they share."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import inner
from screening.engine.listed import COMMON, Listed
from screening.engine.name_keys import (
    FORM_LETTERS,
    LONG,
    SHORT,
    acronym_key,
    initials_key,
    letters_key,
    pair_key,
    set_key,
)
from screening.engine.reaching import Whole, is_own, most_with
from screening.engine.tables import bucket_of
from screening.engine.tokens import MOST_WORDS, Letters
from screening.engine.widening import Widened, listed_word
from screening.engine.word_table import Words

MOST_TOUCHED: Final = 20_000  # names whose shared weight is added up for one query
MOST_READ: Final = 4_096  # names read of one posting
GLUED: Final = MOST_WORDS  # what touched a name: a word of the query by its place, two as one, or the whole name
WHOLE: Final = GLUED + 1


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


class Query(NamedTuple):
    """One name that is asked: its side, what the list makes of its words, their numbers, whether it may be cut."""

    left: Side
    widened: Widened
    ours: NDArray[np.int32]
    cut: bool


class Room(NamedTuple):
    """Room for the names that one query touches.

    ``slot`` says by listed name where it stands among the ``held[0]`` that are ``touched`` (-1: nowhere, as all
    between queries); of these, ``shared`` is the weight shared (nats), ``by`` what touched it last and ``gain`` what
    that gave.  ``order`` and ``read`` are of the words of the query: the heaviest first; whether all names of a word
    were touched; ``glued`` is the listed word that a word and the next one are together (-1: none).
    """

    slot: NDArray[np.int32]
    touched: NDArray[np.int32]
    shared: NDArray[np.float32]
    by: NDArray[np.uint8]
    gain: NDArray[np.float32]
    held: NDArray[np.int32]
    order: NDArray[np.int32]
    read: NDArray[np.uint8]
    glued: NDArray[np.int32]
    letters: NDArray[np.uint8]


def new_room(names: int) -> Room:
    """Return room to touch a list of ``names`` names."""
    return Room(
        np.full(names, -1, np.int32),
        np.empty(MOST_TOUCHED, np.int32),
        np.empty(MOST_TOUCHED, np.float32),
        np.empty(MOST_TOUCHED, np.uint8),
        np.empty(MOST_TOUCHED, np.float32),
        np.zeros(1, np.int32),
        np.empty(MOST_WORDS, np.int32),
        np.zeros(MOST_WORDS, np.uint8),
        np.empty(MOST_WORDS, np.int32),
        np.empty(256, np.uint8),
    )


@inner
def _touch(room: Room, name: int, by: int, gain: float) -> None:
    """Add to the weight shared with a name; of several listed words that one word may stand for, the best counts."""
    slot = room.slot[name]
    if slot < 0:
        slot = room.held[0]
        if slot == MOST_TOUCHED:
            return
        room.held[0] += 1
        room.slot[name], room.touched[slot] = slot, name
        room.shared[slot] = room.gain[slot] = gain
        room.by[slot] = by
    elif room.by[slot] != by:
        room.by[slot], room.gain[slot] = by, gain
        room.shared[slot] += gain
    elif gain > room.gain[slot]:
        room.shared[slot] += gain - room.gain[slot]
        room.gain[slot] = gain


@inner
def _by_weight(room: Room, left: Side, ours: NDArray[np.int32], deep: bool) -> int:
    """Fill ``room.order`` with the positions of the words that find names, the heaviest first; return how many.

    The words of the firm's own find names, or all words where there are none of these or the search is ``deep``.
    """
    own = False
    for word in ours:
        own = own or is_own(left.words, word)
    count = 0
    for i in range(len(ours)):
        if own and not deep and not is_own(left.words, ours[i]):
            continue
        at = count
        while at > 0 and left.weight[ours[room.order[at - 1]]] < left.weight[ours[i]]:
            room.order[at] = room.order[at - 1]
            at -= 1
        room.order[at] = i
        count += 1
    return count


@inner
def _read_posting(room: Room, listed: Listed, word: int, by: int, gain: float, heaviest: float) -> None:
    """Touch the names that hold a listed word and weigh no more than ``heaviest``."""
    begin, end = listed.posting_first[word], listed.posting_first[word + 1]
    for at in range(begin, min(end, begin + MOST_READ)):
        name = listed.posting[at]
        if listed.heavy[name] > heaviest:
            return
        _touch(room, name, by, gain)


@inner
def _read_pairs(room: Room, listed: Listed, query: Query, i: int, gain: float) -> None:
    """Touch the names that hold the common word ``i`` of the query and another common one of it."""
    numbers = query.widened.number
    number = numbers[query.ours[i]]
    for word in query.ours:
        other = numbers[word]
        if other < 0 or other == number or listed.posting_first[other + 1] - listed.posting_first[other] <= COMMON:
            continue
        key = pair_key(number, other)
        begin, end = bucket_of(listed.pairs, key)
        for at in range(begin, min(end, begin + MOST_READ)):
            if listed.pairs.keys[at] == key:
                _touch(room, listed.pairs.values[at], i, gain)


class Turn(NamedTuple):
    """The word whose turn it is: its place in the query, and the weight of the words whose turn is yet to come."""

    i: int
    rest: float


@inner
def _read_word(room: Room, listed: Listed, query: Query, whole: Whole, rules: Rules, turn: Turn) -> None:
    """Touch the names that hold a listed word that word ``turn.i`` may stand for, where they may score enough."""
    left, widened, least, i = query.left, query.widened, rules.least_share, turn.i
    word = query.ours[i]
    room.read[i] = 1
    for at in range(widened.first[word], widened.first[word + 1]):
        other, share = widened.word[at], widened.alike[at]
        if most_with(whole, left, word, listed.rarity[other], share, rules.points) < rules.least_points:
            continue
        gain = share * (left.weight[word] + listed.weight[other]) / 2.0
        if listed.posting_first[other + 1] - listed.posting_first[other] > COMMON:
            room.read[i] = 0
            _read_posting(room, listed, other, i, gain, 2.0 * gain / least - whole.weight)
            if other == widened.number[word]:
                _read_pairs(room, listed, query, i, gain)
        else:
            _read_posting(room, listed, other, i, gain, 2.0 * (gain + turn.rest) / least - whole.weight)


@inner
def _read_words(room: Room, listed: Listed, query: Query, whole: Whole, rules: Rules) -> None:
    """Touch the names that share words with the query, heaviest words first.

    A name agrees to at least the least share only if it shares least / (2 - least) of the query's weight:
    once the words that are left weigh less, they find nobody new.
    """
    left, total, least = query.left, whole.weight, rules.least_share
    room.read[:] = 0
    rest = total
    for place in range(_by_weight(room, left, query.ours, rules.deep)):
        if rest < least / (2.0 - least) * total:
            break
        i = room.order[place]
        rest -= left.weight[query.ours[i]]
        _read_word(room, listed, query, whole, rules, Turn(i, rest))


@inner
def _joined(room: Room, words: Words, pair: NDArray[np.int32]) -> int:
    """Write the letters of two words one after the other; return how many these are, 0 if there is no room."""
    length = 0
    for word in pair:
        start, end = words.starts[word], words.starts[word + 1]
        if length + end - start > len(room.letters):
            return 0
        for at in range(start, end):
            room.letters[length] = words.blob[at]
            length += 1
    return length


@inner
def _read_glued(room: Room, listed: Listed, query: Query, whole: Whole, least: float) -> None:
    """Touch the names that hold two neighbouring words of the query as one (SHANG HAI)."""
    left, ours = query.left, query.ours
    room.glued[:] = -1
    for i in range(len(ours) - 1):
        other = listed_word(listed, Letters(room.letters, 0, _joined(room, left.words, ours[i : i + 2])))
        room.glued[i] = other
        if other >= 0:
            both = left.weight[ours[i]] + left.weight[ours[i + 1]]
            gain = (both + listed.weight[other]) / 2.0
            common = listed.posting_first[other + 1] - listed.posting_first[other] > COMMON
            rest = 0.0 if common else whole.weight - both
            _read_posting(room, listed, other, GLUED, gain, 2.0 * (gain + rest) / least - whole.weight)


@inner
def _read_key(room: Room, listed: Listed, key: np.uint64, total: float) -> None:
    begin, end = bucket_of(listed.whole, key)
    for at in range(begin, min(end, begin + MOST_READ)):
        if key and listed.whole.keys[at] == key:
            _touch(room, listed.whole.values[at], WHOLE, total)


@inner
def _read_whole(room: Room, listed: Listed, query: Query, total: float) -> None:
    """Touch the names that are the query in other order, with other spaces, or as initials, and the reverse."""
    words, ours = query.left.words, query.ours
    size = len(ours)
    _read_key(room, listed, set_key(words.hashes, ours, 0, size), total)
    _read_key(room, listed, letters_key(words, ours, 0, size), total)
    _read_key(room, listed, acronym_key(words, ours, 0, size, LONG, 0), total)
    _read_key(room, listed, initials_key(words, ours, 0, size, SHORT, np.uint8(0)), total)
    for letter in FORM_LETTERS:
        _read_key(room, listed, initials_key(words, ours, 0, size, SHORT, np.uint8(letter)), total)
        if words.blob[words.starts[ours[-1] + 1] - 1] == letter:
            _read_key(room, listed, acronym_key(words, ours, 0, size, LONG, 1), total)


@inner
def touch_names(room: Room, listed: Listed, query: Query, whole: Whole, rules: Rules) -> None:
    """Touch the listed names that may be the query."""
    room.held[0] = 0
    _read_words(room, listed, query, whole, rules)
    _read_glued(room, listed, query, whole, rules.least_share)
    _read_whole(room, listed, query, whole.weight)
