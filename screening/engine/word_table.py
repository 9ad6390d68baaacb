"""The distinct words of a column: of what kind, how common, how spelt, and what each may mean when misspelt."""

from collections.abc import Sequence
from functools import cache
from itertools import repeat
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.background import counts
from screening.engine.compiled import compiled
from screening.engine.gazetteer import COUNTRIES
from screening.engine.spelling import LONGEST_WORD, Spelled, deletion_key, spell
from screening.engine.tables import KeyTable, bucket_of, key_table
from screening.engine.tokens import hash_of
from screening.engine.vocabulary import CLASSES, FORMS_AT_HEAD, LONG_FORMS, REWRITTEN, WordClass, word_class

_FORM: Final = int(WordClass.FORM)
_OWN: Final = int(WordClass.OWN)
LEAST_KNOWN: Final = 6  # letters of a word of the vocabulary that is known when misspelt
COUNTRY: Final = 128  # added to the class of a place that is a country: its firm there is a sister
HEAD: Final = 64  # added to the class of a legal form that may be dropped where it stands first


def _kind(word: str, kind: WordClass) -> int:
    if kind is WordClass.FORM and word in FORMS_AT_HEAD:
        return int(kind) | HEAD
    return int(kind) | COUNTRY if kind is WordClass.PLACE and word in COUNTRIES else int(kind)


_KINDS: Final = {word: _kind(word, kind) for word, kind in CLASSES.items()}


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
    kinds = _kinds(texts, blob[starts[:-1]], np.diff(starts))
    meant = np.zeros(len(texts), np.uint64)
    words = Words(blob, starts, kinds, _hashes(blob, starts), counts(texts), meant, spell(blob, starts))
    _read_misspelt(words, *_misspelt())
    return words


def _kinds(texts: Sequence[str], initials: NDArray[np.uint8], lengths: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return the kinds of words; what no table knows is OWN unless it begins with a digit or is a single letter."""
    kinds = np.fromiter(map(_KINDS.get, texts, repeat(_OWN)), np.uint8, len(texts))
    for word in np.flatnonzero((kinds == _OWN) & ((initials <= ord("9")) | (lengths == 1))).tolist():
        kinds[word] = word_class(texts[word])
    return kinds


@compiled
def _one_edit_from(keys: NDArray[np.uint64], table: KeyTable) -> int:
    """Return the first value of a :func:`_deletion_table` that shares one of ``keys``, -1 if none does."""
    for key in keys:
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
    keys = np.empty(LONGEST_WORD + 1, np.uint64)
    for word in range(len(words.kinds)):
        start, end = words.starts[word], words.starts[word + 1]
        length = end - start
        if words.kinds[word] != _OWN or words.counts[word] > 0 or length < LEAST_KNOWN or length > LONGEST_WORD:
            continue
        keys[0] = deletion_key(words.blob, start, end, -1)
        for without in range(length):
            keys[without + 1] = deletion_key(words.blob, start, end, start + without)
        if _one_edit_from(keys[: length + 1], long_forms) >= 0:
            words.kinds[word] = _FORM | HEAD
            continue
        known = _one_edit_from(keys[: length + 1], vocabulary)
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


@compiled
def _hashes(blob: NDArray[np.uint8], starts: NDArray[np.int32]) -> NDArray[np.uint64]:
    hashes = np.empty(len(starts) - 1, np.uint64)
    for word in range(len(hashes)):
        hashes[word] = hash_of(blob, starts[word], starts[word + 1])
    return hashes
