from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.domain.case import CaseKind
from cases.models import Case, Deadline
from cases.queries.desks import (
    Wanted,
    agenda_page,
    decision_page,
    entries_page,
    joined_cases,
    overdue_page,
    queue_page,
)
from cases.services import assign_case, extend_term, join_case, prioritise_case, suspend_terms
from kernel.domain.actors import Role
from kernel.models import Account
from kernel.paging import BadCursorError, Page
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


def queue() -> list[Case]:
    return list(queue_page(Wanted().rows()).rows)


def overdue(on: date) -> list[Deadline]:
    return list(overdue_page(on=on).rows)


def assigned(case: Case, account: Account) -> Case:
    return assign_case(seen=seen(case), assignee=account.reference, reason="turno", actor=SUPERVISOR, at=noon(ON))


def walked(page: Callable[[str], Page[Any]]) -> list[Any]:
    """Return what a list holds, read page by page."""
    found: list[Any] = []
    after = ""
    while True:
        one = page(after)
        found += one.rows
        assert one.first is (after == "")
        if not (after := one.next):
            return found


def test_the_queue_is_in_filing_order_with_the_exceptions_first() -> None:
    late, early, middle = (filed_petition(date(2025, 1, day)) for day in (22, 13, 15))
    own = own_motion_case(date(2025, 1, 14))
    assert queue() == [early, own, middle, late]
    prioritise_case(seen=seen(late), reason="riesgo para la vida", actor=SUPERVISOR, at=noon(ON))
    assert queue() == [late, early, own, middle]
    rows = Wanted().rows()
    assert walked(lambda after: queue_page(rows, after=after, limit=2)) == [late, early, own, middle]


def test_an_agenda_has_the_days_of_a_persons_cases_the_earliest_first() -> None:
    ana, gil = person("ana", Role.INVESTIGATOR), person("gil", Role.INVESTIGATOR)
    for case, account in ((filed_petition(), ana), (prevented_petition(), ana), (filed_petition(), gil)):
        assigned(case, account)
    found = [(row.target_on, row.kind) for row in agenda_page(ana, on=ON).rows]
    assert sorted(found) == [
        (date(2025, 2, 17), "CURE"),
        (date(2025, 4, 9), "LAST_TO_PREVENT"),
        (date(2025, 9, 30), "DECISION"),
        (date(2025, 9, 30), "LAST_TO_EXTEND"),
    ]
    assert [day for day, _ in found] == sorted(day for day, _ in found if day)
    assert "LAST_TO_PREVENT" not in {row.kind for row in agenda_page(ana, on=date(2025, 4, 10)).rows}


def test_what_the_authority_is_late_with_is_overdue_the_oldest_first() -> None:
    second, first = filed_petition(date(2025, 1, 20)), filed_petition(date(2025, 1, 13))
    suspended = filed_petition(date(2025, 1, 13))
    suspend_terms(
        seen=seen(suspended), from_on=ON, instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=noon(ON)
    )
    assert overdue(date(2025, 9, 30)) == []
    late = overdue(date(2025, 12, 1))
    assert [row.case for row in late] == [first, second]
    assert late[0].certain_on == date(2025, 10, 6)


def test_an_extension_takes_a_case_off_the_overdue_list() -> None:
    case = filed_petition()
    extend_term(seen=seen(case), reason="complejidad", actor=SUPERVISOR, at=noon(ON))
    assert overdue(date(2025, 12, 1)) == []


@pytest.mark.parametrize("size", [1, 6])
def test_no_list_asks_more_questions_when_it_is_longer(size: int, django_assert_num_queries: Queries) -> None:
    ana = person("ana", Role.INVESTIGATOR)
    for number in range(size):
        case = admitted_case(filed_on=date(2025, 1, 13) + timedelta(days=number % 5))
        assigned(case, ana)
    with django_assert_num_queries(2):  # the cases, and the clocks of their decision
        assert len([(str(case.assignee), list(case.deadlines.all())) for case in queue()]) == size
    with django_assert_num_queries(1):
        assert len({row.case.series for row in agenda_page(ana, on=ON).rows}) == size
    with django_assert_num_queries(1):
        assert len([str(row.case.assignee) for row in overdue(date(2026, 1, 1))]) == size


