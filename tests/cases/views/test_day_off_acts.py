import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cases import load_page
from cases.formats.day_off_csv import MOST_BYTES
from cases.models import CalendarAct, Case
from cases.queries import replayed_state, state_of
from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from tests.cases.calendar_files import acts_file, calendar_state
from tests.cases.factories import filed_petition
from tests.pages import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
URL = "/calendario/acuerdos/"
TOO_LARGE = SimpleUploadedFile("x.csv", b"a" * (MOST_BYTES + 1))


def sent(client: Client, **form: Any) -> Any:
    return client.post(URL, form)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def previewed(client: Client) -> str:
    response = sent(client, file=acts_file())
    assert response.status_code == 200
    page: str = response.content.decode()
    return page


def test_the_acts_that_are_loaded_are_shown() -> None:
    page = signed_in(Role.SUPERVISOR).get(URL).content.decode()
    assert "STPS-2024" in page
    assert "Acuerdo de suspensión de labores 2025 (STPS) (DOF 26/12/2024)" in page


def test_what_a_file_would_move_is_shown_and_nothing_is_changed() -> None:
    case = filed_petition(date(2025, 10, 30))
    before = calendar_state()[:2], state_of(case)
    page = previewed(signed_in(Role.SUPERVISOR))
    assert "PRUEBA-2026" in page
    assert case.reference in page
    assert "17/07/2026" in page
    assert "21/07/2026" in page
    assert "más tarde" in page
    assert "en 1 expediente" in page
    assert (calendar_state()[:2], state_of(Case.objects.with_records().get())) == before
    assert not LedgerEntry.objects.filter(verb="move_deadlines").exists()


def test_a_case_is_a_link() -> None:
    case = filed_petition(date(2025, 10, 30))
    assert f'href="/expedientes/{case.reference}/"' in previewed(signed_in(Role.SUPERVISOR))


@pytest.mark.parametrize(("cases", "counted"), [(0, False), (4, False), (5, True)])
def test_who_may_not_read_cases_is_told_how_many_move_and_of_none(cases: int, counted: bool) -> None:
    filed = [filed_petition(date(2025, 10, 30)) for _ in range(cases)]
    client = signed_in(Role.ADMIN)
    page = previewed(client)
    assert ("en 5 expedientes" in page, "En menos de cinco expedientes" in page) == (counted, not counted)
    assert not any(case.reference in page or case.series in page for case in filed)
    assert "No mueve ningún vencimiento" not in page
    done = {"kept": hidden(page, "kept"), "seen": hidden(page, "seen"), "apply": "1"}
    assert sent(client, **done).status_code == 302
    assert ("vencimiento" in str(next(iter(client.get(URL).context["messages"])))) is counted


def test_what_was_seen_is_loaded_without_sending_it_again() -> None:
    filed_petition(date(2025, 10, 30))
    client = signed_in(Role.SUPERVISOR)
    page = previewed(client)
    response = sent(client, kept=hidden(page, "kept"), seen=hidden(page, "seen"), apply="1")
    assert (response.status_code, response["Location"]) == (302, URL)
    shown = client.get(URL).content.decode()
    assert "Acuerdos cargados: PRUEBA-2026." in shown
    assert "vencimientos." in shown
    case = Case.objects.with_records().get()
    assert replayed_state(case) == state_of(case)
    entry = LedgerEntry.objects.get(verb="load_day_off_act", subject="calendar:PRUEBA-2026")
    assert (entry.detail["file"], entry.actor) == ("dias.csv", "account:" + entry.actor.partition(":")[2])


def test_what_changed_meanwhile_is_told_and_shown_anew() -> None:
    client = signed_in(Role.SUPERVISOR)
    page = previewed(client)
    filed_petition(date(2025, 10, 30))
    before = calendar_state()
    response = sent(client, kept=hidden(page, "kept"), seen=hidden(page, "seen"), apply="1")
    assert response.status_code == 409
    assert calendar_state() == before
    shown = response.content.decode()
    assert "entretanto cambiaron" in shown
    assert hidden(shown, "seen") != hidden(page, "seen")


def test_without_having_seen_anything_nothing_is_loaded() -> None:
    client = signed_in(Role.SUPERVISOR)
    page = previewed(client)
    response = sent(client, kept=hidden(page, "kept"), apply="1")
    assert response.status_code == 409
    assert not CalendarAct.objects.filter(code="PRUEBA-2026").exists()


def test_a_file_that_says_the_same_has_nothing_to_load() -> None:
    client = signed_in(Role.SUPERVISOR)
    page = previewed(client)
    sent(client, kept=hidden(page, "kept"), seen=hidden(page, "seen"), apply="1")
    again = previewed(client)
    assert "no hay nada que cargar" in again
    assert 'name="apply"' not in again


def test_the_deadlines_come_a_page_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_page, "ROWS", 1)
    filed_petition(date(2025, 10, 30))
    client = signed_in(Role.SUPERVISOR)
    page = previewed(client)
    assert page.count('<th scope="row">') == 1
    assert 'name="after" value="1"' in page
    second = sent(client, kept=hidden(page, "kept"), after="1").content.decode()
    assert 'name="after" value="0"' in second


@pytest.mark.parametrize(
    ("form", "words"),
    [
        pytest.param({}, "Elija un archivo.", id="no file"),
        pytest.param({"file": SimpleUploadedFile("x.csv", b"")}, "El archivo está vacío.", id="an empty file"),
        pytest.param({"file": SimpleUploadedFile("x.csv", b"colour\nred\n")}, "faltan las columnas", id="faults"),
        pytest.param({"file": TOO_LARGE}, "demasiado grande", id="too large"),
        pytest.param({"kept": "invented", "apply": "1"}, "Elija un archivo.", id="a token that is none"),
    ],
)
def test_what_is_wrong_is_told_at_the_file_and_loads_nothing(form: dict[str, Any], words: str) -> None:
    before = calendar_state()[:2]
    response = sent(signed_in(Role.SUPERVISOR), **form)
    assert response.status_code == 422
    page = response.content.decode()
    assert '<a href="#id_file">' in page
    assert words in page
    assert calendar_state()[:2] == before


def test_the_file_of_another_account_is_not_loaded() -> None:
    page = previewed(signed_in(Role.SUPERVISOR))
    response = sent(signed_in(Role.ADMIN), kept=hidden(page, "kept"), seen=hidden(page, "seen"), apply="1")
    assert response.status_code == 422
    assert not CalendarAct.objects.filter(code="PRUEBA-2026").exists()


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.SUPERVISOR, Role.ADMIN}])
def test_a_role_without_the_permission_is_refused(role: Role) -> None:
    client = signed_in(role)
    before = calendar_state()
    assert client.get(URL).status_code == 403
    assert sent(client, file=acts_file()).status_code == 403
    assert calendar_state() == before


def test_a_visitor_is_asked_to_sign_in() -> None:
    before = calendar_state()
    for response in (Client().get(URL), sent(Client(), file=acts_file())):
        assert response.status_code == 302
        assert response["Location"].startswith("/cuenta/entrar/")
    assert calendar_state() == before
