from typing import Any

import pytest

from cases.models import Case
from cases.services import assign_case
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, queries
from tests.cases.factories import SUPERVISOR, filed_petition, noon, seen
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
PATH = "/cases/agenda"


def given_to(person: Person) -> Case:
    case, on = filed_petition(days_ago(5)), days_ago(4)
    return assign_case(
        seen=seen(case), assignee=person.account.reference, reason="turno", actor=SUPERVISOR, at=noon(on)
    )


def test_the_days_of_ones_own_cases_come_earliest_first() -> None:
    who = Person(Role.INVESTIGATOR)
    case = given_to(who)
    filed_petition()
    told = answer(who.get(PATH))
    assert {item["reference"] for item in told["items"]} == {case.reference}
    days = [item["deadline"]["target_on"] for item in told["items"]]
    assert days == sorted(days)
    assert [item["deadline"]["kind"] for item in told["items"]] == ["LAST_TO_PREVENT", "LAST_TO_EXTEND", "DECISION"]
    assert all(item["deadline"]["days_left"] > 0 for item in told["items"])


def test_the_agenda_of_somebody_else_and_up_to_a_day() -> None:
    who, reader = Person(Role.INVESTIGATOR), Person(Role.SUPERVISOR)
    given_to(who)
    assert answer(reader.get(PATH))["items"] == []
    reference = str(who.account.reference)
    told = answer(reader.get(PATH, assignee=reference))
    assert len(told["items"]) == 3
    until = told["items"][0]["deadline"]["target_on"]
    assert len(answer(reader.get(PATH, assignee=reference, until=until))["items"]) == 1


def test_pages_follow_each_other() -> None:
    who = Person(Role.INVESTIGATOR)
    for _ in range(3):
        given_to(who)
    whole = answer(who.get(PATH))["items"]
    first = answer(who.get(PATH, limit=5))
    rest = answer(who.get(PATH, limit=5, after=first["next"]))
    assert [*first["items"], *rest["items"]] == whole
    assert rest["next"] is None


def test_more_cases_take_no_more_queries() -> None:
    who = Person(Role.INVESTIGATOR)
    given_to(who)
    few = queries(who, PATH)
    for _ in range(6):
        given_to(who)
    assert queries(who, PATH) == few


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        pytest.param({"until": "mañana"}, 422, "invalid", id="no day"),
        pytest.param({"after": "0:1"}, 400, "bad_cursor", id="a mark before time"),
        pytest.param({"after": "9999999999:1"}, 400, "bad_cursor", id="a mark beyond time"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, Any], status: int, code: str) -> None:
    problem(Person(Role.INVESTIGATOR).get(PATH, **asked), status, code)
