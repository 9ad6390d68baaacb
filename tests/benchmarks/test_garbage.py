"""Garbage names: the same from the same seed, and of every kind that customs data hold."""

import unicodedata

from benchmarks.engine_figures import slowest_ms
from benchmarks.garbage import LONGEST, make_garbage

GARBAGE = make_garbage(600, seed=1)


def test_a_seed_makes_the_same_garbage() -> None:
    assert make_garbage(600, seed=1) == GARBAGE
    assert make_garbage(600, seed=2) != GARBAGE
    assert make_garbage(50, seed=1) == GARBAGE[:50]


def test_every_kind_is_there() -> None:
    assert "" in GARBAGE
    assert max(map(len, GARBAGE)) >= LONGEST
    assert any(name and not any(c.isalnum() for c in name) and name.isascii() for name in GARBAGE)
    assert any(name and all(unicodedata.category(c)[0] in "SMC" for c in name) for name in GARBAGE)
    assert any("\x00" in name for name in GARBAGE)
    assert any("新" in name and "Я" in name for name in GARBAGE)


def test_each_name_is_asked_once_and_alone() -> None:
    asked: list[list[str]] = []
    assert slowest_ms(asked.append, ["a", "", "b"]) >= 0.0
    assert asked == [["a"], [""], ["b"]]
