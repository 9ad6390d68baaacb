"""The compiler of the inner loops: what kernels that do not count holders may return, and work cut up for threads."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from threading import Event
from typing import Any, Final, NamedTuple, get_args, get_origin, get_type_hints

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numba.core.dispatcher import Dispatcher
from numba.core.errors import TypingError
from numpy.typing import NDArray

from screening import engine
from screening.engine.compiled import in_threads, inner
from screening.engine.marking import Query
from screening.engine.reaching import Whole

NUMBERS: Final = {bool, int, float, np.uint64, type(None)}


def kernels() -> Iterator[Any]:
    """Yield every kernel of the engine, once."""
    for module in iter_modules(engine.__path__, f"{engine.__name__}."):
        for kernel in vars(import_module(module.name)).values():
            if isinstance(kernel, Dispatcher) and kernel.py_func.__module__ == module.name:
                yield kernel


KERNELS: Final = {f"{k.py_func.__module__}.{k.py_func.__name__}": k for k in kernels()}
INNER: Final = {name: k for name, k in KERNELS.items() if k.targetoptions.get("_nrt") is False}


def returned(kernel: Any) -> Any:
    return get_type_hints(kernel.py_func)["return"]


def is_of_numbers(kind: Any) -> bool:
    """Tell whether a type is a number, nothing, or a tuple of such types, named or not."""
    if kind in NUMBERS:
        return True
    if hasattr(kind, "_fields"):
        return all(map(is_of_numbers, get_type_hints(kind).values()))
    return get_origin(kind) is tuple and all(part is ... or is_of_numbers(part) for part in get_args(kind))


class OfNumbers(NamedTuple):
    """What a kernel may return."""

    whole: Whole
    pair: tuple[int, float]


class WithAnArray(NamedTuple):
    """What it may not."""

    numbers: OfNumbers
    words: NDArray[np.int32]


@pytest.mark.parametrize("kind", [int, np.uint64, type(None), tuple[int, bool], Whole, OfNumbers, tuple[Whole, int]])
def test_numbers_and_tuples_of_them_may_be_returned(kind: Any) -> None:
    assert is_of_numbers(kind)


@pytest.mark.parametrize(
    "kind",
    [NDArray[np.int32], tuple[int, NDArray[np.float32]], WithAnArray, tuple[tuple[WithAnArray, int], int], Query, Any],
)
def test_what_holds_an_array_somewhere_is_told(kind: Any) -> None:
    assert not is_of_numbers(kind)


def test_kernels_of_both_kinds_are_found() -> None:
    assert {"screening.engine.candidates.find_candidates", "screening.engine.spelling.edits"} <= INNER.keys()
    assert {"screening.engine.searching.search_range", "screening.engine.tables.distinct"} <= KERNELS.keys() - INNER


@pytest.mark.parametrize("name", INNER)
def test_an_inner_kernel_returns_no_array(name: str) -> None:
    """It does not count holders: its caller would let go of an array that the kernel has never held."""
    assert is_of_numbers(returned(INNER[name]))


@pytest.mark.parametrize("name", INNER)
def test_an_inner_kernel_calls_none_that_returns_an_array(name: str) -> None:
    """It would never let go of it."""
    body = INNER[name].py_func
    called = [body.__globals__.get(word) for word in body.__code__.co_names]
    assert [k.py_func.__name__ for k in called if isinstance(k, Dispatcher) and not is_of_numbers(returned(k))] == []


def test_an_inner_kernel_that_makes_an_array_is_refused() -> None:
    def made(count: int) -> int:
        return len(np.zeros(count, np.int32))

    with pytest.raises(TypingError, match="array passed into the function as argument"):
        inner(made)(3)


@given(count=st.integers(0, 40), chunk=st.integers(1, 50))
def test_work_is_cut_into_spans_that_follow_each_other(count: int, chunk: int) -> None:
    spans: list[tuple[int, int]] = in_threads(lambda begin, end: (begin, end), count, chunk)
    assert [row for begin, end in spans for row in range(begin, end)] == list(range(count))
    assert len(spans) == max(1, -(-count // chunk))


def test_the_parts_come_in_the_order_of_the_rows_whatever_thread_is_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    last_is_done = Event()

    def work(begin: int, end: int) -> int:
        if end == 2:
            last_is_done.set()
        else:
            assert last_is_done.wait(10)
        return begin

    assert in_threads(work, 2, 1) == [0, 1]


def test_a_fault_in_one_part_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        in_threads(lambda begin, end: end / begin, 4, 1)