def test_a_case_to_be_decided_is_in_the_queue_of_the_unit_too() -> None:
    assert queue() == []
    case = case_to_decide()
    assert queue() == [case]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_cases_filed_at_the_same_moment_stand_in_the_order_of_their_entry_on_every_page(limit: int) -> None:
    cases = [filed_petition() for _ in range(5)]
    for case in cases[3:]:
        prioritise_case(seen=seen(case), reason="riesgo", actor=SUPERVISOR, at=noon(ON))
    rows = Wanted().rows()
    found = walked(lambda after: queue_page(rows, after=after, limit=limit))
    assert found == [*cases[3:], *cases[:3]]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_days_that_fall_together_come_once_each_on_the_pages(limit: int) -> None:
    ana = person("ana", Role.INVESTIGATOR)
    for case in [filed_petition() for _ in range(3)]:
        assigned(case, ana)
    day = date(2026, 1, 1)
    whole = [row.pk for row in agenda_page(ana, on=ON).rows]
    assert len(whole) == len(set(whole)) == 9
    assert [row.pk for row in walked(lambda after: agenda_page(ana, on=ON, after=after, limit=limit))] == whole
    late = [row.pk for row in overdue(day)]
    assert len(late) == 3
    assert [row.pk for row in walked(lambda after: overdue_page(on=day, after=after, limit=limit))] == late


def test_each_kind_of_case_is_decided_in_an_order_of_its_own() -> None:
    case = case_to_decide()
    assert list(decision_page(CaseKind.INVESTIGATION).rows) == [case]
    others = [kind for kind in CaseKind if kind is not CaseKind.INVESTIGATION]
    assert [list(decision_page(kind).rows) for kind in others] == [[] for _ in others]


@pytest.mark.parametrize("order", ["seq", "-seq"])
def test_entries_come_once_each_in_either_order(order: str) -> None:
    case = heard_case()
    found = walked(lambda after: entries_page(case, for_party=False, after=after, limit=2, order=order))
    assert [row.verb for row in found][:: 1 if order == "seq" else -1] == [
        "file_petition",
        "agree_to_admission",
        "admit_petition",
        "start_term",
        "meet_term",
    ]
    told = walked(lambda after: entries_page(case, for_party=True, after=after, limit=1, order=order))
    assert {row.verb for row in told} == {"file_petition", "admit_petition"}


def test_joined_cases_come_in_filing_order() -> None:
    lead = admitted_case()
    later, earlier = (admitted_case(filed_on=date(2025, 1, day)) for day in (16, 14))
    for case in (later, earlier):
        lead.refresh_from_db()
        join_case(seen=seen(case), lead=seen(lead), reason="misma", actor=SUPERVISOR, at=noon(ON))
    assert joined_cases(lead) == [earlier, later]


@pytest.mark.parametrize("mark", ["x", "-1", "1.5", "²", "9" * 19, "0"])
def test_a_mark_that_was_never_given_begins_no_page_of_the_queue(mark: str) -> None:
    filed_petition()
    with pytest.raises(BadCursorError):
        queue_page(Wanted().rows(), after=mark)


@pytest.mark.parametrize(
    "mark", ["x", "2025-02-30.1", "2025-01-01", "2025-01-01.", "2025-01-01.x", ".1", "2025-01-01.²"]
)
def test_a_mark_that_was_never_given_begins_no_page_of_days(mark: str) -> None:
    with pytest.raises(BadCursorError):
        overdue_page(on=ON, after=mark)


@pytest.mark.parametrize("mark", ["x", "-1", "²"])
def test_a_mark_that_was_never_given_begins_no_page_of_entries(mark: str) -> None:
    with pytest.raises(BadCursorError):
        entries_page(filed_petition(), for_party=False, after=mark)
