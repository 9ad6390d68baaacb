"""What is done with a petition until it is admitted, dismissed or withdrawn (LFPA art. 15-19, 58)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cases.domain.case import Ground, Origin, Seen, check_name, check_reason
from cases.domain.conditions import (
    ABSTENTION,
    INTERESTED,
    check_dismissal,
    check_from_petition,
    check_no_interest,
    check_not_agreed,
    check_not_continued,
    check_petitioner,
)
from cases.domain.decision_clock import check_days, check_prevention
from cases.domain.errors import NotCompetentError
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import UNDER_CHECK, check_act, check_agreement
from cases.domain.terms import TermKind
from cases.models import Case
from cases.services.acting import Acting, record_act, take_for_act, take_for_step
from cases.services.joining import release_joined
from cases.services.people import petitioner_named
from cases.services.terms import add_term, meet
from kernel.domain.actors import Actor


@dataclass(frozen=True, slots=True)
class Continuation:
    """The decision to go on with a withdrawn petition on own motion: who takes it, and why (LFPA art. 58)."""

    by: Actor
    reason: str


@transaction.atomic
def prevent_petition(*, seen: Seen, notified_on: date, cure_days: int, reason: str, actor: Actor, at: datetime) -> Case:
    """Ask the petitioner once for what is missing; the decision clock stops on the day the notice took effect.

    ``cure_days`` are business days, 5 at least (LFPA art. 17-A).

    Raises:
        BarredError: it was prevented before, the first third of the term is over, or the cure term is too short or
            too long.
        LateRecordError: the notice took effect too long ago.
        TermError: the notice took effect before the petition was filed, or has not yet.
        NoReasonError: it does not say what is missing.

    """
    acting, target = take_for_act(seen, Act.PREVENT, actor=actor, at=at)
    facts = acting.case.facts()
    check_prevention(facts, acting.calendars, on=acting.check_notice(notified_on))
    check_days(facts.rules.cure_days, cure_days)
    add_term(acting, TermKind.CURE, from_on=notified_on, days=cure_days)
    acting.undo_agreement()
    acting.move_to(target)
    return record_act(acting, Act.PREVENT, reason=check_reason(reason))


@transaction.atomic
def cure_petition(*, seen: Seen, actor: Actor, at: datetime) -> Case:
    """Take what the petitioner was asked for; the clock resumes on the next business day (LFPA art. 17-A).

    A cure after its term is taken as long as the petition is not dismissed; nothing that is filed is refused (43).

    Raises:
        NotCompetentError: the actor is not the petitioner of the case.

    """
    acting, target = take_for_act(seen, Act.CURE, actor=actor, at=at)
    check_petitioner(acting.case.petitioner, actor.name)
    meet(acting, acting.case.terms.get(kind=TermKind.CURE.value), on=acting.on)
    acting.move_to(target)
    return record_act(acting, Act.CURE)


@transaction.atomic
def dismiss_petition(*, seen: Seen, ground: Ground, reason: str, actor: Actor, at: datetime) -> Case:
    """End a petition that was not cured, or that the mechanism does not admit (LFPA art. 17-A).

    Raises:
        BarredError: the cure term is not over, or nothing was prevented and it is dismissed as incomplete.
        NoReasonError: no reason is given.

    """
    acting, target = take_for_act(seen, Act.DISMISS, actor=actor, at=at)
    check_dismissal(ground, acting.stage, acting.case.cure(), acting.calendars, on=acting.on)
    acting.case.outcome = ground.value
    acting.move_to(target)
    return record_act(acting, Act.DISMISS, reason=check_reason(reason))


@transaction.atomic
def agree_to_admission(*, seen: Seen, actor: Actor, at: datetime) -> Case:
    """Put on file that a supervisor agrees to admit the petition as it stands; a change of it undoes it.

    Raises:
        BarredError: somebody has agreed before.

    """
    acting = take_for_step(seen, Step.AGREE_TO_ADMISSION, actor=actor, at=at)
    check_not_agreed(acting.case.admission_agreed())
    acting.case.admission_agreed_by = actor.name
    return record_act(acting, Step.AGREE_TO_ADMISSION)


@transaction.atomic
def admit_petition(*, seen: Seen, actor: Actor, at: datetime) -> Case:
    """Admit a petition to investigation, to which a supervisor who is another person has agreed.

    Raises:
        NotCompetentError: nobody else has agreed to it as it stands, or who did is no supervisor any more.

    """
    acting, target = take_for_act(seen, Act.ADMIT, actor=actor, at=at)
    check_agreement(Act.ADMIT, actor, acting.case.admission_agreed())
    acting.move_to(target)
    return record_act(acting, Act.ADMIT, agreed_by=acting.case.admission_agreed_by)


@transaction.atomic
def continue_on_own_motion(*, seen: Seen, reason: str, actor: Actor, at: datetime) -> Case:
    """Decide that the case goes on should its petition be withdrawn (LFPA art. 58); until then it stays a petition.

    Raises:
        BarredError: the case is on own motion already, or this was decided before.
        NoReasonError: no reason is given.

    """
    acting, _ = take_for_act(seen, Act.CONTINUE_ON_OWN_MOTION, actor=actor, at=at)
    _continue(acting, reason)
    return record_act(acting, Act.CONTINUE_ON_OWN_MOTION, reason=check_reason(reason))


@transaction.atomic
def withdraw_petition(*, seen: Seen, actor: Actor, at: datetime, continuation: Continuation | None = None) -> Case:
    """Withdraw a petition: the case ends, unless it was decided before, or is with this, to go on on own motion.

    A case that goes on while its requisites were being checked is under investigation from then on, like any that
    is started on own motion; its clock still counts from the filing.

    Raises:
        NotCompetentError: the actor is not the petitioner, or who continues is no supervisor.
        BarredError: the case is on own motion already.

    """
    acting, target = take_for_act(seen, Act.WITHDRAW, actor=actor, at=at)
    case = acting.case
    check_from_petition(Act.WITHDRAW, Origin(case.origin), case.withdrawn_on)
    check_petitioner(case.petitioner, actor.name)
    detail = {}
    if continuation is not None:
        check_act(Act.CONTINUE_ON_OWN_MOTION, acting.stage, continuation.by.roles)
        check_no_interest(Act.CONTINUE_ON_OWN_MOTION, [case.petitioner], continuation.by)
        detail = {"continued_by": continuation.by.name, "reason": _continue(acting, continuation.reason)}
    case.withdrawn_on = acting.on
    if case.continued_on is None:
        acting.move_to(target)
        release_joined(acting)
    elif acting.stage in UNDER_CHECK:
        acting.move_to(Stage.INVESTIGATION)
    return record_act(acting, Act.WITHDRAW, **detail)


@transaction.atomic
def name_petitioner(*, seen: Seen, petitioner: str, reason: str, actor: Actor, at: datetime) -> Case:
    """Record which account may act for the petitioner: of a petition on paper, or another representative (LFPA 19).

    Raises:
        BarredError: the case has no petition that stands.
        NoPetitionerError: no account is named, or none of a petitioner that may enter.
        NotCompetentError: the actor names itself (LFPA 21).
        NoReasonError: no reason is given, which is what proves the powers.

    """
    acting = take_for_step(seen, Step.NAME_PETITIONER, actor=actor, at=at)
    check_from_petition(Act.CURE, Origin(acting.case.origin), acting.case.withdrawn_on)
    if check_name(petitioner) == actor.name:
        raise NotCompetentError(INTERESTED, article=ABSTENTION)
    acting.case.petitioner = petitioner_named(petitioner)
    acting.undo_agreement()
    return record_act(acting, Step.NAME_PETITIONER, reason=check_reason(reason))


def _continue(acting: Acting, reason: str) -> str:
    case = acting.case
    check_from_petition(Act.CONTINUE_ON_OWN_MOTION, Origin(case.origin), case.withdrawn_on)
    check_not_continued(case.continued_on)
    case.continued_on = acting.on
    return check_reason(reason)
