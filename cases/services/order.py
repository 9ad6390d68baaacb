"""Who works on a case and in which order: assignment, and reasoned exceptions from the filing order (LFPA art. 46)."""

from datetime import datetime
from typing import ClassVar, Final
from uuid import UUID

from django.db import transaction

from cases.domain.case import Seen, check_reason
from cases.domain.conditions import check_place
from cases.domain.errors import NotCompetentError
from cases.domain.procedure import Step
from cases.domain.stages import COMPETENCE
from cases.domain.steps import STAFF, STEPS
from cases.models import Case
from cases.services.acting import joined_to, record_act, take_for_step
from kernel.domain.actors import Actor
from kernel.domain.errors import NotFoundError
from kernel.domain.text import Text
from kernel.models import Account
from kernel.queries import account_by_reference

NO_ACCOUNT: Final = Text("No hay una cuenta activa con esa referencia.", "No active account has that reference.")
NOT_STAFF: Final = Text("Esa persona no tramita expedientes", "That person does not work on cases")
INTERESTED: Final = Text(
    "Esa persona presentó la solicitud; debe excusarse", "That person filed the petition and must abstain"
)


class NoAssigneeError(NotFoundError):
    """No account that may enter has the reference."""

    code: ClassVar[str] = "unknown_assignee"


def account_of(reference: UUID) -> Account:
    """Return the account of somebody whose cases are asked for.

    Raises:
        NoAssigneeError: there is none.

    """
    account = account_by_reference(reference)
    if account is None:
        raise NoAssigneeError(NO_ACCOUNT)
    return account


@transaction.atomic
def assign_case(*, seen: Seen, assignee: UUID, reason: str, actor: Actor, at: datetime) -> Case:
    """Put a case, and those joined to it, in a person's hands; ``assignee`` is the reference of the account.

    Raises:
        NoAssigneeError: there is no such account, or it is shut out.
        NotCompetentError: the person does not work on cases, or has an interest in this one (LFPA art. 21).
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.ASSIGN, actor=actor, at=at)
    account = Account.objects.filter(reference=assignee).first()
    if account is None or not account.may_enter():
        raise NoAssigneeError(NO_ACCOUNT)
    person = account.as_actor(actor.channel)
    if not person.roles & STAFF:
        raise NotCompetentError(NOT_STAFF, article=COMPETENCE)
    joined = joined_to(acting)
    if any(person.name == one.case.petitioner for one in (acting, *joined)):
        raise NotCompetentError(INTERESTED, article=STEPS[Step.ASSIGN].article)
    why = check_reason(reason)
    for one in joined:
        one.case.assignee = account
        record_act(one, Step.ASSIGN, lead=acting.case.reference, reason=why)
    acting.case.assignee = account
    return record_act(acting, Step.ASSIGN, reason=why)


@transaction.atomic
def prioritise_case(*, seen: Seen, reason: str, actor: Actor, at: datetime) -> Case:
    """Put a case before those filed earlier, with reasons on file (LFPA art. 46).

    Raises:
        BarredError: it was put there before.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.PRIORITISE, actor=actor, at=at)
    check_place(prioritised=acting.case.prioritised, wanted=True)
    acting.case.prioritised, acting.case.priority_reason = True, check_reason(reason)
    return record_act(acting, Step.PRIORITISE, reason=acting.case.priority_reason)


@transaction.atomic
def restore_order(*, seen: Seen, reason: str, actor: Actor, at: datetime) -> Case:
    """Put a case back in its place in the filing order.

    Raises:
        BarredError: it is there.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.RESTORE_ORDER, actor=actor, at=at)
    check_place(prioritised=acting.case.prioritised, wanted=False)
    acting.case.prioritised, acting.case.priority_reason = False, ""
    return record_act(acting, Step.RESTORE_ORDER, reason=check_reason(reason))
