from datetime import date
from typing import Any

import pytest

from cases.services import assign_case, prioritise_case
from kernel.domain.actors import Role
from tests.cases.api.people import Person, queries
from tests.cases.factories import FILED, SUPERVISOR, admitted_case, filed_petition, noon, own_motion_case, seen
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
PATH = "/cases"
WHO = "00000000-0000-0000-0000-000000000001"


def references(told: dict[str, Any]) -> list[str]:
    return [item["reference"] for item in told["items"]]


def test_cases_come_in_filing_order_with_exceptions_first() -> None:
    cases = [filed_petition(), filed_petition(), own_motion_case()]
    prioritise_case(seen=seen(cases[1]), reason="riesgo", actor=SUPERVISOR, at=noon(FILED))
    told = answer(Person(Role.INTAKE).get(PATH))
    assert references(told) == [cases[1].reference, cases[0].reference, cases[2].reference]
    first = told["items"][0]
    assert (first["prioritised"], first["priority_reason"], first["stage"]) == (True, "riesgo", "RECEIVED")
    assert first["decision"]["kind"] == "DECISION"
    assert {"lfpa_on", "official_on", "union_on", "provisional"} <= set(first["decision"])
    assert told["next"] is None


def test_a_petition_that_silence_has_refused_is_marked() -> None:
    filed_petition()
    own_motion_case()
    assert [item["deemed_refused"] for item in answer(Person(Role.INTAKE).get(PATH))["items"]] == [True, False]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_follow_each_other_without_a_gap_or_a_repetition(limit: int) -> None:
    cases = [filed_petition() for _ in range(6)]
    for case in cases[3:5]:
        prioritise_case(seen=seen(case), reason="riesgo", actor=SUPERVISOR, at=noon(FILED))
    who, found, after = Person(Role.INTAKE), list[str](), ""
    while True:
        told = answer(who.get(PATH, limit=limit, after=after))
        found += references(told)
        if told["next"] is None:
            break
        after = told["next"]
    assert found == [case.reference for case in (*cases[3:5], *cases[:3], cases[5])]


def test_the_queue_can_be_filtered() -> None:
    person = Person(Role.INVESTIGATOR)
    received, admitted = filed_petition(), admitted_case()
    on = date(2025, 1, 21)
    assign_case(seen=seen(admitted), assignee=person.account.reference, reason="turno", actor=SUPERVISOR, at=noon(on))
    assert references(answer(person.get(PATH, stage="RECEIVED"))) == [received.reference]
    assert references(answer(person.get(PATH, stage="INVESTIGATION"))) == [admitted.reference]
    assert references(answer(person.get(PATH, assignee=str(person.account.reference)))) == [admitted.reference]


def test_more_cases_take_no_more_queries() -> None:
    who = Person(Role.INTAKE)
    filed_petition()
    few = queries(who, PATH)
    for _ in range(9):
        filed_petition()
    assert queries(who, PATH) == few


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        pytest.param({"limit": 501}, 422, "invalid", id="too many at once"),
        pytest.param({"stage": "LOST"}, 422, "invalid", id="a stage that is none"),
        pytest.param({"assignee": "x"}, 422, "invalid", id="no reference"),
        pytest.param({"assignee": WHO}, 404, "unknown_assignee", id="nobody"),
        pytest.param({"after": "999999999999999999"}, 400, "bad_cursor", id="a mark of no case"),
        pytest.param({"after": "x"}, 400, "bad_cursor", id="a mark that was never given"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, Any], status: int, code: str) -> None:
    problem(Person(Role.INTAKE).get(PATH, **asked), status, code)


READERS = {
    Role.INTAKE,
    Role.INVESTIGATOR,
    Role.SUPERVISOR,
    Role.DECIDER,
    Role.NOTIFIER,
    Role.TRANSPARENCY,
    Role.AUDITOR,
}


@pytest.mark.parametrize("path", [PATH, "/cases/overdue", "/cases/decision-queue"])
@pytest.mark.parametrize("role", Role)
def test_the_lists_are_the_units(path: str, role: Role) -> None:
    filed_petition()
    response = Person(role).get(path)
    if role in READERS:
        assert response.status_code == 200
    else:
        problem(response, 403, "forbidden")
