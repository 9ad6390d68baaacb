"""Every (stage, act or step, role) triple is tried on real cases: the tables say which pass their check."""

from collections.abc import Callable
from datetime import date
from typing import Final

import pytest
from django.db import transaction

from cases.domain.case import Ground
from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import MOVES, NEW
from cases.domain.steps import STEPS
from cases.models import Case
from cases.services import (
    close_case,
    declare_lapse,
    dismiss_petition,
    withdraw_petition,
)
from kernel.domain.actors import Role
from kernel.domain.errors import DomainError
from kernel.models import LedgerEntry
from tests.cases.attempts import ATTEMPTS, WHY, Attempt
from tests.cases.factories import (
    DECIDER,
    DRAFTER,
    PETITIONER,
    SUPERVISOR,
    actor,
    admitted_case,
    case_to_decide,
    filed_petition,
    noon,
    own_motion_case,
    pleaded_case,
    prevented_petition,
    seen,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON: Final = date(2025, 2, 20)
AT: Final = noon(ON)


def dismissed() -> Case:
    return dismiss_petition(
        seen=seen(filed_petition()), ground=Ground.INADMISSIBLE, reason=WHY, actor=SUPERVISOR, at=AT
    )


def resolved() -> Case:
    case = case_to_decide()
    return close_case(seen=seen(case), outcome="PROVEN", act_number="R-1", drafter=DRAFTER, actor=DECIDER, at=AT)


def withdrawn() -> Case:
    return withdraw_petition(seen=seen(filed_petition()), actor=PETITIONER, at=AT)


def lapsed() -> Case:
    return declare_lapse(seen=seen(own_motion_case()), actor=SUPERVISOR, at=noon(date(2025, 12, 1)))


MADE: Final[dict[Stage, Callable[[], Case]]] = {
    Stage.RECEIVED: filed_petition,
    Stage.PREVENTED: prevented_petition,
    Stage.INVESTIGATION: admitted_case,
    Stage.PLEADINGS: pleaded_case,
    Stage.DECISION: case_to_decide,
    Stage.RESOLVED: resolved,
    Stage.DISMISSED: dismissed,
    Stage.WITHDRAWN: withdrawn,
    Stage.LAPSED: lapsed,
}


def passes(stage: Stage, what: Act | Step, role: Role) -> bool:
    """Return whether the tables let a role do it in a stage; the facts of the case may still bar it."""
    if isinstance(what, Act):
        return stage in MOVES[what].origins and role in MOVES[what].roles
    return stage in STEPS[what].stages and role in STEPS[what].roles


def refusal(case: Case, attempt: Attempt, role: Role) -> DomainError | None:
    """Return what refused an attempt, which is undone if it was not refused."""
    with transaction.atomic():
        mark = transaction.savepoint()
        try:
            attempt(seen(case), actor(role), ON)
        except DomainError as error:
            return error
        finally:
            transaction.savepoint_rollback(mark)
    return None


def test_every_act_and_step_on_a_case_is_tried() -> None:
    assert set(ATTEMPTS) == {*(act for act in Act if MOVES[act].origins != NEW), *Step}
    assert set(MADE) == set(Stage)


@pytest.mark.parametrize("stage", Stage)
def test_a_triple_that_the_tables_refuse_is_refused_by_its_service_and_changes_nothing(stage: Stage) -> None:
    case = MADE[stage]()
    assert case.stage == stage
    entries, wrong = LedgerEntry.objects.count(), []
    for what, attempt in ATTEMPTS.items():
        for role in Role:
            found = refusal(case, attempt, role)
            by_table = isinstance(found, BarredError | NotCompetentError)
            if not passes(stage, what, role) and not by_table:
                wrong.append((what, role, found))
    assert wrong == []
    assert LedgerEntry.objects.count() == entries
    assert Case.objects.get(pk=case.pk).version == case.version


@pytest.mark.parametrize("stage", Stage)
def test_no_role_that_the_tables_admit_is_told_that_it_may_not(stage: Stage) -> None:
    case = MADE[stage]()
    told = {
        (what, role)
        for what, attempt in ATTEMPTS.items()
        for role in Role
        if passes(stage, what, role) and isinstance(refusal(case, attempt, role), NotCompetentError)
    }
    strangers = {(Step.RECEIVE_SUBMISSION, Role.IMPORTER)}  # no importer is a party to it
    if not case.petitioner:
        strangers |= {(Step.ADD_DOCUMENT, Role.PETITIONER), (Step.RECEIVE_SUBMISSION, Role.PETITIONER)}
    assert told == strangers
