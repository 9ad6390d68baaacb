"""What the points are learnt from: halves that share no entity, weights that make a false hit as dear as a miss."""

import argparse
import random
from pathlib import Path

import numpy as np
import pytest

from benchmarks import learn, negatives
from benchmarks.learn import FLOORS, PAIR_FLOORS
from benchmarks.sources import LIST, PAIR, WEIGHTS, Aliases, alias_sides, disturbed_sides, parts, side_by_side
from screening.engine.score import STEPS, TABLE
from screening.engine.storage import table

FIRMS = (
    "Qovremi Branduxa",
    "Feltopik Gusmarvo",
    "Typlando Wixeroth",
    "Jubalnek Zorpheda",
    "Klemvist Daqo",
    "Hoshine Esquel",
)


@pytest.fixture
def files(tmp_path: Path) -> argparse.Namespace:
    """Return the files of a few invented firms."""
    trades = ("Textile", "Chemical", "Silicon")
    names = [f"{firm} {trade} Co., Ltd." for firm in FIRMS for trade in trades]
    pairs = "".join(f'"{name}","{name.split()[0]} {name.split()[1]}",1\n' for name in names[::3])
    (tmp_path / "aliases.csv").write_text("name1,name2,label\n" + pairs, encoding="utf-8")
    listed = "".join(f'"{name}",,\n' for name in names)
    (tmp_path / "uflpa.csv").write_text("name,aliases,former_names\n" + listed, encoding="utf-8")
    return argparse.Namespace(aliases=tmp_path / "aliases.csv", lists=tmp_path, facilities=None)


def test_no_entity_is_in_both_halves(files: argparse.Namespace) -> None:
    aliases = Aliases(files.aliases)
    halves = [{aliases.entities.of(one) for one, *_ in aliases.half(kept_back)} for kept_back in (False, True)]
    assert halves[0]
    assert halves[1]
    assert not halves[0] & halves[1]


def test_names_of_a_half_are_disturbed_in_that_half_alone(files: argparse.Namespace) -> None:
    halves = [
        {one for one, _, label, _ in disturbed_sides(files.lists, None, kept_back) if label}
        for kept_back in (False, True)
    ]
    assert halves[0]
    assert not halves[0] & halves[1]


def test_false_pairs_of_aliases_are_of_two_entities(files: argparse.Namespace) -> None:
    aliases = Aliases(files.aliases)
    false = [(one, other) for one, other, label, _ in alias_sides(aliases, kept_back=False) if not label]
    assert false
    assert all(aliases.entities.of(one) != aliases.entities.of(other) for one, other in false)


def test_true_pairs_weigh_as_much_as_false_ones_and_each_kind_as_much_as_another() -> None:
    pairs = [("Qovremi Textile", "Qovremi Textiles", 1, "a")] * 3 + [("Qovremi Textile", "Qovremi Branduxa", 1, "b")]
    pairs += [("Qovremi Textile", "Feltopik Textile", 0, "c")] * 5
    weight = side_by_side(pairs, "disturbed").weight
    whole = WEIGHTS["disturbed"][1]
    assert weight[:3].sum() == pytest.approx(whole / 2)
    assert weight[3] == pytest.approx(whole / 2)
    assert weight[4:].sum() == pytest.approx(whole)


def test_what_no_name_tells_teaches_nothing() -> None:
    pairs = [
        ("Qovremi Textile", "Feltopik Chemical", 1, "alias"),
        ("China Textile", "China Chemical", 1, "alias"),
        ("Qovremi Textile", "Qovremi", 1, "alias"),
        ("Qovremi Textile", "Feltopik Textile", 0, "other"),
    ]
    assert (side_by_side(pairs, "aliases in pairs").weight > 0.0).tolist() == [False, False, True, True]


def test_the_kinds_asked_for_are_all_there_is(files: argparse.Namespace) -> None:
    found = parts(files, kept_back=False, kinds=(PAIR,))
    assert [part.source for part in found] == ["aliases in pairs", "disturbed"]


def test_what_is_not_learnt_stays_as_it_is(tmp_path: Path) -> None:
    points = np.zeros((len(TABLE) + 1, STEPS + 1))
    learn.write_points(tmp_path / "score.csv", {PAIR: points})
    lines = (tmp_path / "score.csv").read_text(encoding="utf-8").splitlines()
    shipped = [",".join(row.values()) for row in table("score") if row["of"] == LIST]
    assert lines[1 : len(shipped) + 1] == shipped
    assert all(line.endswith(",0.000" * (STEPS + 1)) for line in lines if line.startswith(PAIR))


def test_floors_of_pairs_are_those_of_lists_and_more() -> None:
    names = {feature.name for feature in TABLE}
    assert FLOORS.items() <= PAIR_FLOORS.items()
    assert PAIR_FLOORS.keys() <= names


def test_any_near_name_is_drawn_with_a_seed() -> None:
    names = ["Qovremi Textile", "Qovremi Chemical", "Qovremi Silicon"]
    found = dict(negatives.nearest_others(names, names, lambda name: name, random.Random(1)))
    assert found.keys() == set(names)
    assert all(one != other for one, other in found.items())
