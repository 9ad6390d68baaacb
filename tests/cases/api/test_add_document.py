from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from cases.models import Case
from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from tests.cases.api.documents import PDF, case_with_document
from tests.cases.api.people import Person, act_path, unchanged
from tests.cases.factories import filed_petition
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "documents"
    return tmp_path


def send(who: Person, case: Case, content: bytes = PDF, name: str = "../Prueba 1.PDF", **form: Any) -> HttpResponse:
    file = SimpleUploadedFile(name, content, "text/html")
    return who.send(act_path("add-document", case), **{"version": case.version, "file": file} | form)


def test_a_document_is_put_into_the_file_and_is_confidential() -> None:
    case, who = filed_petition(), Person(Role.INTAKE)
    assert answer(send(who, case))["version"] == case.version + 1
    [document] = answer(who.get(f"/cases/{case.reference}/documents"))["items"]
    assert (document["name"], document["media_type"], document["size"]) == ("Prueba 1.PDF", "application/pdf", len(PDF))
    assert document["classification"] == "CONFIDENTIAL"


def test_its_petitioner_adds_to_it_and_no_other() -> None:
    who, other = Person(Role.PETITIONER), Person(Role.PETITIONER, Role.IMPORTER)
    case = filed_petition(petitioner=who.actor)
    with unchanged():
        problem(send(other, case), 404, "unknown_case")
    assert send(who, case).status_code == 200


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.TRANSPARENCY, Role.CUSTOMS, Role.IMPORTER, Role.ADMIN])
def test_who_may_not_leaves_nothing_behind(role: Role) -> None:
    case = filed_petition()
    before = LedgerEntry.objects.count()
    with unchanged():
        assert send(Person(role), case).status_code == (404 if role is Role.IMPORTER else 403)
    assert LedgerEntry.objects.count() == before


def test_the_same_bytes_are_there_once() -> None:
    case = case_with_document()
    with unchanged():
        problem(send(Person(Role.INTAKE), case), 409, "document_in_file")


@pytest.mark.parametrize(
    ("form", "status", "code"),
    [
        pytest.param({"version": 9}, 409, "case_changed", id="a case that has changed"),
        pytest.param({"version": "x"}, 422, "invalid", id="no version"),
        pytest.param({"file": ""}, 422, "invalid", id="no file"),
        pytest.param({"file": SimpleUploadedFile("a.txt", b"")}, 400, "empty_file", id="an empty file"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_file(
    form: dict[str, Any], status: int, code: str, media: Path
) -> None:
    case = filed_petition()
    with unchanged():
        problem(send(Person(Role.INTAKE), case, **form), status, code)
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_a_file_above_the_limit_is_refused(settings: Any) -> None:
    settings.TAMIZ_UPLOAD_LIMIT = 10
    case = filed_petition()
    with unchanged():
        problem(send(Person(Role.INTAKE), case), 413, "too_large")
