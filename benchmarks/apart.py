"""Work done in a process of its own, so that its memory is its own too."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")
STATUS: Final = Path("/proc/self/status")


def _kilobytes(field: str) -> float:
    for line in STATUS.read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith(f"{field}:"):
            return float(line.split()[1])
    return float("nan")


def memory() -> float:
    """Return the resident memory of this process in MB; NaN where the system does not tell."""
    return _kilobytes("VmRSS") / 1024 if STATUS.exists() else float("nan")


def peak_memory() -> float:
    """Return the highest resident memory of this process in MB; NaN where the system does not tell.

    The figure of ``getrusage`` would not do: a process starts with that of the one that started it.
    """
    return _kilobytes("VmHWM") / 1024 if STATUS.exists() else float("nan")


def apart(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Return what ``work``, a function of a module, gives in a new process; its errors are raised here.

    Raises:
        concurrent.futures.process.BrokenProcessPool: if the process dies, of lack of memory perhaps.

    """
    os.environ.setdefault("PYTHONHASHSEED", "0")
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()
