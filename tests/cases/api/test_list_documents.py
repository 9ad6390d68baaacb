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


def test_a_petitioner_does_not_see_the_documents_of_others() -> None:
    who = Person(Role.PETITIONER)
    case = case_with_document(filed_petition(petitioner=who.actor))
    problem(who.get(f"/cases/{case.reference}/documents"), 403, "forbidden")


@pytest.mark.parametrize("role", [Role.PETITIONER, Role.IMPORTER, Role.CUSTOMS, Role.ADMIN, Role.PUBLIC])
def test_nobody_else_knows_of_them(role: Role) -> None:
    problem(Person(role).get(f"/cases/{case_with_document().reference}/documents"), 404, "unknown_case")
