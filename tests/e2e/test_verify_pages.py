"""A visitor verifies a document by its address and by hand, and reads one as a page, in both languages."""

from typing import Any

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from cases.pdf import acuse_document
from config import urls
from kernel.domain.actors import SYSTEM
from kernel.domain.text import Text
from kernel.services.issuing import issue_document
from kernel.views import document_page
from tests.cases.pdf.test_acuse import SIGNED
from tests.e2e.browser import visitor

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
WORDS = {
    "es-MX": {
        "verify": "Comprobar un documento",
        "folio": "Folio del documento",
        "hash": "Huella SHA-256",
        "button": "Comprobar",
        "good": "Este documento se emitió",
        "bad": "No se emitió ningún documento",
        "pdf": "Descargar el PDF",
    },
    "en": {
        "verify": "Verify a document",
        "folio": "Document number",
        "hash": "SHA-256 hash",
        "button": "Verify",
        "good": "This document was issued",
        "bad": "No document with this number",
        "pdf": "Download the PDF",
    },
}


@login_not_required
def shown(request: HttpRequest) -> HttpResponse:
    """Show the acknowledgement of the tests."""
    return document_page(request, acuse_document(SIGNED), pdf_url="/x.pdf")


urlpatterns = [path("documento/", shown), *urls.urlpatterns]
handler404, handler400 = urls.handler404, urls.handler400


@pytest.mark.parametrize("language", WORDS)
def test_a_document_is_verified_by_anybody(live_server: LiveServer, settings: Settings, language: str) -> None:
    settings.ROOT_URLCONF = __name__
    words = WORDS[language]
    title = Text("Acuse de recibo electrónico", "Electronic acknowledgement of receipt")
    facts: dict[str, Any] = {"kind": "ACUSE", "title": title, "actor": SYSTEM, "at": timezone.now()}
    issued = issue_document(acuse_document(SIGNED), **facts)
    with visitor(language) as seen:
        page = seen.page
        page.goto(live_server.url)
        seen.follow(page.get_by_role("contentinfo").get_by_role("link", name=words["verify"]))
        seen.check()
        seen.write(page.get_by_label(words["folio"]), issued.folio)
        seen.write(page.get_by_label(words["hash"]), "0" * 16)
        seen.follow(page.get_by_role("button", name=words["button"], exact=True))
        expect(page.get_by_text(words["bad"])).to_be_visible()
        seen.check()
        page.goto(f"{live_server.url}/verificar/{issued.folio}/?h={issued.sha256[:16]}")
        expect(page.get_by_text(words["good"])).to_be_visible()
        expect(page.get_by_text(title.in_language(language))).to_be_visible()
        seen.check()
        page.goto(f"{live_server.url}/documento/")
        expect(page.get_by_role("link", name=words["pdf"])).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text("Acuse de recibo electrónico")
        seen.check()
