import json
from typing import Any

import pytest
from django.test import Client

from kernel.domain.actors import Role
from tests.cases.calendar_files import ask
from tests.command_line import tamiz
from tests.pages import signed_in
from tests.screening.api.clients import Machine, answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
TERM = {"from": "2025-04-09", "days": 20}


def told(**asked: Any) -> Any:
    return answer(ask(Machine("screening.check").client, "deadline", **{**TERM, **asked}))


def test_the_answer_has_the_three_days_and_whether_they_are_provisional() -> None:
    assert told(**{"from": "2025-01-13", "days": 180}) == {
        "lfpa": "2025-09-30",
        "official": "2025-10-01",
        "union": "2025-10-06",
        "provisional": False,
        "acts_not_loaded": [],
        "calendar": None,
        "skipped": None,
        "doubtful": None,
    }


def test_what_is_provisional_names_the_years_whose_act_is_missing() -> None:
    found = told(**{"from": "2025-10-30", "days": 360})
    assert (found["provisional"], found["acts_not_loaded"]) == (True, [2026, 2027])


def test_each_day_skipped_is_explained_in_both_languages_and_suspensions_count() -> None:
    found = told(suspend=["2025-04-22:2025-04-24"], explain=True)
    assert found["union"] == "2025-05-15"
    days = {day["day"]: day["reasons"] for day in found["skipped"]}
    assert days["2025-04-12"] == [{"es": "sábado o domingo (LFPA art. 28)", "en": "Saturday or Sunday (LFPA art. 28)"}]
    assert days["2025-04-23"][0]["en"] == "term suspended (LFPA art. 17-A, 28)"
    assert "2025-04-22" not in days


def test_several_suspensions_may_be_given() -> None:
    one, two = told(suspend=["2025-04-22:2025-04-24"]), told(suspend=["2025-04-22:2025-04-24", "2025-04-28:2025-04-29"])
    assert one["union"] < two["union"]


def test_doubtful_days_are_told_with_the_day_they_would_lead_to_and_counted_when_asked_for() -> None:
    asked = {"from": "2024-12-05", "days": 20}
    [doubt] = told(**asked, explain=True)["doubtful"]
    assert (doubt["act"], doubt["first_on"], doubt["union"]) == ("STPS-2024", "2024-12-13", "2025-01-22")
    assert told(**asked, calendar="union+STPS-2024")["union"] == "2025-01-22"


def test_the_command_line_gives_the_same_days() -> None:
    ran = tamiz("calendar", "deadline", "--from", "2025-04-09", "--days", "20", "--json")
    said = json.loads(ran.out)
    found = told()
    assert {name: found[name] for name in said} == said


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        pytest.param({"from": "ayer"}, 422, "invalid", id="no date"),
        pytest.param({"days": 0}, 422, "invalid", id="no days"),
        pytest.param({"from": "2022-12-30"}, 400, "invalid_term", id="before the calendars"),
        pytest.param({"from": "2099-12-01", "days": 99}, 400, "invalid_term", id="past the calendars"),
        pytest.param({"calendar": "lft"}, 400, "unknown_calendar", id="no such calendar"),
        pytest.param({"calendar": "union+OTRO"}, 404, "unknown_day_off_act", id="no such act"),
        pytest.param({"suspend": "2025-04-22"}, 400, "invalid_input", id="half a suspension"),
        pytest.param({"suspend": "2025-04-22:ayer"}, 400, "invalid_input", id="a suspension until no date"),
        pytest.param({"suspend": "2025-04-22:2025-04-21"}, 400, "invalid_term", id="a suspension backwards"),
    ],
)
def test_what_cannot_be_computed_is_a_problem(asked: dict[str, Any], status: int, code: str) -> None:
    problem(ask(signed_in(Role.PETITIONER), "deadline", **{**TERM, **asked}), status, code)


def test_nobody_is_answered_without_key_or_session() -> None:
    problem(ask(Client(), "deadline", **TERM), 401, "not_authenticated")
