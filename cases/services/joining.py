"""Joined cases go on as one (LFPA art. 45): an act on the leading one is an act on all, each with its own entry."""

from datetime import datetime

from django.db import transaction

from cases.domain.case import Seen, check_reason
from cases.domain.conditions import LEAD_ENDED, NOT_JOINED, Joinable, check_joinable, check_no_interest
from cases.domain.errors import BarredError
from cases.domain.procedure import Step
from cases.domain.steps import JOINDER
from cases.models import Case
from cases.services.acting import Acting, joined_to, record_act, take_case, take_for_step
from kernel.domain.actors import Actor


@transaction.atomic
def join_case(*, seen: Seen, lead: Seen, reason: str, actor: Actor, at: datetime) -> Case:
    """Join a case to another of the same kind and stage, which goes on for both; each keeps its own clock.

    Raises:
        BarredError: they are the same, unlike, or part of a joinder already.
        CaseChangedError: either is no longer as the actor saw it.
        NotCompetentError: the actor petitions in either (LFPA 21).
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.JOIN, actor=actor, at=at)
    leading = take_case(lead, actor=actor, at=at)
    check_no_interest(Step.JOIN, [leading.case.petitioner], actor)
    check_joinable(_joinable(acting.case), _joinable(leading.case), leads=bool(joined_to(acting)))
    case = acting.case
    case.lead, case.joined_on, case.joining_reason = leading.case, acting.on, check_reason(reason)
    case.assignee = leading.case.assignee
    record_act(leading, Step.JOIN, joined=case.reference, reason=case.joining_reason)
    return record_act(acting, Step.JOIN, reason=case.joining_reason)


@transaction.atomic
def separate_case(*, seen: Seen, reason: str, actor: Actor, at: datetime) -> Case:
    """Let a joined case go on by itself, from the stage in which it is.

    Raises:
        BarredError: it is not joined to another.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.SEPARATE, actor=actor, at=at)
    if acting.case.lead is None:
        raise BarredError(NOT_JOINED, article=JOINDER)
    return _separate(acting, check_reason(reason))


def release_joined(acting: Acting) -> None:
    """Let the cases that are joined to the one in hand go on by themselves: it ends on a ground that is its own."""
    for joined in joined_to(acting):
        _separate(joined, LEAD_ENDED.es)


def _separate(acting: Acting, reason: str) -> Case:
    case = acting.case
    case.lead, case.joined_on, case.joining_reason = None, None, ""
    return record_act(acting, Step.SEPARATE, reason=reason)


def _joinable(case: Case) -> Joinable:
    return Joinable(case.reference, case.kind, case.stage, case.lead is not None)
