"""What the unit does with a tip; reasons stay with the tip, the ledger says who did what and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from cases.domain.case import CaseKind, SourceRef, check_reason
from cases.domain.tips import (
    TIP_VERBS,
    ClosingGround,
    TipAct,
    TipChangedError,
    TipState,
    check_body,
    check_tip_act,
)
from cases.models import Case, Tip
from cases.queries.case import case_by_reference
from cases.queries.tips import tip_by_reference
from cases.services.opening import open_own_motion_case
from cases.services.tips import add_message, subject_of_tip
from kernel.domain.actors import Actor
from kernel.services.ledger import record, take_turn

TIP: Final = "TIP"  # what a case calls this source


@dataclass(frozen=True, slots=True)
class TipSeen:
    """A tip as the actor saw it; an act on what a colleague has changed since is refused."""

    reference: str
    version: int


@transaction.atomic
def take_tip(*, seen: TipSeen, actor: Actor, at: datetime) -> Tip:
    """Begin to look into a tip.

    Raises:
        NoSuchTipError, TipChangedError, TipBarredError, ForbiddenError: as ``_taken`` says.

    """
    tip = _taken(seen, TipAct.TAKE, actor)
    return _record(tip, TipAct.TAKE, actor=actor, at=at)


@transaction.atomic
def answer_tip(*, seen: TipSeen, body: str, actor: Actor, at: datetime) -> Tip:
    """Write to whoever gave a tip, who reads it on coming back.

    Raises:
        TipError: the message is empty or too long.
        NoSuchTipError, TipChangedError, TipBarredError, ForbiddenError: as ``_taken`` says.

    """
    tip = _taken(seen, TipAct.ANSWER, actor)
    add_message(tip, check_body(body, "body"), author=actor.name, at=at)
    return _record(tip, TipAct.ANSWER, actor=actor, at=at)


@transaction.atomic
def link_tip(*, seen: TipSeen, case: str, reason: str, actor: Actor, at: datetime) -> Tip:
    """Make a tip background of a case; whoever gave it becomes no party of the case.

    Raises:
        NoSuchCaseError: no case has the reference.
        NoReasonError: no reason is given.
        NoSuchTipError, TipChangedError, TipBarredError, ForbiddenError: as ``_taken`` says.

    """
    tip = _taken(seen, TipAct.LINK, actor)
    tip.case, tip.reason = case_by_reference(case), check_reason(reason)
    return _record(tip, TipAct.LINK, actor=actor, at=at, case=tip.case.reference)


@transaction.atomic
def start_case_from_tip(*, seen: TipSeen, text: str, reason: str, kind: CaseKind, actor: Actor, at: datetime) -> Case:
    """Start a case on own motion with a tip as its source (LFPA art. 14).

    Raises:
        NotCompetentError, NoReasonError, NoRuleSetError: as ``open_own_motion_case`` says.
        NoSuchTipError, TipChangedError, TipBarredError, ForbiddenError: as ``_taken`` says.

    """
    tip = _taken(seen, TipAct.START_CASE, actor)
    source = SourceRef(TIP, tip.reference, text)
    case = open_own_motion_case(source=source, reason=reason, kind=kind, actor=actor, at=at)
    tip.case, tip.reason = case, check_reason(reason)
    _record(tip, TipAct.START_CASE, actor=actor, at=at, case=case.reference)
    return case


@transaction.atomic
def close_tip(*, seen: TipSeen, ground: ClosingGround, reason: str, actor: Actor, at: datetime) -> Tip:
    """End the work on a tip that leads to no case.

    Raises:
        NoReasonError: no reason is given.
        NoSuchTipError, TipChangedError, TipBarredError, ForbiddenError: as ``_taken`` says.

    """
    tip = _taken(seen, TipAct.CLOSE, actor)
    tip.ground, tip.reason = ground.value, check_reason(reason)
    return _record(tip, TipAct.CLOSE, actor=actor, at=at, ground=ground.value)


@transaction.atomic
def reopen_tip(*, seen: TipSeen, actor: Actor, at: datetime) -> Tip:
    """Look into a closed or linked tip again.

    Raises:
        NoSuchTipError, TipChangedError, TipBarredError, ForbiddenError: as ``_taken`` says.

    """
    tip = _taken(seen, TipAct.REOPEN, actor)
    tip.case, tip.ground, tip.reason = None, "", ""
    return _record(tip, TipAct.REOPEN, actor=actor, at=at)


def _taken(seen: TipSeen, act: TipAct, actor: Actor) -> Tip:
    """Return the tip in the state that the act leads to, others kept from it until the transaction ends.

    Raises:
        NoSuchTipError: there is none.
        TipChangedError: a colleague has changed it.
        TipBarredError: the act is not possible where it stands.
        ForbiddenError: the act is not for the actor.

    """
    take_turn()
    tip = tip_by_reference(seen.reference)
    target = check_tip_act(act, TipState(tip.state), actor.roles)
    if tip.version != seen.version:
        raise TipChangedError(tip.reference)
    tip.state = target.value
    return tip


def _record(tip: Tip, act: TipAct, *, actor: Actor, at: datetime, **detail: str) -> Tip:
    tip.version += 1
    tip.save()
    said = {"state": tip.state, **detail}
    record(TIP_VERBS[act], subject=subject_of_tip(tip.reference), actor=actor, at=at, detail=said)
    return tip
