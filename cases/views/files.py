"""What is taken away from a case: one document, or the whole file."""

import tempfile

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.access import check_readable, visible_case
from cases.formats.case_file import DocumentLostError
from cases.services import export_case_file
from cases.services.documents import NO_SUCH_DOCUMENT, NoSuchDocumentError
from kernel.access import actor_of
from kernel.queries import document_path


@require_GET
def case_document(request: HttpRequest, reference: str, number: int) -> FileResponse:
    """Give a document of a case to take away; it is never shown in the page, whatever it holds."""
    actor = actor_of(request)
    case = visible_case(actor, reference)
    row = next((one for one in case.documents.all() if one.number == number), None)
    if row is None:
        raise NoSuchDocumentError(NO_SUCH_DOCUMENT.filled(number=number))
    check_readable(actor, row)
    try:
        content = document_path(row.document).open("rb")  # the response closes it once it has been sent
    except FileNotFoundError as error:
        raise DocumentLostError(number) from error
    return FileResponse(content, as_attachment=True, filename=row.name, content_type=row.document.media_type)


@require_POST
def export_case(request: HttpRequest, reference: str) -> FileResponse:
    """Give the whole file of a case as one zip, which the ledger keeps a note of."""
    actor = actor_of(request)
    case = visible_case(actor, reference)
    content = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it once it has been sent
    try:
        export_case_file(case_ref=case.reference, target=content, actor=actor, at=timezone.now())
    except BaseException:
        content.close()
        raise
    content.seek(0)
    name = f"{case.reference}.zip"
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/zip")
