import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils import timezone

from kernel.domain.actors import Actor
from kernel.kept import KeptFile, received, received_all
from kernel.models import Document

pytestmark = pytest.mark.django_db
ANA, EVA = Actor("account:ana", "web"), Actor("account:eva", "web")


def take(data: dict[str, object], actor: Actor = ANA) -> KeptFile | None:
    request = RequestFactory().post("/", data)
    try:
        return received(request, actor, at=timezone.now())
    finally:
        request.close()


def file(content: bytes = b"uno") -> SimpleUploadedFile:
    return SimpleUploadedFile("../Uno.pdf", content)


def test_a_file_that_came_is_stored_and_need_not_come_again() -> None:
    first = take({"file": file()})
    assert first is not None
    assert first.name == "Uno.pdf"
    again = take({"kept": first.token})
    assert again is not None
    assert (again.document, again.name) == (first.document, first.name)
    assert Document.objects.count() == 1


def test_a_file_that_comes_again_takes_the_place_of_the_one_before() -> None:
    first = take({"file": file()})
    assert first is not None
    second = take({"file": file(b"dos"), "kept": first.token})
    assert second is not None
    assert second.document != first.document


@pytest.mark.parametrize("token", ["", "x", "x:y:z"])
def test_what_is_no_token_is_no_file(token: str) -> None:
    assert take({"kept": token}) is None


def test_the_token_of_another_is_no_file() -> None:
    first = take({"file": file()})
    assert first is not None
    assert take({"kept": first.token}, EVA) is None


def test_an_empty_file_is_none() -> None:
    assert take({"file": file(b"")}) is None
    assert not Document.objects.exists()


def take_all(data: dict[str, object], actor: Actor = ANA) -> tuple[KeptFile, ...]:
    request = RequestFactory().post("/", data)
    try:
        return received_all(request, actor, at=timezone.now())
    finally:
        request.close()


def test_several_files_stay_received_beside_those_that_come_later() -> None:
    first = take_all({"file": [file(), file(b"dos")]})
    assert len(first) == 2
    more = take_all({"file": [file(b"tres"), file(b"")], "kept": [*(one.token for one in first), "x"]})
    assert [one.document for one in more[:2]] == [one.document for one in first]
    assert len(more) == Document.objects.count() == 3


def test_equal_files_are_one_and_those_of_another_none() -> None:
    first = take_all({"file": [file(), file()]})
    assert len(first) == 1
    assert take_all({"kept": [first[0].token]}, EVA) == ()
