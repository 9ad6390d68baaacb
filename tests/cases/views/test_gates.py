"""Every list of the case file, tried by every role and by a visitor."""

import pytest
from django.test import Client

from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from tests.cases.factories import filed_petition
from tests.pages import signed_in

pytestmark = pytest.mark.django_db

STAFF = {Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR, Role.DECIDER}
READERS = STAFF | {Role.NOTIFIER, Role.TRANSPARENCY, Role.AUDITOR}
LISTS = {
    "/expedientes/": READERS,
    "/expedientes/vencidos/": READERS,
    "/expedientes/por-resolver/": READERS,
    "/expedientes/agenda/": STAFF,
}
ONE = ("/expedientes/{reference}/", "/expedientes/{reference}/constancias/1/")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("place", LISTS)
def test_a_list_is_for_the_roles_of_the_table(place: str, role: Role) -> None:
    assert signed_in(role).get(place).status_code == (200 if role in LISTS[place] else 403)


@pytest.mark.parametrize("role", sorted(set(Role) - READERS))
def test_who_may_not_know_of_a_case_is_told_what_is_told_of_one_that_is_not_there(role: Role) -> None:
    case, client = filed_petition(), signed_in(role)
    for place in ONE:
        hidden = client.get(place.format(reference=case.reference))
        missing = client.get(place.format(reference="0000-0000-0000"))
        assert (hidden.status_code, missing.status_code) == (404, 404)
        told = hidden.content.decode().replace(case.reference, "0000-0000-0000")
        assert without_tokens(told) == without_tokens(missing.content.decode())
    assert client.post(f"/expedientes/{case.reference}/exportar/").status_code == 404


def without_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


@pytest.mark.parametrize("place", [*LISTS, *ONE])
def test_a_visitor_is_asked_to_sign_in(place: str) -> None:
    response = Client().get(place.format(reference=filed_petition().reference))
    assert response.status_code == 302
    assert response["Location"].startswith("/cuenta/entrar/")


def test_an_export_is_asked_for_by_post_alone_and_leaves_nothing_otherwise() -> None:
    case, before = filed_petition(), LedgerEntry.objects.count()
    assert signed_in(Role.AUDITOR).get(f"/expedientes/{case.reference}/exportar/").status_code == 405
    assert LedgerEntry.objects.count() == before
