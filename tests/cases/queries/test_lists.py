from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.queries import agenda, case_by_reference, clocks, current_calendars, overdue_cases, queue, state_of, timeline
from cases.services import assign_case, extend_term, prioritise_case, suspend_terms
from kernel.domain.actors import Role
from tests.cases.factories import (
    SUPERVISOR,
    admitted_case,
    case_to_decide,
    filed_petition,
    heard_case,
    noon,
    own_motion_case,
    person,
    prevented_petition,
    seen,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)
Queries = Callable[[int], Any]


def test_the_queue_is_in_filing_order_with_the_exceptions_first() -> None:
    late, early, middle = (filed_petition(date(2025, 1, day)) for day in (22, 13, 15))
    own = own_motion_case(date(2025, 1, 14))
    assert queue() == [early, own, middle, late]
    prioritise_case(seen=seen(late), reason="riesgo para la vida", actor=SUPERVISOR, at=noon(ON))
    assert queue() == [late, early, own, middle]
    assert [queue(start=start, limit=2) for start in (0, 2, 4)] == [[late, early], [own, middle], []]


def test_an_agenda_has_the_days_of_a_persons_cases_the_earliest_first() -> None:
    ana, gil = person("ana", Role.INVESTIGATOR), person("gil", Role.INVESTIGATOR)
    for case, account in ((filed_petition(), ana), (prevented_petition(), ana), (filed_petition(), gil)):
        assign_case(seen=seen(case), assignee=account.reference, reason="turno", actor=SUPERVISOR, at=noon(ON))
    found = [(row.target_on, row.kind) for row in agenda(ana)]
    assert sorted(found) == [
        (date(2025, 2, 17), "CURE"),
        (date(2025, 4, 9), "LAST_TO_PREVENT"),
        (date(2025, 9, 30), "DECISION"),
        (date(2025, 9, 30), "LAST_TO_EXTEND"),
    ]
    assert [day for day, _ in found] == sorted(day for day, _ in found if day)
    assert [row.kind for row in agenda(ana, until=ON)] == ["CURE"]


def test_what_the_authority_is_late_with_is_overdue_the_oldest_first() -> None:
    second, first = filed_petition(date(2025, 1, 20)), filed_petition(date(2025, 1, 13))
    suspended = filed_petition(date(2025, 1, 13))
    suspend_terms(seen=seen(suspended), from_on=ON, reason="sismo", actor=SUPERVISOR, at=noon(ON))
    assert overdue_cases(on=date(2025, 9, 30)) == []
    late = overdue_cases(on=date(2025, 12, 1))
    assert [row.case for row in late] == [first, second]
    assert late[0].certain_on == date(2025, 10, 6)


def test_an_extension_takes_a_case_off_the_overdue_list() -> None:
    case = filed_petition()
    extend_term(seen=seen(case), reason="complejidad", actor=SUPERVISOR, at=noon(ON))
    assert overdue_cases(on=date(2025, 12, 1)) == []


def test_clocks_say_how_many_business_days_are_left() -> None:
    found = {one.deadline.kind: one for one in clocks(filed_petition(), current_calendars(), on=date(2025, 9, 26))}
    assert found["DECISION"].left == 2  # Monday 29 and Tuesday 30
    assert not found["DECISION"].is_overdue()
    late = {one.deadline.kind: one for one in clocks(filed_petition(), current_calendars(), on=date(2025, 10, 2))}
    assert (late["DECISION"].left, late["DECISION"].is_overdue()) == (-2, True)
    assert not late["LAST_TO_EXTEND"].is_overdue()


def test_a_target_is_past_on_the_day_off_after_it() -> None:
    case = filed_petition(date(2025, 1, 16))
    assert [row.target_on for row in case.deadlines.filter(kind="DECISION")] == [date(2025, 10, 3)]  # a Friday
    clock = next(
        one for one in clocks(case, current_calendars(), on=date(2025, 10, 4)) if one.deadline.kind == "DECISION"
    )
    assert (clock.left, clock.past, clock.is_overdue()) == (0, True, True)
    assert len(overdue_cases(on=date(2025, 10, 4))) == 1


def test_a_suspended_clock_tells_no_days_and_comes_last() -> None:
    found = clocks(prevented_petition(), current_calendars(), on=date(2025, 2, 14))
    assert (found[0].deadline.kind, found[0].left) == ("CURE", 1)
    assert {one.left for one in found[1:]} == {None}


def test_a_timeline_tells_what_was_done_by_whom_and_why() -> None:
    case = heard_case()
    suspend_terms(seen=seen(case), from_on=ON, reason="sismo", actor=SUPERVISOR, at=noon(ON))
    found = timeline(case)
    verbs = ["file_petition", "agree_to_admission", "admit_petition", "start_term", "meet_term", "suspend_terms"]
    assert [one.verb for one in found] == verbs
    assert (found[-1].actor, found[-1].reason) == (SUPERVISOR.name, "sismo")
    assert found[2].change["case"] == {"stage": "INVESTIGATION"}


@pytest.mark.parametrize("size", [1, 6])
def test_no_list_asks_more_questions_when_it_is_longer(size: int, django_assert_num_queries: Queries) -> None:
    ana = person("ana", Role.INVESTIGATOR)
    for number in range(size):
        case = admitted_case(filed_on=date(2025, 1, 13) + timedelta(days=number % 5))
        assign_case(seen=seen(case), assignee=ana.reference, reason="turno", actor=SUPERVISOR, at=noon(ON))
    with django_assert_num_queries(1):
        assert len([str(case.assignee) for case in queue()]) == size
    with django_assert_num_queries(1):
        assert len({row.case.series for row in agenda(ana)}) == size
    with django_assert_num_queries(1):
        assert len([str(row.case.assignee) for row in overdue_cases(on=date(2026, 1, 1))]) == size


@pytest.mark.parametrize("rounds", [0, 3])
def test_no_case_asks_more_questions_when_more_is_in_it(rounds: int, django_assert_num_queries: Queries) -> None:
    case = heard_case()
    for _ in range(rounds):
        case = heard_case(case)
    with django_assert_num_queries(10):  # the case with who and what leads it, and each table of records
        state_of(case_by_reference(case.reference))
    with django_assert_num_queries(1):
        timeline(case)


@pytest.mark.parametrize("rounds", [0, 3])
def test_no_act_asks_more_questions_when_more_is_in_the_case(
    rounds: int, django_assert_max_num_queries: Queries
) -> None:
    case = heard_case()
    for _ in range(rounds):
        case = heard_case(case)
    with django_assert_max_num_queries(42):
        extend_term(seen=seen(case), reason="complejidad", actor=SUPERVISOR, at=noon(ON))


def test_a_case_to_be_decided_is_in_the_queue_of_the_unit_too() -> None:
    assert queue() == []
    case = case_to_decide()
    assert queue() == [case]
