"""Filed petitions: what VUCEM sends, where a petition stands, its acknowledgement."""

from base64 import b64decode
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import File, Router, Status
from ninja.files import UploadedFile

from cases import services
from cases.access import visible_petition, window_of
from cases.api import drafts
from cases.domain.petition.codec import read_content
from cases.domain.petition.signing import Signature
from cases.petition_answers import acuse_answer, petition_answer
from cases.queries.petitions import acuse_of
from cases.schemas.petitions import AcuseOut, PetitionOut, ReceivedFileOut, SendPetitionIn
from cases.services import SentByVucem, Upload
from cases.services.petition_signature import verifier
from kernel.access import actor_of
from kernel.efirma.configured import configured_trust
from kernel.schemas import refusals
from kernel.services.documents import clean_name

filed: Final = Router()


@filed.post(
    "/petitions/files", response={200: ReceivedFileOut, **refusals(400, 409, 413)}, operation_id="send_petition_file"
)
def send_petition_file(request: HttpRequest, file: File[UploadedFile]) -> ReceivedFileOut:
    """Keep a file of a petition that VUCEM is about to send, up to 100 MB."""
    actor = window_of(request)
    upload = Upload(clean_name(file.name or ""), file.chunks())
    document = services.receive_file_ahead(upload=upload, actor=actor, at=timezone.now())
    return ReceivedFileOut(sha256=document.sha256, size=document.size, media_type=document.media_type)


@filed.post("/petitions", response={201: PetitionOut, **refusals(400, 409, 503)}, operation_id="send_petition")
def send_petition(request: HttpRequest, response: HttpResponse, sent: SendPetitionIn) -> Status[PetitionOut]:
    """File a petition that was signed at VUCEM, whatever else it lacks; again its folio gives the same answer."""
    actor = window_of(request)
    petition = services.receive_vucem_petition(
        sent=SentByVucem(
            folio=sent.folio,
            sent_at=sent.sent_at,
            kind=sent.kind,
            content=read_content(sent.content.plain()),
            files=tuple(sent.files),
            signature=Signature(b64decode(sent.certificate), b64decode(sent.signature)),
        ),
        actor=actor,
        at=timezone.now(),
        verify=verifier(configured_trust()),
    )
    response["Location"] = reverse("api-1:petition", args=[petition.folio])
    return Status(HTTPStatus.CREATED, petition_answer(petition, on=timezone.localdate()))


@filed.get(
    "/petitions/{folio}", response={200: PetitionOut, **refusals(404)}, operation_id="get_petition", url_name="petition"
)
def get_petition(request: HttpRequest, folio: str) -> PetitionOut:
    """Return where a petition stands, by its folio or that of VUCEM."""
    return petition_answer(visible_petition(actor_of(request), folio), on=timezone.localdate())


@filed.get("/petitions/{folio}/acuse", response={200: AcuseOut, **refusals(404)}, operation_id="get_petition_acuse")
def get_petition_acuse(request: HttpRequest, folio: str) -> AcuseOut:
    """Return what acknowledges a petition: files with their hashes, the line that was signed, the signature."""
    return acuse_answer(acuse_of(visible_petition(actor_of(request), folio)))


router: Final = Router(tags=["petitions"])
for part in (drafts.router, filed):  # the drafts first: a folio is whatever is not called that
    router.add_router("", part)
