"""The distinct words of a column: of what kind, how common, how spelt, and what each may mean when misspelt."""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.background import count
from screening.engine.compiled import compiled
from screening.engine.gazetteer import COUNTRIES
from screening.engine.spelling import LONGEST_WORD, Spelled, deletion_key, spell
from screening.engine.tables import KeyTable, bucket_of, key_table
from screening.engine.tokens import hash_of
from screening.engine.vocabulary import FORMS_AT_HEAD, LONG_FORMS, REWRITTEN, WordClass, word_class

_FORM: Final = int(WordClass.FORM)
_OWN: Final = int(WordClass.OWN)
LEAST_KNOWN: Final = 6  # letters of a word of the vocabulary that is known when misspelt
COUNTRY: Final = 128  # added to the class of a place that is a country: its firm there is a sister
HEAD: Final = 64  # added to the class of a legal form that may be dropped where it stands first


class Words(NamedTuple):
    """Distinct canonical words.

    Letters as in :class:`Tokens`, class (WordClass, with COUNTRY or HEAD added), hash, how many names of the background
    hold each, the hash of the canonical word it may mean when misspelt (0: none), the keys of its spelling.
    """

    blob: NDArray[np.uint8]
    starts: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    hashes: NDArray[np.uint64]
    counts: NDArray[np.int32]
    meant: NDArray[np.uint64]
    spelled: Spelled


def word_table(texts: Sequence[str]) -> Words:
    """Return the table of distinct canonical words."""
    starts = np.zeros(len(texts) + 1, np.int32)
    np.cumsum(np.fromiter(map(len, texts), np.int32, len(texts)), out=starts[1:])
    blob = np.frombuffer(bytearray("".join(texts).encode("ascii")), np.uint8)  # writable, as every other array
    kinds = np.fromiter(map(_kind, texts), np.uint8, len(texts))
    counts = np.fromiter(map(count, texts), np.int32, len(texts))
    words = Words(
        blob, starts, kinds, _hashes(blob, starts), counts, np.zeros(len(kinds), np.uint64), spell(blob, starts)
    )
    _read_misspelt(words, *_misspelt())
    return words


@compiled
def _one_edit_from(blob: NDArray[np.uint8], start: int, end: int, table: KeyTable) -> int:
    """Return the first value of a :func:`_deletion_table` whose word is one edit away, -1 if there is none."""
    for without in range(start - 1, end):
        key = deletion_key(blob, start, end, -1 if without < start else without)
        begin, stop = bucket_of(table, key)
        for at in range(begin, stop):
            if table.keys[at] == key:
                return int(table.values[at])
    return -1


@compiled
def _read_misspelt(words: Words, long_forms: KeyTable, vocabulary: KeyTable, hashes: NDArray[np.uint64]) -> None:
    """Say of unknown words one edit away from a known one what they may mean.

    A long legal form misspelt is one (LIMTIED); another word only may be what the vocabulary writes otherwise
    (MOBLIYA: MOBILYA, furniture).
    """
    for word in range(len(words.kinds)):
        start, end = words.starts[word], words.starts[word + 1]
        if (
            words.kinds[word] != _OWN
            or words.counts[word] > 0
            or end - start < LEAST_KNOWN
            or end - start > LONGEST_WORD
        ):
            continue
        if _one_edit_from(words.blob, start, end, long_forms) >= 0:
            words.kinds[word] = _FORM | HEAD
            continue
        known = _one_edit_from(words.blob, start, end, vocabulary)
        if known >= 0:
            words.meant[word] = hashes[known]


def _deletion_table(texts: Sequence[str]) -> KeyTable:
    """Return the numbers of words by the keys of their spellings with one letter less, and in full."""
    keys, values = [], []
    for number, text in enumerate(texts):
        letters = np.frombuffer(text.encode("ascii"), np.uint8)
        for without in range(-1, len(text)):
            keys.append(deletion_key(letters, 0, len(text), without))
            values.append(number)
    return key_table(np.array(keys, np.uint64), np.array(values, np.int32))


@cache
def _misspelt() -> tuple[KeyTable, KeyTable, NDArray[np.uint64]]:
    """Return the tables of long forms and of words that are written otherwise, and the hashes of what these mean."""
    raw = [(word, meaning[0]) for word, meaning in REWRITTEN.items() if len(meaning) == 1 and len(word) >= LEAST_KNOWN]
    meant = [meaning.encode("ascii") for _, meaning in raw]
    hashes = np.array([hash_of(np.frombuffer(m, np.uint8), 0, len(m)) for m in meant], np.uint64)
    return _deletion_table(LONG_FORMS), _deletion_table([word for word, _ in raw]), hashes


def _kind(word: str) -> int:
    kind = int(word_class(word))
    if kind == _FORM and word in FORMS_AT_HEAD:
        return kind | HEAD
    return kind | COUNTRY if kind == int(WordClass.PLACE) and word in COUNTRIES else kind


@compiled
def _hashes(blob: NDArray[np.uint8], starts: NDArray[np.int32]) -> NDArray[np.uint64]:
    hashes = np.empty(len(starts) - 1, np.uint64)
    for word in range(len(hashes)):
        hashes[word] = hash_of(blob, starts[word], starts[word + 1])
    return hashes
