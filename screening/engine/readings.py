"""What the raw words of a column are read as: one alone by what it stands for, several in a row as a phrase."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled
from screening.engine.tables import KeyTable, bucket_of, key_table
from screening.engine.tokens import FNV_PRIME, FNV_START, MOST_WORDS, Letters, Tokens, hash_of, mixed
from screening.engine.vocabulary import BEGINNINGS, ENDINGS, FORM_PHRASES, PHRASES, REWRITTEN, canonical

_BORDER: Final = 5  # letters of a beginning or an ending that are looked at; more make few words fewer

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


@compiled
def _holds(table: KeyTable, key: np.uint64) -> bool:
    begin, stop = bucket_of(table, key)
    while begin < stop and table.keys[begin] != key:
        begin += 1
    return begin < stop


@compiled
def _is_bordered(word: Letters, beginnings: KeyTable, endings: KeyTable) -> bool:
    """Tell whether a word begins with one of ``beginnings`` or ends with one of ``endings``, hashed backwards."""
    forwards = backwards = FNV_START
    for at in range(min(word.end - word.start, _BORDER)):
        forwards = (forwards ^ np.uint64(word.blob[word.start + at])) * FNV_PRIME
        backwards = (backwards ^ np.uint64(word.blob[word.end - 1 - at])) * FNV_PRIME
        if _holds(beginnings, mixed(forwards)) or _holds(endings, mixed(backwards)):
            return True
    return False


@compiled
def _bordered(tokens: Tokens, firsts: NDArray[np.int32], beginnings: KeyTable, endings: KeyTable) -> NDArray[np.bool_]:
    found = np.zeros(len(firsts), np.bool_)
    for number in range(len(firsts)):
        word = Letters(tokens.blob, tokens.starts[firsts[number]], tokens.starts[firsts[number] + 1])
        found[number] = _is_bordered(word, beginnings, endings)
    return found


def _border_table(borders: Iterable[str]) -> KeyTable:
    letters = [np.frombuffer(border.encode("ascii"), np.uint8) for border in {border[:_BORDER] for border in borders}]
    keys = [hash_of(border, 0, len(border)) for border in letters]
    return key_table(np.array(keys, np.uint64), np.zeros(len(keys), np.int32))


@cache
def _borders() -> tuple[KeyTable, KeyTable]:
    return _border_table(BEGINNINGS), _border_table(ending[::-1] for ending in ENDINGS)


def _decoded(tokens: Tokens, firsts: NDArray[np.int32]) -> list[str]:
    text = tokens.blob.tobytes().decode("ascii")
    starts, ends = tokens.starts[firsts].tolist(), tokens.starts[firsts + 1].tolist()
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def readings_of(tokens: Tokens, firsts: NDArray[np.int32]) -> tuple[Readings, tuple[str, ...]]:
    """Return how the distinct raw words, of which each first stands at ``firsts``, are read, and the canonical words.

    Most raw words are unknown and stand for themselves; only those that a table or their borders betray are asked
    what they stand for.
    """
    raws = _decoded(tokens, firsts)
    read = list(map(REWRITTEN.get, raws, zip(raws, strict=True)))
    for number in np.flatnonzero(_bordered(tokens, firsts, *_borders())).tolist():
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


def read(
    raw: NDArray[np.int32], raw_first: NDArray[np.int32], readings: Readings
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return where the canonical words of each name begin, and the words.

    ``raw[raw_first[n]:raw_first[n + 1]]`` are the numbers of the distinct raw words of name ``n``.
    """
    longest = max(1, int(np.diff(readings.first).max(initial=1)))
    word = np.empty(longest * len(raw) + 1, np.int32)
    return _fill(raw, raw_first, readings, word), word
