"""A column of names cut into words: one long text, one pass of a compiled loop, no object per name."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, inner

LONGEST: Final = 400  # characters of a name that are read; no register knows a longer one
MOST_WORDS: Final = 24  # words of a name that are read; the longest listed name has fewer
MOST_INITIALS: Final = 60  # single letters in a row that are one word (S A P I, H O S H I N E): the longest field

SPACE, LETTER, DIGIT, JOINER, POINT, NEWLINE, AND = range(7)  # what a byte is to the tokeniser

FNV_START: Final = np.uint64(0xCBF29CE484222325)  # FNV-1a, 64 bits (RFC 9923)
FNV_PRIME: Final = np.uint64(0x100000001B3)


class Letters(NamedTuple):
    """A stretch of upper-case ASCII letters and digits: ``blob[start:end]``, ``blob`` uint8."""

    blob: NDArray[np.uint8]
    start: int
    end: int


class Tokens(NamedTuple):
    """Words of names.

    Letters of word ``i`` are ``blob[starts[i]:starts[i + 1]]``, words of name ``n`` those from ``first[n]`` to
    ``first[n + 1]``; ``blob`` uint8, upper-case ASCII, ``starts`` and ``first`` int32.
    """

    blob: NDArray[np.uint8]
    starts: NDArray[np.int32]
    first: NDArray[np.int32]


def _kinds() -> NDArray[np.uint8]:
    kinds = np.full(256, SPACE, dtype=np.uint8)
    for letters in (b"abcdefghijklmnopqrstuvwxyz", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
        kinds[np.frombuffer(letters, dtype=np.uint8)] = LETTER
    kinds[np.frombuffer(b"0123456789", dtype=np.uint8)] = DIGIT
    kinds[np.frombuffer(b"'`", dtype=np.uint8)] = JOINER
    kinds[ord(".")] = POINT
    kinds[ord("\n")] = NEWLINE
    kinds[np.frombuffer(b"&+", dtype=np.uint8)] = AND
    return kinds


_KINDS: Final = _kinds()
_AND: Final = np.frombuffer(b" AND ", dtype=np.uint8)


@inner
def _is_word(kind: int) -> bool:
    return kind in (LETTER, DIGIT)


@inner
def _two_follow(text: NDArray[np.uint8], kinds: NDArray[np.uint8], at: int) -> bool:
    """Tell whether two letters or digits stand at ``at``."""
    return at + 1 < len(text) and _is_word(kinds[text[at]]) and _is_word(kinds[text[at + 1]])


@inner
def _join_initials(blob: NDArray[np.uint8], starts: NDArray[np.int32], start: int, end: int) -> int:
    """Join runs of single letters among the words ``start`` to ``end``; return the end of what is left.

    Letters of neighbouring words are neighbours in the text, so that joining is forgetting a border.
    """
    kept = start
    run = 0
    stop = starts[end]
    for word in range(start, end):
        single = starts[word + 1] - starts[word] == 1 and blob[starts[word]] >= 65
        run = run + 1 if single else 0
        if run > 1 and run <= MOST_INITIALS:
            continue
        starts[kept] = starts[word]
        kept += 1
    starts[kept] = stop
    return kept


@compiled
def _clean(text: NDArray[np.uint8], kinds: NDArray[np.uint8], clean: NDArray[np.uint8]) -> int:
    """Fill ``clean`` with capitals, digits, blanks and ends of lines alone; return how many signs these are.

    A point parts two words of two letters or more (CO.LTD) and a number (NO.7) and joins initials; «&» is the word AND.
    """
    filled = 0
    for at in range(len(text)):
        kind = kinds[text[at]]
        if kind == POINT:
            parts = filled > 1 and _two_follow(clean, kinds, filled - 2) and _two_follow(text, kinds, at + 1)
            numbered = at + 1 < len(text) and kinds[text[at + 1]] == DIGIT
            kind = SPACE if parts or numbered else JOINER
        if _is_word(kind):
            clean[filled] = text[at] - 32 if text[at] >= 97 else text[at]
            filled += 1
        elif kind == AND:
            for sign in _AND:
                clean[filled] = sign
                filled += 1
        elif kind != JOINER:
            clean[filled] = text[at] if kind == NEWLINE else 32
            filled += 1
    return filled


@compiled
def _part(
    clean: NDArray[np.uint8],
    blob: NDArray[np.uint8],
    starts: NDArray[np.int32],
    first: NDArray[np.int32],
) -> tuple[int, int]:
    """Fill ``blob``, ``starts`` and ``first`` with the words of ``clean``; return how many letters and words."""
    filled = words = name = begun = 0
    starts[0] = first[0] = 0
    for at in range(len(clean) + 1):
        sign = clean[at] if at < len(clean) else 10
        if sign > 32:
            if at - begun < LONGEST:
                blob[filled] = sign
                filled += 1
            continue
        if filled > starts[words]:
            words += 1
            starts[words] = filled
        if sign == 10:
            words = min(_join_initials(blob, starts, first[name], words), first[name] + MOST_WORDS)
            filled = starts[words]
            name += 1
            first[name] = words
            begun = at + 1
    return filled, words


def tokenise(names: Sequence[str]) -> Tokens:
    """Return the words of ASCII names; signs part words, points and apostrophes do not, initials are joined."""
    if not names:
        return Tokens(np.zeros(0, np.uint8), np.zeros(1, np.int32), np.zeros(1, np.int32))
    joined = "\n".join(names)
    if joined.count("\n") != len(names) - 1:
        joined = "\n".join(name.replace("\n", " ") for name in names)
    text = np.frombuffer(joined.encode("ascii", "replace"), dtype=np.uint8)
    clean = np.empty(len(_AND) * len(text), np.uint8)
    clean = clean[: _clean(text, _KINDS, clean)]
    blob = np.empty(len(clean), np.uint8)
    starts = np.empty(len(clean) + 2, np.int32)
    first = np.empty(len(names) + 1, np.int32)
    filled, words = _part(clean, blob, starts, first)
    return Tokens(blob[:filled].copy(), starts[: words + 1].copy(), first)


@inner
def hash_of(blob: NDArray[np.uint8], start: int, end: int) -> np.uint64:
    """Return the 64-bit FNV-1a hash of the letters ``start`` to ``end``, mixed so that its high bits are even."""
    value = FNV_START
    for at in range(start, end):
        value = (value ^ np.uint64(blob[at])) * FNV_PRIME
    return mixed(value)


@inner
def mixed(value: np.uint64) -> np.uint64:
    """Return a hash whose every bit depends on every bit of ``value`` (the finaliser of MurmurHash3)."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ (value >> np.uint64(33))
