import io
import zipfile

import pytest

from cases.domain.petition.arrival import Arrival
from cases.domain.petition.errors import DraftChangedError, NoSuchPetitionError, PetitionFiledError
from cases.formats.attachment import UnsafeFileError
from cases.models import PetitionFile
from cases.services import (
    SeenDraft,
    attach_file,
    detach_file,
    petition_files,
    receive_file_ahead,
    save_draft,
    start_draft,
)
from cases.services.petition_files import FileNamedError, NoSuchFileError, TooManyFilesError
from kernel.domain.actors import Role
from kernel.domain.errors import TooLargeError
from kernel.models import Document
from tests.cases.factories import INTAKE, PETITIONER, actor
from tests.cases.petitions import AT, complete, draft, filed, seen_draft, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def attach(reference: str, data: bytes, name: str = "a.pdf") -> PetitionFile:
    return attach_file(reference=reference, upload=upload(data, name), actor=PETITIONER, at=AT)


def test_files_are_numbered_as_they_come_and_the_same_bytes_are_one() -> None:
    petition = start_draft(arrival=Arrival.PORTAL, actor=PETITIONER, at=AT)
    one, two = attach(petition.reference, b"uno"), attach(petition.reference, b"dos", "../b\x00.pdf")
    again = attach(petition.reference, b"uno", "otro.pdf")
    assert (one.number, two.number, two.name, again.pk) == (1, 2, "b.pdf", one.pk)
    petition.refresh_from_db()
    assert petition.version == 3


def test_a_new_file_makes_another_version_of_the_draft() -> None:
    petition = draft()
    attach(petition.reference, b"dos")
    with pytest.raises(DraftChangedError):
        save_draft(seen=seen_draft(petition), content=complete(grounds="x"), actor=PETITIONER, at=AT)


def test_a_file_is_taken_away_once_nothing_names_it() -> None:
    petition = draft()
    with pytest.raises(FileNamedError):
        detach_file(seen=seen_draft(petition), number=1, actor=PETITIONER, at=AT)
    with pytest.raises(NoSuchFileError):
        detach_file(seen=seen_draft(petition), number=2, actor=PETITIONER, at=AT)
    row = attach(petition.reference, b"dos")
    version = petition.version + 1
    left = detach_file(seen=SeenDraft(petition.reference, version), number=row.number, actor=PETITIONER, at=AT)
    assert len(left.file_hashes()) == 1


def test_nobody_puts_files_with_the_draft_of_another_or_with_what_was_filed() -> None:
    petition = draft()
    with pytest.raises(NoSuchPetitionError):
        attach_file(reference=petition.reference, upload=upload(), actor=actor(Role.PETITIONER, "account:o"), at=AT)
    done = filed()
    with pytest.raises(PetitionFiledError):
        attach(done.reference, b"tarde")


def archive(*names: str, size: int = 10) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in names:
            zipped.writestr(name, b"\0" * size)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(b"MZ\x90\x00rest", "informe.pdf", id="a program renamed"),
        pytest.param(b"\x7fELF\x02", "foto.jpg", id="another program renamed"),
        pytest.param(b"#!/bin/sh\n", "nota.txt", id="a script"),
        pytest.param(archive("a.txt", size=5 << 20), "pruebas.zip", id="an archive that swells"),
        pytest.param(archive("a.zip"), "pruebas.zip", id="an archive in an archive"),
        pytest.param(b"PK\x03\x04nothing", "pruebas.zip", id="a damaged archive"),
        pytest.param(b"", "vacio.pdf", id="nothing"),
    ],
)
def test_what_is_no_document_is_refused_and_leaves_nothing(data: bytes, name: str) -> None:
    petition = start_draft(arrival=Arrival.PORTAL, actor=PETITIONER, at=AT)
    with pytest.raises(UnsafeFileError) as caught:
        attach(petition.reference, data, name)
    assert name in caught.value.message.es
    assert not Document.objects.exists()
    petition.refresh_from_db()
    assert petition.version == 1


def test_an_honest_archive_is_received() -> None:
    petition = start_draft(arrival=Arrival.PORTAL, actor=PETITIONER, at=AT)
    assert attach(petition.reference, archive("a.txt", "b/c.pdf")).document.media_type == "application/zip"


def test_a_file_above_the_limit_and_one_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    petition = start_draft(arrival=Arrival.PORTAL, actor=PETITIONER, at=AT)
    monkeypatch.setattr(petition_files, "LARGEST", 8)
    monkeypatch.setattr(petition_files, "MOST_FILES", 1)
    with pytest.raises(TooLargeError):
        attach(petition.reference, b"123456789")
    attach(petition.reference, b"12345678")
    with pytest.raises(TooManyFilesError):
        attach(petition.reference, b"otro")
    assert Document.objects.count() == 1


def test_what_is_sent_ahead_waits_once_for_its_petition(monkeypatch: pytest.MonkeyPatch) -> None:
    first = receive_file_ahead(upload=upload(), actor=INTAKE, at=AT)
    assert receive_file_ahead(upload=upload(), actor=INTAKE, at=AT) == first
    assert PetitionFile.objects.filter(petition__isnull=True).count() == 1
    monkeypatch.setattr(petition_files, "MOST_FILES", 1)
    with pytest.raises(TooManyFilesError):
        receive_file_ahead(upload=upload(b"otro"), actor=INTAKE, at=AT)
