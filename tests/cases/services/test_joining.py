from datetime import date

import pytest

from cases.domain.case import CaseChangedError, NoReasonError
from cases.models import Case
from cases.queries import replayed_state, state_of
from cases.queries.lists import queued_cases
from cases.services import (
    assign_case,
    close_case,
    close_pleadings,
    declare_lapse,
    extend_term,
    join_case,
    open_pleadings,
    separate_case,
    withdraw_petition,
)
from kernel.domain.actors import Role
from tests.cases.acting import article, entries, refused
from tests.cases.factories import (
    DECIDER,
    DRAFTER,
    INVESTIGATOR,
    PETITIONER,
    SUPERVISOR,
    admitted_case,
    filed_petition,
    heard_case,
    noon,
    own_motion_case,
    person,
    pleaded_case,
    seen,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 1, 22)


def fresh(case: Case) -> Case:
    return Case.objects.with_records().get(pk=case.pk)


def join(one: Case, lead: Case, reason: str = "mismos bienes y productor") -> Case:
    return join_case(seen=seen(one), lead=seen(lead), reason=reason, actor=SUPERVISOR, at=noon(ON))


def joined_pair() -> tuple[Case, Case]:
    """Return a leading case and one that is joined to it."""
    lead, one = heard_case(), admitted_case(date(2025, 1, 21), filed_on=date(2025, 1, 20))
    one = join(one, lead)
    return fresh(lead), one


def test_a_joined_case_leaves_the_queue_and_keeps_its_own_clock() -> None:
    lead, one = joined_pair()
    assert list(queued_cases()) == [lead]
    assert (one.lead, one.joined_on) == (lead, ON)
    kept = [row.deadlines.get(kind="DECISION").target_on for row in (lead, one)]
    assert kept[0] < kept[1]  # type: ignore[operator]
    assert entries()[-2:] == ["join_case", "join_case"]


def test_acts_on_the_leading_case_are_acts_on_both_each_with_its_entry() -> None:
    lead, one = joined_pair()
    lead = open_pleadings(seen=seen(lead), notified_on=ON, days=5, actor=INVESTIGATOR, at=noon(ON))
    assert fresh(one).stage == "PLEADINGS"
    lead = close_pleadings(seen=seen(lead), actor=INVESTIGATOR, at=noon(date(2025, 2, 14)))
    lead = close_case(
        seen=seen(lead),
        outcome="NOT_PROVEN",
        act_number="R-1",
        drafter=DRAFTER,
        actor=DECIDER,
        at=noon(date(2025, 2, 17)),
    )
    for case in (lead, fresh(one)):
        assert (case.stage, case.outcome, case.act_number) == ("RESOLVED", "NOT_PROVEN", "R-1")
        assert replayed_state(case) == state_of(case)


def test_a_joined_case_is_acted_on_through_the_leading_one() -> None:
    _, one = joined_pair()
    barred = lambda: open_pleadings(seen=seen(one), notified_on=ON, days=5, actor=INVESTIGATOR, at=noon(ON))  # noqa: E731
    assert article(barred) == "LFPA art. 45"
    assert extend_term(seen=seen(one), reason="complejidad", actor=SUPERVISOR, at=noon(ON)).extended_on == ON


def test_a_joined_petition_may_be_withdrawn_alone() -> None:
    lead, one = joined_pair()
    assert withdraw_petition(seen=seen(one), actor=PETITIONER, at=noon(ON)).stage == "WITHDRAWN"
    assert fresh(lead).stage == "INVESTIGATION"


def test_when_the_leading_petition_is_withdrawn_the_other_goes_on() -> None:
    lead, one = joined_pair()
    withdraw_petition(seen=seen(lead), actor=PETITIONER, at=noon(ON))
    assert (fresh(one).stage, fresh(one).lead) == ("INVESTIGATION", None)
    assert list(queued_cases()) == [one]
    assert entries()[-2:] == ["separate_case", "withdraw_petition"]


def test_when_the_leading_case_lapses_the_other_goes_on() -> None:
    lead, one = own_motion_case(), own_motion_case(date(2025, 1, 21))
    join(one, lead)
    declare_lapse(seen=seen(fresh(lead)), actor=SUPERVISOR, at=noon(date(2025, 11, 19)))
    assert (fresh(one).stage, fresh(one).lead) == ("INVESTIGATION", None)


def test_a_joined_case_is_separated_again() -> None:
    _, one = joined_pair()
    alone = separate_case(seen=seen(one), reason="otros bienes", actor=SUPERVISOR, at=noon(ON))
    assert alone.lead is None
    again = lambda: separate_case(seen=seen(alone), reason="otros bienes", actor=SUPERVISOR, at=noon(ON))  # noqa: E731
    assert article(again) == "LFPA art. 45"


def test_what_is_unlike_or_joined_already_is_not_joined() -> None:
    lead, one = joined_pair()
    other = admitted_case()
    pleaded = pleaded_case()
    received = filed_petition()
    for first, second in ((other, other), (other, one), (lead, other), (one, other), (other, pleaded)):
        assert article(lambda first=first, second=second: join(first, second)) == "LFPA art. 45"  # type: ignore[misc]
    assert article(lambda: join(received, other)) == "LFPA art. 45"
    refused(lambda: join(other, lead, " "), NoReasonError)


def test_both_cases_must_be_as_they_were_seen() -> None:
    lead, one = admitted_case(), admitted_case()
    stale = seen(lead)
    extend_term(seen=stale, reason="complejidad", actor=SUPERVISOR, at=noon(ON))
    refused(
        lambda: join_case(seen=seen(one), lead=stale, reason="mismos bienes", actor=SUPERVISOR, at=noon(ON)),
        CaseChangedError,
    )


def test_joined_cases_are_in_one_persons_hands() -> None:
    lead, one = joined_pair()
    account = person("ana", Role.INVESTIGATOR)
    assign_case(seen=seen(lead), assignee=account.reference, reason="turno", actor=SUPERVISOR, at=noon(ON))
    assert [fresh(case).assignee for case in (lead, one)] == [account, account]
