"""Reads of petitions: somebody's drafts, one petition, what it lacks, its acknowledgement."""

from base64 import b64encode
from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.domain.case import CaseKind, read_reference
from cases.domain.petition.acuse import AUTHORITY, LEGAL_BASIS, Acuse, AcuseFile, Filer, Proof, verification_of
from cases.domain.petition.citing import chosen, prevention_reason
from cases.domain.petition.codec import plain_content
from cases.domain.petition.completeness import Completeness, completeness, fault_named, faults_of
from cases.domain.petition.content import PetitionContent, Representative
from cases.domain.petition.errors import NoSuchPetitionError
from cases.domain.petition.requisites import Fault
from cases.domain.petition.signing import PROCEDURES
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


def reason_citing(case: Case, cited: Collection[tuple[str, str]], note: str) -> str:
    """Return the reasons of a prevention that cites faults of the petition of a case, each by code and field.

    Raises:
        UnknownFaultError: the petition, as it was filed, does not have one of them.

    """
    petition = petition_of(case) if cited else None
    faults = () if petition is None else faults_when_filed(petition)
    return prevention_reason(chosen(faults, cited), note)


def acuse_of(petition: Petition) -> Acuse:
    """Return what the filer of a petition is given for it.

    Raises:
        NoSuchPetitionError: it was not filed.

    """
    if petition.filed_at is None or petition.sent_at is None or petition.case is None:
        raise NoSuchPetitionError(petition.reference)
    return Acuse(
        authority=AUTHORITY,
        procedure=PROCEDURES[CaseKind(petition.kind)],
        folio=petition.folio,
        vucem_folio=petition.vucem_folio,
        case_reference=petition.case.reference,
        arrival=petition.way(),
        filer=_filer_of(petition),
        sent_at=timezone.localtime(petition.sent_at),
        filed_at=timezone.localtime(petition.filed_at),
        files=tuple(
            AcuseFile(file.number, file.name, file.document.size, file.document.sha256) for file in petition.files.all()
        ),
        petition_sha256=petition.sha256,
        proof=_proof_of(petition),
        faults=faults_when_filed(petition),
        legal_basis=LEGAL_BASIS,
        verification=verification_of(petition.folio, petition.sha256),
    )


def _filer_of(petition: Petition) -> Filer:
    content = petition.says()
    representative = content.representative or Representative()
    return Filer(
        name=content.petitioner.name,
        rfc=content.petitioner.rfc,
        representative=representative.name,
        representative_rfc=representative.rfc,
        captured_by=petition.captured_by,
    )


def _proof_of(petition: Petition) -> Proof:
    return Proof(
        cadena=petition.cadena,
        signature=b64encode(petition.signature or b"").decode(),
        certificate_number=petition.certificate_number,
        signer_name=petition.signer_name,
        signer_rfc=petition.signer_rfc,
        revocation=petition.revocation,
        scan_sha256="" if petition.scan is None else petition.scan.sha256,
    )
