"""Benchmark inputs come from a seed and are what they claim to be."""

import random
from pathlib import Path

import pytest

from benchmarks.names import core, make_names, make_others
from benchmarks.reading import NOBODY
from benchmarks.trial import Size, make_trial
from benchmarks.variants import KINDS, MIX, changed, disturb

ONE = {
    "other legal form": "Hotan Taida Apparel Co., Ltd.",
    "no legal form": "Hotan Taida Apparel Co., Ltd.",
    "added legal form": "Hotan Taida Apparel",
    "place in brackets": "Shanghai Haige Textile Co., Ltd.",
    "no place": "Shanghai Haige Textile Co., Ltd.",
    "other romanisation": "Guangzhou Haige Textile",
}
LONG = "Shanghai Haige Import and Export Textile Machinery Co., Ltd."


def test_the_same_seed_gives_the_same_distinct_names() -> None:
    names = make_names(500, seed=3)
    assert names == make_names(500, seed=3)
    assert len(set(names)) == 500
    assert names != make_names(500, seed=4)


def test_others_are_not_listed() -> None:
    listed = make_names(500, seed=3)
    assert not {core(n) for n in make_others(500, seed=3, listed=listed)} & {core(n) for n in listed}


def test_names_that_differ_in_form_and_order_alone_have_one_core() -> None:
    assert core("Gupta Krishna Steel Pvt. Ltd.") == core("KRISHNA GUPTA STEEL, Private Limited")
    assert core("Gupta Steel Ltd.") != core("Gupta Steels Ltd.")


def test_a_disturbed_name_is_another_spelling_of_some_of_its_words() -> None:
    rnd = random.Random(5)
    names = make_names(200, seed=3)
    disturbed = [disturb(name, rnd) for name in names]
    assert sum(a != b for a, b in zip(names, disturbed, strict=True)) > 150


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_changes_a_name_that_has_what_it_changes(kind: str) -> None:
    name = ONE.get(kind, LONG)
    others = {KINDS[kind](name, random.Random(seed)) for seed in range(20)}
    assert others - {name}
    assert all(other.strip() for other in others)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["", "A", "Ltd", "()", "日本", "a  b", "Co., Ltd."])
def test_no_kind_fails_on_a_name_that_has_nothing_to_change(kind: str, name: str) -> None:
    assert isinstance(KINDS[kind](name, random.Random(1)), str)


def test_all_kinds_come_up() -> None:
    rnd = random.Random(1)
    assert {changed(name, rnd)[1] for name in make_names(3_000, seed=1)} >= set(MIX)


def test_a_trial_is_the_same_for_the_same_size_and_mixes_clean_and_noisy_names(tmp_path: Path) -> None:
    size = Size(names=300, parties=100, clean=80, noisy=40)
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    one, two = make_trial(tmp_path / "one", size), make_trial(tmp_path / "two", size)
    assert one.queries() == two.queries()
    assert (one.wanted() == NOBODY).sum() == 80
    assert len(one.queries()) == len(one.wanted()) == 120
    batches = [one.parties(i) for i in range(3)]
    assert [len(set(batch)) for batch in batches] == [100, 100, 100]
    assert not set(batches[0]) & set(batches[1]) & set(one.queries())
