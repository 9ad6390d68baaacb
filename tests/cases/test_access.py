"""Who sees what of a case, role by role; which role holds which permission stands in the officials' table."""

from collections.abc import Callable
from uuid import UUID

import pytest

from cases.access import (
    PERMISSIONS,
    agenda_of,
    as_told,
    check_open,
    check_opening,
    check_readable,
    is_readable,
    is_told,
    reader_in,
    visible_case,
    whole_case,
)
from cases.domain.case import NoSuchCaseError
from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.procedure import Act, Stage, Step
from cases.models import CaseDocument
from cases.queries.case import Happened, entries_of, happened
from cases.services import assign_case, prevent_petition
from cases.services.order import NoAssigneeError
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.domain.errors import ForbiddenError
from tests.cases.factories import (
    FILED,
    INTAKE,
    PETITIONER,
    SUPERVISOR,
    actor,
    filed_petition,
    noon,
    person,
    registered,
    seen,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
STRANGER = actor(Role.PETITIONER, "account:another")


def passes(asked: Callable[[], object], *errors: type[Exception]) -> bool:
    try:
        asked()
    except errors:
        return False
    return True


@pytest.mark.parametrize("role", Role)
def test_a_case_is_seen_by_the_unit_and_its_petitioner_and_whole_by_the_unit_alone(role: Role) -> None:
    case, who = filed_petition(), registered(actor(role))
    of_unit = role in PERMISSIONS["cases.read"].roles
    assert passes(lambda: visible_case(who, case.reference), NoSuchCaseError) is (of_unit or role is Role.PETITIONER)
    assert passes(lambda: whole_case(who, case.reference), NoSuchCaseError, ForbiddenError) is of_unit


def test_the_case_of_another_and_a_case_that_is_none_are_refused_alike() -> None:
    for reference in (filed_petition().reference, "0000-0000-0000"):
        with pytest.raises(NoSuchCaseError):
            visible_case(STRANGER, reference)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("level", Classification)
def test_a_document_is_read_as_it_is_classified(role: Role, level: Classification) -> None:
    case, document = filed_petition(), CaseDocument(classification=level.value)
    may_read = level is Classification.PUBLIC or role in PERMISSIONS["cases.classified"].roles
    assert is_readable(actor(role), document, case) is may_read
    assert passes(lambda: check_readable(actor(role), document, case), ForbiddenError) is may_read


def told(reader: Actor) -> list[Happened]:
    """Return what a reader is told of a petition that was filed, assigned and prevented."""
    case, ana = filed_petition(), person("ana", Role.INVESTIGATOR)
    at = noon(FILED)
    case = assign_case(seen=seen(case), assignee=ana.reference, reason="por turno", actor=SUPERVISOR, at=at)
    prevent_petition(seen=seen(case), notified_on=FILED, cure_days=5, reason="falta el origen", actor=INTAKE, at=at)
    seen_as = reader_in(reader, case)
    return [as_told(reader, one, seen_as) for one in map(happened, entries_of(case)) if is_told(reader, one)]


@pytest.mark.parametrize("role", sorted(PERMISSIONS["cases.read"].roles))
def test_the_unit_is_told_everything(role: Role) -> None:
    found = told(actor(role))
    assert [(one.verb, one.actor) for one in found] == [
        ("file_petition", PETITIONER.name),
        ("assign_case", SUPERVISOR.name),
        ("prevent_petition", INTAKE.name),
    ]
    assert "terms" in found[-1].change


def test_a_party_is_told_of_the_procedure_and_of_no_official() -> None:
    found = told(registered(PETITIONER))
    assert [(one.verb, one.actor, one.reason) for one in found] == [
        ("file_petition", PETITIONER.name, ""),
        ("prevent_petition", "", "falta el origen"),
    ]
    assert {name for one in found for name in one.change} <= {"case", "deadlines"}


@pytest.mark.parametrize("role", Role)
def test_the_agenda_of_another_is_the_supervisors(role: Role) -> None:
    own, other = person("own", role), person("ana", Role.INVESTIGATOR)
    who = own.as_actor("web")
    assert agenda_of(who, None) == agenda_of(who, own.reference) == own
    assert passes(lambda: agenda_of(who, other.reference), ForbiddenError) is (role is Role.SUPERVISOR)


def test_nobody_has_no_agenda() -> None:
    with pytest.raises(NoAssigneeError):
        agenda_of(person("own", Role.SUPERVISOR).as_actor("web"), UUID(int=0))


def test_a_form_is_open_where_stage_and_role_admit_its_act() -> None:
    case = filed_petition()
    assert case.stage == Stage.RECEIVED
    check_open(INTAKE, Act.PREVENT, case)
    with pytest.raises(NotCompetentError):
        check_open(PETITIONER, Act.PREVENT, case)
    with pytest.raises(BarredError):
        check_open(SUPERVISOR, Step.JOIN, case)


@pytest.mark.parametrize("role", Role)
def test_a_case_is_opened_by_the_roles_of_the_table(role: Role) -> None:
    files, starts = {Role.PETITIONER, Role.INTAKE}, {Role.SUPERVISOR}
    assert passes(lambda: check_opening(actor(role), Act.FILE_PETITION), NotCompetentError) is (role in files)
    assert passes(lambda: check_opening(actor(role), Act.START_ON_OWN_MOTION), NotCompetentError) is (role in starts)
