"""Names side by side in one long text, so that the few that hold something are found without asking each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Lines(NamedTuple):
    """Names in one text, with a sign between two: name ``n`` has ``lengths[n]`` characters (int64)."""

    text: str
    lengths: NDArray[np.int64]

    def holding(self, *parts: str) -> list[int]:
        """Return the numbers of the names that hold any of ``parts``, in order; no part is empty or has a line end."""
        places = [place for part in parts for place in _places(self.text, part)]
        ends = np.cumsum(self.lengths + 1)
        return [int(number) for number in np.unique(np.searchsorted(ends, places, side="right"))]


def _places(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + len(part))


def side_by_side(names: Sequence[str]) -> Lines:
    """Return the names in one text."""
    return Lines("\n".join(names), np.fromiter(map(len, names), np.int64, len(names)))
