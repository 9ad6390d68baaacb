"""Who may see the cases and act in them; what is not written here is nobody's.

Which act is whose, and in which stage, stands in ``domain.stages`` and ``domain.steps`` alone: the services ask them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.http import HttpRequest

from cases.domain.case import NoSuchCaseError
from cases.domain.conditions import check_not_joined
from cases.domain.procedure import Act, Stage, Step
from cases.domain.reading import Reader
from cases.domain.stages import MOVES, check_act
from cases.domain.steps import PARTIES, STAFF, STEPS, check_possible
from cases.models import Case, CaseDocument
from cases.queries.case import case_by_reference
from cases.queries.inquiries import own_documents
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
        "cases.own": Permission(PARTIES),
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
    """Return a case to the unit that handles it, to its petitioner, or to a party that was notified.

    Raises:
        NoSuchCaseError: there is none, or the actor may not know of it; nobody can tell which.

    """
    case = case_by_reference(reference)
    if reader_of(actor, case) is None:
        raise NoSuchCaseError(reference)
    return case


def reader_of(actor: Actor, case: Case) -> Reader | None:
    """Return as what an actor sees a case, None for those who may not know of it."""
    petitioner = bool(actor.name) and case.petitioner == actor.name
    party = case.party_of(actor.name) if petitioner else case.notified_party(actor.name)
    found = Reader(is_of_unit(actor), petitioner, party.key if party else "")
    return found if found.of_unit or found.petitioner or found.party else None


def reader_in(actor: Actor, case: Case) -> Reader:
    """Return as what an actor sees a case that is visible to them."""
    return reader_of(actor, case) or Reader()


def is_of_unit(actor: Actor) -> bool:
    """Return whether the actor is of the unit that handles the cases, and sees more of each than its parties."""
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


def check_agenda(actor: Actor, person: str) -> None:
    """Return quietly when the actor may see the agenda of a person, by the name of the actor that it is.

    Raises:
        ForbiddenError: it is somebody else's.

    """
    if person != actor.name:
        check_may(actor, PERMISSIONS["cases.agendas"])


def check_open(actor: Actor, what: Act | Step, case: Case) -> None:
    """Return quietly when stage and role let the actor do something in a case; its facts may still bar it.

    Raises:
        BarredError: the stage does not admit it, or it is for the case that this one was joined to.
        NotCompetentError: it is not for the actor.

    """
    check_possible(what, Stage(case.stage), actor.roles)
    check_not_joined(what, None if case.lead is None else case.lead.reference)


def check_opening(actor: Actor, act: Act) -> None:
    """Return quietly when the actor may open a case by an act.

    Raises:
        NotCompetentError: it is not for the actor.

    """
    check_act(act, None, actor.roles)


def is_readable(actor: Actor, document: CaseDocument, case: Case) -> bool:
    """Return whether the actor, who may see the case, may read a document of it.

    A party reads what is public, what was notified to it, what it handed in, and with the pleadings what was put at
    the parties' disposal (LFPA arts. 33, 56).
    """
    if document.classification == Classification.PUBLIC or may(actor, PERMISSIONS["cases.classified"]):
        return True
    reader = reader_in(actor, case)
    return reader.sees_document(case.stage, for_parties=document.for_parties) or document.pk in own_documents(
        case, reader
    )


def check_readable(actor: Actor, document: CaseDocument, case: Case) -> None:
    """Return quietly when the actor, who may see the case, may read a document of it.

    Raises:
        ForbiddenError: the document is classified, and not for the actor.

    """
    if not is_readable(actor, document, case):
        check_may(actor, PERMISSIONS["cases.classified"])
