"""How common words are among the names of firms: counts that ``python -m benchmarks.words`` made."""

from functools import cache
from typing import Final

from screening.engine.storage import table

_NAMES_ROW: Final = "NAMES COUNTED"  # the row that says how many names were counted; no word has a space


@cache
def _counts() -> dict[str, int]:
    return {row["word"]: int(row["count"]) for row in table("words")}


NAMES: Final = _counts()[_NAMES_ROW]


def count(word: str) -> int:
    """Return how many of ``NAMES`` names hold the word (in its canonical form); 0 when it was not seen."""
    return _counts().get(word, 0)
