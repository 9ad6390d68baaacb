from datetime import date
from uuid import UUID, uuid4

import pytest

from cases.domain.case import NoReasonError
from cases.domain.errors import NotCompetentError
from cases.models import Case
from cases.services import assign_case, prioritise_case
from cases.services.order import NoAssigneeError
from kernel.domain.actors import Actor, Role
from kernel.models import LedgerEntry
from tests.cases.acting import article, refused
from tests.cases.factories import INVESTIGATOR, SUPERVISOR, admitted_case, filed_petition, noon, person, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 3)


def assign(case: Case, assignee: UUID, *, actor: Actor = SUPERVISOR, reason: str = "turno") -> Case:
    return assign_case(seen=seen(case), assignee=assignee, reason=reason, actor=actor, at=noon(ON))


def test_a_case_is_put_in_a_persons_hands_and_the_ledger_names_the_account() -> None:
    account = person("ana", Role.INVESTIGATOR)
    assert assign(admitted_case(), account.reference).assignee == account
    detail = LedgerEntry.objects.get(verb="assign_case").detail
    assert detail == {"change": {"case": {"assignee": str(account.reference)}}, "reason": "turno"}


def test_only_a_supervisor_assigns_and_with_reasons() -> None:
    case, account = admitted_case(), person("ana", Role.INVESTIGATOR)
    assert article(lambda: assign(case, account.reference, actor=INVESTIGATOR), NotCompetentError) == "LFPA art. 3"
    refused(lambda: assign(case, account.reference, reason=""), NoReasonError)


def test_nobody_who_is_not_there_or_not_staff_is_assigned() -> None:
    case = admitted_case()
    refused(lambda: assign(case, uuid4()), NoAssigneeError)
    gone = person("gil", Role.INVESTIGATOR)
    gone.is_active = False
    gone.save()
    refused(lambda: assign(case, gone.reference), NoAssigneeError)
    article(lambda: assign(case, person("mar", Role.CUSTOMS).reference), NotCompetentError)


def test_who_petitioned_must_abstain() -> None:
    account = person("ana", Role.INVESTIGATOR)
    petitioner = Actor(account.as_actor("web").name, "web", frozenset({Role.PETITIONER}))
    case = filed_petition(petitioner=petitioner)
    assert article(lambda: assign(case, account.reference), NotCompetentError) == "LFPA art. 21-27"


def test_priority_is_given_with_reasons() -> None:
    case = admitted_case()
    refused(lambda: prioritise_case(seen=seen(case), reason=" ", actor=SUPERVISOR, at=noon(ON)), NoReasonError)
    first = prioritise_case(seen=seen(case), reason="riesgo para la vida", actor=SUPERVISOR, at=noon(ON))
    assert (first.prioritised, first.priority_reason) == (True, "riesgo para la vida")
