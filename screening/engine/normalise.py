"""Names as they stand in customs data, brought to the words that tell firms apart; a whole column at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled
from screening.engine.latin import to_latin
from screening.engine.noise import without_noise
from screening.engine.readings import read, readings_of
from screening.engine.split_words import put_together
from screening.engine.tables import distinct
from screening.engine.tokens import LONGEST, Tokens, hash_of, tokenise
from screening.engine.vocabulary import FORM_COUNTRIES, FORM_KINDS, WordClass
from screening.engine.word_table import HEAD, Words, word_table

CUTS: Final = (30, 35, 60)  # at these lengths PO complement 2, VUCEM and Data Stage 505 cut names
_FORM: Final = int(WordClass.FORM)


class Names(NamedTuple):
    """Names as numbers of words: ``word[first[n]:first[n + 1]]``, in order, legal forms apart.

    ``written`` is a hash of the raw words that these were read from, whatever their order: those of legal forms left
    out are no part of it, and of a phrase the first alone is; ``forms`` are the kinds of its legal forms, a bit each
    (0: none that tells), ``lands`` the countries whose forms they are (0: any), ``cut`` 1 where the raw text has a
    length at which customs systems cut.
    """

    first: NDArray[np.int32]
    word: NDArray[np.int32]
    written: NDArray[np.uint64]
    forms: NDArray[np.uint64]
    lands: NDArray[np.uint64]
    cut: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of names in the engine's form, with the words they are made of, in both shapes."""

    words: Words
    names: Names
    texts: tuple[str, ...]

    def words_of(self, name: int) -> tuple[str, ...]:
        """Return the words of one name in order, legal forms left out."""
        first = self.names.first
        return tuple(self.texts[w] for w in self.names.word[first[name] : first[name + 1]].tolist())


_CUT_AT: Final = {length: cut for cut in reversed(CUTS) for length in (cut, cut - 1)}  # a blank at the end is lost


def cut_length(raw: str) -> int:
    """Return the length at which ``raw`` was probably cut (30, 35 or 60), or 0 when it looks whole.

    Both as it came and with single spaces: the register that cut it counted every space.
    """
    cut = _CUT_AT.get(len(raw), 0)
    if not cut and "  " in raw:
        cut = _CUT_AT.get(len(" ".join(raw[: 2 * LONGEST].split())), 0)
    return cut


@lru_cache(maxsize=1 << 16)
def _latin(name: str) -> str:
    return to_latin(name[:LONGEST])


def _plain(names: Sequence[str]) -> list[str]:
    """Return the names in Latin letters and without what customs data put around a name."""
    return without_noise([name if name.isascii() else _latin(name) for name in names])


_COUNTRIES: Final = {
    country: place for place, country in enumerate(sorted({c for cs in FORM_COUNTRIES.values() for c in cs}))
}
_BITS: Final = {
    kind: 1 << bit for bit, kind in enumerate(("LIMITED", "STOCK", "PARTNERSHIP", "SOLE", "COOPERATIVE", "STATE"))
}
# The bit of a legal form's kind; a form that says no more than «company» has none.
_MARKS: Final = {form: _BITS[kind] for form, kind in FORM_KINDS.items() if kind in _BITS}
# The bits of the countries whose legal form a word is; a few countries share one bit.
_LANDS: Final = {
    form: sum(1 << (place % 64) for place in {_COUNTRIES[country] for country in countries})
    for form, countries in FORM_COUNTRIES.items()
}


def _marks(texts: Sequence[str]) -> NDArray[np.uint64]:
    """Return of words, as columns, the bits of their kinds and countries as legal forms."""
    return np.array([np.fromiter(map(bits.get, texts, repeat(0)), np.uint64, len(texts)) for bits in (_MARKS, _LANDS)])


@compiled
def _part_forms(
    read: NDArray[np.int32], first: NDArray[np.int32], kinds: NDArray[np.uint8], marks: NDArray[np.uint64]
) -> tuple[NDArray[np.int32], NDArray[np.uint64]]:
    """Take the legal forms out of what was ``read`` in place; return the new borders and, of each, kinds and countries.

    A form in first place that does not stand there by custom is the firm's own word (SAS Institute), and a name of
    forms alone keeps them.
    """
    borders = np.zeros_like(first)
    forms = np.zeros((2, len(first) - 1), np.uint64)
    filled = 0
    for name in range(len(first) - 1):
        start = filled
        for at in range(first[name], first[name + 1]):
            kind = kinds[read[0, at]]
            if kind & 63 != _FORM or (at == first[name] and kind & HEAD == 0):
                read[:, filled] = read[:, at]
                filled += 1
            else:
                forms[0, name] |= marks[0, read[0, at]]
                forms[1, name] |= marks[1, read[0, at]]
        if filled == start:
            forms[:, name] = 0
            for at in range(first[name], first[name + 1]):
                read[:, filled] = read[:, at]
                filled += 1
        borders[name + 1] = filled
    return borders, forms


@compiled
def _written(
    tokens: Tokens, firsts: NDArray[np.int32], first: NDArray[np.int32], raw: NDArray[np.int32]
) -> NDArray[np.uint64]:
    """Return, of each name, the sum of the hashes of the raw words of its canonical ones, legal forms left out.

    ``raw`` has the raw word of each canonical one, of a phrase its first; ``firsts`` says where each first stands.
    """
    hashes = np.empty(len(firsts), np.uint64)
    for word in range(len(firsts)):
        hashes[word] = hash_of(tokens.blob, tokens.starts[firsts[word]], tokens.starts[firsts[word] + 1])
    written = np.zeros(len(first) - 1, np.uint64)
    for name in range(len(written)):
        for at in range(first[name], first[name + 1]):
            written[name] += hashes[raw[at]]
    return written


def normalise(names: Sequence[str]) -> Column:
    """Return the names in the engine's form; anything may come in, nothing raises."""
    tokens = put_together(tokenise(_plain(names)))
    raw, firsts = distinct(tokens.blob, tokens.starts)
    readings, texts = readings_of(tokens, firsts)
    words = word_table(texts)
    first, both = read(raw, tokens.first, readings)
    first, forms = _part_forms(both, first, words.kinds, _marks(texts))
    word, written = both[0, : first[-1]].copy(), _written(tokens, firsts, first, both[1])
    cut = np.fromiter(map(cut_length, names), np.bool_, len(names)).astype(np.uint8)
    return Column(words, Names(first, word, written, forms[0].copy(), forms[1].copy(), cut), texts)
