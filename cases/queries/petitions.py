"""Reads of petitions: somebody's drafts, one petition, what it lacks, its acknowledgement."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.domain.case import read_reference
from cases.domain.petition.codec import plain_content
from cases.domain.petition.completeness import Completeness, completeness, fault_named, faults_of
from cases.domain.petition.content import PetitionContent
from cases.domain.petition.errors import NoSuchPetitionError
from cases.domain.petition.requisites import Fault
from cases.domain.rulesets import rules_on
from cases.models import Case, Petition
from importers.queries import tariff_of


def drafts_of(owner: str) -> QuerySet[Petition]:
    """Return somebody's drafts, the one saved last first."""
    return Petition.objects.drafts().filter(owner=owner)


def own_petition(reference: str, owner: str) -> Petition:
    """Return a petition, draft or filed, to whoever writes or wrote it.

    Raises:
        NoSuchPetitionError: there is none, or it is somebody else's; nobody can tell which.

    """
    rows = Petition.objects.select_related("case").prefetch_related("files__document")
    petition = rows.filter(reference=read_reference(reference), owner=owner).first()
    if petition is None:
        raise NoSuchPetitionError(reference)
    return petition


def petition_by_folio(folio: str) -> Petition:
    """Return the petition that was filed with a folio, ours or that of VUCEM.

    Raises:
        NoSuchPetitionError: there is none.

    """
    rows = Petition.objects.filed().select_related("case", "scan").prefetch_related("files__document")
    petition = rows.filter(Q(reference=read_reference(folio)) | Q(vucem_folio=folio)).first() if folio else None
    if petition is None:
        raise NoSuchPetitionError(folio)
    return petition


def petition_of(case: Case) -> Petition | None:
    """Return the petition that opened a case, None where it was not filed here or the case is on own motion."""
    rows = Petition.objects.filter(case=case).select_related("case", "scan").prefetch_related("files__document")
    return rows.first()


def faults_in(content: PetitionContent, *, on: date, signed: bool = False) -> tuple[Fault, ...]:
    """Return everything that a petition filed on a day lacks, by the tariff that is loaded.

    Raises:
        NoRuleSetError: the mechanism had not come into force.

    """
    return faults_of(content, tariff_of(content.tariff_codes()), on, signed=signed)


def completeness_of(content: PetitionContent, *, on: date, signed: bool = False) -> Completeness:
    """Return how many of the requisites that apply to a petition are met."""
    return completeness(content, tariff_of(content.tariff_codes()), on, signed=signed)


def faults_when_filed(petition: Petition) -> tuple[Fault, ...]:
    """Return what a petition lacked when it was filed, as it was recorded then."""
    if petition.sent_at is None:
        return ()
    rules = rules_on(timezone.localdate(petition.sent_at))
    return tuple(fault_named(one["code"], one["field"], rules) for one in petition.faults)


def says_the_same(petition: Petition, content: PetitionContent) -> bool:
    """Return whether a draft says exactly this already."""
    return bool(petition.content == plain_content(content))
