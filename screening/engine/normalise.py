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
from screening.engine.noise import has_noise, without_noise
from screening.engine.tables import distinct
from screening.engine.tokens import LONGEST, MOST_WORDS, Tokens, tokenise
from screening.engine.vocabulary import (
    FORM_COUNTRIES,
    FORM_KINDS,
    FORM_PHRASES,
    PHRASES,
    WordClass,
    canonical,
)
from screening.engine.word_table import HEAD, Words, word_table

CUTS: Final = (30, 35, 60)  # PO complement 2, VUCEM and Data Stage 505 cut names here (measured on real deliveries)
_FORM: Final = int(WordClass.FORM)


_TENS: Final = ("TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY")
_ONES: Final = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return what several words mean together, by the first of them: forms, places, numbers (FORTY 4, FORTY FOUR)."""
    numbers = {
        (ten, one): (str(10 * i + j),)
        for i, ten in enumerate(_TENS, 2)
        for j, word in enumerate(_ONES, 1)
        for one in (word, str(j))
    }
    forms = {phrase: (form,) for phrase, form in FORM_PHRASES.items()}
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, meaning in (*PHRASES.items(), *forms.items(), *numbers.items()):
        phrases.setdefault(phrase[0], []).append((phrase, meaning))
    return phrases


_PHRASES: Final = _by_first_word()


class Names(NamedTuple):
    """Names as numbers of words: ``word[first[n]:first[n + 1]]``, in order, legal forms apart.

    ``forms`` are the kinds of its legal forms, a bit each (0: none that tells), ``lands`` the
    countries whose forms they are (0: any), ``cut`` 1 where the raw text has a length at which customs
    systems cut.
    """

    first: NDArray[np.int32]
    word: NDArray[np.int32]
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
    plain = [name if name.isascii() else _latin(name) for name in names]
    if has_noise("\n".join(plain)):
        plain = [without_noise(name) if has_noise(name) else name for name in plain]
    return plain


def _decoded(tokens: Tokens, firsts: NDArray[np.int32]) -> list[str]:
    text = tokens.blob.tobytes().decode("ascii")
    starts, ends = tokens.starts[firsts].tolist(), tokens.starts[firsts + 1].tolist()
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


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


class _Numbering:
    """Canonical words by number, in the order they are met."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def of(self, word: str) -> int:
        return self.numbers.setdefault(word, len(self.numbers))


class _Readings(NamedTuple):
    """What each distinct raw word is read as.

    ``word[first[r]:first[r + 1]]`` are numbers of canonical words; phrases of raw words stand one after the other in
    ``phrases``: how many words, how many it is read as, these and those;
    ``starters`` says of a raw word where its phrases begin in ``phrases`` (-1: none).
    """

    first: NDArray[np.int32]
    word: NDArray[np.int32]
    phrases: NDArray[np.int32]
    starters: NDArray[np.int32]


def _readings(raws: Sequence[str], numbering: _Numbering) -> _Readings:
    read = [[numbering.of(word) for word in canonical(raw)] for raw in raws]
    first = np.zeros(len(raws) + 1, np.int32)
    np.cumsum(np.fromiter(map(len, read), np.int32, len(read)), out=first[1:])
    word = np.fromiter((number for numbers in read for number in numbers), np.int32, int(first[-1]))
    phrases, starters = _phrases_in(raws, numbering)
    return _Readings(first, word, phrases, starters)


