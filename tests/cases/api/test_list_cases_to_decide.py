from datetime import date

import pytest

from cases.services import prioritise_case, suspend_terms
from kernel.domain.actors import Role
from tests.cases.api.people import Person, queries
from tests.cases.factories import SUPERVISOR, admitted_case, case_to_decide, filed_petition, noon, seen
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
PATH = "/cases/decision-queue"
ON = date(2025, 2, 20)


def test_what_is_ready_comes_in_the_order_of_the_law() -> None:
    first, second, held = case_to_decide(), case_to_decide(), case_to_decide()
    filed_petition()
    prioritise_case(seen=seen(second), reason="riesgo", actor=SUPERVISOR, at=noon(ON))
    suspend_terms(seen=seen(held), from_on=ON, instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=noon(ON))
    told = answer(Person(Role.DECIDER).get(PATH))
    assert [item["reference"] for item in told["items"]] == [second.reference, first.reference]
    assert all(item["deemed_refused"] for item in told["items"])


def test_each_kind_has_its_own_order() -> None:
    case_to_decide()
    who = Person(Role.DECIDER)
    assert answer(who.get(PATH, kind="ANNULMENT"))["items"] == []
    problem(who.get(PATH, kind="PARTY"), 422, "invalid")


def test_pages_follow_each_other() -> None:
    cases, who = [case_to_decide() for _ in range(3)], Person(Role.DECIDER)
    first = answer(who.get(PATH, limit=2))
    rest = answer(who.get(PATH, limit=2, after=first["next"]))
    found = [item["reference"] for item in (*first["items"], *rest["items"])]
    assert found == [case.reference for case in cases]


def test_more_cases_take_no_more_queries() -> None:
    who = Person(Role.DECIDER)
    case_to_decide(admitted_case())
    few = queries(who, PATH)
    for _ in range(5):
        case_to_decide(admitted_case())
    assert queries(who, PATH) == few
