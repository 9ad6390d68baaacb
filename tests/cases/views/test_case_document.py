from collections.abc import Iterable
from datetime import date
from typing import cast

import pytest
from django.http import FileResponse
from django.test import Client

from cases.domain.classification import Classified
from cases.models import Case
from cases.services import add_document, classify_document
from kernel.domain.actors import Role
from kernel.domain.documents import Classification
from kernel.queries import document_path
from kernel.services.documents import store_document
from tests.cases.factories import INVESTIGATOR, SUPERVISOR, admitted_case, noon, seen
from tests.cases.pages import body, reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)
NAME = "照片 de prueba.html"
HTML = b"<!doctype html><script>alert(1)</script>"
MAY = {Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR, Role.DECIDER, Role.TRANSPARENCY, Role.AUDITOR}


def documented_case(level: Classification = Classification.CONFIDENTIAL) -> Case:
    document = store_document([HTML], name=NAME, actor=INVESTIGATOR, at=noon(ON))
    case = add_document(seen=seen(admitted_case()), document=document, name=NAME, actor=INVESTIGATOR, at=noon(ON))
    until = date(2026, 1, 1) if level is Classification.RESERVED else None
    said = Classified(level, "LGTAIP art. 112", "motivo de la clasificación", until)
    return classify_document(seen=seen(case), number=1, said=said, actor=SUPERVISOR, at=noon(ON))


def status(client: Client, url: str) -> int:
    """Return how a document is answered with, having read it to its end, which closes it."""
    response = client.get(url)
    if response.streaming:
        b"".join(cast(Iterable[bytes], cast(FileResponse, response).streaming_content))
    return response.status_code


def place(case: Case, number: int = 1) -> str:
    return f"/expedientes/{case.reference}/constancias/{number}/"


def test_a_document_is_taken_away_and_never_shown_in_the_page() -> None:
    response = cast(FileResponse, reader(Role.INVESTIGATOR)[0].get(place(documented_case())))
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E7%85%A7")
    assert response["Content-Type"] == "text/html"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(cast(Iterable[bytes], response.streaming_content)) == HTML


@pytest.mark.parametrize("level", [Classification.CONFIDENTIAL, Classification.RESERVED])
@pytest.mark.parametrize("role", [*sorted(MAY), Role.NOTIFIER])
def test_a_classified_document_is_for_those_of_the_table(role: Role, level: Classification) -> None:
    case = documented_case(level)
    client, _, _ = reader(role)
    assert status(client, place(case)) == (200 if role in MAY else 403)
    page = body(client, f"/expedientes/{case.reference}/")
    sha256 = case.documents.get().document.sha256
    assert (NAME in page) is (sha256 in page) is (place(case) in page) is (role in MAY)
    assert "motivo de la clasificación" in page


def test_a_public_document_is_for_everybody_who_may_see_the_case() -> None:
    client: Client = reader(Role.NOTIFIER)[0]
    case = documented_case(Classification.PUBLIC)
    assert status(client, place(case)) == 200
    assert NAME in body(client, f"/expedientes/{case.reference}/")


def test_a_document_that_is_not_there_is_a_missing_page() -> None:
    response = reader(Role.AUDITOR)[0].get(place(documented_case(), 2))
    assert response.status_code == 404
    assert "no tiene un documento 2" in response.content.decode()


def test_a_document_whose_bytes_are_gone_is_told() -> None:
    case = documented_case()
    path = document_path(case.documents.get().document)
    path.unlink()
    assert status(reader(Role.AUDITOR)[0], place(case)) == 503
    path.write_bytes(HTML)
