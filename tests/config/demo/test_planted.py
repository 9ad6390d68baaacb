"""What the planted lines must get is consistent with the decision table, and covers it."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from config.demo.generate import PLANTED_COLUMNS, PlantedLine, delivery, planted_csv
from config.demo.model import ANSWERS, EXPORT, NOT_SCREENED

TABLE = Path(__file__).parents[2] / "screening" / "data" / "verdicts.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
CRITERIA = ("producer", "goods", "origin", "place")
OUT_OF_REACH = {  # rows of the table that no line of a Data Stage file can reach
    "the origin may be the listed one": "an origin is a code: it is the listed one, another, or not declared",
}
PLANTED = delivery().planted
JUDGED = [line for line in PLANTED if line.plan.answers]


def row_of(line: PlantedLine) -> dict[str, str]:
    """Return the first row of the officers' table that fits the planned answers."""
    said = {"list": line.plan.list_kind} | {
        name: ANSWERS[letter] for name, letter in zip(CRITERIA, line.plan.answers, strict=True)
    }
    return next(row for row in ROWS if all(row[k] == "*" or said[k] in row[k].split("|") for k in said))


def described(line: PlantedLine) -> str:
    return f"line {line.line_number}: {line.plan.why.en}"


@pytest.mark.parametrize("line", JUDGED, ids=described)
def test_the_table_gives_the_planned_verdict(line: PlantedLine) -> None:
    assert row_of(line)["verdict"] == line.plan.verdict


def test_every_row_of_the_table_within_reach_has_a_planted_line() -> None:
    reached = {row["why"] for row in map(row_of, JUDGED)}
    expected = {row["why"] for row in ROWS} - OUT_OF_REACH.keys()
    assert expected - reached == set()


def test_every_verdict_is_planted_in_number() -> None:
    counted = Counter(line.plan.verdict for line in PLANTED)
    assert counted.keys() == {"STOP", "REVIEW", "WATCH", "UNKNOWN", "CLEAR", NOT_SCREENED, EXPORT}
    assert len(PLANTED) >= 120
    assert min(counted[v] for v in ("STOP", "REVIEW", "WATCH", "UNKNOWN", "CLEAR")) >= 25


@pytest.mark.parametrize("verdict", ["STOP", "REVIEW", "WATCH", "UNKNOWN", "CLEAR"])
def test_virtual_operations_are_planted_for_each_verdict(verdict: str) -> None:
    assert any(line.no_border for line in PLANTED if line.plan.verdict == verdict)


def test_the_csv_says_the_plan_in_both_languages() -> None:
    rows = list(csv.DictReader(planted_csv(PLANTED).decode().splitlines()))
    assert tuple(rows[0]) == PLANTED_COLUMNS
    assert len(rows) == len(PLANTED)
    assert all(row["why_es"] and row["why_en"] for row in rows)
    assert {row["list_kind"] for row in rows} == {"NATIONAL", "FOREIGN", ""}
    assert len({row["line_551"] for row in rows}) == len(rows)
