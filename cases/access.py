"""Who may see the cases and act in them; what is not written here is nobody's.

Which act is whose, and in which stage, stands in ``domain.stages`` and ``domain.steps`` alone: the services ask them.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.http import HttpRequest

from cases.domain.case import NoSuchCaseError
from cases.domain.classification import READERS, reads
from cases.domain.conditions import check_no_interest, check_not_joined
from cases.domain.petition.arrival import Arrival
from cases.domain.petition.errors import NoSuchPetitionError
from cases.domain.procedure import Act, Stage, Step
from cases.domain.reading import TOLD_TO_PARTIES, Reader
from cases.domain.stages import MOVES, check_act
from cases.domain.steps import PARTIES, STAFF, STEPS, check_possible
from cases.domain.tips import TRIAGE
from cases.models import Case, CaseDocument, Petition
from cases.queries.case import Happened, case_by_reference
from cases.queries.inquiries import own_documents
from cases.queries.petitions import petition_by_folio
from cases.services.order import account_of
from kernel.access import actor_of
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.domain.permissions import Permission, check_may, may
from kernel.models import Account
from kernel.queries import ACCOUNT

ACTING: Final = frozenset[Role]().union(
    *(move.roles | move.agreed_by for move in MOVES.values()), *(step.roles for step in STEPS.values())
)

# No key opens a case file: pending cases are seen by people who answer for it (LGTAIP art. 115).
PERMISSIONS: Final[Mapping[str, Permission]] = MappingProxyType(
    {
        "cases.read": Permission(STAFF | {Role.NOTIFIER, Role.TRANSPARENCY, Role.AUDITOR}),
        "cases.classified": Permission(READERS),
        "cases.agenda": Permission(STAFF),
        "cases.agendas": Permission(frozenset({Role.SUPERVISOR})),
        "cases.act": Permission(ACTING),
        # Drafts are their author's alone; VUCEM files by its key, and that key reads what VUCEM has filed.
        "petitions.draft": Permission(frozenset({Role.PETITIONER, Role.INTAKE})),
        "petitions.file": Permission(frozenset(), frozenset({"petitions.file"})),
        # Tips are for those who weigh them; whoever audits sees that none is forgotten, not what it says.
        "tips.read": Permission(TRIAGE),
        "tips.count": Permission(TRIAGE | {Role.AUDITOR}),
        "cases.file": Permission(MOVES[Act.FILE_PETITION].roles),
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
    if is_of_unit(actor):
        return Reader(of_unit=True)
    petitioner, party = is_petitioner(actor, case), None
    if is_party(actor):
        party = case.party_of(actor.name) if petitioner else case.notified_party(actor.name)
    found = Reader(petitioner=petitioner, party=party.key if party else "")
    return found if found.petitioner or found.party else None


def reader_in(actor: Actor, case: Case) -> Reader:
    """Return as what an actor sees a case that is visible to them."""
    return reader_of(actor, case) or Reader()


def window_of(request: HttpRequest) -> Actor:
    """Return the machine that hands in petitions, which for that does what intake does.

    Raises:
        ForbiddenError: it is none, or its key does not say so.

    """
    return replace(permitted(request, "petitions.file"), roles=frozenset({Role.INTAKE}))


def visible_petition(actor: Actor, folio: str) -> Petition:
    """Return a filed petition to who filed it or petitions by it, to VUCEM what came from there, and to the unit.

    Raises:
        NoSuchPetitionError: there is none, or the actor may not know of it; nobody can tell which.

    """
    petition = petition_by_folio(folio)
    from_vucem = petition.arrival == Arrival.VUCEM and may(actor, PERMISSIONS["petitions.file"])
    petitioner = petition.case.petitioner if petition.case else ""
    if from_vucem or is_of_unit(actor) or actor.name in {petition.owner, petitioner}:
        return petition
    raise NoSuchPetitionError(folio)


def is_petitioner(actor: Actor, case: Case) -> bool:
    """Return whether the actor is the petitioner of a case: a person with an account and the role, never a key."""
    return actor.account_id is not None and Role.PETITIONER in actor.roles and case.petitioner == actor.name


def is_party(actor: Actor) -> bool:
    """Return whether the actor may be a party to cases: a person with an account and a role of parties, never a key."""
    return actor.account_id is not None and bool(PARTIES & actor.roles)


def is_of_unit(actor: Actor) -> bool:
    """Return whether the actor is of the unit that handles the cases, and sees more of each than its parties."""
    return may(actor, PERMISSIONS["cases.read"])


def is_told(actor: Actor, one: Happened) -> bool:
    """Return whether the actor, who may see the case, is told that something happened in it."""
    return is_of_unit(actor) or one.verb in TOLD_TO_PARTIES


def as_told(actor: Actor, one: Happened, reader: Reader) -> Happened:
    """Return what happened in a case that the actor may see as they are told of it.

    ``reader`` is as what they see it. A party is told what is for it, and of nobody else that it was they who did it:
    an act is the authority's, and who petitioned is not told to the other parties.
    """
    if reader.of_unit:
        return one
    return replace(
        one,
        actor=one.actor if one.actor == actor.name else "",
        reason=one.reason if reader.is_told_reason(one.verb) else "",
        change=reader.told(one.change),
        other="",
        index_sha256="",
    )


def whole_case(actor: Actor, reference: str) -> Case:
    """Return a case to the unit that handles it, for what nobody else may see of it.

    Raises:
        NoSuchCaseError: there is none, or the actor may not know of it.
        ForbiddenError: the actor is a party to it.

    """
    case = visible_case(actor, reference)
    check_may(actor, PERMISSIONS["cases.read"])
    return case


def agenda_of(actor: Actor, reference: UUID | None) -> Account:
    """Return the account whose agenda the actor asks for by its reference, None for the actor's own.

    Raises:
        ForbiddenError: it is somebody else's.
        NoAssigneeError: no account has the reference.

    """
    name = actor.name if reference is None else f"{ACCOUNT}{reference}"
    if name != actor.name:
        check_may(actor, PERMISSIONS["cases.agendas"])
    return account_of(UUID(name.removeprefix(ACCOUNT)))


def check_open(actor: Actor, what: Act | Step, case: Case) -> None:
    """Return quietly when stage and role let the actor do something in a case; its facts may still bar it.

    Raises:
        BarredError: the stage does not admit it, or it is for the case that this one was joined to.
        NotCompetentError: it is not for the actor, or the petition is its own (LFPA 21).

    """
    check_possible(what, Stage(case.stage), actor.roles)
    check_no_interest(what, [case.petitioner], actor)
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
    if reads(actor.roles, Classification(document.classification)):
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
