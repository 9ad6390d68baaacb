"""A column of names cut into words: one long text, one pass of a compiled loop, no object per name."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled

LONGEST: Final = 400  # characters of a name that are read; no register knows a longer one
MOST_WORDS: Final = 24  # words of a name that are read; the longest listed name has fewer
MOST_INITIALS: Final = 8  # single letters in a row that are read as one word: S A P I D E C V

SPACE, LETTER, DIGIT, JOINER, POINT, NEWLINE, AND = range(7)  # what a byte is to the tokeniser

FNV_START: Final = np.uint64(0xCBF29CE484222325)  # FNV-1a, 64 bits (RFC 9923)
FNV_PRIME: Final = np.uint64(0x100000001B3)


class Tokens(NamedTuple):
    """Words of names: letters of word ``i`` are ``blob[starts[i]:starts[i + 1]]``, words of name ``n`` those from
    ``first[n]`` to ``first[n + 1]``; ``blob`` uint8, upper-case ASCII, ``starts`` and ``first`` int32.
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


@compiled
def _run_length(text: NDArray[np.uint8], kinds: NDArray[np.uint8], at: int) -> int:
    """Return how many letters or digits follow from ``at``, two at most."""
    length = 0
    while length < 2 and at + length < len(text):
        kind = kinds[text[at + length]]
        if kind != LETTER and kind != DIGIT:
            break
        length += 1
    return length


@compiled
def _join_initials(starts: NDArray[np.int32], start: int, end: int) -> int:
    """Join runs of single letters among the words ``start`` to ``end``; return the end of what is left.

    Letters of neighbouring words are neighbours in the text, so that joining is forgetting a border.
    """
    kept = start
    run = 0
    stop = starts[end]
    for word in range(start, end):
        single = starts[word + 1] - starts[word] == 1
        run = run + 1 if single else 0
        if run > 1 and run <= MOST_INITIALS:
            continue
        starts[kept] = starts[word]
        kept += 1
    starts[kept] = stop
    return kept


@compiled
def _tokenise(
    text: NDArray[np.uint8],
    kinds: NDArray[np.uint8],
    blob: NDArray[np.uint8],
    starts: NDArray[np.int32],
    first: NDArray[np.int32],
) -> tuple[int, int]:
    """Fill ``blob``, ``starts`` and ``first``; return how many letters and words there are."""
    filled = words = name = length = 0
    came = 0  # characters of this name
    starts[0] = 0
    first[0] = 0
    for at in range(len(text) + 1):
        kind = NEWLINE if at == len(text) else kinds[text[at]]
        came += 1
        if kind == POINT:
            kind = SPACE if length > 1 and _run_length(text, kinds, at + 1) > 1 else JOINER
        if kind == JOINER:
            continue
        full = words - first[name] >= MOST_WORDS or came > LONGEST
        if kind == LETTER or kind == DIGIT:
            if not full:
                byte = text[at]
                blob[filled] = byte - 32 if byte >= 97 else byte
                filled += 1
                length += 1
            continue
        if length:
            words += 1
            starts[words] = filled
            length = 0
        if kind == AND and words - first[name] < MOST_WORDS and came <= LONGEST:
            blob[filled] = 65
            blob[filled + 1] = 78
            blob[filled + 2] = 68
            filled += 3
            words += 1
            starts[words] = filled
        elif kind == NEWLINE:
            words = _join_initials(starts, first[name], words)
            name += 1
            first[name] = words
            came = 0
    return filled, words


def tokenise(names: Sequence[str]) -> Tokens:
    """Return the words of ASCII names; signs part words, points and apostrophes do not, initials are joined."""
    if not names:
        return Tokens(np.zeros(0, np.uint8), np.zeros(1, np.int32), np.zeros(1, np.int32))
    joined = "\n".join(names)
    if joined.count("\n") != len(names) - 1:
        joined = "\n".join(name.replace("\n", " ") for name in names)
    text = np.frombuffer(joined.encode("ascii", "replace"), dtype=np.uint8)
    blob = np.empty(3 * len(text) + 3, np.uint8)  # "&" is three letters long
    starts = np.empty(len(text) + 2, np.int32)
    first = np.empty(len(names) + 1, np.int32)
    filled, words = _tokenise(text, _KINDS, blob, starts, first)
    return Tokens(blob[:filled].copy(), starts[: words + 1].copy(), first)


@compiled
def hash_of(blob: NDArray[np.uint8], start: int, end: int) -> np.uint64:
    """Return the 64-bit FNV-1a hash of the letters ``start`` to ``end``, mixed so that its high bits are even."""
    value = FNV_START
    for at in range(start, end):
        value = (value ^ np.uint64(blob[at])) * FNV_PRIME
    return mixed(value)


@compiled
def mixed(value: np.uint64) -> np.uint64:
    """Return a hash whose every bit depends on every bit of ``value`` (the finaliser of MurmurHash3)."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ (value >> np.uint64(33))
