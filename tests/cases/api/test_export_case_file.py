import io
from collections.abc import Iterable
from typing import Any, cast

import pytest

from cases.formats.case_file_check import check_case_file
from kernel.domain.actors import Role
from kernel.models import IdempotentRequest, LedgerEntry
from kernel.queries import document_path
from tests.cases.acting import entries
from tests.cases.api.documents import case_with_document
from tests.cases.api.people import Person, unchanged
from tests.cases.factories import filed_petition
from tests.screening.api.clients import problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def test_the_whole_file_comes_as_a_zip_that_holds_and_the_ledger_notes_it() -> None:
    case, who = case_with_document(), Person(Role.AUDITOR)
    response: Any = who.post(f"/cases/{case.reference}/export", {})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == f'attachment; filename="{case.reference}.zip"'
    checked = check_case_file(io.BytesIO(b"".join(cast(Iterable[bytes], response.streaming_content))))
    assert (checked.reference, checked.documents) == (case.reference, 1)
    entry = LedgerEntry.objects.order_by("-seq")[0]
    assert (entry.verb, entry.actor) == ("export_case_file", who.actor.name)
    assert entry.detail["index_sha256"] == checked.index_sha256


def test_it_is_not_given_to_who_only_looks() -> None:
    case, who = case_with_document(), Person(Role.AUDITOR)
    with unchanged():
        assert who.get(f"/cases/{case.reference}/export").status_code == 405


def test_a_marked_export_is_a_new_one_each_time() -> None:
    case, who = case_with_document(), Person(Role.AUDITOR)
    for _ in range(2):
        response: Any = who.post(f"/cases/{case.reference}/export", {}, key="a")
        assert check_case_file(io.BytesIO(b"".join(response.streaming_content))).reference == case.reference
    assert entries().count("export_case_file") == 2
    assert not IdempotentRequest.objects.exists()


@pytest.mark.parametrize("role", [Role.INTAKE, Role.NOTIFIER, Role.TRANSPARENCY])
def test_not_all_of_the_unit_may_have_it(role: Role) -> None:
    case = case_with_document()
    with unchanged():
        told = problem(Person(role).post(f"/cases/{case.reference}/export", {}), 403, "not_competent")
    assert told["article"] == "LFPA art. 3"


def test_its_petitioner_may_not_and_others_know_of_no_case() -> None:
    who = Person(Role.PETITIONER)
    case = filed_petition(petitioner=who.actor)
    with unchanged():
        problem(who.post(f"/cases/{case.reference}/export", {}), 403, "not_competent")
        problem(Person(Role.CUSTOMS).post(f"/cases/{case.reference}/export", {}), 404, "unknown_case")


def test_a_file_with_a_lost_document_is_not_given() -> None:
    case = case_with_document(content=b"se pierde al exportar")
    document_path(case.documents.get().document).unlink()
    with unchanged():
        problem(Person(Role.AUDITOR).post(f"/cases/{case.reference}/export", {}), 503, "document_lost")
