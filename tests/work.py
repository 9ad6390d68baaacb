"""Work counted instead of timed: a busy machine counts as a quiet one does."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of Python, each as often as it is run, ``work`` takes."""
    taken = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal taken
        taken += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return taken
