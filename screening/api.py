"""Screening for machines: one declaration at once, or a file as a job."""

from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from importers.domain.records import DeclarationRecord, LineRecord, PartyRecord
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text
from kernel.models import Job
from kernel.schemas import refusals
from kernel.services.documents import clean_name
from screening.access import permitted
from screening.answers import line_answers, run_answer, screening_answer
from screening.attachments import attachment
from screening.models import ScreeningRun
from screening.queries.requests import run_of_job, visible_job, visible_shipment
from screening.queries.runs import verdict_rows
from screening.schemas import PartyIn, RunIn, RunOut, ScreeningIn, ScreeningOut, VerdictsOut, VerdictsPageIn
from screening.services.downloads import MEDIA_TYPES
from screening.services.requests import remember_asker
from screening.services.runs import check_day, request_upload, screen_shipment

router: Final = Router(tags=["screening"])
FILE_ANSWER: Final = {
    "responses": {
        200: {
            "description": "The file, as an attachment",
            "content": {kind.partition(";")[0]: {"schema": {"type": "string"}} for kind in MEDIA_TYPES.values()},
        }
    }
}
UNFINISHED: Final = Text(
    "El tamizado no ha terminado; pregunte de nuevo cuando state sea DONE.",
    "The run is not done; ask again when its state is DONE.",
)


@router.post(
    "/screenings", response={201: ScreeningOut, **refusals(400, 409, 413, 503)}, operation_id="screen_declaration"
)
def screen_declaration(request: HttpRequest, response: HttpResponse, sent: ScreeningIn) -> Status[ScreeningOut]:
    """Screen one declaration and answer at once; the same declaration with the same lists gives the same reference."""
    actor = permitted(request, "screening.check")
    run = screen_shipment(_record(sent), list_names=sent.lists, as_of=_day(sent.as_of), actor=actor, clock=timezone.now)
    remember_asker(run, actor=actor, at=timezone.now())
    response["Location"] = reverse("api-1:screening", args=[run.reference])
    return Status(HTTPStatus.CREATED, screening_answer(run))


@router.get(
    "/screenings/{uuid:reference}",
    response={200: ScreeningOut, **refusals(404)},
    operation_id="get_screening",
    url_name="screening",
)
def get_screening(request: HttpRequest, reference: UUID) -> ScreeningOut:
    """Return the outcome of a declaration screened before."""
    return screening_answer(visible_shipment(reference, permitted(request, "screening.read")))


@router.post("/screening-runs", response={202: RunOut, **refusals(400, 409, 413, 503)}, operation_id="screen_file")
def screen_file(
    request: HttpRequest, response: HttpResponse, sent: Form[RunIn], file: File[UploadedFile]
) -> Status[RunOut]:
    """Take a file (Data Stage zip or CSV) to be screened; ask for its state where Location says."""
    actor = permitted(request, "screening.upload")
    as_of, name, now = _day(sent.as_of), clean_name(file.name or ""), timezone.now()
    job = request_upload(file.chunks(), file_name=name, list_names=sent.lists, as_of=as_of, actor=actor, at=now)
    response["Location"] = reverse("api-1:screening_run", args=[job.reference])
    return Status(HTTPStatus.ACCEPTED, run_answer(job))


@router.get(
    "/screening-runs/{uuid:reference}",
    response={200: RunOut, **refusals(404)},
    operation_id="get_screening_run",
    url_name="screening_run",
)
def get_screening_run(request: HttpRequest, reference: UUID) -> RunOut:
    """Return how far a file is and, once it is DONE, its counts, lists and where its verdicts lie."""
    return run_answer(visible_job(reference, permitted(request, "screening.read")))


@router.get(
    "/screening-runs/{uuid:reference}/verdicts",
    response={200: VerdictsOut, **refusals(400, 404, 409)},
    operation_id="list_verdicts",
    url_name="verdicts",
)
def list_verdicts(request: HttpRequest, reference: UUID, page: Query[VerdictsPageIn]) -> VerdictsOut:
    """Return the verdicts of a finished run, worst first, a page at a time."""
    run = _finished(visible_job(reference, permitted(request, "screening.read")))
    found = verdict_rows(run, verdict=page.verdict, text=page.text, after=page.after or None, limit=page.limit)
    return VerdictsOut(items=line_answers(run, found.rows), next=found.next or None)


@router.get(
    "/screening-runs/{uuid:reference}/files/{name}",
    response={200: None, **refusals(404, 409)},
    operation_id="get_run_file",
    url_name="run_file",
    openapi_extra=FILE_ANSWER,
)
def get_run_file(request: HttpRequest, reference: UUID, name: str) -> HttpResponseBase:
    """Return a file of a finished run: verdicts.csv, hits.jsonl or report.html."""
    run = _finished(visible_job(reference, permitted(request, "screening.read")))
    return attachment(run, name)


def _finished(job: Job) -> ScreeningRun:
    run = run_of_job(job)
    if run is None:
        raise ConflictError(UNFINISHED)
    return run


def _day(asked: date | None) -> date:
    """Return the day asked for, today when none is; before a file is kept that would be refused for its day."""
    now = timezone.now()
    day = asked or timezone.localdate(now)
    check_day(day, at=now)
    return day


def _record(sent: ScreeningIn) -> DeclarationRecord:
    lines = [
        LineRecord(
            sequence=number,
            tariff_code=line.tariff_code,
            nico=line.nico,
            description=line.description,
            origin=line.origin,
            origin_declared=line.origin,
            seller_country=line.seller_country,
            parties=_parties(line.parties),
        )
        for number, line in enumerate(sent.lines, 1)
    ]
    return DeclarationRecord(number=sent.number, key=sent.key, parties=_parties(sent.parties), lines=tuple(lines))


def _parties(sent: Sequence[PartyIn]) -> tuple[PartyRecord, ...]:
    return tuple(
        PartyRecord(
            role=party.role.value,
            name=party.name,
            tax_id=party.tax_id,
            country=party.country,
            address=party.address,
            city=party.city,
            postal_code=party.postal_code,
        )
        for party in sent
    )
