from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from kernel.domain.actors import SYSTEM
from kernel.domain.paper import Doc, Paragraph
from kernel.domain.text import Text
from kernel.models import IssuedDocument
from kernel.services.issuing import issue_document
from kernel.views import VERIFYING
from tests import pages as compiled

pytestmark = pytest.mark.django_db

DOC = Doc(("STPS",), "TF/2026/0001", "Acuse de recibo", "Ciudad de México", (Paragraph("Nombre secreto."),))
ADDRESS = "/verificar/TF/2026/0001/"
assert compiled  # compiles the catalogues of a clean clone


@pytest.fixture
def issued(settings: Settings, tmp_path: Path) -> IssuedDocument:
    settings.MEDIA_ROOT = tmp_path / "documents"
    title = Text("Acuse de recibo", "Acknowledgement of receipt")
    return issue_document(DOC, kind="ACUSE", title=title, actor=SYSTEM, at=timezone.now())


def page(address: str, language: str = "en", **query: str) -> str:
    response = Client(headers={"accept-language": language}).get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def answer(text: str) -> str:
    return text.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("digits", [16, 40, 64])
def test_the_address_of_the_qr_tells_folio_kind_and_day_and_nothing_else(issued: IssuedDocument, digits: int) -> None:
    text = page(ADDRESS, h=issued.sha256[:digits])
    assert "This document was issued" in text
    assert "TF/2026/0001" in text
    assert "Acknowledgement of receipt" in text
    assert "secreto" not in text
    assert "Acuse de recibo" in page(ADDRESS, "es", h=issued.sha256[:digits])


def test_the_hash_of_the_file_verifies_it_too_however_it_is_written(issued: IssuedDocument) -> None:
    assert "This document was issued" in page(ADDRESS, h=f" {issued.document.sha256.upper()} ")


def test_an_unknown_folio_and_a_wrong_hash_get_the_same_answer(issued: IssuedDocument) -> None:
    wrong, short = "0" * 16, issued.sha256[:15]
    answers = {
        answer(page(address, h=digits)).replace(address[len("/verificar/") : -1], "FOLIO").replace(digits, "H")
        for address, digits in ((ADDRESS, wrong), ("/verificar/TF/2026/9999/", wrong), (ADDRESS, short))
    }
    assert len(answers) == 1
    assert "No document with this number" in answers.pop()
    assert "No document with this number" in page(ADDRESS)


def test_the_form_leads_to_the_page_of_the_document(issued: IssuedDocument) -> None:
    assert "Verify a document" in page("/verificar/")
    digits = issued.sha256[:16]
    response = Client().get("/verificar/", {"folio": " TF/2026/0001/ ", "h": digits})
    assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}?h={digits}")


def test_whoever_tries_many_is_made_to_wait(issued: IssuedDocument) -> None:
    client = Client(headers={"accept-language": "en"})
    for _ in range(VERIFYING.most):
        assert client.get(ADDRESS).status_code == 200
    refused = client.get(ADDRESS, {"h": issued.sha256})
    assert refused.status_code == 429
    assert "too many attempts" in refused.content.decode()
    assert Client().get(ADDRESS, REMOTE_ADDR="10.0.0.9").status_code == 200


def test_what_is_typed_is_shown_as_text() -> None:
    assert "<script>alert" not in page("/verificar/<script>alert(1)<x>/", h="<script>alert(2)")
