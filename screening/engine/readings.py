"""What the raw words of a column are read as: one alone by what it stands for, several in a row as a phrase."""

from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled
from screening.engine.holding import Parts, holding
from screening.engine.tokens import MOST_WORDS, Tokens
from screening.engine.vocabulary import BEGINNINGS, ENDINGS, FORM_PHRASES, PHRASES, REWRITTEN, canonical

# How a word begins or ends, a blank before and after it, that may stand for something else though no table has it.
_BORDERS: Final = Parts.of([*(f" {letters}" for letters in BEGINNINGS), *(f"{letters} " for letters in ENDINGS)])

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
_LONGEST_MEANING: Final = max(len(meaning) for phrases in _PHRASES.values() for _, meaning in phrases)
_IN_PHRASES: Final = frozenset(word for phrases in _PHRASES.values() for phrase, _ in phrases for word in phrase)


class Readings(NamedTuple):
    """What each distinct raw word is read as.

    ``word[first[r]:first[r + 1]]`` are numbers of canonical words; phrases of raw words stand one after the other in
    ``phrases``: how many words, how many it is read as, these and those;
    ``starters`` says of a raw word where its phrases begin in ``phrases`` (-1: none).
    """

    first: NDArray[np.int32]
    word: NDArray[np.int32]
    phrases: NDArray[np.int32]
    starters: NDArray[np.int32]


def _decoded(tokens: Tokens, firsts: NDArray[np.int32]) -> list[str]:
    text = tokens.blob.tobytes().decode("ascii")
    starts, ends = tokens.starts[firsts].tolist(), tokens.starts[firsts + 1].tolist()
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def readings_of(tokens: Tokens, firsts: NDArray[np.int32]) -> tuple[Readings, tuple[str, ...]]:
    """Return what the distinct raw words are read as, and the canonical words in the order they are met.

    ``firsts`` says where each raw word first stands among ``tokens``. Most are unknown and stand for themselves; only
    those that begin or end like a word of several parts, a plural or an ordinal are looked at one by one.
    """
    raws = _decoded(tokens, firsts)
    read = list(map(REWRITTEN.get, raws, zip(raws, strict=True)))
    for number in holding([f" {raw} " for raw in raws], _BORDERS):
        read[number] = canonical(raws[number])
    words = list(chain.from_iterable(read))
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    first = np.zeros(len(raws) + 1, np.int32)
    np.cumsum(np.fromiter(map(len, read), np.int32, len(read)), out=first[1:])
    word = np.fromiter(map(numbers.__getitem__, words), np.int32, len(words))
    phrases, starters = _phrases_in(raws, numbers)
    return Readings(first, word, phrases, starters), tuple(numbers)


def _phrases_in(raws: Sequence[str], numbers: dict[str, int]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the phrases whose words all stand among ``raws``, flat, and where those of each first word begin.

    Canonical words that they alone mean are added to ``numbers``.
    """
    number_of = {raw: number for number, raw in enumerate(raws) if raw in _IN_PHRASES}
    flat: list[int] = []
    starters = np.full(len(raws), -1, np.int32)
    for start, raw in number_of.items():
        place = len(flat)
        for phrase, meaning in _PHRASES.get(start, ()):
            parts = [number_of.get(part, -1) for part in phrase]
            if min(parts) >= 0:
                meant = [numbers.setdefault(word, len(numbers)) for word in meaning]
                flat.extend([len(parts), len(meant), *parts, *meant])
        if len(flat) > place:
            starters[raw] = place
            flat.append(0)
    return np.array(flat or [0], np.int32), starters


@compiled
def _phrase_at(readings: Readings, raw: NDArray[np.int32], at: int, end: int) -> int:
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
def _fill(
    raw: NDArray[np.int32], raw_first: NDArray[np.int32], readings: Readings, out: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Fill ``out`` with the canonical words of all names and the raw word of each; return where names begin.

    A phrase counts as its first raw word.
    """
    first = np.zeros(len(raw_first), np.int32)
    filled = 0
    for name in range(len(raw_first) - 1):
        at, end = raw_first[name], raw_first[name + 1]
        while at < end:
            phrase = _phrase_at(readings, raw, at, end)
            if phrase >= 0:
                begin = phrase + 2 + readings.phrases[phrase]
                meaning = readings.phrases[begin : begin + readings.phrases[phrase + 1]]
                of = raw[at]
                at += readings.phrases[phrase]
            else:
                of = raw[at]
                meaning = readings.word[readings.first[of] : readings.first[of + 1]]
                at += 1
            for word in meaning:
                if filled - first[name] < MOST_WORDS:
                    out[0, filled], out[1, filled] = word, of
                    filled += 1
        first[name + 1] = filled
    return first


def read(
    raw: NDArray[np.int32], raw_first: NDArray[np.int32], readings: Readings
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return where the canonical words of each name begin, and two rows: these words, and the raw word each was.

    ``raw[raw_first[n]:raw_first[n + 1]]`` are the numbers of the distinct raw words of name ``n``.  The words of a
    phrase have its first raw word; legal forms are among the words, :func:`.normalise.normalise` leaves them out.
    """
    longest = max(_LONGEST_MEANING, int(np.diff(readings.first).max(initial=1)))
    word = np.empty((2, longest * len(raw) + 1), np.int32)
    return _fill(raw, raw_first, readings, word), word
