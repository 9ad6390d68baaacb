"""Drafts of petitions: begun, saved as often as wanted, thrown away; nobody's but their author's.

A draft is saved with the version that its author saw. Where it changed meanwhile nothing is saved and nothing lost:
the error names the version that is kept, and ``own_petition`` gives it to be put beside what was sent.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from django.db import transaction

from cases.domain.case import REFERENCE_BITS, CaseKind, read_reference, reference_of
from cases.domain.errors import NotCompetentError
from cases.domain.petition.arrival import Arrival
from cases.domain.petition.codec import plain_content, sha256_of
from cases.domain.petition.content import PetitionContent
from cases.domain.petition.errors import (
    DraftChangedError,
    FieldFault,
    InvalidContentError,
    NoSuchPetitionError,
    PetitionFiledError,
)
from cases.domain.procedure import Act
from cases.domain.stages import COMPETENCE, check_act
from cases.models import Petition
from cases.queries.petitions import drafts_of, says_the_same
from kernel.domain.actors import Actor, Role
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text
from kernel.services.ledger import record, take_turn

EMPTY: Final = PetitionContent()
MOST_DRAFTS: Final = 200  # of one author: more than anybody writes at a time
TOO_MANY: Final = Text(
    "Ya tiene {most} borradores, que es el máximo. Presente o borre alguno.",
    "You have {most} drafts, which is the limit. File or delete one.",
)
NOT_RECEIVED: Final = Text(
    "Ese documento no está entre los archivos de la solicitud.", "That document is not among the files of the petition."
)
OF_INTAKE: Final = Text(
    "Lo que llega en papel o por correo lo captura oficialía de partes",
    "What comes on paper or by e-mail is captured by intake",
)
OF_PETITIONER: Final = Text(
    "En el portal escribe y firma quien solicita", "In the portal the petitioner writes and signs in person"
)
OF_VUCEM: Final = Text(
    "Lo que llega por VUCEM lo envía VUCEM, ya firmado", "What comes from VUCEM is sent by VUCEM, signed already"
)
WRITTEN_BY: Final = {
    Arrival.PORTAL: frozenset({Role.PETITIONER}),
    Arrival.EMAIL: frozenset({Role.INTAKE}),
    Arrival.PAPER: frozenset({Role.INTAKE}),
    Arrival.VUCEM: frozenset[Role](),
}
NOT_YOURS: Final = {
    Arrival.PORTAL: OF_PETITIONER,
    Arrival.EMAIL: OF_INTAKE,
    Arrival.PAPER: OF_INTAKE,
    Arrival.VUCEM: OF_VUCEM,
}


class TooManyDraftsError(ConflictError):
    """Somebody has as many drafts as may be."""

    code: ClassVar[str] = "too_many_drafts"


@dataclass(frozen=True, slots=True)
class SeenDraft:
    """A draft as its author saw it."""

    reference: str
    version: int


def subject_of_petition(petition: Petition) -> str:
    """Return what the ledger calls a petition."""
    return f"petition:{petition.reference}"


@transaction.atomic
def start_draft(
    *,
    arrival: Arrival,
    actor: Actor,
    at: datetime,
    kind: CaseKind = CaseKind.INVESTIGATION,
    content: PetitionContent = EMPTY,
) -> Petition:
    """Return a new draft of the actor's own.

    Raises:
        NotCompetentError: the actor neither petitions nor receives petitions, or is a petitioner who captures.
        TooManyDraftsError: the actor has as many drafts as may be.
        InvalidContentError: it names a document, of which it has none yet.

    """
    check_act(Act.FILE_PETITION, None, actor.roles)
    _check_arrival(arrival, actor)
    take_turn()
    if drafts_of(actor.name).count() >= MOST_DRAFTS:
        raise TooManyDraftsError(TOO_MANY.filled(most=MOST_DRAFTS))
    _check_documents(content, frozenset())
    return new_draft(arrival, kind, content, actor=actor, at=at)


def new_draft(arrival: Arrival, kind: CaseKind, content: PetitionContent, *, actor: Actor, at: datetime) -> Petition:
    """Return a new draft, recorded; called in the transaction of whoever has checked that it may be."""
    petition = Petition.objects.create(
        reference=reference_of(secrets.randbits(REFERENCE_BITS)),
        owner=actor.name,
        arrival=arrival.value,
        kind=kind.value,
        content=plain_content(content),
        created_at=at,
        saved_at=at,
    )
    detail = {"arrival": petition.arrival, "kind": petition.kind}
    record("start_draft", subject=subject_of_petition(petition), actor=actor, at=at, detail=detail)
    return petition


@transaction.atomic
def save_draft(*, seen: SeenDraft, content: PetitionContent, actor: Actor, at: datetime) -> Petition:
    """Save what a draft says now; saving the same again changes nothing.

    Raises:
        NoSuchPetitionError: there is no such draft of the actor's own.
        PetitionFiledError: it was filed.
        DraftChangedError: it is no longer as its author saw it; nothing was saved.
        InvalidContentError: it names a document that is not among its files.

    """
    petition = take_draft(seen.reference, actor)
    if says_the_same(petition, content):
        return petition
    check_version(petition, seen)
    _check_documents(content, frozenset(petition.file_hashes()))
    petition.content = plain_content(content)
    touch(petition, at)
    detail = {"version": petition.version, "sha256": sha256_of(content)}
    record("save_draft", subject=subject_of_petition(petition), actor=actor, at=at, detail=detail)
    return petition


@transaction.atomic
def delete_draft(*, seen: SeenDraft, actor: Actor, at: datetime) -> None:
    """Throw a draft away; the files that came with it stay stored, as documents that nothing names.

    Raises:
        NoSuchPetitionError, PetitionFiledError, DraftChangedError: as ``save_draft`` says.

    """
    petition = take_draft(seen.reference, actor)
    check_version(petition, seen)
    record("delete_draft", subject=subject_of_petition(petition), actor=actor, at=at)
    petition.delete()


def take_draft(reference: str, actor: Actor) -> Petition:
    """Return a draft of the actor's own, with everybody else kept from it until the transaction ends.

    Raises:
        NoSuchPetitionError: there is none.
        PetitionFiledError: it was filed.

    """
    petition = take_own(reference, actor)
    if petition.filed_at is not None:
        raise PetitionFiledError(petition.reference)
    return petition


def take_own(reference: str, actor: Actor) -> Petition:
    """Return a petition of the actor's own, filed or not, with everybody else kept from it.

    Raises:
        NoSuchPetitionError: there is none.

    """
    take_turn()
    petition = Petition.objects.filter(reference=read_reference(reference), owner=actor.name).first()
    if petition is None:
        raise NoSuchPetitionError(reference)
    return petition


def check_version(petition: Petition, seen: SeenDraft) -> None:
    """Return quietly when a draft is as its author saw it.

    Raises:
        DraftChangedError: it is not.

    """
    if petition.version != seen.version:
        raise DraftChangedError(petition.reference, petition.version)


def touch(petition: Petition, at: datetime) -> None:
    """Save a draft that was changed: it is of another version now, and what was to be signed before is void."""
    petition.version += 1
    petition.saved_at = at
    petition.prepared_at = None
    petition.save()


def _check_arrival(arrival: Arrival, actor: Actor) -> None:
    if not actor.roles & WRITTEN_BY[arrival]:
        raise NotCompetentError(NOT_YOURS[arrival], article=COMPETENCE)


def _check_documents(content: PetitionContent, received: frozenset[str]) -> None:
    unknown = [one for one in content.documents() if one not in received]
    if unknown:
        raise InvalidContentError(FieldFault(one, NOT_RECEIVED) for one in unknown)
