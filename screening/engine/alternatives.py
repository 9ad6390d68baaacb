"""The listed words that one word may stand for: misspelt, heard, scanned or written together."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import inner
from screening.engine.listed import LEAST_GRAMMED, Listed, listed_word
from screening.engine.spelling import LEAST_LETTERS, LONGEST_WORD, deletion_key, gram_at
from screening.engine.tables import bucket_of
from screening.engine.tokens import Letters
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import MEANT_ALIKE, Words, words_alike

MOST_ALIKE: Final = 12  # listed words that a word may stand for, the likeliest ones
KNOWN: Final = 64  # a word that so many listed names hold is what it says, not another one misspelt
LEAST_PART: Final = 3  # letters of each part of a word that is two words written together
MOST_GRAMS: Final = 6  # groups of three letters, the rarest of a word, by which words like it are looked for
MOST_GRAMMED: Final = 1_024  # listed words that hold a group before it finds nobody in particular
LEAST_SHARED: Final = 2  # of these groups that two words must share
SURE: Final = 0.85  # a word that has an alternative as alike as this is not looked for further
_WIDENED: Final = np.array([kind in (WordClass.OWN, WordClass.GENERIC, WordClass.PLACE) for kind in WordClass])


class Alternatives(NamedTuple):
    """Room for the listed words that one word may stand for: the first ``held[0]`` of ``word``, as alike as ``share``.

    They stand for the share ``covers`` of the word.
    ``seen`` counts, by listed word, the groups of letters it shares, all zero between words; ``touched`` are those
    counted; ``gram`` are the rarest groups of letters of the word, ``holders`` how many listed words have each.
    """

    word: NDArray[np.int32]
    share: NDArray[np.float32]
    covers: NDArray[np.float32]
    held: NDArray[np.int32]
    seen: NDArray[np.uint8]
    touched: NDArray[np.int32]
    gram: NDArray[np.int32]
    holders: NDArray[np.int32]


def new_alternatives(words: int) -> Alternatives:
    """Return room for the alternatives of one word at a time, on a list of ``words`` words."""
    return Alternatives(
        np.empty(MOST_ALIKE, np.int32),
        np.empty(MOST_ALIKE, np.float32),
        np.empty(MOST_ALIKE, np.float32),
        np.zeros(1, np.int32),
        np.zeros(words + 1, np.uint8),
        np.empty(words + 1, np.int32),
        np.empty(MOST_GRAMS + 1, np.int32),
        np.empty(MOST_GRAMS + 1, np.int32),
    )


@inner
def add(room: Alternatives, word: int, share: float, covers: float) -> None:
    """Keep a listed word among the likeliest ones, each once."""
    count = room.held[0]
    worst = 0
    for i in range(count):
        if room.word[i] == word:
            room.share[i], room.covers[i] = max(room.share[i], share), max(room.covers[i], covers)
            return
        if room.share[i] < room.share[worst]:
            worst = i
    if count < MOST_ALIKE:
        worst = count
        room.held[0] += 1
    elif room.share[worst] >= share:
        return
    room.word[worst], room.share[worst], room.covers[worst] = word, share, covers


@inner
def _add_by_key(listed: Listed, words: Words, word: int, key: np.uint64, room: Alternatives) -> None:
    """Add the listed words that stand under a spelling key and are alike."""
    begin, stop = bucket_of(listed.key_table, key)
    for at in range(begin, stop):
        if listed.key_table.keys[at] == key:
            other = listed.key_table.values[at]
            share = words_alike(words, word, listed.words, other)
            if share > 0.0:
                add(room, other, share, share)


@inner
def add_by_hash(listed: Listed, key: np.uint64, room: Alternatives) -> None:
    """Add the listed word that one with one or two letters wrong, or cut, may mean."""
    begin, stop = bucket_of(listed.word_table, key)
    for at in range(begin, stop):
        if listed.word_table.keys[at] == key:
            add(room, listed.word_table.values[at], MEANT_ALIKE, MEANT_ALIKE)


@inner
def _rarest_grams(listed: Listed, words: Words, word: int, room: Alternatives) -> None:
    """Fill ``room.gram`` with the groups of three letters of a word that fewest listed words hold, then -1."""
    start, end = words.starts[word], words.starts[word + 1]
    room.gram[:] = -1
    room.holders[:] = MOST_GRAMMED + 1
    for at in range(start, min(end, start + LONGEST_WORD)):
        gram = gram_at(words.blob, at, start, end)
        holders = listed.gram_first[gram + 1] - listed.gram_first[gram]
        place = MOST_GRAMS
        while holders and place > 0 and holders < room.holders[place - 1]:
            room.gram[place], room.holders[place] = room.gram[place - 1], room.holders[place - 1]
            place -= 1
        if holders and place < MOST_GRAMS:
            room.gram[place], room.holders[place] = gram, holders
    room.gram[MOST_GRAMS] = -1


@inner
def _count_grams(listed: Listed, words: Words, word: int, room: Alternatives) -> int:
    """Count the groups of letters that listed words share with ``word``; return how many words these are."""
    touched = 0
    _rarest_grams(listed, words, word, room)
    for gram in room.gram:
        if gram < 0:
            break
        for place in range(listed.gram_first[gram], listed.gram_first[gram + 1]):
            other = listed.gram[place]
            if room.seen[other] == 0:
                room.touched[touched] = other
                touched += 1
            room.seen[other] += 1
    return touched


@inner
def _add_by_grams(listed: Listed, words: Words, word: int, room: Alternatives) -> None:
    """Add the listed words that share groups of three letters with ``word`` and are alike."""
    for place in range(_count_grams(listed, words, word, room)):
        other = room.touched[place]
        share = words_alike(words, word, listed.words, other) if room.seen[other] >= LEAST_SHARED else 0.0
        room.seen[other] = 0
        if share > 0.0:
            add(room, other, share, share)


@inner
def _add_parts(listed: Listed, words: Words, word: int, room: Alternatives) -> None:
    """Add the two listed words that ``word`` is when written together (TIANJINJIEMAO)."""
    start, end = words.starts[word], words.starts[word + 1]
    for cut in range(start + LEAST_PART, end - LEAST_PART + 1):
        head = listed_word(listed, Letters(words.blob, start, cut))
        tail = listed_word(listed, Letters(words.blob, cut, end)) if head >= 0 else -1
        if tail >= 0:
            add(room, head, 1.0, (cut - start) / (end - start))
            add(room, tail, 1.0, (end - cut) / (end - start))


@inner
def _surest(room: Alternatives) -> float:
    """Return how alike the likeliest alternative is, 0 if there is none."""
    surest = 0.0
    for i in range(room.held[0]):
        surest = max(surest, room.share[i])
    return surest


@inner
def add_alike(listed: Listed, words: Words, word: int, room: Alternatives, deep: bool) -> None:
    """Add the listed words that ``word`` may be misspelt for."""
    start, end = words.starts[word], words.starts[word + 1]
    _add_by_key(listed, words, word, words.spelled.sounds[word], room)
    _add_by_key(listed, words, word, words.spelled.shapes[word], room)
    for without in range(start - 1, min(end, start + LONGEST_WORD)):
        key = deletion_key(words.blob, start, end, -1 if without < start else without)
        _add_by_key(listed, words, word, key, room)
    if end - start >= 2 * LEAST_PART:
        _add_parts(listed, words, word, room)
    if end - start >= LEAST_GRAMMED and (room.held[0] == 0 or (deep and _surest(room) < SURE)):
        _add_by_grams(listed, words, word, room)


@inner
def may_be_others(listed: Listed, words: Words, word: int, number: int) -> bool:
    """Tell whether a word may stand for others than itself."""
    known = number >= 0 and listed.posting_first[number + 1] - listed.posting_first[number] > KNOWN
    long = words.starts[word + 1] - words.starts[word] >= LEAST_LETTERS
    return bool(long and not known and _WIDENED[words.kinds[word] & 63])
