"""The listed names as flat arrays: words with their rarity, names with their weight, and the tables that find them."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, inner
from screening.engine.name_keys import (
    LONG,
    SHORT,
    acronym_key,
    distinct_names,
    initials_key,
    letters_key,
    set_key,
)
from screening.engine.normalise import Column, Names
from screening.engine.rarity import rarity_of, weight_of
from screening.engine.spelling import GRAMS, LEAST_LETTERS, LONGEST_WORD, deletion_key, gram_at
from screening.engine.tables import KeyTable, bucket_of, key_table, same_letters
from screening.engine.tokens import Letters, hash_of
from screening.engine.word_table import Words

MOST_HELD: Final = 4  # words of a name that stand beside it in the postings
WHOLE_KEYS: Final = 4  # a name as a whole is found by its set of words, its letters, its initials, as an acronym
LEAST_GRAMMED: Final = 5  # letters of a word that is found by groups of three letters


class Held(NamedTuple):
    """What stands beside each place of the postings, so that a name is judged where it is read.

    How heavy it is, how many letters it has, its MOST_HELD heaviest words (-1: none), and what its further words weigh
    (nats) and how many letters they have.
    """

    heavy: NDArray[np.float32]
    written: NDArray[np.int32]
    words: NDArray[np.int32]
    rest: NDArray[np.float32]
    rest_written: NDArray[np.uint8]


class Listed(NamedTuple):
    """Everything that is asked of the listed names; plain arrays, so that a file on disk serves as memory.

    ``words`` and ``names`` as in a column, names distinct; ``rarity`` and ``weight`` by word, nats.  Names that hold
    word ``w``: ``posting[posting_first[w]:posting_first[w + 1]]``, lightest first, with ``held`` beside.  Tables:
    ``word_table`` word by hash, ``key_table`` word by its spelling keys, ``gram`` words that hold three letters in a
    row (as ``posting``), ``whole`` name by its set of words, its letters, its initials or as an acronym.
    """

    words: Words
    names: Names
    rarity: NDArray[np.float32]
    weight: NDArray[np.float32]
    posting_first: NDArray[np.int32]
    posting: NDArray[np.int32]
    held: Held
    word_table: KeyTable
    key_table: KeyTable
    gram_first: NDArray[np.int32]
    gram: NDArray[np.int32]
    whole: KeyTable


@compiled
def _kept(names: Names, keep: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return borders and words of the names ``keep``."""
    first = np.zeros(len(keep) + 1, np.int32)
    for i in range(len(keep)):
        first[i + 1] = first[i] + names.first[keep[i] + 1] - names.first[keep[i]]
    word = np.empty(first[-1], np.int32)
    for i in range(len(keep)):
        word[first[i] : first[i + 1]] = names.word[names.first[keep[i]] : names.first[keep[i] + 1]]
    return first, word


@compiled
def _frequency(first: NDArray[np.int32], word: NDArray[np.int32], words: int) -> NDArray[np.int32]:
    """Return how many names hold each word, a name that holds it twice once."""
    held = np.zeros(words, np.int32)
    last = np.full(words, -1, np.int32)
    for name in range(len(first) - 1):
        for at in range(first[name], first[name + 1]):
            if last[word[at]] != name:
                last[word[at]] = name
                held[word[at]] += 1
    return held


