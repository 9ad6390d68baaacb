"""One case: how it stands, what happened, its documents, its entries in the ledger, the whole file."""

from typing import Final

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from ninja import Query, Router

from cases.access import check_readable, is_of_unit, reader_in, visible_case, whole_case
from cases.answers import case_answer, document_answer, entry_answer, happened_answer, hidden_documents
from cases.queries.case import happened
from cases.queries.desks import entries_page
from cases.schemas.cases import CaseOut, DocumentsOut, LedgerOut, PageIn, TimelineOut
from cases.services import document_of, exported_file, open_document
from kernel.access import actor_of
from kernel.schemas import refusals

router: Final = Router()
OLDEST_FIRST: Final = "seq"
BYTES: Final = {"schema": {"type": "string", "format": "binary"}}


def _attached(media_type: str) -> dict[str, object]:
    return {"responses": {200: {"description": "The file, as an attachment", "content": {media_type: BYTES}}}}


@router.get("/cases/{reference}", response={200: CaseOut, **refusals(404)}, operation_id="get_case", url_name="case")
def get_case(request: HttpRequest, reference: str) -> CaseOut:
    """Return how a case stands: its clocks under every calendar, its terms, and what whoever asks may do now."""
    actor = actor_of(request)
    return case_answer(visible_case(actor, reference), actor, on=timezone.localdate())


@router.get(
    "/cases/{reference}/timeline", response={200: TimelineOut, **refusals(400, 404)}, operation_id="get_timeline"
)
def get_timeline(request: HttpRequest, reference: str, page: Query[PageIn]) -> TimelineOut:
    """Return what happened in a case, in its order; to its petitioner what was done with the petition."""
    actor = actor_of(request)
    case, for_party = visible_case(actor, reference), not is_of_unit(actor)
    reader = reader_in(actor, case)
    found = entries_page(case, for_party=for_party, after=page.after, limit=page.limit, order=OLDEST_FIRST)
    hidden = hidden_documents(case, actor)
    return TimelineOut(
        items=[happened_answer(happened(row), actor, reader, hidden) for row in found.rows], next=found.next or None
    )


@router.get(
    "/cases/{reference}/documents", response={200: DocumentsOut, **refusals(404)}, operation_id="list_documents"
)
def list_documents(request: HttpRequest, reference: str) -> DocumentsOut:
    """Return the documents of a case: how each is classified, and what it is to those who may read it."""
    actor = actor_of(request)
    case = visible_case(actor, reference)
    return DocumentsOut(items=[document_answer(row, actor, case) for row in case.documents.all()])


@router.get(
    "/cases/{reference}/documents/{int:number}",
    response={200: None, **refusals(404, 503)},
    operation_id="get_document",
    openapi_extra=_attached("*/*"),
)
def get_document(request: HttpRequest, reference: str, number: int) -> HttpResponseBase:
    """Return the bytes of a document to those who may read it, never to be shown in place."""
    actor = actor_of(request)
    case = visible_case(actor, reference)
    row = document_of(case, number)
    check_readable(actor, row, case)
    file = open_document(row)
    return FileResponse(file, as_attachment=True, filename=row.name, content_type=row.document.media_type)


@router.get("/cases/{reference}/ledger", response={200: LedgerOut, **refusals(400, 404)}, operation_id="get_ledger")
def get_ledger(request: HttpRequest, reference: str, page: Query[PageIn]) -> LedgerOut:
    """Return the entries of a case in the ledger, each with its hash and that of the one before; for the unit alone.

    Who may not read a document is not told its hash and size: the hash of such an entry is of more than is shown.
    """
    actor = actor_of(request)
    case = whole_case(actor, reference)
    found = entries_page(case, for_party=False, after=page.after, limit=page.limit, order=OLDEST_FIRST)
    hidden = hidden_documents(case, actor)
    return LedgerOut(items=[entry_answer(row, hidden) for row in found.rows], next=found.next or None)


@router.post(
    "/cases/{reference}/export",
    response={200: None, **refusals(404, 503)},
    operation_id="export_case_file",
    openapi_extra=_attached("application/zip"),
)
def export_case_file(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Return the whole case file as a zip that anybody can check; each export is noted in the ledger.

    docs/reference/case-file.md says what is in it.
    """
    actor = actor_of(request)
    case = visible_case(actor, reference)
    file = exported_file(case_ref=case.reference, actor=actor, at=timezone.now())
    return FileResponse(file, as_attachment=True, filename=f"{case.reference}.zip", content_type="application/zip")
