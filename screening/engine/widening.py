"""The words of a batch looked up on the list, each once: the listed word it is, and those it may stand for."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, in_threads
from screening.engine.listed import LEAST_GRAMMED, Listed
from screening.engine.normalise import Words
from screening.engine.rarity import rarity_of, weight_of
from screening.engine.spelling import LEAST_LETTERS, LONGEST_WORD, alike, deletion_key, gram_at
from screening.engine.tables import KeyTable, bucket_of, same_letters
from screening.engine.tokens import hash_of
from screening.engine.vocabulary import WordClass

CHUNK: Final = 4_096  # words that one thread widens at a time
MOST_ALIKE: Final = 12  # listed words that a word may stand for, the likeliest ones
MEANT_ALIKE: Final = 0.85  # of a word to the word that its one misspelling stands for
KNOWN: Final = 64  # a word that so many listed names hold is what it says, not another one misspelt
LEAST_PART: Final = 3  # letters of each part of a word that is two words written together
MOST_GRAMS: Final = 6  # groups of three letters, the rarest of a word, by which words like it are looked for
MOST_GRAMMED: Final = 1_024  # listed words that hold a group before it finds nobody in particular
LEAST_SHARED: Final = 2  # of these groups that two words must share
SURE: Final = 0.85  # a word that has an alternative as alike as this is not looked for further
UNKNOWN_WEIGHS: Final = (
    0.6  # share of its weight that a word keeps which neither the list nor the background has: misspelt, or junk
)
_WIDENED: Final = np.array([WordClass.OWN, WordClass.GENERIC, WordClass.PLACE], np.uint8)


class Widened(NamedTuple):
    """What the list makes of the words of a batch.

    ``number`` is the listed word a word is (-1: none), ``rarity`` and ``weight`` are in nats,
    ``crowd`` is the logarithm of how many listed words it may stand for; the listed words it may
    stand for are ``word[first[w]:first[w + 1]]``, itself included, as alike (0..1) as ``alike`` says.
    """

    number: NDArray[np.int32]
    rarity: NDArray[np.float32]
    weight: NDArray[np.float32]
    crowd: NDArray[np.float32]
    first: NDArray[np.int32]
    word: NDArray[np.int32]
    alike: NDArray[np.float32]


@compiled
def listed_word(listed: Listed, blob: NDArray[np.uint8], start: int, end: int) -> int:
    """Return the number of the listed word with these letters, -1 if there is none."""
    key = hash_of(blob, start, end)
    begin, stop = bucket_of(listed.word_table, key)
    for at in range(begin, stop):
        if listed.word_table.keys[at] == key:
            word = listed.word_table.values[at]
            if same_letters(
                blob, start, end, listed.words.blob, listed.words.starts[word], listed.words.starts[word + 1]
            ):
                return int(word)
    return -1


@compiled
def _numbers(listed: Listed, words: Words) -> NDArray[np.int32]:
    numbers = np.empty(len(words.kinds), np.int32)
    for word in range(len(numbers)):
        numbers[word] = listed_word(listed, words.blob, words.starts[word], words.starts[word + 1])
    return numbers


@compiled
def words_alike(left: Words, word: int, right: Words, other: int) -> float:
    """Return how alike a word is to one of another table, 0..1; one misspelt is alike to what it may mean."""
    if left.meant[word] == right.hashes[other] or right.meant[other] == left.hashes[word]:
        return MEANT_ALIKE
    return alike(
        left.blob,
        left.starts[word],
        left.starts[word + 1],
        left.spelled,
        word,
        right.blob,
        right.starts[other],
        right.starts[other + 1],
        right.spelled,
        other,
    )


@compiled
def _add(found: NDArray[np.int32], shares: NDArray[np.float32], count: int, word: int, share: float) -> int:
    """Keep a listed word among the likeliest ones, each once; return how many there are."""
    for i in range(count):
        if found[i] == word:
            shares[i] = max(shares[i], share)
            return count
    if count < MOST_ALIKE:
        found[count] = word
        shares[count] = share
        return count + 1
    worst = 0
    for i in range(1, count):
        if shares[i] < shares[worst]:
            worst = i
    if shares[worst] < share:
        found[worst] = word
        shares[worst] = share
    return count


@compiled
def _add_by_key(
    table: KeyTable,
    key: np.uint64,
    listed: Listed,
    words: Words,
    word: int,
    found: NDArray[np.int32],
    shares: NDArray[np.float32],
    count: int,
) -> int:
    """Add the listed words that stand under ``key`` and are alike; return how many there are."""
    begin, stop = bucket_of(table, key)
    for at in range(begin, stop):
        if table.keys[at] != key:
            continue
        other = table.values[at]
        share = words_alike(words, word, listed.words, other)
        if share > 0.0:
            count = _add(found, shares, count, other, share)
    return count


@compiled
def _add_by_hash(
    listed: Listed, key: np.uint64, found: NDArray[np.int32], shares: NDArray[np.float32], count: int
) -> int:
    """Add the listed word that a misspelt one may mean."""
    begin, stop = bucket_of(listed.word_table, key)
    for at in range(begin, stop):
        if listed.word_table.keys[at] == key:
            return _add(found, shares, count, listed.word_table.values[at], MEANT_ALIKE)
    return count


@compiled
def _rarest_grams(listed: Listed, words: Words, word: int) -> NDArray[np.int32]:
    """Return the groups of three letters of a word that fewest listed words hold, at most MOST_GRAMS, then -1."""
    start, end = words.starts[word], words.starts[word + 1]
    rarest = np.full(MOST_GRAMS + 1, -1, np.int32)
    held = np.full(MOST_GRAMS + 1, MOST_GRAMMED + 1, np.int32)
    for at in range(start, min(end, start + LONGEST_WORD)):
        gram = gram_at(words.blob, at, start, end)
        holders = listed.gram_first[gram + 1] - listed.gram_first[gram]
        place = MOST_GRAMS
        while holders and place > 0 and holders < held[place - 1]:
            rarest[place], held[place] = rarest[place - 1], held[place - 1]
            place -= 1
        if holders and place < MOST_GRAMS:
            rarest[place], held[place] = gram, holders
    rarest[MOST_GRAMS] = -1
    return rarest


@compiled
def _add_by_grams(
    listed: Listed,
    words: Words,
    word: int,
    found: NDArray[np.int32],
    shares: NDArray[np.float32],
    count: int,
    shared: NDArray[np.uint8],
    touched: NDArray[np.int32],
) -> int:
    """Add the listed words that share groups of three letters with ``word``; ``shared`` is room, all zero."""
    seen = 0
    for gram in _rarest_grams(listed, words, word):
        if gram < 0:
            break
        for place in range(listed.gram_first[gram], listed.gram_first[gram + 1]):
            other = listed.gram[place]
            if shared[other] == 0 and seen < len(touched):
                touched[seen] = other
                seen += 1
            shared[other] += 1
    for i in range(seen):
        other = touched[i]
        if shared[other] >= LEAST_SHARED:
            share = words_alike(words, word, listed.words, other)
            if share > 0.0:
                count = _add(found, shares, count, other, share)
        shared[other] = 0
    return count


@compiled
def _add_parts(
    listed: Listed, words: Words, word: int, found: NDArray[np.int32], shares: NDArray[np.float32], count: int
) -> int:
    """Add the two listed words that ``word`` is when written together (TIANJINJIEMAO)."""
    start, end = words.starts[word], words.starts[word + 1]
    for cut in range(start + LEAST_PART, end - LEAST_PART + 1):
        head = listed_word(listed, words.blob, start, cut)
        if head < 0:
            continue
        tail = listed_word(listed, words.blob, cut, end)
        if tail >= 0:
            count = _add(found, shares, count, head, 1.0)
            count = _add(found, shares, count, tail, 1.0)
    return count


@compiled
def _widen(
    begin: int,
    stop: int,
    listed: Listed,
    words: Words,
    numbers: NDArray[np.int32],
    widened: NDArray[np.uint8],
    deep: bool,
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    """Return, for the words ``begin`` to ``stop``, how many listed words each may stand for, these, and how alike."""
    counts = np.zeros(stop - begin, np.int32)
    alternatives = np.empty(MOST_ALIKE * (stop - begin), np.int32)
    likeness = np.empty(MOST_ALIKE * (stop - begin), np.float32)
    found = np.empty(MOST_ALIKE, np.int32)
    shares = np.empty(MOST_ALIKE, np.float32)
    shared = np.zeros(len(listed.words.kinds) + 1, np.uint8)
    touched = np.empty(len(listed.words.kinds) + 1, np.int32)
    filled = 0
    for word in range(begin, stop):
        count = 0
        number = numbers[word]
        if number >= 0:
            count = _add(found, shares, count, number, 1.0)
        if words.meant[word]:
            count = _add_by_hash(listed, words.meant[word], found, shares, count)
        start, end = words.starts[word], words.starts[word + 1]
        known = number >= 0 and listed.posting_first[number + 1] - listed.posting_first[number] > KNOWN
        if widened[words.kinds[word] & 63] and not known and end - start >= LEAST_LETTERS:
            table = listed.key_table
            key = words.spelled.sounds[word]
            count = _add_by_key(table, key, listed, words, word, found, shares, count)
            key = words.spelled.shapes[word]
            count = _add_by_key(table, key, listed, words, word, found, shares, count)
            for without in range(start - 1, min(end, start + LONGEST_WORD)):
                key = deletion_key(words.blob, start, end, -1 if without < start else without)
                count = _add_by_key(table, key, listed, words, word, found, shares, count)
            if end - start >= 2 * LEAST_PART:
                count = _add_parts(listed, words, word, found, shares, count)
            if end - start >= LEAST_GRAMMED and (count == 0 or (deep and shares[:count].max() < SURE)):
                count = _add_by_grams(listed, words, word, found, shares, count, shared, touched)
        for i in range(count):
            alternatives[filled] = found[i]
            likeness[filled] = shares[i]
            filled += 1
        counts[word - begin] = count
    return counts, alternatives[:filled].copy(), likeness[:filled].copy()


def widen(listed: Listed, words: Words, *, deep: bool) -> Widened:
    """Return what the list makes of the words of a batch; ``deep`` also looks for two misspellings in a word.

    A word that is like no listed one by a single misspelling is looked for in that way whatever the search.
    """
    numbers = _numbers(listed, words)
    on_list = numbers >= 0
    held = np.diff(listed.posting_first)
    listed_by = np.where(on_list, held[np.where(on_list, numbers, 0)] if len(held) else 0, 0).astype(np.int32)
    rarity = rarity_of(words.counts, listed_by, len(listed.heavy))
    widened = np.zeros(64, np.uint8)
    widened[_WIDENED] = 1
    parts = in_threads(
        lambda begin, end: _widen(begin, end, listed, words, numbers, widened, deep), len(numbers), CHUNK
    )
    counts, word, likeness = (np.concatenate(column) for column in zip(*parts, strict=True))
    first = np.zeros(len(numbers) + 1, np.int32)
    np.cumsum(counts, out=first[1:])
    crowd = np.log(np.maximum(counts, 1)).astype(np.float32)
    weight = weight_of(rarity, words.kinds) * np.where(on_list | (words.counts > 0), 1.0, UNKNOWN_WEIGHS).astype(
        np.float32
    )
    return Widened(numbers, rarity, weight, crowd, first, word, likeness)
