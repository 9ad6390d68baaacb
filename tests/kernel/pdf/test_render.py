from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django import Settings

from kernel.domain.paper import Doc, Facts, Heading, Items, Paragraph, Sealed, Signature, Table
from kernel.pdf import render_pdf
from kernel.pdf.fonts import FOLDER, FontError
from tests.kernel.pdf.reading import objects, pages

URL = "https://tamiz.ejemplo.mx/verificar/F-1/?h=0123456789abcdef"
DOC = Doc(
    authority=("Secretaría del Trabajo y Previsión Social", "Unidad de Trabajo Digno"),
    number="F-1",
    title="Acuse de recibo",
    dated="Ciudad de México, 2 de marzo de 2026",
    blocks=(
        Heading("Quién presenta"),
        Facts((("Nombre", "Algodón & Hijos <SA>"), ("Productor", "新疆纺织 Co. Фабрика"))),
        Paragraph("Renglón uno.\nRenglón dos."),
        Items(("Primero", "Segundo")),
        Table("Archivos", ("Nombre", "Bytes"), (("prueba.pdf", "1,234"), ("foto.png", "9")), (3, 1)),
        Sealed("Cadena original", "||1.0|F-1||"),
        Signature("XOCHILT CASAS CHÁVEZ", "CACX7605101P8", "Firma electrónica avanzada"),
    ),
    legal_basis=("LFPA, artículo 43.",),
    verify_url=URL,
)


def test_everything_of_the_document_can_be_read_back() -> None:
    [text] = pages(render_pdf(DOC))
    flat = text.replace("\n", "")
    for words in (
        "Secretaría del Trabajo y Previsión Social",
        "Unidad de Trabajo Digno",
        "Acuse de recibo",
        "Quién presenta",
        "Algodón & Hijos <SA>",
        "新疆纺织 Co. Фабрика",
        "Segundo",
        "prueba.pdf",
        "||1.0|F-1||",
        "XOCHILT CASAS CHÁVEZ",
        "LFPA, artículo 43.",
        URL,
        DOC.sha256(),
        "Página 1 de 1",
    ):
        assert words in flat, words


def test_the_same_document_gives_the_same_bytes_and_another_one_others() -> None:
    assert render_pdf(DOC) == render_pdf(DOC)
    assert render_pdf(DOC) != render_pdf(replace(DOC, title="Otro"))


def test_the_file_says_its_title_and_language_to_a_screen_reader() -> None:
    things = b"\n".join(objects(render_pdf(DOC)).values())
    assert b"/Lang (es-MX)" in things
    assert b"/DisplayDocTitle true" in things
    assert b"/Title (Acuse de recibo F-1)" in things


def test_a_long_document_has_its_letterhead_head_of_table_and_count_on_each_page() -> None:
    rows = tuple((f"prueba {row}.pdf", "ab" * 32) for row in range(90))
    long = replace(DOC, blocks=(Heading("Anexos"), Table("Archivos", ("Nombre", "SHA-256"), rows)))
    found = pages(render_pdf(long))
    assert len(found) > 2
    for number, text in enumerate(found, 1):
        assert f"Página {number} de {len(found)}" in text
        assert "Secretaría del Trabajo" in text
        assert "prueba" not in text or "SHA-256" in text
    assert "prueba 0.pdf" in found[0]
    assert all(f"prueba {row}.pdf" in "".join(found) for row in range(90))


def test_the_words_of_the_frame_are_in_the_language_of_the_document() -> None:
    [text] = pages(render_pdf(replace(DOC, language="en")))
    assert "Page 1 of 1" in text
    assert "Legal basis" in text


def test_a_document_without_law_or_address_has_neither_part() -> None:
    [text] = pages(render_pdf(replace(DOC, legal_basis=(), verify_url="", blocks=(Facts(()),))))
    assert "Fundamento" not in text
    assert "SHA-256" not in text


def test_a_word_longer_than_the_page_and_an_empty_one_do_not_break_it() -> None:
    long = replace(DOC, blocks=(Paragraph("x" * 5000), Paragraph(""), Sealed("", ""), Facts((("", "y" * 5000),))))
    assert "".join(pages(render_pdf(long))).replace("\n", "").count("y") > 5000


def test_a_named_font_is_embedded_and_a_broken_one_is_told(settings: Settings, tmp_path: Path) -> None:
    settings.TAMIZ_PDF_FONTS = [str(FOLDER / "VeraIt.ttf")]
    assert render_pdf(DOC)
    broken = tmp_path / "x.ttf"
    broken.write_bytes(b"hola")
    settings.TAMIZ_PDF_FONTS = [str(broken)]
    with pytest.raises(FontError, match="cannot be used"):
        render_pdf(DOC)
