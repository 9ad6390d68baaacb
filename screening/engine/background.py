"""How common words are among the names of firms: counts that ``python -m benchmarks.words`` made."""

from collections.abc import Sequence
from itertools import repeat
from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.storage import table

_COUNTS: Final = {row["word"]: int(row["count"]) for row in table("words")}
NAMES: Final = _COUNTS.pop("NAMES COUNTED")  # the row that says how many names were counted; no word has a space


def counts(words: Sequence[str]) -> NDArray[np.int32]:
    """Return how many of ``NAMES`` names hold each word (in its canonical form); 0 when it was not seen."""
    return np.fromiter(map(_COUNTS.get, words, repeat(0)), np.int32, len(words))
