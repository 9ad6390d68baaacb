"""Drafts of petitions: written, checked, signed and filed; each its author's alone."""

from base64 import b64decode
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import File, Router, Status
from ninja.files import UploadedFile

from cases import services
from cases.access import permitted
from cases.domain.petition.codec import read_content, sha256_of
from cases.domain.petition.signing import Signature
from cases.models import Petition
from cases.petition_answers import draft_answer, drafts_answer, file_answer, petition_answer
from cases.queries.petitions import drafts_of, own_petition
from cases.schemas.petitions import (
    CadenaOut,
    CapturePetitionIn,
    DraftDeletedOut,
    DraftOut,
    DraftSeenIn,
    DraftsOut,
    FileDraftIn,
    PetitionFileOut,
    PetitionOut,
    SaveDraftIn,
    StartDraftIn,
)
from cases.services import Captured, SeenDraft, Upload
from cases.services.petition_signature import verifier
from kernel.domain.actors import Actor
from kernel.efirma.configured import configured_trust
from kernel.schemas import refusals
from kernel.services.documents import clean_name

router: Final = Router()
ONE: Final = "/petitions/drafts/{reference}"
REFUSED: Final = refusals(400, 404, 409)


@router.get("/petitions/drafts", response={200: DraftsOut, **refusals()}, operation_id="list_petition_drafts")
def list_petition_drafts(request: HttpRequest) -> DraftsOut:
    """Return one's own drafts, the one saved last first."""
    return drafts_answer(drafts_of(permitted(request, "petitions.draft").name))


@router.post("/petitions/drafts", response={201: DraftOut, **refusals(400, 409)}, operation_id="start_petition_draft")
def start_petition_draft(request: HttpRequest, response: HttpResponse, sent: StartDraftIn) -> Status[DraftOut]:
    """Begin a draft: petitioners in the portal, intake what came on paper."""
    actor = permitted(request, "petitions.draft")
    petition = services.start_draft(
        arrival=sent.arrival,
        kind=sent.kind,
        content=read_content(sent.content.plain()),
        actor=actor,
        at=timezone.now(),
    )
    return _begun(petition, response)


@router.post(
    "/petitions/drafts/from-email",
    response={201: DraftOut, **refusals(400, 409, 413)},
    operation_id="draft_petition_from_email",
)
def draft_petition_from_email(
    request: HttpRequest, response: HttpResponse, file: File[UploadedFile]
) -> Status[DraftOut]:
    """Make a draft of an e-mail that was saved as .eml, with its files; for intake."""
    actor = permitted(request, "petitions.draft")
    return _begun(services.draft_from_email(upload=_upload(file), actor=actor, at=timezone.now()), response)


@router.get(ONE, response={200: DraftOut, **refusals(404, 409)}, operation_id="get_petition_draft", url_name="draft")
def get_petition_draft(request: HttpRequest, reference: str) -> DraftOut:
    """Return a draft with everything it lacks, each with its article."""
    return _draft(own_petition(reference, permitted(request, "petitions.draft").name))


@router.post(f"{ONE}/save", response={200: DraftOut, **REFUSED}, operation_id="save_petition_draft")
def save_petition_draft(request: HttpRequest, reference: str, sent: SaveDraftIn) -> DraftOut:
    """Save what a draft says now; what was changed elsewhere meanwhile is not written over."""
    actor, seen = _taken(request, reference, sent)
    content = read_content(sent.content.plain())
    return _draft(services.save_draft(seen=seen, content=content, actor=actor, at=timezone.now()))


@router.post(f"{ONE}/delete", response={200: DraftDeletedOut, **REFUSED}, operation_id="delete_petition_draft")
def delete_petition_draft(request: HttpRequest, reference: str, sent: DraftSeenIn) -> DraftDeletedOut:
    """Throw a draft away."""
    actor, seen = _taken(request, reference, sent)
    services.delete_draft(seen=seen, actor=actor, at=timezone.now())
    return DraftDeletedOut(reference=reference)


@router.post(
    f"{ONE}/files",
    response={200: PetitionFileOut, **refusals(400, 404, 409, 413)},
    operation_id="attach_petition_file",
)
def attach_petition_file(request: HttpRequest, reference: str, file: File[UploadedFile]) -> PetitionFileOut:
    """Put a file with a draft, up to 100 MB; the same bytes again are the file that is there."""
    actor = permitted(request, "petitions.draft")
    return file_answer(services.attach_file(reference=reference, upload=_upload(file), actor=actor, at=timezone.now()))


@router.post(
    f"{ONE}/files/{{int:number}}/remove", response={200: DraftOut, **REFUSED}, operation_id="detach_petition_file"
)
def detach_petition_file(request: HttpRequest, reference: str, number: int, sent: DraftSeenIn) -> DraftOut:
    """Take a file away from a draft that no longer names it."""
    actor, seen = _taken(request, reference, sent)
    return _draft(services.detach_file(seen=seen, number=number, actor=actor, at=timezone.now()))


@router.post(f"{ONE}/cadena", response={200: CadenaOut, **REFUSED}, operation_id="prepare_petition")
def prepare_petition(request: HttpRequest, reference: str, sent: DraftSeenIn) -> CadenaOut:
    """Return the line to be signed for a draft as it is; the same one until it changes."""
    actor, seen = _taken(request, reference, sent)
    petition = services.prepare_petition(seen=seen, actor=actor, at=timezone.now())
    return CadenaOut(
        reference=petition.reference,
        version=petition.version,
        cadena=services.cadena_to_sign(petition),
        content_sha256=sha256_of(petition.says()),
    )


@router.post(
    f"{ONE}/file", response={200: PetitionOut, **refusals(400, 404, 409, 503)}, operation_id="file_petition_draft"
)
def file_petition_draft(request: HttpRequest, reference: str, sent: FileDraftIn) -> PetitionOut:
    """File a signed draft, whatever else it lacks (LFPA art. 43); again it has the same folio."""
    actor, seen = _taken(request, reference, sent)
    proof = Signature(b64decode(sent.certificate), b64decode(sent.signature))
    petition = services.file_petition_content(
        seen=seen, proof=proof, actor=actor, at=timezone.now(), verify=verifier(configured_trust())
    )
    return petition_answer(petition, on=timezone.localdate())


@router.post(f"{ONE}/capture", response={200: PetitionOut, **REFUSED}, operation_id="capture_petition")
def capture_petition(request: HttpRequest, reference: str, sent: CapturePetitionIn) -> PetitionOut:
    """File what came on paper or by e-mail, with the scan of the signed writing; for intake."""
    actor, seen = _taken(request, reference, sent)
    proof = Captured(sent.scan, sent.sent_at, sent.petitioner)
    petition = services.file_petition_content(seen=seen, proof=proof, actor=actor, at=timezone.now())
    return petition_answer(petition, on=timezone.localdate())


def _taken(request: HttpRequest, reference: str, sent: DraftSeenIn) -> tuple[Actor, SeenDraft]:
    return permitted(request, "petitions.draft"), SeenDraft(reference, sent.version)


def _upload(file: UploadedFile) -> Upload:
    return Upload(clean_name(file.name or ""), file.chunks())


def _draft(petition: Petition) -> DraftOut:
    return draft_answer(petition, on=timezone.localdate())


def _begun(petition: Petition, response: HttpResponse) -> Status[DraftOut]:
    response["Location"] = reverse("api-1:draft", args=[petition.reference])
    return Status(HTTPStatus.CREATED, _draft(petition))
