import pytest

from tests.cases.api.petitioners import DRAFTS, REPORT, another_petitioner, everything, pdf, petitioner, written
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_a_file_comes_once() -> None:
    who = petitioner()
    draft = written(who)
    path = f"{DRAFTS}/{draft['reference']}/files"
    told = answer(who.send(path, file=pdf(b"%PDF-1.7 otro", "otro.pdf")))
    assert (told["number"], told["name"], told["media_type"]) == (2, "otro.pdf", "application/pdf")
    assert answer(who.send(path, file=pdf(REPORT, "copia.pdf")))["number"] == 1


@pytest.mark.parametrize("data", [b"MZ\x90\x00", b"\x7fELF", b"PK\x03\x04nothing"])
def test_a_program_renamed_and_a_damaged_archive_are_refused(data: bytes) -> None:
    who = petitioner()
    draft = written(who)
    before = everything()
    problem(who.send(f"{DRAFTS}/{draft['reference']}/files", file=pdf(data, "informe.pdf")), 400, "unsafe_file")
    assert everything() == before


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    who = petitioner()
    draft = written(who)
    monkeypatch.setattr("cases.services.petition_files.LARGEST", 8)
    before = everything()
    problem(who.send(f"{DRAFTS}/{draft['reference']}/files", file=pdf(b"123456789")), 413, "too_large")
    assert everything() == before


def test_no_file_and_the_draft_of_another_are_refused() -> None:
    who = petitioner()
    draft = written(who)
    path = f"{DRAFTS}/{draft['reference']}/files"
    problem(who.send(path), 422, "invalid")
    problem(another_petitioner().send(path, file=pdf()), 404, "unknown_petition")
