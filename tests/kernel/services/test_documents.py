import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from kernel.domain.actors import SYSTEM
from kernel.domain.documents import Classification
from kernel.domain.errors import TooLargeError
from kernel.models import Document, LedgerEntry
from kernel.queries import document_path
from kernel.services.documents import clean_name, store_document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "documents"
    return Path(settings.MEDIA_ROOT)


def store(*chunks: bytes, name: str = "a.csv", limit: int | None = None) -> Document:
    return store_document(chunks, name=name, actor=SYSTEM, at=timezone.now(), limit=limit)


def files(media: Path) -> list[Path]:
    return [path for path in media.rglob("*") if path.is_file()]


def test_bytes_lie_under_their_hash(media: Path) -> None:
    document = store(b"a,b\n", b"1,2\n")
    digest = hashlib.sha256(b"a,b\n1,2\n").hexdigest()
    assert document.sha256 == digest
    assert document_path(document) == media / digest[:2] / digest[2:4] / digest
    assert document_path(document).read_bytes() == b"a,b\n1,2\n"
    assert (document.size, document.media_type, document.name) == (8, "text/plain", "a.csv")
    assert document.classification == Classification.CONFIDENTIAL
    assert files(media) == [document_path(document)]


def test_the_same_bytes_are_stored_once_whatever_their_name(media: Path) -> None:
    first = store(b"same")
    second = store(b"sa", b"me", name="b.csv")
    assert second == first
    assert second.name == "a.csv"
    assert len(files(media)) == 1
    assert [entry.verb for entry in LedgerEntry.objects.all()] == ["store_document"]


def test_a_file_that_was_lost_comes_back_with_its_bytes() -> None:
    document = store(b"same")
    document_path(document).unlink()
    assert document_path(store(b"same")).read_bytes() == b"same"


def test_a_file_above_the_limit_is_refused_while_it_comes_and_leaves_nothing(media: Path) -> None:
    asked: list[int] = []

    def endless() -> Iterator[bytes]:
        for number in range(1_000):
            asked.append(number)
            yield b"x" * 10

    with pytest.raises(TooLargeError) as caught:
        store_document(endless(), name="a", actor=SYSTEM, at=timezone.now(), limit=25)
    assert "25" in caught.value.message.es
    assert len(asked) == 3
    assert files(media) == []
    assert not Document.objects.exists()
    assert not LedgerEntry.objects.exists()


def test_a_file_of_exactly_the_limit_is_taken() -> None:
    assert store(b"x" * 25, limit=25).size == 25


def test_a_sender_that_breaks_off_leaves_nothing(media: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"x"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        store_document(broken(), name="a", actor=SYSTEM, at=timezone.now())
    assert files(media) == []


def test_a_document_goes_with_the_transaction_that_failed() -> None:
    def failing() -> None:
        with transaction.atomic():
            store(b"x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    assert not Document.objects.exists()
    assert store(b"x").size == 1


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        pytest.param("pedimentos.zip", "pedimentos.zip", id="a plain name stays"),
        pytest.param("../../etc/passwd", "passwd", id="a path is cut to its last part"),
        pytest.param("C:\\datos\\año 1.csv", "año 1.csv", id="a Windows path too"),
        pytest.param("a\0b\r\n.csv", "ab.csv", id="control characters go"),
        pytest.param("x" * 300 + ".csv", "x" * 251 + ".csv", id="a long name keeps its end"),
        pytest.param("/", "document", id="no name gets one"),
    ],
)
def test_names_are_cleaned(sent: str, kept: str) -> None:
    assert clean_name(sent) == kept
