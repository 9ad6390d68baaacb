"""Lines planted in the demo file, each with the verdict that the design gives it, written down by hand.

Nothing here asks the engine: where the two differ, one of them is wrong and a person decides which.
"""

from typing import Final

from config.demo.model import Pedimento
from config.demo.planted import clear, near_misses, review, rows, stop, unknown, watch

PLANTED: Final[tuple[Pedimento, ...]] = (
    *stop.CASES,
    *review.CASES,
    *watch.CASES,
    *unknown.CASES,
    *clear.CASES,
    *near_misses.CASES,
    *rows.CASES,
)
