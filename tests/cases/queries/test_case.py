from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cases.queries import case_by_reference, clocks, current_calendars, state_of
from cases.queries.case import entries_of, happened
from cases.services import extend_term, suspend_terms
from tests.cases.factories import SUPERVISOR, filed_petition, heard_case, noon, prevented_petition, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)
Queries = Callable[[int], Any]


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


def test_a_suspended_clock_tells_no_days_and_comes_last() -> None:
    found = clocks(prevented_petition(), current_calendars(), on=date(2025, 2, 14))
    assert (found[0].deadline.kind, found[0].left) == ("CURE", 1)
    assert {one.left for one in found[1:]} == {None}


def test_a_timeline_tells_what_was_done_by_whom_and_why() -> None:
    case = heard_case()
    suspend_terms(seen=seen(case), from_on=ON, instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=noon(ON))
    found = [happened(row) for row in entries_of(case)]
    verbs = ["file_petition", "agree_to_admission", "admit_petition", "start_term", "meet_term", "suspend_terms"]
    assert [one.verb for one in found] == verbs
    assert (found[-1].actor, found[-1].reason) == (SUPERVISOR.name, "sismo")
    assert found[2].change["case"] == {"stage": "INVESTIGATION"}


@pytest.mark.parametrize("rounds", [0, 3])
def test_no_case_asks_more_questions_when_more_is_in_it(rounds: int, django_assert_num_queries: Queries) -> None:
    case = heard_case()
    for _ in range(rounds):
        case = heard_case(case)
    with django_assert_num_queries(10):  # the case with who and what leads it, and each table of records
        state_of(case_by_reference(case.reference))
    with django_assert_num_queries(1):
        list(entries_of(case))


@pytest.mark.parametrize("rounds", [0, 3])
def test_no_act_asks_more_questions_when_more_is_in_the_case(
    rounds: int, django_assert_max_num_queries: Queries
) -> None:
    case = heard_case()
    for _ in range(rounds):
        case = heard_case(case)
    with django_assert_max_num_queries(42):
        extend_term(seen=seen(case), reason="complejidad", actor=SUPERVISOR, at=noon(ON))
