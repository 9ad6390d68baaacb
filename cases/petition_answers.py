"""What the API says of petitions, built from what the queries return."""

from collections.abc import Iterable
from datetime import UTC, date

from cases.answers import deadline_answer, words_answer
from cases.domain.case import CaseKind
from cases.domain.petition.acuse import Acuse
from cases.domain.petition.codec import plain_content
from cases.domain.petition.errors import NoSuchPetitionError
from cases.domain.petition.requisites import Fault
from cases.domain.procedure import Stage
from cases.domain.reading import TERMS_FOR_PETITIONERS
from cases.domain.wording import STAGE_WORDS
from cases.models import Petition, PetitionFile
from cases.queries.calendar import current_calendars
from cases.queries.case import case_by_reference, clocks
from cases.queries.petitions import completeness_of, faults_in, faults_when_filed
from cases.schemas.petition_content import PetitionContentIn
from cases.schemas.petitions import (
    AcuseFileOut,
    AcuseOut,
    DraftInListOut,
    DraftOut,
    DraftsOut,
    FaultOfPetitionOut,
    FilerOut,
    PetitionFileOut,
    PetitionOut,
    ProofOut,
    StandingOfCaseOut,
)


def draft_answer(petition: Petition, *, on: date) -> DraftOut:
    """Return a draft with what it would lack if it were signed and filed on a day."""
    content = petition.says()
    found = completeness_of(content, on=on, signed=True)
    return DraftOut(
        reference=petition.reference,
        arrival=petition.way(),
        kind=CaseKind(petition.kind),
        version=petition.version,
        saved_at=petition.saved_at,
        sent_at=petition.sent_at,
        content=PetitionContentIn(**plain_content(content)),
        files=[file_answer(one) for one in petition.files.select_related("document")],
        faults=_faults(faults_in(content, on=on, signed=True)),
        requisites_met=found.met,
        requisites=found.total,
    )


def drafts_answer(rows: Iterable[Petition]) -> DraftsOut:
    """Return drafts as a list."""
    items = [
        DraftInListOut(
            reference=row.reference,
            arrival=row.way(),
            kind=CaseKind(row.kind),
            version=row.version,
            saved_at=row.saved_at,
        )
        for row in rows
    ]
    return DraftsOut(items=items)


def file_answer(row: PetitionFile) -> PetitionFileOut:
    """Return a file of a petition."""
    document = row.document
    return PetitionFileOut(
        number=row.number,
        name=row.name,
        size=document.size,
        sha256=document.sha256,
        media_type=document.media_type,
    )


def petition_answer(petition: Petition, *, on: date) -> PetitionOut:
    """Return a filed petition and where its case stands on a day.

    Raises:
        NoSuchPetitionError: it was not filed.

    """
    if petition.case is None or petition.sent_at is None or petition.filed_at is None:
        raise NoSuchPetitionError(petition.reference)
    return PetitionOut(
        folio=petition.folio,
        vucem_folio=petition.vucem_folio,
        arrival=petition.way(),
        kind=CaseKind(petition.kind),
        sent_at=petition.sent_at.astimezone(UTC),  # alike whether it was just filed or is read again
        filed_at=petition.filed_at.astimezone(UTC),
        sha256=petition.sha256,
        faults=_faults(faults_when_filed(petition)),
        case=_standing(petition.case.reference, on),
    )


def acuse_answer(acuse: Acuse) -> AcuseOut:
    """Return an acknowledgement."""
    filer, proof = acuse.filer, acuse.proof
    return AcuseOut(
        authority=words_answer(acuse.authority),
        procedure=acuse.procedure,
        folio=acuse.folio,
        vucem_folio=acuse.vucem_folio,
        case=acuse.case_reference,
        filer=FilerOut(
            name=filer.name,
            rfc=filer.rfc,
            representative=filer.representative,
            representative_rfc=filer.representative_rfc,
            captured_by=filer.captured_by,
        ),
        sent_at=acuse.sent_at,
        filed_at=acuse.filed_at,
        files=[AcuseFileOut(number=one.number, name=one.name, size=one.size, sha256=one.sha256) for one in acuse.files],
        petition_sha256=acuse.petition_sha256,
        proof=ProofOut(
            cadena=proof.cadena,
            signature=proof.signature,
            certificate_number=proof.certificate_number,
            signer_name=proof.signer_name,
            signer_rfc=proof.signer_rfc,
            revocation=proof.revocation,
            scan_sha256=proof.scan_sha256,
        ),
        faults=_faults(acuse.faults),
        legal_basis=list(acuse.legal_basis),
        verification=acuse.verification,
    )


def _faults(faults: Iterable[Fault]) -> list[FaultOfPetitionOut]:
    return [
        FaultOfPetitionOut(
            code=fault.code,
            field=fault.field,
            article=fault.article,
            severity=fault.severity,
            words=words_answer(fault.words),
        )
        for fault in faults
    ]


def _standing(reference: str, on: date) -> StandingOfCaseOut:
    case = case_by_reference(reference)
    watched = clocks(case, current_calendars(), on=on)
    return StandingOfCaseOut(
        reference=case.reference,
        stage=Stage(case.stage),
        stage_words=words_answer(STAGE_WORDS[Stage(case.stage)]),
        started_on=case.started_on,
        ended_on=case.ended_on,
        outcome=case.outcome,
        act_number=case.act_number,
        clocks=[deadline_answer(one) for one in watched if one.deadline.kind in TERMS_FOR_PETITIONERS],
    )
