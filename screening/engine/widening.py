"""The words of a batch looked up on the list, each once: the listed word it is, and those it may stand for."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, in_threads
from screening.engine.listed import LEAST_GRAMMED, Listed
from screening.engine.rarity import rarity_of, weight_of
from screening.engine.spelling import LEAST_LETTERS, LONGEST_WORD, Keys, alike, deletion_key, gram_at
from screening.engine.tables import bucket_of, same_letters
from screening.engine.tokens import Letters, hash_of
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import Words

CHUNK: Final = 4_096  # words that one thread widens at a time
MOST_ALIKE: Final = 12  # listed words that a word may stand for, the likeliest ones
MEANT_ALIKE: Final = 0.85  # of a word to the word that its one misspelling stands for
KNOWN: Final = 64  # a word that so many listed names hold is what it says, not another one misspelt
LEAST_PART: Final = 3  # letters of each part of a word that is two words written together
MOST_GRAMS: Final = 6  # groups of three letters, the rarest of a word, by which words like it are looked for
MOST_GRAMMED: Final = 1_024  # listed words that hold a group before it finds nobody in particular
LEAST_SHARED: Final = 2  # of these groups that two words must share
SURE: Final = 0.85  # a word that has an alternative as alike as this is not looked for further
UNKNOWN_WEIGHS: Final = 0.6  # share of its weight that a word nobody knows keeps: it is misspelt, or junk
_PLACE: Final = int(WordClass.PLACE)
_WIDENED: Final = np.array([kind in (WordClass.OWN, WordClass.GENERIC, WordClass.PLACE) for kind in WordClass])


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


class Alternatives(NamedTuple):
    """Room for the listed words that one word may stand for: the first ``held[0]`` of ``word``, as alike as ``share``.

    ``seen`` counts, by listed word, the groups of letters it shares, all zero between words; ``touched`` are those
    counted.
    """

    word: NDArray[np.int32]
    share: NDArray[np.float32]
    held: NDArray[np.int32]
    seen: NDArray[np.uint8]
    touched: NDArray[np.int32]


@compiled
def _letters(words: Words, word: int) -> Letters:
    return Letters(words.blob, words.starts[word], words.starts[word + 1])


@compiled
def _keys(words: Words, word: int) -> Keys:
    spelled = words.spelled
    return Keys(spelled.sounds[word], spelled.shapes[word], spelled.letters[word])


@compiled
def listed_word(listed: Listed, letters: Letters) -> int:
    """Return the number of the listed word with these letters, -1 if there is none."""
    key = hash_of(letters.blob, letters.start, letters.end)
    begin, stop = bucket_of(listed.word_table, key)
    for at in range(begin, stop):
        word = listed.word_table.values[at]
        if listed.word_table.keys[at] == key and same_letters(letters, _letters(listed.words, word)):
            return int(word)
    return -1


@compiled
def _numbers(listed: Listed, words: Words) -> NDArray[np.int32]:
    numbers = np.empty(len(words.kinds), np.int32)
    for word in range(len(numbers)):
        numbers[word] = listed_word(listed, _letters(words, word))
    return numbers


@compiled
def words_alike(left: Words, word: int, right: Words, other: int) -> float:
    """Return how alike a word is to one of another table, 0..1; one misspelt is alike to what it may mean.

    Two known places under different canonical names are two places, however near they are spelt (HEBEI, HEFEI).
    """
    if left.kinds[word] & 63 == _PLACE and right.kinds[other] & 63 == _PLACE:
        return 1.0 if left.hashes[word] == right.hashes[other] else 0.0
    if left.meant[word] == right.hashes[other] or right.meant[other] == left.hashes[word]:
        return MEANT_ALIKE
    return alike(_letters(left, word), _keys(left, word), _letters(right, other), _keys(right, other))


@compiled
def _add(room: Alternatives, word: int, share: float) -> None:
    """Keep a listed word among the likeliest ones, each once."""
    count = room.held[0]
    worst = 0
    for i in range(count):
        if room.word[i] == word:
            room.share[i] = max(room.share[i], share)
            return
        if room.share[i] < room.share[worst]:
            worst = i
    if count < MOST_ALIKE:
        worst = count
        room.held[0] += 1
    elif room.share[worst] >= share:
        return
    room.word[worst], room.share[worst] = word, share


@compiled
def _add_by_key(listed: Listed, words: Words, word: int, key: np.uint64, room: Alternatives) -> None:
    """Add the listed words that stand under a spelling key and are alike."""
    begin, stop = bucket_of(listed.key_table, key)
    for at in range(begin, stop):
        if listed.key_table.keys[at] == key:
            other = listed.key_table.values[at]
            share = words_alike(words, word, listed.words, other)
            if share > 0.0:
                _add(room, other, share)


@compiled
def _add_by_hash(listed: Listed, key: np.uint64, room: Alternatives) -> None:
    """Add the listed word that a misspelt one may mean."""
    begin, stop = bucket_of(listed.word_table, key)
    for at in range(begin, stop):
        if listed.word_table.keys[at] == key:
            _add(room, listed.word_table.values[at], MEANT_ALIKE)


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
def _count_grams(listed: Listed, words: Words, word: int, room: Alternatives) -> int:
    """Count the groups of letters that listed words share with ``word``; return how many words these are."""
    touched = 0
    for gram in _rarest_grams(listed, words, word):
        if gram < 0:
            break
        for place in range(listed.gram_first[gram], listed.gram_first[gram + 1]):
            other = listed.gram[place]
            if room.seen[other] == 0:
                room.touched[touched] = other
                touched += 1
            room.seen[other] += 1
    return touched


@compiled
def _add_by_grams(listed: Listed, words: Words, word: int, room: Alternatives) -> None:
    """Add the listed words that share groups of three letters with ``word`` and are alike."""
    for other in room.touched[: _count_grams(listed, words, word, room)]:
        share = words_alike(words, word, listed.words, other) if room.seen[other] >= LEAST_SHARED else 0.0
        room.seen[other] = 0
        if share > 0.0:
            _add(room, other, share)


@compiled
def _add_parts(listed: Listed, words: Words, word: int, room: Alternatives) -> None:
    """Add the two listed words that ``word`` is when written together (TIANJINJIEMAO)."""
    start, end = words.starts[word], words.starts[word + 1]
    for cut in range(start + LEAST_PART, end - LEAST_PART + 1):
        head = listed_word(listed, Letters(words.blob, start, cut))
        tail = listed_word(listed, Letters(words.blob, cut, end)) if head >= 0 else -1
        if tail >= 0:
            _add(room, head, 1.0)
            _add(room, tail, 1.0)


@compiled
def _add_alike(listed: Listed, words: Words, word: int, room: Alternatives, deep: bool) -> None:
    """Add the listed words that ``word`` may be misspelt for."""
    start, end = words.starts[word], words.starts[word + 1]
    _add_by_key(listed, words, word, words.spelled.sounds[word], room)
    _add_by_key(listed, words, word, words.spelled.shapes[word], room)
    for without in range(start - 1, min(end, start + LONGEST_WORD)):
        key = deletion_key(words.blob, start, end, -1 if without < start else without)
        _add_by_key(listed, words, word, key, room)
    if end - start >= 2 * LEAST_PART:
        _add_parts(listed, words, word, room)
    count = room.held[0]
    if end - start >= LEAST_GRAMMED and (count == 0 or (deep and room.share[:count].max() < SURE)):
        _add_by_grams(listed, words, word, room)


@compiled
def _is_widened(listed: Listed, words: Words, word: int, number: int) -> bool:
    """Tell whether a word may stand for others than itself."""
    known = number >= 0 and listed.posting_first[number + 1] - listed.posting_first[number] > KNOWN
    long = words.starts[word + 1] - words.starts[word] >= LEAST_LETTERS
    return bool(long and not known and _WIDENED[words.kinds[word] & 63])


@compiled
def _widen(
    begin: int, stop: int, listed: Listed, words: Words, numbers: NDArray[np.int32], deep: bool
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    """Return, for the words ``begin`` to ``stop``, how many listed words each may stand for, these, and how alike."""
    counts = np.zeros(stop - begin, np.int32)
    found = np.empty(MOST_ALIKE * (stop - begin), np.int32)
    shares = np.empty(MOST_ALIKE * (stop - begin), np.float32)
    seen = np.zeros(len(listed.words.kinds) + 1, np.uint8)
    touched = np.empty(len(listed.words.kinds) + 1, np.int32)
    room = Alternatives(
        np.empty(MOST_ALIKE, np.int32), np.empty(MOST_ALIKE, np.float32), np.zeros(1, np.int32), seen, touched
    )
    filled = 0
    for word in range(begin, stop):
        room.held[0] = 0
        if numbers[word] >= 0:
            _add(room, numbers[word], 1.0)
        if words.meant[word]:
            _add_by_hash(listed, words.meant[word], room)
        if _is_widened(listed, words, word, numbers[word]):
            _add_alike(listed, words, word, room, deep)
        count = counts[word - begin] = room.held[0]
        found[filled : filled + count] = room.word[:count]
        shares[filled : filled + count] = room.share[:count]
        filled += count
    return counts, found[:filled].copy(), shares[:filled].copy()


def widen(listed: Listed, words: Words, *, deep: bool) -> Widened:
    """Return what the list makes of the words of a batch; ``deep`` also looks for two misspellings in a word.

    A word that is like no listed one by a single misspelling is looked for in that way whatever the search.
    """
    numbers = _numbers(listed, words)
    on_list = numbers >= 0
    held = np.diff(listed.posting_first)
    listed_by = np.where(on_list, held[np.where(on_list, numbers, 0)] if len(held) else 0, 0).astype(np.int32)
    rarity = rarity_of(words.counts, listed_by, len(listed.heavy))
    parts = in_threads(lambda begin, end: _widen(begin, end, listed, words, numbers, deep), len(numbers), CHUNK)
    counts, word, likeness = (np.concatenate(column) for column in zip(*parts, strict=True))
    first = np.zeros(len(numbers) + 1, np.int32)
    np.cumsum(counts, out=first[1:])
    crowd = np.log(np.maximum(counts, 1)).astype(np.float32)
    weight = weight_of(rarity, words.kinds) * np.where(on_list | (words.counts > 0), 1.0, UNKNOWN_WEIGHS).astype(
        np.float32
    )
    return Widened(numbers, rarity, weight, crowd, first, word, likeness)
