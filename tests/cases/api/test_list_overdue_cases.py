from datetime import date

import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, queries
from tests.cases.factories import filed_petition, own_motion_case
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
PATH = "/cases/overdue"
LONG_AGO = date(2023, 6, 1)


def test_what_the_authority_let_pass_comes_oldest_first() -> None:
    later, earlier = own_motion_case(date(2024, 1, 15)), filed_petition(LONG_AGO)
    filed_petition(days_ago(5))
    told = answer(Person(Role.SUPERVISOR).get(PATH))
    assert [item["reference"] for item in told["items"]] == [earlier.reference, later.reference]
    late = told["items"][0]["deadline"]
    assert (late["kind"], late["past"], late["overdue"]) == ("DECISION", True, True)
    assert late["days_left"] < 0


def test_pages_follow_each_other() -> None:
    who = Person(Role.SUPERVISOR)
    for _ in range(3):
        filed_petition(LONG_AGO)
    first = answer(who.get(PATH, limit=2))
    rest = answer(who.get(PATH, limit=2, after=first["next"]))
    assert [*first["items"], *rest["items"]] == answer(who.get(PATH))["items"]
    problem(who.get(PATH, after="x"), 400, "bad_cursor")


def test_more_cases_take_no_more_queries() -> None:
    who = Person(Role.SUPERVISOR)
    filed_petition(LONG_AGO)
    few = queries(who, PATH)
    for _ in range(9):
        filed_petition(LONG_AGO)
    assert queries(who, PATH) == few
