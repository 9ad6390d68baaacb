"""What a whole name is found by: its sequence or set of words, its letters, its initials, the word these make."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, inner
from screening.engine.normalise import Names
from screening.engine.tokens import FNV_PRIME, FNV_START, mixed
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import Words

LEAST_INITIALS: Final = 3  # words whose initials may stand for them
# Sides of the initials: a listed acronym is asked for by long names alone, a long listed name by acronyms.
SHORT: Final = np.uint64(0x1D)
LONG: Final = np.uint64(0x2E)
FORM_LETTERS: Final = (67, 76)  # C and L: the company or limited that acronyms count and names leave out (EBCC)
_STOP: Final = int(WordClass.STOP)


@inner
def _sequence_hash(word: NDArray[np.int32], start: int, end: int) -> np.uint64:
    value = np.uint64(end - start)
    for at in range(start, end):
        value = mixed(value * np.uint64(31) + np.uint64(word[at]) + np.uint64(1))
    return value


@inner
def _same_words(names: Names, name: int, other: int) -> bool:
    """Tell whether two names are the same words in the same order."""
    start, length = names.first[name], names.first[name + 1] - names.first[name]
    begin = names.first[other]
    if names.first[other + 1] - begin != length:
        return False
    at = 0
    while at < length and names.word[start + at] == names.word[begin + at]:
        at += 1
    return bool(at == length)


@compiled
def distinct_names(names: Names) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return, for each name, the number of its distinct sequence of words, and where each of these first stands.

    A name without words has the number -1.
    """
    count = len(names.forms)
    slots = 16
    while slots < 2 * count:
        slots *= 2
    mask = np.uint64(slots - 1)
    table = np.full(slots, -1, np.int32)
    numbers, firsts = np.full(count, -1, np.int32), np.empty(count, np.int32)
    found = 0
    for name in range(count):
        if names.first[name] == names.first[name + 1]:
            continue
        slot = _sequence_hash(names.word, names.first[name], names.first[name + 1]) & mask
        while table[slot] >= 0 and not _same_words(names, name, firsts[table[slot]]):
            slot = (slot + np.uint64(1)) & mask
        if table[slot] < 0:
            table[slot], firsts[found] = found, name
            found += 1
        numbers[name] = table[slot]
    return numbers, firsts[:found].copy()


@inner
def set_key(hashes: NDArray[np.uint64], word: NDArray[np.int32], start: int, end: int) -> np.uint64:
    """Return a hash of the words of a name whatever their order."""
    value = np.uint64(0)
    for at in range(start, end):
        value += mixed(hashes[word[at]])
    return mixed(value ^ np.uint64(1))


@inner
def letters_key(words: Words, word: NDArray[np.int32], start: int, end: int) -> np.uint64:
    """Return a hash of the letters of a name whatever the spaces between them."""
    value = FNV_START
    for at in range(start, end):
        for letter in range(words.starts[word[at]], words.starts[word[at] + 1]):
            value = (value ^ np.uint64(words.blob[letter])) * FNV_PRIME
    return mixed(value)


@inner
def initials_key(
    words: Words, word: NDArray[np.int32], start: int, end: int, side: np.uint64, last: np.uint8
) -> np.uint64:
    """Return the hash of the word that the initials of a name make, its words of kind STOP skipped; 0 if too few.

    It equals the :func:`acronym_key` of a name that is that one word (XPCC), on the same ``side``.  ``last`` is a
    letter more, of a company or limited that was left out (0: none).
    """
    value = FNV_START ^ side
    letters = 0
    for at in range(start, end):
        if words.kinds[word[at]] & 63 != _STOP:
            value = (value ^ np.uint64(words.blob[words.starts[word[at]]])) * FNV_PRIME
            letters += 1
    if last:
        value = (value ^ np.uint64(last)) * FNV_PRIME
    return mixed(value) if letters >= LEAST_INITIALS else np.uint64(0)


@inner
def acronym_key(
    words: Words, word: NDArray[np.int32], start: int, end: int, side: np.uint64, without: int
) -> np.uint64:
    """Return the hash of the one word of a name, its last ``without`` letters left out; 0 if it has more words."""
    value = FNV_START ^ side
    if end - start != 1:
        return np.uint64(0)
    begin, stop = words.starts[word[start]], words.starts[word[start] + 1] - without
    for letter in range(begin, stop):
        value = (value ^ np.uint64(words.blob[letter])) * FNV_PRIME
    return mixed(value) if stop - begin >= LEAST_INITIALS else np.uint64(0)
