"""How a case begins: a petition is filed, or the authority starts on its own motion."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Status

from cases import services
from cases.access import permitted
from cases.api.acting import done
from cases.api.lists import router  # one address is read and posted to
from cases.domain.case import SourceRef
from cases.models import Case
from cases.schemas.acts import FilePetitionIn, OpenOwnMotionCaseIn
from cases.schemas.cases import CaseOut
from cases.services import Filing
from kernel.domain.actors import Actor
from kernel.schemas import refusals


@router.post("/cases", response={201: CaseOut, **refusals(400, 409)}, operation_id="file_petition")
def file_petition(request: HttpRequest, response: HttpResponse, sent: FilePetitionIn) -> Status[CaseOut]:
    """File a petition (LFPA art. 14, 15): petitioners their own, intake what came on paper, by e-mail or VUCEM."""
    actor, now = permitted(request, "cases.act"), timezone.now()
    filing = Filing(sent.channel, sent.sent_at or now, sent.petitioner, sent.kind)
    return _opened(services.file_petition(filing=filing, actor=actor, at=now), actor, response)


@router.post("/cases/own-motion", response={201: CaseOut, **refusals(400, 409)}, operation_id="open_own_motion_case")
def open_own_motion_case(request: HttpRequest, response: HttpResponse, sent: OpenOwnMotionCaseIn) -> Status[CaseOut]:
    """Open a case on the authority's own motion, for sufficient evidence (LFPA art. 14)."""
    actor = permitted(request, "cases.act")
    source = SourceRef(sent.source.kind, sent.source.public_id, sent.source.text)
    case = services.open_own_motion_case(
        source=source, reason=sent.reason, kind=sent.kind, actor=actor, at=timezone.now()
    )
    return _opened(case, actor, response)


def _opened(case: Case, actor: Actor, response: HttpResponse) -> Status[CaseOut]:
    response["Location"] = reverse("api-1:case", args=[case.reference])
    return Status(HTTPStatus.CREATED, done(case, actor))
