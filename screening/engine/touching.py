"""The listed names that share words with a name, found by its heaviest words, and how much weight they share."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import inner
from screening.engine.listed import COMMON, Held, Listed
from screening.engine.marking import Marks, Query, gained_by_cut, new_marks
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
from screening.engine.reaching import is_own, most_with
from screening.engine.tables import bucket_of
from screening.engine.tokens import MOST_WORDS

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


class Room(NamedTuple):
    """Room for the names that one query touches.

    ``seen`` says by listed name how it was touched (0: not, as all between queries); the names ``touched`` are
    ``held[0]``; ``order`` is the places of the words of the query that find names, the heaviest first.
    """

    marks: Marks
    seen: NDArray[np.uint8]
    touched: NDArray[np.int32]
    held: NDArray[np.int32]
    order: NDArray[np.int32]


def new_room(names: int, words: int) -> Room:
    """Return room to touch a list of ``names`` names of ``words`` words."""
    return Room(
        new_marks(words),
        np.zeros(names, np.uint8),
        np.empty(MOST_TOUCHED, np.int32),
        np.zeros(1, np.int32),
        np.empty(MOST_WORDS, np.int32),
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


class Asked(NamedTuple):
    """What is asked of the names that hold a listed word.

    How many words the query has; weights in nats, of both names together: what the query weighs, what is shared by a
    last word that was cut, the most that a name may share; and what share (0..1) of all weight is enough.
    """

    words: int
    whole: float
    cut: float
    most: float
    least: float


@inner
def _may_share(marks: Marks, bits: np.uint64, asked: Asked, enough: float) -> bool:
    """Tell whether the words of a name may share enough, by their bits."""
    shared = asked.cut
    for i in range(asked.words):
        if bits & marks.bits[i]:
            shared += marks.most[i]
    return shared >= enough


@inner
def _shares(marks: Marks, held: Held, at: int, shared: float, enough: float) -> bool:
    """Tell whether the words of a name share enough, by its heaviest words; further ones count as shared."""
    shared += 2.0 * held.rest[at]
    for word in held.words[at]:
        if word >= 0:
            shared += marks.gain[word]
    return shared >= enough


@inner
def _read_posting(room: Room, listed: Listed, word: int, asked: Asked) -> None:
    """Touch the names that hold a listed word and share enough weight with the query in all."""
    begin, end = listed.posting_first[word], listed.posting_first[word + 1]
    held = listed.held
    for at in range(begin, min(end, begin + MOST_READ)):
        enough = asked.least * (asked.whole + held.heavy[at])
        if enough > asked.most:
            return
        if not _may_share(room.marks, held.bits[at], asked, enough):
            continue
        if _shares(room.marks, held, at, asked.cut, enough):
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
def _asked(listed: Listed, query: Query, word: int, gain: float, rest: float, least: float) -> Asked:
    """Return what is asked of the names that hold a listed word, which shares ``gain``, and others ``rest`` besides."""
    cut = gained_by_cut(query)
    rest = 0.0 if _is_common(listed, word) else rest
    return Asked(len(query.ours), query.whole.weight, cut, gain + 2.0 * rest + cut, least)


@inner
def _read_word(room: Room, listed: Listed, query: Query, rules: Rules, i: int, rest: float) -> bool:
    """Touch the names that hold what a word of the query may stand for; tell whether all of them were read."""
    left, widened, word = query.left, query.widened, query.ours[i]
    every = True
    for at in range(widened.first[word], widened.first[word + 1]):
        other, share = widened.word[at], widened.alike[at]
        if most_with(query.whole, left, word, listed.rarity[other], share, rules.points) < rules.least_points:
            continue
        gain = share * (left.weight[word] + listed.weight[other])
        _read_posting(room, listed, other, _asked(listed, query, other, gain, rest, rules.least_share))
        if _is_common(listed, other):
            every = False
            if other == widened.number[word]:
                _read_pairs(room, listed, query, i)
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
        unread = rest if _read_word(room, listed, query, rules, i, rest) else unread


@inner
def _read_glued(room: Room, listed: Listed, query: Query, least: float) -> None:
    """Touch the names that hold two neighbouring words of the query as one."""
    for i in range(len(query.ours)):
        other = room.marks.glued[i]
        if other >= 0:
            both = query.left.weight[query.ours[i]] + query.left.weight[query.ours[i + 1]]
            gain = both + listed.weight[other]
            _read_posting(room, listed, other, _asked(listed, query, other, gain, query.whole.weight - both, least))


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
    _read_words(room, listed, query, rules)
    _read_glued(room, listed, query, rules.least_share)
    _read_whole(room, listed, query)
