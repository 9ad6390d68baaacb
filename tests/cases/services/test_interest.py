"""Nobody acts as an official in their own petition, and only a petitioner's account petitions (LFPA 19, 21)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from cases.access import visible_case
from cases.domain.case import NoPetitionerError, NoSuchCaseError
from cases.domain.errors import NotCompetentError
from cases.domain.procedure import Act, Step
from cases.domain.rules import Channel
from cases.models import Case
from cases.services import (
    Filing,
    add_document,
    admit_petition,
    agree_to_admission,
    file_petition,
    join_case,
    name_petitioner,
)
from kernel.domain.actors import Actor, Role
from kernel.models import Account
from tests.cases.acting import article, refused
from tests.cases.attempts import ATTEMPTS, a_document
from tests.cases.factories import (
    FILED,
    INTAKE,
    PETITIONER,
    SUPERVISOR,
    actor,
    admitted_case,
    agreed_petition,
    filed_petition,
    heard_case,
    noon,
    registered,
    seen,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 1, 21)
STAFF = frozenset({Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR, Role.TRANSPARENCY, Role.PETITIONER})
BOTH = Actor(f"account:{UUID(int=11)}", "web", STAFF)
IN_CHECK = (Act.PREVENT, Act.DISMISS, Step.AGREE_TO_ADMISSION, Step.NAME_PETITIONER, Step.PRIORITISE, Step.EXTEND)
UNDER_WAY = (Step.START_TERM, Step.SUSPEND, Step.EXPORT, Act.CONTINUE_ON_OWN_MOTION)


@pytest.mark.parametrize("what", IN_CHECK, ids=str)
def test_no_official_acts_in_its_own_petition(what: Act | Step) -> None:
    case = filed_petition(petitioner=BOTH)
    Case.objects.update(petitioner=BOTH.name)
    registered(actor(Role.PETITIONER, f"account:{UUID(int=8)}"))
    assert article(lambda: ATTEMPTS[what](seen(case), BOTH, ON), NotCompetentError) == "LFPA art. 21"


@pytest.mark.parametrize("what", UNDER_WAY, ids=str)
def test_nor_once_it_is_admitted(what: Act | Step) -> None:
    case = admitted_case()
    Case.objects.update(petitioner=BOTH.name)
    assert article(lambda: ATTEMPTS[what](seen(case), BOTH, ON), NotCompetentError) == "LFPA art. 21"


def test_nor_in_a_case_that_its_own_is_joined_to_or_leads() -> None:
    mine, other = admitted_case(), admitted_case()
    Case.objects.filter(pk=mine.pk).update(petitioner=BOTH.name)

    def join(one: Case, lead: Case, by: Actor) -> Case:
        return join_case(seen=seen(one), lead=seen(lead), reason="conexidad", actor=by, at=noon(ON))

    assert article(lambda: join(mine, other, BOTH), NotCompetentError) == "LFPA art. 21"
    assert article(lambda: join(other, mine, BOTH), NotCompetentError) == "LFPA art. 21"
    join(mine, other, SUPERVISOR)
    lead = Case.objects.with_records().get(pk=other.pk)
    assert article(lambda: ATTEMPTS[Step.START_TERM](seen(lead), BOTH, ON), NotCompetentError) == "LFPA art. 21"


def test_it_may_still_add_what_a_petitioner_adds() -> None:
    case = filed_petition()
    Case.objects.update(petitioner=BOTH.name)
    add_document(seen=seen(case), document=a_document(ON), name="x", actor=BOTH, at=noon(ON))


def test_intake_gains_no_earlier_place_for_itself() -> None:
    by = registered(BOTH)

    def file(sent_on: date) -> Case:
        return file_petition(filing=Filing(Channel.VUCEM, noon(sent_on), by.name), actor=by, at=noon(ON))

    refused(lambda: file(FILED), NotCompetentError)
    assert file(ON).petitioner == by.name
    case = file_petition(filing=Filing(Channel.VUCEM, noon(FILED)), actor=by, at=noon(ON))
    naming = lambda: name_petitioner(seen=seen(case), petitioner=by.name, reason="x", actor=by, at=noon(ON))  # noqa: E731
    assert article(naming, NotCompetentError) == "LFPA art. 21"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("key:abcdefgh", id="a key"),
        pytest.param("Pepe Pérez, CURP XXXX", id="a name and a number of a person"),
        pytest.param(f"account:{UUID(int=99)}", id="no account"),
        pytest.param("account:x", id="no reference"),
        pytest.param(INTAKE.name, id="an account without the role"),
        pytest.param(PETITIONER.name, id="an account that is shut out"),
    ],
)
def test_only_a_petitioner_s_account_petitions(name: str) -> None:
    registered(INTAKE)
    registered(PETITIONER)
    Account.objects.filter(username=PETITIONER.name).update(is_active=False)
    case = filed_petition()
    filing = Filing(Channel.VUCEM, noon(FILED), name)
    refused(lambda: file_petition(filing=filing, actor=INTAKE, at=noon(FILED)), NoPetitionerError)
    other = actor(Role.INTAKE, f"account:{UUID(int=12)}")
    naming = lambda: name_petitioner(seen=seen(case), petitioner=name, reason="x", actor=other, at=noon(ON))  # noqa: E731
    refused(naming, NoPetitionerError)


def test_a_case_is_seen_by_its_petitioner_alone_and_by_no_key() -> None:
    case, who = filed_petition(), registered(PETITIONER)
    assert visible_case(who, case.reference).pk == case.pk
    for other in (replace(who, account_id=None), replace(who, roles=frozenset({Role.CUSTOMS}))):
        with pytest.raises(NoSuchCaseError):
            visible_case(other, case.reference)


def test_another_petitioner_or_another_document_undoes_the_agreement_to_admit() -> None:
    named = registered(actor(Role.PETITIONER, f"account:{UUID(int=8)}")).name
    case = agreed_petition()
    case = name_petitioner(seen=seen(case), petitioner=named, reason="poder", actor=INTAKE, at=noon(ON))
    assert case.admission_agreed_by == ""
    case = agree_to_admission(seen=seen(case), actor=SUPERVISOR, at=noon(ON))
    case = add_document(seen=seen(case), document=a_document(ON), name="x", actor=INTAKE, at=noon(ON))
    assert case.admission_agreed_by == ""
    refused(lambda: admit_petition(seen=seen(case), actor=INTAKE, at=noon(ON)), NotCompetentError)


def test_what_was_admitted_keeps_who_agreed() -> None:
    case = heard_case()
    case = add_document(seen=seen(case), document=a_document(ON), name="x", actor=INTAKE, at=noon(ON))
    assert case.admission_agreed_by == SUPERVISOR.name


def test_who_agreed_is_still_a_supervisor_at_the_admission_or_another_agrees() -> None:
    case = agreed_petition()
    Account.objects.filter(username=SUPERVISOR.name).update(is_active=False)
    refused(lambda: admit_petition(seen=seen(case), actor=INTAKE, at=noon(ON)), NotCompetentError)
    other = registered(actor(Role.SUPERVISOR, f"account:{UUID(int=13)}"))
    case = agree_to_admission(seen=seen(case), actor=other, at=noon(ON))
    assert admit_petition(seen=seen(case), actor=INTAKE, at=noon(ON)).stage == "INVESTIGATION"
