import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from kernel.domain.actors import SYSTEM
from kernel.domain.paper import Doc, Paragraph
from kernel.domain.text import Text
from kernel.models import Document, IssuedDocument, LedgerEntry
from kernel.queries import document_path
from kernel.services.issuing import FolioTakenError, issue_document
from tests.kernel.pdf.reading import pages

pytestmark = pytest.mark.django_db

DOC = Doc(("STPS",), "TF/2026/0001", "Acuse de recibo", "Ciudad de México", (Paragraph("Se recibió."),))
TITLE = Text("Acuse de recibo", "Acknowledgement of receipt")


@pytest.fixture(autouse=True)
def place(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"
    settings.TAMIZ_PUBLIC_URL = "https://tamiz.ejemplo.mx"


def issue(doc: Doc = DOC, kind: str = "ACUSE") -> IssuedDocument:
    return issue_document(doc, kind=kind, title=TITLE, actor=SYSTEM, at=timezone.now())


def test_a_document_is_stored_as_pdf_with_the_address_that_verifies_it() -> None:
    issued = issue()
    data = document_path(issued.document).read_bytes()
    assert hashlib.sha256(data).hexdigest() == issued.document.sha256
    assert (issued.document.media_type, issued.document.name) == ("application/pdf", "TF-2026-0001.pdf")
    assert issued.sha256 == DOC.sha256()
    url = f"https://tamiz.ejemplo.mx/verificar/TF/2026/0001/?h={issued.sha256[:16]}"
    assert issued.doc() == replace(DOC, verify_url=url)
    assert url in "".join(pages(data)).replace("\n", "")
    assert issued.title() == TITLE
    assert str(issued) == "ACUSE TF/2026/0001"


def test_the_ledger_tells_hashes_alone() -> None:
    issued = issue()
    entry = LedgerEntry.objects.get(verb="issue_document")
    assert entry.subject == "issued:TF/2026/0001"
    assert entry.detail == {"kind": "ACUSE", "sha256": issued.sha256, "document": issued.document.sha256}


def test_issuing_the_same_again_changes_nothing() -> None:
    first = issue()
    entries = LedgerEntry.objects.count()
    assert issue() == first
    assert LedgerEntry.objects.count() == entries


@pytest.mark.parametrize(
    ("doc", "kind"),
    [
        pytest.param(replace(DOC, title="Otro"), "ACUSE", id="other words"),
        pytest.param(DOC, "OFICIO", id="another kind"),
    ],
)
def test_a_folio_is_never_used_twice(doc: Doc, kind: str) -> None:
    issue()
    before = (IssuedDocument.objects.count(), Document.objects.count(), LedgerEntry.objects.count())
    with pytest.raises(FolioTakenError, match="TF/2026/0001"):
        issue(doc, kind)
    assert (IssuedDocument.objects.count(), Document.objects.count(), LedgerEntry.objects.count()) == before
