from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from cases.domain.case import CaseKind
from cases.domain.petition.acuse import AUTHORITY, LEGAL_BASIS, Acuse, AcuseFile, Filer, Proof
from cases.domain.petition.arrival import Arrival
from cases.domain.petition.requisites import Fault, Severity
from cases.domain.petition.signing import PROCEDURES
from cases.pdf import acuse_document
from kernel.domain.paper import Facts
from kernel.domain.text import Text
from kernel.pdf import render_pdf
from tests.kernel.pdf.reading import pages

GOLDEN = Path(__file__).parent / "data" / "acuse.txt"
AT = datetime(2026, 3, 2, 12, 0, 5, tzinfo=timezone(timedelta(hours=-6)))
FAULT = Fault("no_curp", "petitioner.curp", "LNETB art. 59", Severity.WARNING, Text("No se dio la CURP.", "No CURP."))
SIGNED = Acuse(
    authority=AUTHORITY,
    procedure="SOLICITUD DE INVESTIGACION",
    folio="TF-2345-6789",
    vucem_folio="",
    case_reference="TF-2345-6789",
    arrival=Arrival.PORTAL,
    filer=Filer("Sindicato Inventado", "EKU9003173C9", "Ana Inventada", "GODE561231GR8", ""),
    sent_at=AT,
    filed_at=AT + timedelta(seconds=3),
    files=(
        AcuseFile(1, "informe de la fábrica.pdf", 1_234_567, "a" * 64),
        AcuseFile(2, "照片 (新疆).jpg", 89, "b" * 64),
    ),
    petition_sha256="c" * 64,
    proof=Proof(
        cadena=f"||1.0|TF-2345-6789|2026-03-02T12:00:05-06:00|EKU9003173C9|GODE561231GR8|SOLICITUD|{'c' * 64}||",
        signature="QUJD" * 86,
        certificate_number="30001000000500003415",
        signer_name="ANA INVENTADA",
        signer_rfc="GODE561231GR8",
        revocation="NO_VERIFICABLE",
        scan_sha256="",
    ),
    faults=(FAULT, replace(FAULT, field="representative.curp")),
    legal_basis=LEGAL_BASIS,
    verification="",
)
ON_PAPER = replace(
    SIGNED,
    arrival=Arrival.PAPER,
    filer=Filer("Sindicato Inventado", "", "", "", "account:1"),
    files=(),
    proof=Proof("", "", "", "", "", "", "d" * 64),
    faults=(),
)


def text_of(acuse: Acuse) -> str:
    return "\n".join(pages(render_pdf(acuse_document(acuse))))


@pytest.mark.golden
def test_the_acknowledgement_says_what_the_office_agreed(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN, text_of(SIGNED) + "\n")


def test_everything_that_lets_one_check_it_is_there() -> None:
    flat = text_of(SIGNED).replace("\n", "")
    proof = SIGNED.proof
    for words in (
        *(file.sha256 for file in SIGNED.files),
        *(proof.cadena, proof.signature, proof.certificate_number, SIGNED.petition_sha256, *LEGAL_BASIS),
        *("RFC EKU9003173C9", "RFC GODE561231GR8", "2 de marzo de 2026, 12:00:05 (UTC-06:00)", "1,234,567"),
        "照片 (新疆).jpg",
        "Aviso de privacidad",
    ):
        assert words in flat, words


@pytest.mark.parametrize("kind", list(CaseKind))
def test_each_procedure_is_written_with_its_accents(kind: CaseKind) -> None:
    blocks = acuse_document(replace(SIGNED, procedure=PROCEDURES[kind])).blocks
    facts = next(block for block in blocks if isinstance(block, Facts))
    assert facts.rows[0][1].startswith("Solicitud de ")
    assert "ón " in facts.rows[0][1]


def test_a_fault_at_two_places_is_told_once_with_its_article() -> None:
    assert text_of(SIGNED).count("No se dio la CURP (LNETB art. 59).") == 1


def test_a_petition_on_paper_shows_its_scan_and_who_received_it() -> None:
    text = text_of(ON_PAPER)
    assert "d" * 64 in text.replace("\n", "")
    assert "en papel" in text
    assert "Recibió" in text
    assert "Representante" not in text
    assert "Cadena original" not in text
    assert "No se acompañaron archivos." in text
    assert "No se advirtió que falte" in text
    assert "account:1" not in text


def test_a_petition_with_the_longest_texts_and_many_files_is_drawn_too() -> None:
    long = replace(SIGNED, filer=replace(SIGNED.filer, name="新疆 Ñandú " * 900))
    many = replace(long, files=tuple(AcuseFile(n, "x" * 255, 10**11, "e" * 64) for n in range(60)))
    found = pages(render_pdf(acuse_document(many)))
    assert len(found) > 5
    assert f"Página {len(found)} de {len(found)}" in found[-1]
