import pytest
from django.test import Client

from kernel.domain.actors import Role
from tests.cases.calendar_files import ask
from tests.pages import signed_in
from tests.screening.api.clients import Machine, answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def test_a_year_has_its_days_off_with_calendars_and_instruments() -> None:
    told = answer(ask(signed_in(Role.IMPORTER), "2025"))
    assert (told["year"], told["provisional"], told["acts"]) == (2025, False, ["STPS-2025"])
    assert told["business_days"] == {"lfpa": 252, "official": 251, "union": 247}
    days = {day["on"]: day for day in told["days_off"]}
    assert days["2025-02-05"] == {
        "on": "2025-02-05",
        "calendars": ["lfpa", "union"],
        "instruments": [{"instrument": "LFPA art. 28", "published_on": "1994-08-04"}],
    }
    assert days["2025-04-18"]["calendars"] == ["official", "union"]
    assert [(one["act"], one["first_on"]) for one in told["doubtful"]] == [("STPS-2025", "2025-06-25")]


def test_any_key_may_ask_whatever_its_scope() -> None:
    assert Machine("screening.check").get("/calendars/2026").status_code == 200


def test_a_year_without_an_act_is_provisional() -> None:
    told = answer(ask(signed_in(Role.IMPORTER), "2026"))
    assert (told["provisional"], told["acts"]) == (True, [])


@pytest.mark.parametrize("year", ["2022", "2100"])
def test_a_year_that_no_calendar_has_is_a_problem(year: str) -> None:
    told = problem(ask(signed_in(Role.IMPORTER), year), 404, "unknown_year")
    assert f"no tienen el año {year}" in told["detail"]


def test_nobody_is_answered_without_key_or_session() -> None:
    problem(ask(Client(), "2025"), 401, "not_authenticated")
