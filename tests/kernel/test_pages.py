import re

import pytest
from django.test import Client

from kernel.domain.actors import Role
from tests.pages import PASSWORD, account_with, signed_in

pytestmark = pytest.mark.django_db

PUBLIC = ("/", "/cuenta/entrar/", "/cuenta/contrasena/restablecer/", "/cuenta/registro/", "/salud/")


@pytest.mark.parametrize("address", PUBLIC)
def test_a_visitor_sees_the_public_pages(address: str) -> None:
    assert Client().get(address).status_code == 200


def test_every_other_page_asks_a_visitor_to_sign_in() -> None:
    response = Client().get("/cuenta/contrasena/")
    assert response.status_code == 302
    assert response["Location"].startswith("/cuenta/entrar/")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_home_page_that_names_the_role(role: Role) -> None:
    body = signed_in(role).get("/").content.decode()
    assert "Su función:" in body
    assert "Qué significa cada veredicto" not in body


def test_an_account_without_roles_is_told_whom_to_ask() -> None:
    assert "Su cuenta no tiene funciones" in signed_in().get("/").content.decode()


def test_only_those_who_audit_see_the_ledger_on_their_home_page() -> None:
    assert "Huella de la cadena" in signed_in(Role.AUDITOR).get("/").content.decode()
    assert "Huella de la cadena" not in signed_in(Role.CUSTOMS).get("/").content.decode()


def test_pages_speak_spanish_unless_english_is_asked_for() -> None:
    assert '<html lang="es-mx"' in Client().get("/").content.decode()
    english = Client().get("/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="en"' in english
    assert "What each verdict means" in english


def test_the_language_switch_is_remembered_and_goes_back_to_the_page() -> None:
    client = Client()
    response = client.post("/idioma/", {"language": "en", "next": "/cuenta/entrar/"})
    assert response["Location"] == "/cuenta/entrar/"
    assert "Forgot your password?" in client.get("/cuenta/entrar/").content.decode()


def test_the_appearance_is_kept_in_a_cookie_and_written_by_the_server() -> None:
    client = Client()
    assert 'data-theme="auto"' in client.get("/").content.decode()
    response = client.post("/apariencia/", {"theme": "dark", "next": "/cuenta/entrar/"})
    assert response["Location"] == "/cuenta/entrar/"
    assert 'data-theme="dark"' in client.get("/").content.decode()


@pytest.mark.parametrize("target", ["https://example.com/", "//example.com", "javascript:alert(1)", ""])
def test_switches_never_lead_to_another_site(target: str) -> None:
    assert Client().post("/apariencia/", {"theme": "dark", "next": target})["Location"] == "/"


def test_an_unknown_appearance_changes_nothing() -> None:
    assert not Client().post("/apariencia/", {"theme": "<b>"}).cookies


@pytest.mark.parametrize("address", ["/idioma/", "/apariencia/"])
def test_switches_answer_to_forms_only(address: str) -> None:
    assert Client().get(address).status_code == 405


def test_signing_in_and_out() -> None:
    account_with(Role.CUSTOMS)
    client = Client()
    response = client.post("/cuenta/entrar/", {"login": "customs@ejemplo.mx", "password": PASSWORD})
    assert response["Location"] == "/"
    assert "customs@ejemplo.mx" in client.get("/").content.decode()
    client.post("/cuenta/salir/")
    assert "customs@ejemplo.mx" not in client.get("/").content.decode()


def test_a_wrong_password_keeps_the_address_and_says_what_is_wrong() -> None:
    account_with(Role.CUSTOMS)
    body = Client().post("/cuenta/entrar/", {"login": "customs@ejemplo.mx", "password": "x"}).content.decode()
    assert 'id="error-summary"' in body
    assert 'value="customs@ejemplo.mx"' in body
    assert "<title>Error" in body


def test_a_forgotten_password_is_chosen_anew_by_a_link(mailoutbox: list[object]) -> None:
    account_with(Role.CUSTOMS)
    client = Client()
    client.post("/cuenta/contrasena/restablecer/", {"email": "customs@ejemplo.mx"})
    text = str(getattr(mailoutbox[0], "body", ""))
    found = re.search(r"http://testserver(\S+)", text)
    assert found, text
    page = client.get(found[1], follow=True)
    form = {"password1": "otra-criba-distinta-8", "password2": "otra-criba-distinta-8"}
    done = client.post(page.request["PATH_INFO"], form, follow=True)
    assert "Contraseña guardada" in done.content.decode()
    assert (
        client.login(username="customs", password="otra-criba-distinta-8")
        or Client().post("/cuenta/entrar/", {"login": "customs@ejemplo.mx", "password": "otra-criba-distinta-8"})[
            "Location"
        ]
        == "/"
    )


def test_nobody_signs_up_from_the_street() -> None:
    assert "No hay registro abierto" in Client().get("/cuenta/registro/").content.decode()


def test_a_missing_page_says_so_in_both_languages() -> None:
    assert "Esta página no existe" in Client().get("/no-existe/").content.decode()
    response = Client().get("/no-existe/", headers={"Accept-Language": "en"})
    assert response.status_code == 404
    assert "This page does not exist" in response.content.decode()


def test_a_form_without_its_token_is_refused_with_a_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/apariencia/", {"theme": "dark"})
    assert response.status_code == 403
    assert "La página caducó" in response.content.decode()


def test_pages_allow_no_inline_code_and_nothing_from_elsewhere() -> None:
    response = Client().get("/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    body = response.content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style", body)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', body)


def test_health_is_open_and_never_cached() -> None:
    response = Client().get("/salud/")
    assert response.json() == {"status": "ok"}
    assert "no-store" in response["Cache-Control"]


def test_what_an_account_sees_is_kept_in_no_cache() -> None:
    assert "no-store" in signed_in(Role.CUSTOMS).get("/")["Cache-Control"]
    assert not Client().get("/").has_header("Cache-Control")
