"""The compiler of the engine's inner loops: plain Python over numpy arrays, turned into machine code once a machine."""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., object])


def compiled(kernel: Kernel) -> Kernel:
    """Return ``kernel`` compiled at its first call and kept on disk; it lets go of the interpreter, so threads help.

    A kernel sees arrays and numbers alone, never objects.
    """
    return cast(Kernel, njit(cache=True, nogil=True, error_model="numpy")(kernel))
