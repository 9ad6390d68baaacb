"""Words of the vocabulary misspelt or cut: which word an unknown one may mean."""

from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, inner
from screening.engine.spelling import LONGEST_WORD, edits
from screening.engine.tables import KeyTable, bucket_of, key_table, same_letters
from screening.engine.tokens import FNV_PRIME, FNV_START, Letters, hash_of, mixed
from screening.engine.vocabulary import CLASSES, LONG_FORMS, REWRITTEN, WordClass

LEAST_KNOWN: Final = 6  # letters of a word of the vocabulary that is known when misspelt
LEAST_TWICE: Final = 8  # letters of one that is known when misspelt twice
LEAST_BEGUN: Final = 5  # letters by which a word is known that was cut after them
FORM: Final = np.uint64(0)  # what a misspelt word means that is a legal form
MOST_KEYS: Final = 1 + LONGEST_WORD + LONGEST_WORD * (LONGEST_WORD - 1) // 2


class Misspellable(NamedTuple):
    """Words that are known when misspelt.

    Their letters (as in :class:`.tokens.Tokens`), the hash of what each means (FORM: a legal form), their numbers by
    the keys of their spellings with no, one or two letters less, and by the hash of their beginnings that no word
    of another meaning has; beginnings of legal forms are left out.
    """

    blob: NDArray[np.uint8]
    starts: NDArray[np.int32]
    meant: NDArray[np.uint64]
    spellings: KeyTable
    beginnings: KeyTable


@inner
def _key_without(letters: Letters, one: int, other: int) -> np.uint64:
    """Return the hash of a word without the letters at two places (-1: none)."""
    value = FNV_START
    for at in range(letters.start, letters.end):
        if at != one and at != other:  # noqa: PLR1714 - the compiler has no sets of two kinds of whole numbers
            value = (value ^ np.uint64(letters.blob[at])) * FNV_PRIME
    return mixed(value)


@inner
def _fill_keys(keys: NDArray[np.uint64], letters: Letters) -> int:
    """Fill ``keys`` with those of a word with no, one or, if it is long enough, two letters less; return how many."""
    keys[0] = _key_without(letters, -1, -1)
    filled = 1
    for one in range(letters.start, letters.end):
        keys[filled] = _key_without(letters, one, -1)
        filled += 1
        others = letters.end if letters.end - letters.start >= LEAST_TWICE else one
        for other in range(one + 1, others):
            keys[filled] = _key_without(letters, one, other)
            filled += 1
    return filled


@compiled
def _spellings(blob: NDArray[np.uint8], starts: NDArray[np.int32]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Return the keys of all words, with their numbers."""
    one = np.empty(MOST_KEYS, np.uint64)
    total = 0
    for word in range(len(starts) - 1):
        total += _fill_keys(one, Letters(blob, starts[word], starts[word + 1]))
    keys, numbers = np.empty(total, np.uint64), np.empty(total, np.int32)
    filled = 0
    for word in range(len(starts) - 1):
        count = _fill_keys(one, Letters(blob, starts[word], starts[word + 1]))
        keys[filled : filled + count] = one[:count]
        numbers[filled : filled + count] = word
        filled += count
    return keys, numbers


def _hash(text: str) -> np.uint64:
    letters = np.frombuffer(text.encode("ascii"), np.uint8)
    return hash_of(letters, 0, len(letters))


def _known() -> dict[str, str]:
    """Return the words that are known when misspelt, with what each means ("": it is a legal form)."""
    known = {word: meaning[0] for word, meaning in REWRITTEN.items() if len(meaning) == 1 and word.isascii()}
    plurals = {
        word[:-1] + "IES" if word.endswith("Y") else word + "S": meaning
        for word, meaning in known.items()
        if CLASSES.get(meaning) is WordClass.GENERIC and not word.endswith("S")
    }
    words = plurals | known | dict.fromkeys(LONG_FORMS, "")
    return {word: meaning for word, meaning in words.items() if LEAST_KNOWN <= len(word) <= LONGEST_WORD}


def _beginnings(known: dict[str, str]) -> dict[str, int]:
    """Return the beginnings that words of one meaning alone have, with the number of the first of these."""
    meanings: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for number, (word, meaning) in enumerate(known.items()):
        for length in range(LEAST_BEGUN, len(word)):
            meanings.setdefault(word[:length], set()).add(meaning)
            first.setdefault(word[:length], number)
    return {begun: first[begun] for begun, meant in meanings.items() if len(meant) == 1 and meant != {""}}


@cache
def misspellable() -> Misspellable:
    """Return the words that are known when misspelt."""
    known = _known()
    starts = np.zeros(len(known) + 1, np.int32)
    np.cumsum([len(word) for word in known], out=starts[1:])
    blob = np.frombuffer(bytearray("".join(known).encode("ascii")), np.uint8)
    begun = _beginnings(known)
    return Misspellable(
        blob,
        starts,
        np.array([_hash(meaning) if meaning else FORM for meaning in known.values()], np.uint64),
        key_table(*_spellings(blob, starts)),
        key_table(np.array([_hash(text) for text in begun], np.uint64), np.array(list(begun.values()), np.int32)),
    )


@inner
def _nearest(known: Misspellable, letters: Letters, keys: NDArray[np.uint64]) -> int:
    """Return the number of the word that is fewest edits away, the first of these; -1 if none is near enough."""
    best, least = -1, 3
    for key in keys[: _fill_keys(keys, letters)]:
        begin, stop = bucket_of(known.spellings, key)
        for at in range(begin, stop):
            word = known.spellings.values[at]
            if known.spellings.keys[at] != key:
                continue
            other = Letters(known.blob, known.starts[word], known.starts[word + 1])
            shorter = min(letters.end - letters.start, other.end - other.start)
            most = 2 if shorter >= LEAST_TWICE else 1
            away = edits(letters, other, most)
            if away <= most and (away < least or (away == least and word < best)):
                best, least = word, away
    return best


@inner
def _begun(known: Misspellable, letters: Letters) -> int:
    """Return the number of a word that begins with these letters where all such words mean the same, -1 elsewhere."""
    key = hash_of(letters.blob, letters.start, letters.end)
    begin, stop = bucket_of(known.beginnings, key)
    for at in range(begin, stop):
        start = known.starts[known.beginnings.values[at]]
        if known.beginnings.keys[at] == key and same_letters(
            letters, Letters(known.blob, start, start + letters.end - letters.start)
        ):
            return int(known.beginnings.values[at])
    return -1


@inner
def meant_by(known: Misspellable, letters: Letters, keys: NDArray[np.uint64]) -> int:
    """Return the number of the word that an unknown one may mean, misspelt or cut; -1 if there is none.

    ``keys`` is room for MOST_KEYS keys.
    """
    length = letters.end - letters.start
    if length > LONGEST_WORD:
        return -1
    near = _nearest(known, letters, keys) if length >= LEAST_KNOWN else -1
    return _begun(known, letters) if near < 0 and length >= LEAST_BEGUN else near
