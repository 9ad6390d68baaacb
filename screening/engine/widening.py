"""The words of a batch looked up on the list, each once: the listed word it is, and those it may stand for."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import in_threads, inner
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
    stand for are ``word[first[w]:first[w + 1]]``, itself included, as alike (0..1) as ``alike`` says; ``covers`` is the
    share of word ``w`` that such a word stands for: less than it is alike where it is one of two written together.
    """

    number: NDArray[np.int32]
    rarity: NDArray[np.float32]
    weight: NDArray[np.float32]
    crowd: NDArray[np.float32]
    first: NDArray[np.int32]
    word: NDArray[np.int32]
    alike: NDArray[np.float32]
    covers: NDArray[np.float32]


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


def _new_alternatives(words: int) -> Alternatives:
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
def _keys(words: Words, word: int) -> Keys:
    spelled = words.spelled
    return Keys(spelled.sounds[word], spelled.shapes[word], spelled.letters[word])


@inner
def listed_word(listed: Listed, letters: Letters) -> int:
    """Return the number of the listed word with these letters, -1 if there is none."""
    key = hash_of(letters.blob, letters.start, letters.end)
    begin, stop = bucket_of(listed.word_table, key)
    for at in range(begin, stop):
        word = listed.word_table.values[at]
        if listed.word_table.keys[at] == key and same_letters(
            letters, Letters(listed.words.blob, listed.words.starts[word], listed.words.starts[word + 1])
        ):
            return int(word)
    return -1


@inner
def _fill_numbers(numbers: NDArray[np.int32], listed: Listed, words: Words) -> None:
    for word in range(len(numbers)):
        numbers[word] = listed_word(listed, Letters(words.blob, words.starts[word], words.starts[word + 1]))


@inner
def words_alike(left: Words, word: int, right: Words, other: int) -> float:
    """Return how alike a word is to one of another table, 0..1; one misspelt is alike to what it may mean.

    Two known places under different canonical names are two places, however near they are spelt (HEBEI, HEFEI).
    """
    if left.kinds[word] & 63 == _PLACE and right.kinds[other] & 63 == _PLACE:
        return 1.0 if left.hashes[word] == right.hashes[other] else 0.0
    if left.meant[word] == right.hashes[other] or right.meant[other] == left.hashes[word]:
        return MEANT_ALIKE
    return alike(
        Letters(left.blob, left.starts[word], left.starts[word + 1]),
        _keys(left, word),
        Letters(right.blob, right.starts[other], right.starts[other + 1]),
        _keys(right, other),
    )


@inner
def _add(room: Alternatives, word: int, share: float, covers: float) -> None:
    """Keep a listed word among the likeliest ones, each once."""
    count = room.held[0]
    worst = 0
    for i in range(count):
        if room.word[i] == word:
            if share > room.share[i] or covers > room.covers[i]:
                room.share[i], room.covers[i] = share, covers
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
                _add(room, other, share, share)


@inner
def _add_by_hash(listed: Listed, key: np.uint64, room: Alternatives) -> None:
    """Add the listed word that a misspelt one may mean."""
    begin, stop = bucket_of(listed.word_table, key)
    for at in range(begin, stop):
        if listed.word_table.keys[at] == key:
            _add(room, listed.word_table.values[at], MEANT_ALIKE, MEANT_ALIKE)


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
            _add(room, other, share, share)


@inner
def _add_parts(listed: Listed, words: Words, word: int, room: Alternatives) -> None:
    """Add the two listed words that ``word`` is when written together (TIANJINJIEMAO)."""
    start, end = words.starts[word], words.starts[word + 1]
    for cut in range(start + LEAST_PART, end - LEAST_PART + 1):
        head = listed_word(listed, Letters(words.blob, start, cut))
        tail = listed_word(listed, Letters(words.blob, cut, end)) if head >= 0 else -1
        if tail >= 0:
            _add(room, head, 1.0, (cut - start) / (end - start))
            _add(room, tail, 1.0, (end - cut) / (end - start))


