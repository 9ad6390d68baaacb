"""The listed names that share words with a name, found by its heaviest words, and how much weight they share."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import inner
from screening.engine.listed import COMMON, Listed, bit_of
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
SHARES, WHOLE = 1, 2  # how a name was touched: it shares words with the query, or is the query as a whole


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
    whole: Whole


class Room(NamedTuple):
    """Room for the names that one query touches.

    ``seen`` says by listed name how it was touched (0: not, as all between queries); the names ``touched`` are
    ``held[0]``.  By word of the query: ``most``, the weight (nats) that a listed name may share by it; ``bits``, those
    of the listed words it may stand for (:func:`bit_of`); ``glued``, the listed word that it and the next one are
    together (-1: none); ``order``, the places of the words that find names, the heaviest first.
    """

    seen: NDArray[np.uint8]
    touched: NDArray[np.int32]
    held: NDArray[np.int32]
    most: NDArray[np.float32]
    bits: NDArray[np.uint64]
    glued: NDArray[np.int32]
    order: NDArray[np.int32]
    letters: NDArray[np.uint8]


def new_room(names: int) -> Room:
    """Return room to touch a list of ``names`` names."""
    return Room(
        np.zeros(names, np.uint8),
        np.empty(MOST_TOUCHED, np.int32),
        np.zeros(1, np.int32),
        np.empty(MOST_WORDS, np.float32),
        np.empty(MOST_WORDS, np.uint64),
        np.empty(MOST_WORDS + 1, np.int32),
        np.empty(MOST_WORDS, np.int32),
        np.empty(256, np.uint8),
    )


@inner
def _touch(room: Room, name: int, how: int) -> None:
    if room.seen[name] == 0:
        if room.held[0] == MOST_TOUCHED:
            return
        room.touched[room.held[0]] = name
        room.held[0] += 1
    room.seen[name] = max(room.seen[name], how)


@inner
def _is_common(listed: Listed, word: int) -> bool:
    return bool(listed.posting_first[word + 1] - listed.posting_first[word] > COMMON)


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
def _find_glued(room: Room, listed: Listed, query: Query) -> None:
    """Find the listed words that two neighbouring words of the query are together (SHANG HAI)."""
    ours = query.ours
    room.glued[:] = -1
    for i in range(len(ours) - 1):
        length = _joined(room, query.left.words, ours[i : i + 2])
        room.glued[i] = listed_word(listed, Letters(room.letters, 0, length)) if length else -1


@inner
def _look_ahead(room: Room, listed: Listed, query: Query) -> None:
    """Fill in what each word of the query may share, and by which listed words."""
    left, widened, last = query.left, query.widened, len(query.ours) - 1
    for i in range(last + 1):
        word = query.ours[i]
        most, bits = 0.0, np.uint64(0)
        for at in range(widened.first[word], widened.first[word + 1]):
            other = widened.word[at]
            most = max(most, widened.alike[at] * (left.weight[word] + listed.weight[other]) / 2.0)
            bits |= bit_of(other)
        room.most[i], room.bits[i] = most, bits
    for i in range(last):
        if room.glued[i] >= 0:
            for part in range(i, i + 2):
                room.bits[part] |= bit_of(room.glued[i])
                room.most[part] = max(room.most[part], left.weight[query.ours[part]])
    if query.cut:  # the last word may be the beginning of any
        room.bits[last] = ~np.uint64(0)
        room.most[last] = max(room.most[last], left.weight[query.ours[last]])


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


class Turn(NamedTuple):
    """The place of the word whose turn it is, what it shares with the names it finds, and what others may besides."""

    i: int
    gain: float
    rest: float


@inner
def _read_posting(room: Room, listed: Listed, query: Query, word: int, turn: Turn, least: float) -> None:
    """Touch the names that hold a listed word and, by the bits of their words, may share enough weight in all.

    ``least`` is the share of all weight, half of it here as it is counted once for both names.
    """
    begin, end = listed.posting_first[word], listed.posting_first[word + 1]
    for at in range(begin, min(end, begin + MOST_READ)):
        enough = least / 2.0 * (query.whole.weight + listed.posting_heavy[at])
        if enough > turn.gain + turn.rest:
            return
        shared, bits = turn.gain, listed.posting_bits[at]
        for i in range(len(query.ours)):
            if i != turn.i and bits & room.bits[i]:
                shared += room.most[i]
        if shared >= enough:
            _touch(room, listed.posting[at], SHARES)


@inner
def _read_pairs(room: Room, listed: Listed, query: Query, i: int) -> None:
    """Touch the names that hold the common word ``i`` of the query and another common one of it."""
    numbers = query.widened.number
    number = numbers[query.ours[i]]
    for word in query.ours:
        other = numbers[word]
        if other < 0 or other == number or not _is_common(listed, other):
            continue
        key = pair_key(number, other)
        begin, end = bucket_of(listed.pairs, key)
        for at in range(begin, min(end, begin + MOST_READ)):
            if listed.pairs.keys[at] == key:
                _touch(room, listed.pairs.values[at], SHARES)


@inner
def _read_word(room: Room, listed: Listed, query: Query, rules: Rules, turn: Turn) -> bool:
    """Touch the names that hold what a word of the query may stand for; tell whether all of them were read."""
    left, widened, word = query.left, query.widened, query.ours[turn.i]
    every = True
    for at in range(widened.first[word], widened.first[word + 1]):
        other, share = widened.word[at], widened.alike[at]
        if most_with(query.whole, left, word, listed.rarity[other], share, rules.points) < rules.least_points:
            continue
        gain = share * (left.weight[word] + listed.weight[other]) / 2.0
        common = _is_common(listed, other)
        rest = 0.0 if common else turn.rest
        _read_posting(room, listed, query, other, Turn(turn.i, gain, rest), rules.least_share)
        if common and other == widened.number[word]:
            _read_pairs(room, listed, query, turn.i)
        every = every and not common
    return every


@inner
def _read_words(room: Room, listed: Listed, query: Query, rules: Rules) -> None:
    """Touch the names that share words with the query, heaviest words first.

    A name agrees to at least the least share only if it shares least / (2 - least) of the query's weight:
    once the words whose names were not all read weigh less, they find nobody new.
    """
    left, least = query.left, rules.least_share
    unread = query.whole.weight
    for place in range(_by_weight(room, left, query.ours, rules.deep)):
        if unread < least / (2.0 - least) * query.whole.weight:
            break
        i = room.order[place]
        rest = unread - left.weight[query.ours[i]]
        unread = rest if _read_word(room, listed, query, rules, Turn(i, 0.0, rest)) else unread


@inner
def _read_glued(room: Room, listed: Listed, query: Query, least: float) -> None:
    """Touch the names that hold two neighbouring words of the query as one."""
    left, ours = query.left, query.ours
    for i in range(len(ours) - 1):
        other = room.glued[i]
        if other >= 0:
            both = left.weight[ours[i]] + left.weight[ours[i + 1]]
            rest = 0.0 if _is_common(listed, other) else query.whole.weight - both
            gain = (listed.weight[other] - both) / 2.0  # each of the two counts on its own as well
            _read_posting(room, listed, query, other, Turn(-1, max(gain, 0.0), rest + both), least)


@inner
def _read_key(room: Room, listed: Listed, key: np.uint64) -> None:
    begin, end = bucket_of(listed.whole, key)
    for at in range(begin, min(end, begin + MOST_READ)):
        if key and listed.whole.keys[at] == key:
            _touch(room, listed.whole.values[at], WHOLE)


@inner
def _read_whole(room: Room, listed: Listed, query: Query) -> None:
    """Touch the names that are the query in other order, with other spaces, or as initials, and the reverse."""
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
def touch_names(room: Room, listed: Listed, query: Query, rules: Rules) -> None:
    """Touch the listed names that may be the query."""
    room.held[0] = 0
    _find_glued(room, listed, query)
    _look_ahead(room, listed, query)
    _read_words(room, listed, query, rules)
    _read_glued(room, listed, query, rules.least_share)
    _read_whole(room, listed, query)
