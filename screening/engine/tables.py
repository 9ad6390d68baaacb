"""Tables of 64-bit keys in flat arrays: built by one counting sort, asked with one or two touches of memory."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, inner
from screening.engine.tokens import Letters, hash_of

_LEAST_BITS = 4  # of the smallest table: sixteen buckets


class KeyTable(NamedTuple):
    """Values by key: those of one bucket (the high bits of the key) stand together, in the order they came.

    ``first`` int32 (2**bits + 1), ``keys`` uint64, ``values`` int32, ``shift`` uint64 (1,).
    """

    first: NDArray[np.int32]
    keys: NDArray[np.uint64]
    values: NDArray[np.int32]
    shift: NDArray[np.uint64]


@compiled
def _fill(
    keys: NDArray[np.uint64], values: NDArray[np.int32], bits: int
) -> tuple[NDArray[np.int32], NDArray[np.uint64], NDArray[np.int32]]:
    shift = np.uint64(64 - bits)
    first = np.zeros((1 << bits) + 1, np.int32)
    for key in keys:
        first[(key >> shift) + np.uint64(1)] += 1
    for bucket in range(1 << bits):
        first[bucket + 1] += first[bucket]
    at = first[:-1].copy()
    sorted_keys = np.empty_like(keys)
    sorted_values = np.empty_like(values)
    for i in range(len(keys)):
        bucket = keys[i] >> shift
        sorted_keys[at[bucket]] = keys[i]
        sorted_values[at[bucket]] = values[i]
        at[bucket] += 1
    return first, sorted_keys, sorted_values


def key_table(keys: NDArray[np.uint64], values: NDArray[np.int32]) -> KeyTable:
    """Return the table of ``values`` by ``keys`` (of one length); a key may stand with several values."""
    bits = max(_LEAST_BITS, len(keys).bit_length())
    first, sorted_keys, sorted_values = _fill(keys, values, bits)
    return KeyTable(first, sorted_keys, sorted_values, np.array([64 - bits], np.uint64))


@inner
def bucket_of(table: KeyTable, key: np.uint64) -> tuple[int, int]:
    """Return where the values that may belong to ``key`` begin and end; compare ``table.keys`` before trusting one."""
    bucket = key >> table.shift[0]
    return table.first[bucket], table.first[bucket + np.uint64(1)]


@inner
def same_letters(letters: Letters, other: Letters) -> bool:
    """Tell whether two stretches of letters are equal."""
    length = letters.end - letters.start
    if length != other.end - other.start:
        return False
    at = 0
    while at < length and letters.blob[letters.start + at] == other.blob[other.start + at]:
        at += 1
    return at == length


@compiled
def distinct(blob: NDArray[np.uint8], starts: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return, for each word, the number of its distinct word, and for each distinct word, where it first stands."""
    words = len(starts) - 1
    slots = 16
    while slots < 2 * words:
        slots *= 2
    mask = np.uint64(slots - 1)
    table = np.full(slots, -1, np.int32)
    numbers = np.empty(words, np.int32)
    firsts = np.empty(words, np.int32)
    found = 0
    for word in range(words):
        letters = Letters(blob, starts[word], starts[word + 1])
        slot = hash_of(blob, letters.start, letters.end) & mask
        while True:
            known = table[slot]
            if known < 0:
                table[slot] = found
                firsts[found] = word
                numbers[word] = found
                found += 1
                break
            at = firsts[known]
            if same_letters(letters, Letters(blob, starts[at], starts[at + 1])):
                numbers[word] = known
                break
            slot = (slot + np.uint64(1)) & mask
    return numbers, firsts[:found].copy()