@compiled
def _heavy(first: NDArray[np.int32], word: NDArray[np.int32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    heavy = np.zeros(len(first) - 1, np.float32)
    for name in range(len(heavy)):
        for at in range(first[name], first[name + 1]):
            heavy[name] += weight[word[at]]
    return heavy


@compiled
def _postings(
    first: NDArray[np.int32], word: NDArray[np.int32], held: NDArray[np.int32], lightest: NDArray[np.int64]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the names that hold each word, in the order of ``lightest``."""
    posting_first = np.zeros(len(held) + 1, np.int32)
    for w in range(len(held)):
        posting_first[w + 1] = posting_first[w] + held[w]
    posting = np.empty(posting_first[-1], np.int32)
    at_word = posting_first[:-1].copy()
    last = np.full(len(held), -1, np.int32)
    for name in lightest:
        for at in range(first[name], first[name + 1]):
            w = word[at]
            if last[w] != name:
                last[w] = np.int32(name)
                posting[at_word[w]] = np.int32(name)
                at_word[w] += 1
    return posting_first, posting


@inner
def _heaviest(words: NDArray[np.int32], theirs: NDArray[np.int32], weight: NDArray[np.float32]) -> float:
    """Fill ``words`` with the heaviest words of a name, each as often as it stands there; return what others weigh."""
    words[:] = -1
    rest = 0.0
    for word in theirs:
        place = len(words)
        if words[place - 1] >= 0:
            rest += min(weight[word], weight[words[place - 1]])
        while place > 0 and (words[place - 1] < 0 or weight[words[place - 1]] < weight[word]):
            if place < len(words):
                words[place] = words[place - 1]
            place -= 1
        if place < len(words):
            words[place] = word
    return rest


@compiled
def _held(names: Names, words: Words, weight: NDArray[np.float32], posting: NDArray[np.int32]) -> Held:
    count = len(posting)
    held = Held(
        np.zeros(count, np.float32),
        np.zeros(count, np.int32),
        np.empty((count, MOST_HELD), np.int32),
        np.zeros(count, np.float32),
        np.zeros(count, np.uint8),
    )
    for at in range(count):
        theirs = names.word[names.first[posting[at]] : names.first[posting[at] + 1]]
        for word in theirs:
            held.heavy[at] += weight[word]
            held.written[at] += words.starts[word + 1] - words.starts[word]
        held.rest[at] = _heaviest(held.words[at], theirs, weight)
        letters = held.written[at]
        for word in held.words[at]:
            letters -= words.starts[word + 1] - words.starts[word] if word >= 0 else 0
        held.rest_written[at] = min(letters, 255)
    return held


@compiled
def _spelling_keys(words: Words) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Return the keys of all words that may be misspelt, with their words: deletions, sound, shape."""
    most = 0
    for w in range(len(words.kinds)):
        most += min(words.starts[w + 1] - words.starts[w], LONGEST_WORD) + 3
    keys = np.empty(most, np.uint64)
    owners = np.empty(most, np.int32)
    filled = 0
    for w in range(len(words.kinds)):
        start, end = words.starts[w], words.starts[w + 1]
        if end - start < LEAST_LETTERS:
            continue
        keys[filled] = words.spelled.sounds[w]
        keys[filled + 1] = words.spelled.shapes[w]
        owners[filled] = owners[filled + 1] = w
        filled += 2
        for without in range(start - 1, min(end, start + LONGEST_WORD)):
            skipped = -1 if without < start else without
            keys[filled] = deletion_key(words.blob, start, end, skipped)
            owners[filled] = w
            filled += 1
    return keys[:filled].copy(), owners[:filled].copy()


@compiled
def _grams(words: Words) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the words that hold each group of three letters."""
    first = np.zeros(GRAMS + 1, np.int32)
    for fill in range(2):
        if fill == 1:
            for gram in range(GRAMS):
                first[gram + 1] += first[gram]
            held = np.empty(first[GRAMS], np.int32)
            filled = first[:-1].copy()
        for w in range(len(words.kinds)):
            start, end = words.starts[w], words.starts[w + 1]
            if end - start < LEAST_GRAMMED or end - start > LONGEST_WORD:
                continue
            for at in range(start, end):
                gram = gram_at(words.blob, at, start, end)
                if fill == 0:
                    first[gram + 1] += 1
                else:
                    held[filled[gram]] = w
                    filled[gram] += 1
    return first, held


@compiled
def _whole_keys(words: Words, first: NDArray[np.int32], word: NDArray[np.int32]) -> NDArray[np.uint64]:
    keys = np.empty((len(first) - 1, WHOLE_KEYS), np.uint64)
    for name in range(len(first) - 1):
        start, end = first[name], first[name + 1]
        keys[name, 0] = set_key(words.hashes, word, start, end)
        keys[name, 1] = letters_key(words, word, start, end)
        keys[name, 2] = initials_key(words, word, start, end, LONG, np.uint8(0))
        keys[name, 3] = acronym_key(words, word, start, end, SHORT, 0)
    return keys


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


def build_listed(column: Column) -> tuple[Listed, NDArray[np.int32]]:
    """Return the listed names of a column, each once, and for each of the column which of these it is (-1: none)."""
    numbers, firsts = distinct_names(column.names)
    first, word = _kept(column.names, firsts)
    of = column.names
    names = Names(first, word, of.written[firsts], of.forms[firsts], of.lands[firsts], of.cut[firsts])
    words = column.words
    held = _frequency(first, word, len(words.kinds))
    rarity = rarity_of(words.counts, held, len(firsts))
    weight = weight_of(rarity, words.kinds)
    heavy = _heavy(first, word, weight)
    lightest = np.argsort(heavy, kind="stable")
    posting_first, posting = _postings(first, word, held, lightest)
    whole = _whole_keys(words, first, word).ravel()
    listed = Listed(
        words,
        names,
        rarity,
        weight,
        posting_first,
        posting,
        _held(names, words, weight, posting),
        key_table(words.hashes, np.arange(len(words.kinds), dtype=np.int32)),
        key_table(*_spelling_keys(words)),
        *_grams(words),
        key_table(whole[whole != 0], np.repeat(np.arange(len(firsts), dtype=np.int32), WHOLE_KEYS)[whole != 0]),
    )
    return listed, numbers
