"""The terms of a case: started, met, extended, suspended and resumed; when they end is computed from these facts."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from cases.domain.case import Seen, check_between, check_instrument, check_reason
from cases.domain.decision_clock import check_extension
from cases.domain.errors import BarredError
from cases.domain.party_terms import MET_BEFORE, NewTerm, NoSuchTermError, days_of
from cases.domain.procedure import Step
from cases.domain.recording import check_apart, check_revives_nothing
from cases.domain.steps import FORCE_MAJEURE, STEPS
from cases.domain.terms import TermKind
from cases.models import Case, Suspension, Term
from cases.queries.moves import watched_days_of
from cases.services.acting import Acting, record_act, take_for_step
from kernel.domain.actors import Actor
from kernel.domain.text import Text

IS_VOID = Text("El plazo quedó sin efectos con su notificación", "The term was annulled with its notice")
SUSPENDED_BEFORE = Text("Los plazos ya están suspendidos", "The terms are suspended already")
NOT_SUSPENDED = Text("Los plazos no están suspendidos", "The terms are not suspended")


@transaction.atomic
def start_term(*, seen: Seen, new: NewTerm, actor: Actor, at: datetime) -> Case:
    """Start a term from the day its notice took effect: an importer's answer, evidence, another body's opinion.

    Raises:
        BarredError: it has other days than the law admits.
        TermError: the notice took effect before the case began or has not yet, or the term runs with another act.
        LateRecordError: it took effect before the case was under investigation, or too long ago.

    """
    acting = take_for_step(seen, Step.START_TERM, actor=actor, at=at)
    days = days_of(acting.case.facts().rules, new)
    add_term(acting, new.kind, from_on=acting.check_notice(new.notified_on), days=days, party=new.party)
    return record_act(acting, Step.START_TERM)


@transaction.atomic
def meet_term(*, seen: Seen, number: int, met_on: date, actor: Actor, at: datetime) -> Case:
    """Record that what a term was for came in, late or not.

    Raises:
        NoSuchTermError: the case has no term of that number.
        BarredError: it was met before.
        TermError: the day is before the term began, or has not come.

    """
    acting = take_for_step(seen, Step.MEET_TERM, actor=actor, at=at)
    term = acting.case.terms.filter(number=number).first()
    if term is None:
        raise NoSuchTermError(number)
    meet(acting, term, on=met_on)
    return record_act(acting, Step.MEET_TERM)


@transaction.atomic
def extend_term(*, seen: Seen, reason: str, actor: Actor, at: datetime) -> Case:
    """Extend the decision term by as many days as the rule set says: once, with reasons, before it ends.

    Raises:
        BarredError: it was extended before, or the original term is over.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.EXTEND, actor=actor, at=at)
    check_extension(acting.case.facts(), acting.calendars, on=acting.on)
    acting.case.extended_on = acting.on
    acting.case.extension_reason = check_reason(reason)
    return record_act(acting, Step.EXTEND, reason=acting.case.extension_reason)


@transaction.atomic
def suspend_terms(*, seen: Seen, from_on: date, instrument: str, reason: str, actor: Actor, at: datetime) -> Case:
    """Suspend every term of a case for force majeure (LFPA art. 28); ``from_on`` is the last day that counts.

    Raises:
        BarredError: they are or were suspended then, or a term that has ended would run again.
        TermError: the day is before the case began, or has not come.
        LateRecordError: it is recorded too late.
        NoInstrumentError, NoReasonError: the act that says so is not named, or no reason is given.

    """
    acting = take_for_step(seen, Step.SUSPEND, actor=actor, at=at)
    rows = acting.case.suspensions
    if rows.filter(until_on__isnull=True).exists():
        raise BarredError(SUSPENDED_BEFORE, article=FORCE_MAJEURE)
    acting.check_fact(from_on)
    check_apart(rows.aggregate(last=Max("until_on"))["last"], from_on, article=FORCE_MAJEURE)
    watched = watched_days_of(acting.case, acting.calendars)
    check_revives_nothing(watched, from_on, on=acting.on, article=FORCE_MAJEURE)
    Suspension.objects.create(
        case=acting.case,
        number=rows.count() + 1,
        from_on=from_on,
        article=FORCE_MAJEURE,
        instrument=check_instrument(instrument),
        reason=check_reason(reason),
    )
    return record_act(acting, Step.SUSPEND, reason=check_reason(reason))


@transaction.atomic
def resume_terms(*, seen: Seen, until_on: date, reason: str, actor: Actor, at: datetime) -> Case:
    """Resume the terms of a case: counting goes on with the business day after ``until_on``.

    Raises:
        BarredError: they are not suspended.
        TermError: the day is before the suspension began, or has not come.
        LateRecordError: it is recorded too late.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.RESUME, actor=actor, at=at)
    row = acting.case.suspensions.filter(until_on__isnull=True).first()
    if row is None:
        raise BarredError(NOT_SUSPENDED, article=FORCE_MAJEURE)
    check_between(until_on, row.from_on, acting.on)
    acting.check_fact(until_on)
    row.until_on = until_on
    row.save(update_fields=["until_on"])
    return record_act(acting, Step.RESUME, reason=check_reason(reason))


def add_term(acting: Acting, kind: TermKind, *, from_on: date, days: int, party: str = "") -> Term:
    """Add a term to the case in hand and return it."""
    number = acting.case.terms.count() + 1
    return Term.objects.create(
        case=acting.case, number=number, kind=kind.value, party=party, from_on=from_on, days=days
    )


def meet(acting: Acting, term: Term, *, on: date) -> None:
    """Record that a term of the case in hand was met.

    Raises:
        BarredError: it was met before, or annulled with its notice.
        TermError: the day is before the term began, or has not come.

    """
    if term.void_on is not None:
        raise BarredError(IS_VOID, article=STEPS[Step.VOID_NOTICE].article)
    if term.met_on is not None:
        raise BarredError(MET_BEFORE, article=STEPS[Step.MEET_TERM].article)
    check_between(on, term.from_on, acting.on)
    term.met_on = on
    term.save(update_fields=["met_on"])
