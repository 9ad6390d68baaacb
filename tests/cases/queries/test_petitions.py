from base64 import b64decode
from datetime import date

import pytest

from cases.domain.petition.content import PetitionContent
from cases.domain.petition.errors import NoSuchPetitionError
from cases.queries.petitions import (
    acuse_of,
    faults_in,
    faults_when_filed,
    petition_by_folio,
    petition_of,
    reason_citing,
)
from cases.services import file_petition_content, prepare_petition, save_draft
from importers.queries import known_catalogues, tariff_of
from importers.services.catalogues import load_catalogue, load_shipped_catalogues
from kernel.domain.actors import SYSTEM
from tests.cases.factories import PETITIONER, filed_petition
from tests.cases.petitions import AT, SOUND_SIGNATURE, complete, draft, filed, seen_draft, verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
CATALOGUE = (
    b"code10,fraccion8,nico,descripcion_nico,vigencia_desde,vigencia_hasta\n"
    b"8525890101,85258901,01,Camaras,2022-12-12,\n8525890200,85258902,00,Otras,2022-12-12,2024-01-01\n"
)


def test_an_acknowledgement_has_the_whole_of_what_was_filed() -> None:
    petition = filed()
    acuse = acuse_of(petition_by_folio(petition.folio))
    file = petition.files.get()
    assert [(one.number, one.name, one.size, one.sha256) for one in acuse.files] == [
        (1, "informe.txt", len(b"un informe"), file.document.sha256)
    ]
    assert (acuse.filer.name, acuse.filer.representative) == ("Sindicato Inventado", "Ana Inventada")
    assert b64decode(acuse.proof.signature) == SOUND_SIGNATURE.signature
    assert acuse.filed_at.isoformat() == "2026-03-02T12:00:00-06:00"
    assert acuse.verification == f"/verificar/{petition.folio}?h={petition.sha256[:16]}"
    assert [fault.code for fault in acuse.faults] == ["TARIFF_CODE_UNKNOWN"]
    assert acuse.case_reference == (petition.case.reference if petition.case else "")


def test_a_draft_has_no_acknowledgement_and_no_folio() -> None:
    petition = draft()
    with pytest.raises(NoSuchPetitionError):
        acuse_of(petition)
    for folio in (petition.reference, "", "nothing"):
        with pytest.raises(NoSuchPetitionError):
            petition_by_folio(folio)
    assert faults_when_filed(petition) == ()


def test_a_prevention_cites_what_was_missing_when_it_was_filed() -> None:
    said = complete()
    petition = save_draft(
        seen=seen_draft(draft()),
        content=PetitionContent(petitioner=said.petitioner, addressee=said.addressee),
        actor=PETITIONER,
        at=AT,
    )
    prepare_petition(seen=seen_draft(petition), actor=PETITIONER, at=AT)
    done = file_petition_content(
        seen=seen_draft(petition), proof=SOUND_SIGNATURE, actor=PETITIONER, at=AT, verify=verify
    )
    assert done.case is not None
    reason = reason_citing(done.case, [("FACTS_MISSING", "facts.narrative")], "")
    assert reason.endswith("1. Falta la narración de los hechos. (Acuerdo DOF 17-02-2023, Anexo Único)")
    assert petition_of(done.case) == done


def test_a_case_that_was_filed_without_its_content_has_a_note_alone() -> None:
    case = filed_petition()
    assert petition_of(case) is None
    assert reason_citing(case, [], "falta el origen") == "falta el origen"


def test_of_the_tariff_only_what_is_asked_for_is_read_and_it_says_the_same() -> None:
    load_shipped_catalogues(actor=SYSTEM, at=AT)
    load_catalogue("tariff", CATALOGUE, actor=SYSTEM, at=AT)
    codes = {"85258901", "85258902", "00000001"}
    whole, part = known_catalogues().tariff, tariff_of(codes)
    for code in codes:
        for on in (date(2020, 1, 1), date(2023, 1, 1), date(2026, 3, 2)):
            assert part.covers(code, on) == whole.covers(code, on), (code, on)
    assert part.complete == whole.complete
    assert faults_in(complete(), on=date(2026, 3, 2), signed=True) == ()
