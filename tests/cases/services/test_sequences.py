"""Whatever is attempted in whatever order, no case breaks an invariant and its ledger leads to its state."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.domain.calendars import CalendarName
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import ENDED, MOVES
from cases.domain.steps import STEPS
from cases.models import Case
from cases.queries import current_calendars, replayed_state, state_of
from cases.services import assign_case, join_case
from kernel.domain.actors import Role
from kernel.domain.errors import DomainError
from kernel.models import Account, LedgerEntry
from kernel.services.ledger import verify
from tests.cases.attempts import ATTEMPTS, WHY
from tests.cases.factories import (
    FILED,
    actor,
    case_to_decide,
    filed_petition,
    heard_case,
    noon,
    own_motion_case,
    person,
    prevented_petition,
    seen,
)
from tests.cases.inquiry import placed_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


@dataclass(frozen=True, slots=True)
class Try:
    """An attempt in one of the cases, so many days after the one before, at what the tables admit or at anything."""

    case: int
    gap: int
    pick: int
    anything: bool


TRIES = st.lists(
    st.builds(
        Try,
        case=st.integers(0, 5),
        gap=st.sampled_from([0, 0, 0, 1, 3, 10, 40, 130]),
        pick=st.integers(0, 2**16),
        anything=st.sampled_from([False] * 5 + [True]),
    ),
    min_size=10,
    max_size=30,
)


def admitted(stage: Stage) -> list[tuple[Act | Step, Role]]:
    """Return what the tables admit in a stage and by whom; acts, which lead on, more often than steps."""
    acts = [(act, role) for act, move in MOVES.items() if stage in move.origins for role in sorted(move.roles)]
    steps = [(step, role) for step, rule in STEPS.items() if stage in rule.stages for role in sorted(rule.roles)[:2]]
    return [*acts * 3, *steps]


EVERYTHING = [(what, role) for what in ATTEMPTS for role in Role]


def attempt(one: Try, on: date) -> bool:
    """Try something and return whether it was done."""
    rows = list(Case.objects.order_by("pk"))
    case, other = rows[one.case], rows[(one.case + 1 + one.pick % 5) % len(rows)]
    possible = EVERYTHING if one.anything else admitted(Stage(case.stage))
    what, role = possible[one.pick % len(possible)]
    try:
        if what is Step.JOIN:
            join_case(seen=seen(case), lead=seen(other), reason=WHY, actor=actor(role), at=noon(on))
        elif what is Step.ASSIGN:
            assignee = Account.objects.get(username="ana").reference
            assign_case(seen=seen(case), assignee=assignee, reason=WHY, actor=actor(role), at=noon(on))
        else:
            ATTEMPTS[what](seen(case), actor(role), on)
    except DomainError:
        return False
    return True


def check_case(case: Case) -> None:
    """See that a case is one that the law and its own ledger admit."""
    assert replayed_state(case) == state_of(case)
    rows = list(case.deadlines.all())
    assert bool(rows) == case.is_open()
    assert (Stage(case.stage) in ENDED) == (case.ended_on is not None)
    if case.lead is not None and case.is_open():
        assert case.lead.is_open()
        assert (case.lead.stage, case.lead.kind, case.lead.lead) == (case.stage, case.kind, None)
    workdays = current_calendars().workdays
    for row in rows:
        for name, day in zip(CalendarName, row.days()[:3], strict=True):
            assert day is None or workdays[name].is_workday(day)


def snapshot() -> tuple[object, ...]:
    return (
        [(state_of(case), case.version) for case in Case.objects.with_records().order_by("pk")],
        LedgerEntry.objects.count(),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(TRIES)
def test_no_sequence_of_attempts_breaks_a_case_or_its_ledger(tries: list[Try]) -> None:
    with transaction.atomic():
        person("ana", Role.INVESTIGATOR)
        for made in (prevented_petition, filed_petition, heard_case, own_motion_case, placed_case, case_to_decide):
            made()
        on = FILED + timedelta(days=30)
        for one in tries:
            on += timedelta(days=one.gap)
            before = snapshot()
            stages = dict(Case.objects.values_list("pk", "stage"))
            if not attempt(one, on):
                assert snapshot() == before
            for case in Case.objects.with_records():
                check_case(case)
                assert Stage(stages[case.pk]) not in ENDED or stages[case.pk] == case.stage
        assert verify().broken is None
        transaction.set_rollback(True)
