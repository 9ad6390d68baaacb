from typing import Any

import pytest

from tests.screening.api.clients import SCOPES, Machine, answer, problem
from tests.screening.api.test_get_screening_run import job_of
from tests.screening.finished import finished_run

pytestmark = pytest.mark.django_db


def place_of(machine: Machine, copies: int = 1) -> str:
    job = job_of(machine, "DONE", result={"run": str(finished_run(copies=copies).reference)})
    return f"/screening-runs/{job.reference}/verdicts"


def test_verdicts_come_worst_first_with_their_hits() -> None:
    machine = Machine(*SCOPES)
    told = answer(machine.get(place_of(machine)))
    assert [item["verdict"] for item in told["items"]] == ["STOP", "REVIEW", "WATCH", "UNKNOWN", "CLEAR"]
    assert told["items"][0]["hits"][0]["act"] == "Resolución UTF/001/2026"
    assert told["items"][3]["no_border"] is True
    assert told["next"] is None


def test_pages_follow_each_other_without_a_gap_or_a_repetition() -> None:
    machine = Machine(*SCOPES)
    place, seen, after = place_of(machine, copies=20), [], ""
    while True:
        told = answer(machine.get(place, limit=7, after=after))
        seen += [item["declaration"] for item in told["items"]]
        if told["next"] is None:
            break
        after = told["next"]
    assert len(seen) == len(set(seen)) == 24


def test_verdicts_can_be_filtered() -> None:
    machine = Machine(*SCOPES)
    place = place_of(machine)
    assert [item["verdict"] for item in answer(machine.get(place, verdict="WATCH"))["items"]] == ["WATCH"]
    assert [item["verdict"] for item in answer(machine.get(place, text="kargilik"))["items"]] == ["STOP"]


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        pytest.param({"limit": 501}, 422, "invalid", id="too many at once"),
        pytest.param({"limit": 0}, 422, "invalid", id="none at once"),
        pytest.param({"verdict": "GUILTY"}, 422, "invalid", id="a verdict that does not exist"),
        pytest.param({"text": "x" * 121}, 422, "invalid", id="a text without end"),
        pytest.param({"after": "x"}, 400, "bad_cursor", id="a mark that was never given"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, Any], status: int, code: str) -> None:
    machine = Machine(*SCOPES)
    problem(machine.get(place_of(machine), **asked), status, code)


def test_an_unfinished_run_has_no_verdicts() -> None:
    machine = Machine(*SCOPES)
    problem(machine.get(f"/screening-runs/{job_of(machine).reference}/verdicts"), 409, "conflict")


def test_the_verdicts_of_another_key_do_not_exist() -> None:
    problem(Machine(*SCOPES).get(place_of(Machine(*SCOPES))), 404, "not_found")


def test_a_key_without_the_scope_is_refused() -> None:
    machine = Machine("screening.upload")
    problem(machine.get(place_of(machine)), 403, "forbidden")
