"""Benchmark inputs come from a seed and are what they claim to be."""

import random

from benchmarks.names import make_names
from benchmarks.variants import disturb


def test_the_same_seed_gives_the_same_distinct_names() -> None:
    names = make_names(500, seed=3)
    assert names == make_names(500, seed=3)
    assert len(set(names)) == 500
    assert names != make_names(500, seed=4)


def test_a_disturbed_name_is_another_spelling_of_some_of_its_words() -> None:
    rnd = random.Random(5)
    names = make_names(200, seed=3)
    disturbed = [disturb(name, rnd) for name in names]
    assert sum(a != b for a, b in zip(names, disturbed, strict=True)) > 150
