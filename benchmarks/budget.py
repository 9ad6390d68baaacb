"""How much of the work a peer gets: as many queries as it answers within its time."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.engines import Found, Search

FIRST: Final = 8  # queries by which the pace of a matcher is guessed


@dataclass(frozen=True, slots=True)
class Timed:
    """The answers to the first ``queries`` names, and how many a second."""

    found: Found
    queries: int
    per_second: float


def warm_up(search: Search, names: Sequence[str]) -> None:
    """Let a matcher compile and load what it does once: that is not its speed."""
    search(names[:FIRST], 0.0, 1)


def timed_search(search: Search, names: Sequence[str], *, least: float, most: int, seconds: float) -> Timed:
    """Return the answers to as many of ``names``, from the first on, as fit into ``seconds``; at least FIRST.

    The sample grows eightfold a step while the next one fits, so that a slow matcher stops early and the last, largest
    sample is the one that counts.
    """
    warm_up(search, names)
    size, deadline = min(FIRST, len(names)), time.perf_counter() + seconds
    while True:
        started = time.perf_counter()
        found = search(names[:size], least, most)
        ended = time.perf_counter()
        pace = max(ended - started, 1e-9) / max(size, 1)
        fits = int(min((deadline - ended) * 0.8 / pace, size * 8, len(names)))  # a fifth in hand: pace varies
        if size >= len(names) or (fits < 2 * size and fits < len(names)):
            return Timed(found, size, 1 / pace)
        size = fits