@inner
def _surest(room: Alternatives) -> float:
    """Return how alike the likeliest alternative is, 0 if there is none."""
    surest = 0.0
    for i in range(room.held[0]):
        surest = max(surest, room.share[i])
    return surest


@inner
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
    if end - start >= LEAST_GRAMMED and (room.held[0] == 0 or (deep and _surest(room) < SURE)):
        _add_by_grams(listed, words, word, room)


@inner
def _is_widened(listed: Listed, words: Words, word: int, number: int) -> bool:
    """Tell whether a word may stand for others than itself."""
    known = number >= 0 and listed.posting_first[number + 1] - listed.posting_first[number] > KNOWN
    long = words.starts[word + 1] - words.starts[word] >= LEAST_LETTERS
    return bool(long and not known and _WIDENED[words.kinds[word] & 63])


class _Span(NamedTuple):
    """The words from ``begin`` on, with room for how many listed words each may stand for, these, and how alike."""

    begin: int
    counts: NDArray[np.int32]
    found: NDArray[np.int32]
    shares: NDArray[np.float32]
    covers: NDArray[np.float32]


@inner
def _widen(
    span: _Span, room: Alternatives, listed: Listed, words: Words, numbers: NDArray[np.int32], deep: bool
) -> int:
    """Fill ``span``; return how many listed words were found in all."""
    filled = 0
    for place in range(len(span.counts)):
        word = span.begin + place
        room.held[0] = 0
        if numbers[word] >= 0:
            _add(room, numbers[word], 1.0, 1.0)
        if words.meant[word]:
            _add_by_hash(listed, words.meant[word], room)
        if _is_widened(listed, words, word, numbers[word]):
            _add_alike(listed, words, word, room, deep)
        span.counts[place] = room.held[0]
        for at in range(room.held[0]):
            span.found[filled], span.shares[filled], span.covers[filled] = (
                room.word[at],
                room.share[at],
                room.covers[at],
            )
            filled += 1
    return filled


def _widened(
    begin: int, stop: int, listed: Listed, words: Words, numbers: NDArray[np.int32], deep: bool
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32], NDArray[np.float32]]:
    """Return, by word, how many listed words it may stand for; and of these which, how alike, what they cover."""
    most = MOST_ALIKE * (stop - begin)
    span = _Span(
        begin,
        np.empty(stop - begin, np.int32),
        np.empty(most, np.int32),
        np.empty(most, np.float32),
        np.empty(most, np.float32),
    )
    filled = _widen(span, _new_alternatives(len(listed.words.kinds)), listed, words, numbers, deep)
    return span.counts, span.found[:filled], span.shares[:filled], span.covers[:filled]


def widen(listed: Listed, words: Words, *, deep: bool) -> Widened:
    """Return what the list makes of the words of a batch; ``deep`` also looks for two misspellings in a word.

    A word that is like no listed one by a single misspelling is looked for in that way whatever the search.
    """
    numbers = np.empty(len(words.kinds), np.int32)
    _fill_numbers(numbers, listed, words)
    on_list = numbers >= 0
    held = np.diff(listed.posting_first)
    listed_by = np.where(on_list, held[np.where(on_list, numbers, 0)] if len(held) else 0, 0).astype(np.int32)
    rarity = rarity_of(words.counts, listed_by, len(listed.heavy))
    parts = in_threads(lambda begin, end: _widened(begin, end, listed, words, numbers, deep), len(numbers), CHUNK)
    counts, word, likeness, covers = (np.concatenate(column) for column in zip(*parts, strict=True))
    first = np.zeros(len(numbers) + 1, np.int32)
    np.cumsum(counts, out=first[1:])
    crowd = np.log(np.maximum(counts, 1)).astype(np.float32)
    weight = weight_of(rarity, words.kinds) * np.where(on_list | (words.counts > 0), 1.0, UNKNOWN_WEIGHS).astype(
        np.float32
    )
    return Widened(numbers, rarity, weight, crowd, first, word, likeness, covers)
