"""Who may see the cases and act in them; what is not written here is nobody's.

Which act is whose, and in which stage, stands in ``domain.stages`` and ``domain.steps`` alone: the services ask them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.http import HttpRequest

from cases.domain.case import NoSuchCaseError
from cases.domain.procedure import VERBS, Act, Step
from cases.domain.stages import MOVES
from cases.domain.steps import STAFF, STEPS
from cases.domain.terms import TermKind
from cases.models import Case
from cases.queries.case import case_by_reference
from kernel.access import actor_of
from kernel.domain.actors import Actor, Role
from kernel.domain.permissions import Permission, check_may, may

ACTING: Final = frozenset[Role]().union(
    *(move.roles | move.agreed_by for move in MOVES.values()), *(step.roles for step in STEPS.values())
)

# No key opens a case: pending cases are seen by people who answer for it (LGTAIP art. 115).
PERMISSIONS: Final[Mapping[str, Permission]] = MappingProxyType(
    {
        "cases.read": Permission(STAFF | {Role.NOTIFIER, Role.TRANSPARENCY, Role.AUDITOR}),
        "cases.act": Permission(ACTING),
        "calendar.load": Permission(frozenset({Role.SUPERVISOR, Role.ADMIN})),
    }
)

# What petitioners are told of in their own case: what was done with the petition, and the terms that run for or against
# them. The rest is the unit's, or of other parties (LGTAIP art. 115).
TOLD_PETITIONERS: Final = frozenset(
    VERBS[one]
    for one in (
        Act.FILE_PETITION,
        Act.PREVENT,
        Act.CURE,
        Act.DISMISS,
        Act.ADMIT,
        Act.OPEN_PLEADINGS,
        Act.CLOSE_PLEADINGS,
        Act.ISSUE_RESOLUTION,
        Act.WITHDRAW,
        Step.NAME_PETITIONER,
        Step.EXTEND,
        Step.SUSPEND,
        Step.RESUME,
    )
)
TERMS_OF_PETITIONERS: Final = frozenset({TermKind.CURE, TermKind.PLEADINGS})


def permitted(request: HttpRequest, action: str) -> Actor:
    """Return who asks, once it is sure that they may.

    Raises:
        ForbiddenError: if they may not.

    """
    actor = actor_of(request)
    check_may(actor, PERMISSIONS[action])
    return actor


def visible_case(actor: Actor, reference: str) -> Case:
    """Return a case to the unit that handles it, or to the petitioner of it.

    Raises:
        NoSuchCaseError: there is none, or the actor may not know of it; nobody can tell which.

    """
    case = case_by_reference(reference)
    if is_of_unit(actor) or case.petitioner == actor.name:
        return case
    raise NoSuchCaseError(reference)


def is_of_unit(actor: Actor) -> bool:
    """Return whether the actor is of the unit that handles the cases, and sees the whole of each."""
    return may(actor, PERMISSIONS["cases.read"])


def whole_case(actor: Actor, reference: str) -> Case:
    """Return a case to the unit that handles it, for what nobody else may see of it.

    Raises:
        NoSuchCaseError: there is none, or the actor may not know of it.
        ForbiddenError: the actor is its petitioner.

    """
    case = visible_case(actor, reference)
    check_may(actor, PERMISSIONS["cases.read"])
    return case
