from datetime import date
from itertools import permutations

import pytest

from screening.engine import Thresholds
from screening.services.lists import RunList
from screening.services.runs import keys
from screening.services.runs.keys import run_key
from tests.screening.factories import DAY, MAKER, foreign_list, national_list

LISTS = (national_list(), foreign_list("una"), foreign_list("otra", MAKER))


def key(sha256: str = "a" * 64, lists: tuple[RunList, ...] = LISTS, met: float = 0.9, day: date = DAY) -> str:
    return run_key(sha256, lists, thresholds=Thresholds(met=met), as_of=day)


def test_the_order_of_the_lists_does_not_matter() -> None:
    assert {key(lists=order) for order in permutations(LISTS)} == {key()}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(key(sha256="b" * 64), id="another file"),
        pytest.param(key(lists=LISTS[:2]), id="a list less"),
        pytest.param(key(lists=(*LISTS[:2], foreign_list("otra"))), id="other entries"),
        pytest.param(key(lists=(*LISTS[:2], foreign_list("tercera", MAKER))), id="another name"),
        pytest.param(key(met=0.91), id="another threshold"),
        pytest.param(key(day=date(2026, 11, 19)), id="another day"),
    ],
)
def test_whatever_may_change_an_answer_changes_the_key(other: str) -> None:
    assert other != key()


def test_another_way_of_reading_the_file_changes_the_key() -> None:
    thresholds = Thresholds(met=0.9)
    assert run_key("a" * 64, LISTS, thresholds=thresholds, as_of=DAY, reader="older") != key()


def test_another_engine_changes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key()
    monkeypatch.setattr(keys, "ENGINE_VERSION", "another")
    assert key() != before
