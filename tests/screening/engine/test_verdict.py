"""The decision table: the officer's CSV and the code say the same over the whole space."""

import csv
from itertools import product
from pathlib import Path

import pytest

from screening.engine.types import Answer, Authority, Criterion, Thresholds, Verdict
from screening.engine.verdict import GRAVITY, decide, worst

TABLE = Path(__file__).parent.parent / "data" / "verdicts.csv"
ORDER = (Criterion.PRODUCER, Criterion.GOODS, Criterion.ORIGIN, Criterion.PLACE)
COLUMNS = ("producer", "goods", "origin", "place")
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def fits(cell: str, value: str) -> bool:
    return cell == "*" or value in cell.split("|")


def by_table(authority: Authority, answers: tuple[str, ...]) -> tuple[int, str]:
    for number, row in enumerate(ROWS):
        cells = [row["list"], *(row[c] for c in COLUMNS)]
        if all(fits(cell, value) for cell, value in zip(cells, (authority.value, *answers), strict=True)):
            return number, row["verdict"]
    raise AssertionError(f"no row of the table fits {authority} {answers}")


SPACE = [
    (authority, answers)
    for authority in Authority
    for answers in product(*[["-", *(a.value for a in Answer)]] * 4)
    if set(answers) != {"-"}
]


def test_code_and_table_agree_over_the_whole_space() -> None:
    differing = []
    for authority, answers in SPACE:
        asked = {c: Answer(a) for c, a in zip(ORDER, answers, strict=True) if a != "-"}
        if decide(authority, asked).value != by_table(authority, answers)[1]:
            differing.append((authority, answers))
    assert differing == []
    assert len(SPACE) == 3 * (5**4 - 1)


def test_every_row_of_the_table_decides_something() -> None:
    assert {by_table(authority, answers)[0] for authority, answers in SPACE} == set(range(len(ROWS)))


@pytest.mark.parametrize("authority", list(Authority))
def test_only_a_national_list_stops(authority: Authority) -> None:
    everything_met = dict.fromkeys(ORDER, Answer.MET)
    assert (decide(authority, everything_met) is Verdict.STOP) == (authority is Authority.NATIONAL)


def test_nothing_that_is_not_declared_becomes_clear() -> None:
    for authority, answers in SPACE:
        if "NOT_MET" not in answers:
            asked = {c: Answer(a) for c, a in zip(ORDER, answers, strict=True) if a != "-"}
            assert decide(authority, asked) is not Verdict.CLEAR


def test_a_good_without_criteria_is_refused() -> None:
    with pytest.raises(ValueError, match="without criteria"):
        decide(Authority.NATIONAL, {})


def test_the_worst_verdict_of_none_is_clear() -> None:
    assert worst([]) is Verdict.CLEAR
    assert worst([Verdict.CLEAR, Verdict.WATCH, Verdict.UNKNOWN]) is Verdict.WATCH
    assert list(GRAVITY) == [Verdict.STOP, Verdict.REVIEW, Verdict.WATCH, Verdict.UNKNOWN, Verdict.CLEAR]


@pytest.mark.parametrize(
    ("met", "near"), [(0.9, 2.0), (1.5, 0.5), (0.4, 0.5), (0.9, 0.0), (float("nan"), 0.5), (0.9, float("nan"))]
)
def test_thresholds_that_clear_everything_or_stop_nothing_are_refused(met: float, near: float) -> None:
    with pytest.raises(ValueError, match="0 < near <= met <= 1"):
        Thresholds(met=met, near=near)
