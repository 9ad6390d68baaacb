"""The distinct words of a column: of what kind, how common, how spelt, and what each may mean when misspelt."""

from collections.abc import Sequence
from itertools import repeat
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.background import counts
from screening.engine.compiled import compiled, inner
from screening.engine.gazetteer import COUNTRIES
from screening.engine.misspelt import FORM, MOST_KEYS, Misspellable, meant_by, misspellable
from screening.engine.spelling import Keys, Spelled, alike, spell
from screening.engine.tokens import Letters, hash_of
from screening.engine.vocabulary import CLASSES, FORMS_AT_HEAD, WordClass, word_class

MEANT_ALIKE: Final = 0.85  # of a word of the vocabulary, misspelt or cut, to what it means
_PLACE: Final = int(WordClass.PLACE)
_FORM: Final = int(WordClass.FORM)
_OWN: Final = int(WordClass.OWN)
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
    _read_misspelt(words, misspellable())
    return words


def _kinds(texts: Sequence[str], initials: NDArray[np.uint8], lengths: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return the kinds of words; what no table knows is OWN unless it begins with a digit or is a single letter."""
    kinds = np.fromiter(map(_KINDS.get, texts, repeat(_OWN)), np.uint8, len(texts))
    for word in np.flatnonzero((kinds == _OWN) & ((initials <= ord("9")) | (lengths == 1))).tolist():
        kinds[word] = word_class(texts[word])
    return kinds


@compiled
def _read_misspelt(words: Words, known: Misspellable) -> None:
    """Say of unknown words what they may mean.

    A legal form misspelt is one (LIMTIED); another word only may be what the vocabulary writes otherwise
    (MOBLIYA: MOBILYA, furniture).
    """
    keys = np.empty(MOST_KEYS, np.uint64)
    for word in range(len(words.kinds)):
        if words.kinds[word] != _OWN or words.counts[word] > 0:
            continue
        number = meant_by(known, Letters(words.blob, words.starts[word], words.starts[word + 1]), keys)
        if number >= 0 and known.meant[number] == FORM:
            words.kinds[word] = _FORM | HEAD
        elif number >= 0:
            words.meant[word] = known.meant[number]


@compiled
def _hashes(blob: NDArray[np.uint8], starts: NDArray[np.int32]) -> NDArray[np.uint64]:
    hashes = np.empty(len(starts) - 1, np.uint64)
    for word in range(len(hashes)):
        hashes[word] = hash_of(blob, starts[word], starts[word + 1])
    return hashes


@inner
def _keys(words: Words, word: int) -> Keys:
    spelled = words.spelled
    return Keys(spelled.sounds[word], spelled.shapes[word], spelled.letters[word])


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
