"""Tariff prefixes as a tree, asked for a whole column of codes at once."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

MOST_DIGITS: Final = 18  # digits that a number in base 11 of 64 bits can hold; a fraction with its NICO has ten
_BASE: Final = 11  # ten digits and "no more digits"


class PrefixTree:
    """The listed prefixes and every shorter beginning of them; digits alone."""

    def __init__(self, prefixes: Iterable[str]) -> None:
        beginnings = {prefix[:k] for prefix in prefixes for k in range(1, min(len(prefix), MOST_DIGITS - 1) + 1)}
        deepest = max(map(len, beginnings), default=0)
        self._width = deepest + 1  # one more, to tell a code that ends with a listed prefix from one that goes on
        by_length = [[b for b in beginnings if len(b) == k] for k in range(1, deepest + 1)]
        self._levels = [np.sort(_numbers(level, k)) for k, level in enumerate(by_length, start=1)]
        self._offsets = list(accumulate((len(level) for level in by_length), initial=1))

    def places(self, codes: Sequence[str]) -> NDArray[np.int64]:
        """Return, for each code (digits), where it leaves the tree: an int64 array of the length of ``codes``.

        Two codes of one place begin with the same listed prefixes, and are the beginning of the same listed ones: what
        depends on listed prefixes alone is the same for both.
        """
        numbers = _numbers(codes, self._width)
        place = np.zeros(len(numbers), dtype=np.int64)
        ended = numbers == 0  # no code at all
        alive = np.flatnonzero(~ended)
        for length, (level, offset) in enumerate(zip(self._levels, self._offsets, strict=False), start=1):
            rest = _BASE ** (self._width - length)
            wanted = numbers[alive] // rest
            at = np.searchsorted(level, wanted)
            at[at == len(level)] = 0
            inside = level[at] == wanted
            alive, at = alive[inside], at[inside]
            place[alive] = offset + at
            done = numbers[alive] % rest == 0
            ended[alive[done]] = True
            alive = alive[~done]
        return np.asarray(2 * place + ended, dtype=np.int64)


def _numbers(codes: Sequence[str], width: int) -> NDArray[np.int64]:
    """Return codes of digits as numbers in base 11, cut or filled up to ``width`` digits; 0 for no code."""
    if not len(codes):
        return np.zeros(0, dtype=np.int64)
    letters = np.array(codes, dtype=f"U{width}").view(np.uint32).reshape(len(codes), width).astype(np.int64)
    digits = np.where(letters == 0, 0, letters - ord("0") + 1)
    weights = _BASE ** np.arange(width - 1, -1, -1, dtype=np.int64)
    return np.asarray(digits @ weights, dtype=np.int64)
