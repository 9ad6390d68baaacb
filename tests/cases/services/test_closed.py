"""What the facts of a case close is refused by its service as well: nobody is kept from what could be done."""

from collections.abc import Callable
from datetime import date
from typing import Final
from uuid import UUID

import pytest

from cases.domain.possible import OPENS, possible, possible_in
from cases.domain.procedure import Act, Stage, Step
from cases.models import Case
from cases.queries import case_by_reference
from cases.services import (
    continue_on_own_motion,
    cure_petition,
    extend_term,
    join_case,
    name_petitioner,
    prioritise_case,
    suspend_terms,
    withdraw_petition,
)
from kernel.domain.actors import Role
from tests.cases.attempts import ATTEMPTS, WHY
from tests.cases.factories import (
    INTAKE,
    PETITIONER,
    SUPERVISOR,
    actor,
    admitted_case,
    agreed_petition,
    filed_petition,
    heard_case,
    noon,
    own_motion_case,
    prevented_petition,
    registered,
    seen,
)
from tests.cases.services.test_triples import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
AT: Final = noon(date(2025, 2, 20))
OTHER: Final = f"account:{UUID(int=7)}"


def joined() -> Case:
    lead = admitted_case()
    return join_case(seen=seen(admitted_case()), lead=seen(lead), reason=WHY, actor=SUPERVISOR, at=AT)


def withdrawn_and_continued() -> Case:
    case = continue_on_own_motion(seen=seen(filed_petition()), reason=WHY, actor=SUPERVISOR, at=AT)
    return withdraw_petition(seen=seen(case), actor=PETITIONER, at=AT)


CASES: Final[dict[str, Callable[[], Case]]] = {
    "as it was filed": filed_petition,
    "agreed to": agreed_petition,
    "prevented": prevented_petition,
    "prevented, of another": lambda: name_petitioner(
        seen=seen(prevented_petition()),
        petitioner=registered(actor(Role.PETITIONER, OTHER)).name,
        reason=WHY,
        actor=INTAKE,
        at=AT,
    ),
    "cured": lambda: cure_petition(seen=seen(prevented_petition()), actor=PETITIONER, at=noon(date(2025, 2, 12))),
    "admitted": admitted_case,
    "heard": heard_case,
    "on own motion": own_motion_case,
    "continued": lambda: continue_on_own_motion(seen=seen(filed_petition()), reason=WHY, actor=SUPERVISOR, at=AT),
    "withdrawn and continued": withdrawn_and_continued,
    "first in order": lambda: prioritise_case(seen=seen(filed_petition()), reason=WHY, actor=SUPERVISOR, at=AT),
    "extended": lambda: extend_term(seen=seen(filed_petition()), reason=WHY, actor=SUPERVISOR, at=AT),
    "suspended": lambda: suspend_terms(
        seen=seen(filed_petition()), from_on=AT.date(), instrument="declaratoria", reason=WHY, actor=SUPERVISOR, at=AT
    ),
    "joined": joined,
}


def closed(case: Case, role: Role) -> set[Act | Step]:
    """Return what the tables open to a role in the stage of a case and its facts close."""
    stage, roles = Stage(case.stage), frozenset({role})
    return {*possible(stage, roles)} - {*possible_in(case.situation(actor(role).name), stage, roles)}


@pytest.mark.parametrize("made", CASES.values(), ids=CASES)
def test_what_the_facts_close_is_refused(made: Callable[[], Case]) -> None:
    case = case_by_reference(made().reference)
    done = [
        (what, role)
        for role in Role
        for what in sorted(closed(case, role))
        if refusal(case, ATTEMPTS[what], role) is None
    ]
    assert done == []
    assert case_by_reference(case.reference).version == case.version


def test_everything_that_facts_may_close_is_closed_in_one_of_these_cases() -> None:
    found = [case_by_reference(made().reference) for made in CASES.values()]
    assert {what for case in found for role in Role for what in closed(case, role)} >= set(OPENS)
