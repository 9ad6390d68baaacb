"""The compiler of the engine's inner loops: plain Python over numpy arrays, turned into machine code once a machine."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, TypeVar, cast

from numba import config, njit

from screening.engine.storage import kernel_folder

# One folder for each state of the sources: the compiler does not see that a kernel called by another has changed.
setattr(config, "CACHE_DIR", str(kernel_folder()))  # noqa: B010 - the compiler makes its settings at run time

_OPTIONS: Final[dict[str, Any]] = {"cache": True, "nogil": True, "error_model": "numpy", "forceinline": True}
Kernel = TypeVar("Kernel", bound=Callable[..., object])
Part = TypeVar("Part")


def compiled(kernel: Kernel) -> Kernel:
    """Return ``kernel`` compiled at its first call and kept on disk; it lets go of the interpreter, so threads help.

    A kernel sees arrays and numbers alone, never objects.
    """
    return cast(Kernel, njit(**_OPTIONS)(kernel))


def inner(kernel: Kernel) -> Kernel:
    """Return ``kernel`` compiled as :func:`compiled` does, to be called by other kernels and to make no array itself.

    It does not count who holds an array: counting took most of the time of kernels that are handed many.
    """
    return cast(Kernel, njit(**_OPTIONS | {"_nrt": False})(kernel))


def in_threads(work: Callable[[int, int], Part], count: int, chunk: int) -> list[Part]:
    """Return what ``work(begin, end)`` returns for each ``chunk`` of ``count`` rows, in order; at least one chunk."""
    spans = [(begin, min(begin + chunk, count)) for begin in range(0, max(count, 1), chunk)]
    if len(spans) == 1:
        return [work(*spans[0])]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda span: work(*span), spans))