def _phrases_in(raws: Sequence[str], numbering: _Numbering) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the phrases whose words all stand among ``raws``, flat, and where those of each first word begin."""
    number_of = {raw: number for number, raw in enumerate(raws)}
    flat: list[int] = []
    starters = np.full(len(raws), -1, np.int32)
    for start in _PHRASES.keys() & number_of.keys():
        place = len(flat)
        for phrase, meaning in _PHRASES[start]:
            numbers = [number_of.get(part, -1) for part in phrase]
            if min(numbers) >= 0:
                flat.extend([len(numbers), len(meaning), *numbers, *map(numbering.of, meaning)])
        if len(flat) > place:
            starters[number_of[start]] = place
            flat.append(0)
    return np.array(flat or [0], np.int32), starters


@compiled
def _phrase_at(readings: _Readings, raw: NDArray[np.int32], at: int, end: int) -> int:
    """Return where the longest phrase that begins at ``at`` stands among the phrases, -1 if none does."""
    best = -1
    place = readings.starters[raw[at]]
    while place >= 0 and readings.phrases[place] > 0:
        length = readings.phrases[place]
        if at + length <= end and (best < 0 or length > readings.phrases[best]):
            same = True
            for i in range(length):
                same = same and readings.phrases[place + 2 + i] == raw[at + i]
            if same:
                best = place
        place += 2 + length + readings.phrases[place + 1]
    return int(best)


@compiled
def _read(
    raw: NDArray[np.int32], raw_first: NDArray[np.int32], readings: _Readings, out: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Fill ``out`` with the canonical words of all names; return where those of each name begin."""
    first = np.zeros(len(raw_first), np.int32)
    filled = 0
    for name in range(len(raw_first) - 1):
        at, end = raw_first[name], raw_first[name + 1]
        while at < end:
            phrase = _phrase_at(readings, raw, at, end)
            if phrase >= 0:
                begin = phrase + 2 + readings.phrases[phrase]
                meaning = readings.phrases[begin : begin + readings.phrases[phrase + 1]]
                at += readings.phrases[phrase]
            else:
                meaning = readings.word[readings.first[raw[at]] : readings.first[raw[at] + 1]]
                at += 1
            for word in meaning:
                if filled - first[name] < MOST_WORDS:
                    out[filled] = word
                    filled += 1
        first[name + 1] = filled
    return first


@compiled
def _part_forms(
    word: NDArray[np.int32], first: NDArray[np.int32], kinds: NDArray[np.uint8], marks: NDArray[np.uint64]
) -> tuple[NDArray[np.int32], NDArray[np.uint64]]:
    """Take the legal forms out of ``word`` in place; return the new borders and, of each, kinds and countries.

    A form in first place that does not stand there by custom is the firm's own word (SAS Institute), and a name of
    forms alone keeps them.
    """
    borders = np.zeros_like(first)
    forms = np.zeros((2, len(first) - 1), np.uint64)
    filled = 0
    for name in range(len(first) - 1):
        start = filled
        for at in range(first[name], first[name + 1]):
            kind = kinds[word[at]]
            if kind & 63 != _FORM or (at == first[name] and kind & HEAD == 0):
                word[filled] = word[at]
                filled += 1
            else:
                forms[0, name] |= marks[0, word[at]]
                forms[1, name] |= marks[1, word[at]]
        if filled == start:
            forms[:, name] = 0
            for at in range(first[name], first[name + 1]):
                word[filled] = word[at]
                filled += 1
        borders[name + 1] = filled
    return borders, forms


def normalise(names: Sequence[str]) -> Column:
    """Return the names in the engine's form; anything may come in, nothing raises."""
    tokens = tokenise(_plain(names))
    raw, firsts = distinct(tokens.blob, tokens.starts)
    numbering = _Numbering()
    readings = _readings(_decoded(tokens, firsts), numbering)
    texts = tuple(numbering.numbers)
    words = word_table(texts)
    longest = max(1, int(np.diff(readings.first).max(initial=1)))
    out = np.empty(longest * len(raw) + 1, np.int32)
    first, forms = _part_forms(out, _read(raw, tokens.first, readings, out), words.kinds, _marks(texts))
    cut = np.fromiter((cut_length(name) > 0 for name in names), np.uint8, len(names))
    return Column(words, Names(first, out[: first[-1]].copy(), forms[0].copy(), forms[1].copy(), cut), texts)
