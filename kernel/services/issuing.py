"""Issuing: a document of the authority becomes a PDF that anybody who holds it can verify."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.http import urlencode

from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError
from kernel.domain.paper import SHORT, Doc, as_json
from kernel.domain.text import Text
from kernel.models import IssuedDocument
from kernel.pdf import render_pdf
from kernel.services.documents import store_document
from kernel.services.ledger import record, take_turn

FOLIO_TAKEN: Final = Text(
    "El folio {folio} ya es de otro documento; ningún folio se usa dos veces.",
    "The folio {folio} belongs to another document; no folio is used twice.",
)


class FolioTakenError(ConflictError):
    """Another document has the folio."""

    code = "folio_taken"


@transaction.atomic
def issue_document(doc: Doc, *, kind: str, title: Text, actor: Actor, at: datetime) -> IssuedDocument:
    """Return a document as issued under its number, which is its folio: its PDF stored, with a QR that verifies it.

    Issuing the same document again gives the one there is.

    Raises:
        FolioTakenError: the number belongs to a document that says something else.

    """
    take_turn()
    sha256 = doc.sha256()
    issued = IssuedDocument.objects.filter(folio=doc.number).first()
    if issued is not None and (issued.sha256, issued.kind) != (sha256, kind):
        raise FolioTakenError(FOLIO_TAKEN.filled(folio=doc.number))
    if issued is not None:
        return issued
    whole = replace(doc, verify_url=verify_url(doc.number, sha256))
    stored = store_document([render_pdf(whole)], name=f"{_file_name(doc.number)}.pdf", actor=actor, at=at)
    facts = {"kind": kind, "title_es": title.es, "title_en": title.en, "issued_at": at, "sha256": sha256}
    issued = IssuedDocument.objects.create(folio=doc.number, content=as_json(whole), document=stored, **facts)
    detail = {"kind": kind, "sha256": sha256, "document": stored.sha256}
    record("issue_document", subject=f"issued:{doc.number}", actor=actor, at=at, detail=detail)
    return issued


def verify_url(folio: str, sha256: str) -> str:
    """Return where anybody can verify a document."""
    address = reverse("verify_document", kwargs={"folio": folio})
    return f"{settings.TAMIZ_PUBLIC_URL}{address}?{urlencode({'h': sha256[:SHORT]})}"


def _file_name(folio: str) -> str:
    return folio.replace("/", "-")
