from typing import Any
from uuid import UUID

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


def test_the_agenda_of_somebody_else_is_the_supervisors() -> None:
    who, reader = Person(Role.INVESTIGATOR), Person(Role.SUPERVISOR)
    given_to(who)
    assert answer(reader.get(PATH))["items"] == []
    reference = str(who.account.reference)
    assert len(answer(reader.get(PATH, assignee=reference))["items"]) == 3
    assert len(answer(who.get(PATH, assignee=reference))["items"]) == 3
    problem(Person(Role.DECIDER).get(PATH, assignee=reference), 403, "forbidden")
    problem(reader.get(PATH, assignee=str(UUID(int=1))), 404, "unknown_assignee")


@pytest.mark.parametrize("role", Role)
def test_who_works_on_cases_has_an_agenda(role: Role) -> None:
    staff = {Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR, Role.DECIDER}
    assert Person(role).get(PATH).status_code == (200 if role in staff else 403)


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
        pytest.param({"assignee": "x"}, 422, "invalid", id="no reference"),
        pytest.param({"after": "0.1"}, 400, "bad_cursor", id="a mark without a day"),
        pytest.param({"after": "2026-01-01"}, 400, "bad_cursor", id="half a mark"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, Any], status: int, code: str) -> None:
    problem(Person(Role.INVESTIGATOR).get(PATH, **asked), status, code)
