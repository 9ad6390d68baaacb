"""A document as a page says what its PDF says, for readers who cannot use a PDF."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import translation

from kernel.domain.paper import Doc, Sealed, Table
from kernel.views import document_page
from tests import pages as compiled
from tests.kernel.pdf.test_render import DOC

assert compiled  # compiles the catalogues of a clean clone


def page(doc: Doc, language: str = "en", pdf_url: str = "") -> str:
    request = RequestFactory().get("/x/")
    request.user = AnonymousUser()
    with translation.override(language):
        return document_page(request, doc, pdf_url=pdf_url).content.decode()


def main(text: str) -> str:
    return text.partition("<article")[2].partition("</article>")[0]


def test_every_block_is_there_as_what_it_is() -> None:
    text = main(page(DOC))
    assert "<h1>Acuse de recibo</h1>" in text
    assert "<h2>Quién presenta</h2>" in text
    assert "<dt>Nombre</dt><dd>Algodón &amp; Hijos &lt;SA&gt;</dd>" in text
    assert "新疆纺织 Co. Фабрика" in text
    assert "Renglón uno.<br>Renglón dos." in text
    assert "<li>Segundo</li>" in text
    assert "<caption>Archivos</caption>" in text
    assert '<th scope="row">prueba.pdf</th><td class="nowrap" data-label="Bytes">1,234</td>' in text
    assert "<code>||1.0|F-1||</code>" in text
    assert "XOCHILT CASAS CHÁVEZ" in text
    assert "LFPA, artículo 43." in text
    assert DOC.sha256() in text


@pytest.mark.parametrize("language", ["en", "es-mx"])
def test_the_document_keeps_its_language_on_a_page_of_any(language: str) -> None:
    text = page(DOC, language)
    assert 'lang="es-MX"' in text
    assert "<h2>Fundamento</h2>" in text
    assert f'<html lang="{language}"' in text


def test_the_way_to_the_pdf_is_shown_where_there_is_one() -> None:
    assert 'href="/x.pdf"' in page(DOC, pdf_url="/x.pdf")
    assert "Download the PDF" not in page(DOC)


def test_what_looks_like_markup_is_text() -> None:
    sign = "<script>"
    doc = Doc((sign,), sign, sign, sign, (Table(sign, (sign,), ((sign,),)), Sealed(sign, sign)), (sign,), "")
    text = main(page(doc))
    assert "<script" not in text
    assert len(re.findall(r"&lt;script&gt;", text)) >= 9
    assert unescape(text).count(sign) >= 9
