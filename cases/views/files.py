"""What is taken away from a case: one document, or the whole file."""

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.access import check_readable, visible_case
from cases.services import document_of, exported_file, open_document
from kernel.access import actor_of


@require_GET
def case_document(request: HttpRequest, reference: str, number: int) -> FileResponse:
    """Give a document of a case to take away; it is never shown in the page, whatever it holds."""
    actor = actor_of(request)
    case = visible_case(actor, reference)
    row = document_of(case, number)
    check_readable(actor, row, case)
    content = open_document(row)  # the response closes it once it has been sent
    return FileResponse(content, as_attachment=True, filename=row.name, content_type=row.document.media_type)


@require_POST
def export_case(request: HttpRequest, reference: str) -> FileResponse:
    """Give the whole file of a case as one zip, which the ledger keeps a note of."""
    actor = actor_of(request)
    case = visible_case(actor, reference)
    content = exported_file(case_ref=case.reference, actor=actor, at=timezone.now())
    name = f"{case.reference}.zip"
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/zip")
