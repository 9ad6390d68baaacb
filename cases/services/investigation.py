"""The way of a case from its investigation to its decision, and back for more evidence (LFPA art. 49-56)."""

from datetime import date, datetime

from django.db import transaction

from cases.domain.case import Seen, check_reason
from cases.domain.conditions import (
    check_new_pleadings,
    check_opened_before,
    check_pleadings_over,
)
from cases.domain.decision_clock import check_days
from cases.domain.hearing import check_importers_heard
from cases.domain.procedure import Act, Stage
from cases.domain.terms import TermKind
from cases.models import Case
from cases.queries.case import entered_on
from cases.services.acting import Acting, joined_to, record_act, take_for_act
from cases.services.terms import add_term
from kernel.domain.actors import Actor


@transaction.atomic
def open_pleadings(*, seen: Seen, notified_on: date, days: int, actor: Actor, at: datetime) -> Case:
    """Put the file at the parties' disposal; the term for pleadings runs from the notice (LFPA art. 56).

    ``days`` are business days, 5 to 10.

    Raises:
        BarredError: by the day of the notice no importer was heard, one could still answer or earlier pleadings were
            open; or the term is shorter or longer than the law admits.
        TermError: the notice took effect before the case began, or has not yet.
        LateRecordError: it took effect before the case was under investigation, or too long ago.

    """
    acting, target = take_for_act(seen, Act.OPEN_PLEADINGS, actor=actor, at=at)
    case = acting.case
    acting.check_notice(notified_on)
    check_importers_heard(case.party_terms(), case.importers(), acting.calendars, on=notified_on)
    check_new_pleadings(case.running_terms(), acting.calendars, on=notified_on)
    check_days(case.facts().rules.pleadings_days, days)
    add_term(acting, TermKind.PLEADINGS, from_on=notified_on, days=days)
    return _move(acting, Act.OPEN_PLEADINGS, target)


@transaction.atomic
def close_pleadings(*, seen: Seen, actor: Actor, at: datetime) -> Case:
    """Close the pleadings once their term is over; the case is ready to be decided (LFPA art. 56).

    Raises:
        BarredError: the term still runs, or the opening was recorded on the same day.

    """
    acting, target = take_for_act(seen, Act.CLOSE_PLEADINGS, actor=actor, at=at)
    check_opened_before(entered_on(acting.case), on=acting.on)
    check_pleadings_over(acting.case.running_terms(), acting.calendars, on=acting.on)
    return _move(acting, Act.CLOSE_PLEADINGS, target)


@transaction.atomic
def return_for_evidence(*, seen: Seen, reason: str, actor: Actor, at: datetime) -> Case:
    """Send a case that was to be decided back for more evidence; new pleadings follow (LFPA art. 49-52, 56).

    Raises:
        NoReasonError: it does not say what is missing.

    """
    acting, target = take_for_act(seen, Act.RETURN_FOR_EVIDENCE, actor=actor, at=at)
    return _move(acting, Act.RETURN_FOR_EVIDENCE, target, reason=check_reason(reason))


def _move(acting: Acting, act: Act, target: Stage, **detail: str) -> Case:
    """Move the case in hand, and those joined to it with it."""
    for joined in joined_to(acting):
        joined.move_to(target)
        record_act(joined, act, lead=acting.case.reference, **detail)
    acting.move_to(target)
    return record_act(acting, act, **detail)
