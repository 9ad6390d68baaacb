import pytest
from django.test import Client

from config.navigation import DESKS
from config.permissions import PERMISSIONS
from kernel.domain.actors import Actor, Role
from kernel.domain.permissions import may
from tests.pages import signed_in

pytestmark = pytest.mark.django_db

PLACES = {
    "cases.read": "/expedientes/",
    "cases.file": "/expedientes/nuevo/",
    "cases.agenda": "/expedientes/agenda/",
    "tips.count": "/avisos/",
    "cases.own": "/mis-notificaciones/",
    "calendar.load": "/calendario/acuerdos/",
    "screening.upload": "/aduana/archivo/",
    "screening.check": "/aduana/embarque/",
    "screening.read": "/aduana/tamizados/",
    "lists.read": "/listas/",
}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_shown_the_pages_it_may_open_and_no_others(role: Role) -> None:
    client = signed_in(role)
    home = client.get("/").content.decode()
    for action, place in PLACES.items():
        allowed = may(Actor("x", "web", roles=frozenset({role})), PERMISSIONS[action])
        assert (f'href="{place}"' in home) is allowed
        assert client.get(place).status_code == (200 if allowed else 403)


def test_every_desk_has_an_action_of_the_table() -> None:
    assert {desk.action for desk in DESKS} == set(PLACES)


def test_a_petitioner_is_offered_to_file_and_an_administrator_is_not_promised_every_page() -> None:
    home = signed_in(Role.PETITIONER).get("/").content.decode()
    assert "Presentar una solicitud" in home
    assert "Todavía no hay páginas" not in home
    assert "todas las páginas" not in signed_in(Role.ADMIN).get("/").content.decode()


def test_the_page_one_is_on_is_marked_and_so_is_the_one_above() -> None:
    client = signed_in(Role.CUSTOMS)
    assert 'href="/listas/" aria-current="page"' in client.get("/listas/").content.decode()
    below = client.get("/aduana/tamizados/00000000-0000-0000-0000-000000000000/").content.decode()
    assert 'href="/aduana/tamizados/" aria-current="true"' in below


def test_a_desk_that_lies_below_another_is_marked_alone() -> None:
    page = signed_in(Role.INVESTIGATOR).get("/expedientes/agenda/").content.decode()
    assert 'href="/expedientes/agenda/" aria-current="page"' in page
    assert 'href="/expedientes/" aria-current' not in page


def test_a_visitor_is_shown_no_page_of_the_workspace() -> None:
    page = Client().get("/").content.decode()
    assert "/aduana/" not in page
    assert 'href="/api/"' in page
