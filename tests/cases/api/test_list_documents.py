import pytest

from kernel.domain.actors import Role
from tests.cases.api.documents import ON, PDF, case_with_document
from tests.cases.api.people import Person
from tests.cases.factories import filed_petition
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def test_documents_come_with_hash_and_classification() -> None:
    case = case_with_document(case_with_document(), b"dos", "dos.txt")
    told = answer(Person(Role.AUDITOR).get(f"/cases/{case.reference}/documents"))
    first, second = told["items"]
    assert (first["number"], first["name"], first["size"]) == (1, "prueba.pdf", len(PDF))
    assert (second["number"], second["media_type"], second["added_on"]) == (2, "text/plain", str(ON))
    assert len(first["sha256"]) == 64
    assert (first["classification"], first["basis"]) == ("CONFIDENTIAL", "LGTAIP art. 115")


def test_a_petitioner_is_told_of_what_is_not_public_only_that_it_is_there() -> None:
    who = Person(Role.PETITIONER)
    case = case_with_document(filed_petition(petitioner=who.actor))
    [document] = answer(who.get(f"/cases/{case.reference}/documents"))["items"]
    assert (document["number"], document["classification"], document["readable"]) == (1, "CONFIDENTIAL", False)
    assert {document[name] for name in ("name", "sha256", "size", "media_type", "basis", "reason")} == {None}
    case.documents.update(classification="PUBLIC")
    [document] = answer(who.get(f"/cases/{case.reference}/documents"))["items"]
    assert (document["name"], document["readable"]) == ("prueba.pdf", True)


def test_who_notifies_knows_why_it_is_classified_and_not_what_it_is() -> None:
    case = case_with_document()
    [document] = answer(Person(Role.NOTIFIER).get(f"/cases/{case.reference}/documents"))["items"]
    assert (document["readable"], document["name"], document["basis"]) == (False, None, "LGTAIP art. 115")


@pytest.mark.parametrize("role", [Role.PETITIONER, Role.IMPORTER, Role.CUSTOMS, Role.ADMIN, Role.PUBLIC])
def test_nobody_else_knows_of_them(role: Role) -> None:
    problem(Person(role).get(f"/cases/{case_with_document().reference}/documents"), 404, "unknown_case")
