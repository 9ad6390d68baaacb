"""Who may see the cases and act in them; what is not written here is nobody's.

Which act is whose, and in which stage, stands in ``domain.stages`` and ``domain.steps`` alone: the services ask them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.http import HttpRequest

from cases.domain.case import NoSuchCaseError
from cases.domain.stages import MOVES
from cases.domain.steps import STAFF, STEPS
from cases.models import Case, CaseDocument
from cases.queries.case import case_by_reference
from kernel.access import actor_of
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.domain.permissions import Permission, check_may, may

ACTING: Final = frozenset[Role]().union(
    *(move.roles | move.agreed_by for move in MOVES.values()), *(step.roles for step in STEPS.values())
)

# No key opens a case: pending cases are seen by people who answer for it (LGTAIP art. 115).
PERMISSIONS: Final[Mapping[str, Permission]] = MappingProxyType(
    {
        "cases.read": Permission(STAFF | {Role.NOTIFIER, Role.TRANSPARENCY, Role.AUDITOR}),
        # What a classified document says is for those who weigh it, classify it or audit (LGTAIP arts. 113, 115).
        "cases.classified": Permission(STAFF | {Role.TRANSPARENCY, Role.AUDITOR}),
        "cases.agenda": Permission(STAFF),
        "cases.agendas": Permission(frozenset({Role.SUPERVISOR})),
        "cases.act": Permission(ACTING),
        "calendar.load": Permission(frozenset({Role.SUPERVISOR, Role.ADMIN})),
    }
)


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
    if may(actor, PERMISSIONS["cases.read"]) or case.petitioner == actor.name:
        return case
    raise NoSuchCaseError(reference)


def is_readable(actor: Actor, document: CaseDocument) -> bool:
    """Return whether the actor, who may see the case, may read a document of it."""
    return document.classification == Classification.PUBLIC or may(actor, PERMISSIONS["cases.classified"])


def check_readable(actor: Actor, document: CaseDocument) -> None:
    """Return quietly when the actor, who may see the case, may read a document of it.

    Raises:
        ForbiddenError: the document is classified, and not for the actor.

    """
    if not is_readable(actor, document):
        check_may(actor, PERMISSIONS["cases.classified"])
