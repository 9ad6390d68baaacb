from collections.abc import Iterable
from typing import Any, cast

import pytest

from kernel.domain.actors import Role
from kernel.queries import document_path
from tests.cases.api.documents import PDF, case_with_document
from tests.cases.api.people import Person
from tests.cases.factories import filed_petition
from tests.screening.api.clients import problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
PAGE = b"<!doctype html><script>alert(1)</script>"


def test_the_bytes_come_as_an_attachment() -> None:
    case = case_with_document(name="prueba ñ.pdf")
    response: Any = Person(Role.AUDITOR).get(f"/cases/{case.reference}/documents/1")
    assert response.status_code == 200
    assert b"".join(cast(Iterable[bytes], response.streaming_content)) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''prueba%20%C3%B1.pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def test_a_page_that_was_filed_is_never_shown_in_place() -> None:
    case = case_with_document(content=PAGE, name="carta.html")
    response: Any = Person(Role.INTAKE).get(f"/cases/{case.reference}/documents/1")
    assert response["Content-Disposition"].startswith("attachment")
    assert "html" not in response["Content-Type"] or "script-src" in response["Content-Security-Policy"]
    response.close()


@pytest.mark.parametrize("number", ["0", "2", "x"])
def test_no_other_document_can_be_had(number: str) -> None:
    case = case_with_document()
    response = Person(Role.AUDITOR).get(f"/cases/{case.reference}/documents/{number}")
    problem(response, 404, "not_found" if number == "x" else "unknown_document")


def test_lost_bytes_are_told() -> None:
    case = case_with_document(content=b"se pierde")
    document_path(case.documents.get().document).unlink()
    problem(Person(Role.AUDITOR).get(f"/cases/{case.reference}/documents/1"), 503, "document_lost")


def test_a_classified_document_is_not_for_its_petitioner_nor_for_who_notifies() -> None:
    who = Person(Role.PETITIONER)
    case = case_with_document(filed_petition(petitioner=who.actor))
    path = f"/cases/{case.reference}/documents/1"
    problem(who.get(path), 403, "forbidden")
    problem(Person(Role.NOTIFIER).get(path), 403, "forbidden")
    case.documents.update(classification="PUBLIC")
    response: Any = who.get(path)
    assert b"".join(cast(Iterable[bytes], response.streaming_content)) == PDF
    other = Person(Role.PETITIONER, Role.IMPORTER)
    problem(other.get(f"/cases/{case.reference}/documents/1"), 404, "unknown_case")
