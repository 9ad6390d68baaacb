"""Letters that two names have in common in the same order, whatever the spaces between the words."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled
from screening.engine.tokens import Tokens
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import Words

MOST_LETTERS: Final = 64  # of a name that are compared: the bits of one machine word
_STOP: Final = int(WordClass.STOP)


@compiled
def letters_left(words: Words, run: NDArray[np.int32], used: NDArray[np.uint8], letters: NDArray[np.uint8]) -> int:
    """Write the letters of the words of a run that are not ``used``, but small ones (AND, OF).

    Return how many letters these are, at most MOST_LETTERS.
    """
    length = 0
    for place in range(len(run)):
        word = run[place]
        if used[place] or words.kinds[word] & 63 == _STOP:
            continue
        for at in range(words.starts[word], words.starts[word + 1]):
            if length == MOST_LETTERS:
                return length
            letters[length] = words.blob[at]
            length += 1
    return length


@compiled
def letters_written(tokens: Tokens, name: int) -> NDArray[np.uint8]:
    """Return all letters of a name as it was written, its words one after the other."""
    return tokens.blob[tokens.starts[tokens.first[name]] : tokens.starts[tokens.first[name + 1]]]


@compiled
def common_letters(masks: NDArray[np.uint64], one: NDArray[np.uint8], other: NDArray[np.uint8]) -> int:
    """Return the length of the longest common subsequence of two texts of at most MOST_LETTERS letters.

    Bit-parallel (Hyyro 2004): a zero bit of ``free`` is a letter of ``one`` that has found its like; ``masks`` is room,
    128 zeros, and is left so.
    """
    bit = np.uint64(1)
    for letter in one:
        masks[letter] |= bit
        bit <<= np.uint64(1)
    free = ~np.uint64(0)
    for letter in other:
        found = free & masks[letter]
        free = (free + found) | (free - found)
    for letter in one:
        masks[letter] = np.uint64(0)
    common = 0
    for _ in range(len(one)):
        common += 1 - int(free & np.uint64(1))
        free >>= np.uint64(1)
    return common


@compiled
def share_in_common(masks: NDArray[np.uint64], one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Return the share (0..1) of the first MOST_LETTERS letters of two texts that they have in common, in order."""
    if len(one) == 0 or len(other) == 0:
        return 0.0
    one, other = one[:MOST_LETTERS], other[:MOST_LETTERS]
    return 2.0 * common_letters(masks, one, other) / (len(one) + len(other))


@compiled
def letters_begun(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> int:
    """Return how many letters two texts begin with alike."""
    at = 0
    while at < len(one) and at < len(other) and one[at] == other[at]:
        at += 1
    return at
