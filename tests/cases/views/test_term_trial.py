from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kernel.attempts import Attempts
from kernel.domain.actors import Role
from tests import pages
from tests.cases.factories import filed_petition
from tests.pages import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
assert pages  # compiles the catalogues
TERM = "?from=2025-04-09&days=20"


def asked(query: str = "", *, status: int = 200, language: str = "es") -> str:
    response: Any = Client().get(f"/calendario/plazo/{query}", headers={"Accept-Language": language})
    assert response.status_code == status
    page: str = response.content.decode()
    return " ".join(page.split())


def test_the_form_starts_with_today_and_shows_no_faults() -> None:
    page = asked()
    assert f'value="{timezone.localdate()}"' in page
    assert "por corregir" not in page
    assert "En qué difieren" not in page


def test_the_deadline_is_told_under_every_calendar() -> None:
    page = asked("?from=2025-01-13&days=180")
    for day in ("2025-09-30", "2025-10-01", "2025-10-06"):
        assert f'datetime="{day}"' in page
    assert "el 6 de octubre de 2025 contra un particular, y el 30 de septiembre de 2025 como objetivo" in page
    assert "Contra un particular cuenta la unión de ambos calendarios" in page


def test_where_the_calendars_differ_is_told_with_the_instrument() -> None:
    page = asked("?from=2025-01-13&days=20")
    assert "Días del plazo que son inhábiles solo en algún calendario" in page
    assert 'datetime="2025-02-03"' in page
    assert "Calendario Oficial, art. 2" in page


def test_each_day_skipped_is_told_with_its_instrument() -> None:
    page = asked(TERM + "&suspend_from=2025-04-22&suspend_to=2025-04-24")
    assert "sábado o domingo (LFPA art. 28)" in page
    assert "plazo suspendido (LFPA art. 17-A, 28)" in page
    assert "Acuerdo de suspensión de labores 2025 (STPS)" in page


def test_several_suspensions_are_asked_for_in_one_address() -> None:
    stretches = "&suspend_from=2025-04-22&suspend_to=2025-04-24&suspend_from=2025-04-28&suspend_to=2025-04-29"
    page = asked(TERM + stretches)
    assert "--suspend 2025-04-22:2025-04-24 --suspend 2025-04-28:2025-04-29" in page
    assert 'id="id_suspend_from_2"' in page


def test_what_is_provisional_says_which_act_is_missing() -> None:
    assert "PROVISIONAL: acuerdo de 2026 no cargado" in asked("?from=2025-10-30&days=180")
    assert "PROVISIONAL: act for 2026 not loaded" in asked("?from=2025-10-30&days=180", language="en")


def test_a_term_of_the_law_brings_its_days() -> None:
    page = asked("?from=2025-01-13&term=DECISION")
    assert "Plazo de 180 días hábiles desde el 13 de enero de 2025" in page
    assert "Respuesta del importador: 20 días" in page


def test_doubtful_days_are_told_and_can_be_taken_as_off() -> None:
    assert "Si fueran inhábiles, la unión daría el 22 de enero de 2025." in asked("?from=2024-12-05&days=20")
    page = asked("?from=2024-12-05&days=20&calendar=union%2BSTPS-2024")
    assert 'datetime="2025-01-22"' in page
    assert "--calendar union+STPS-2024" in page


def test_the_chosen_calendar_is_marked_and_its_days_are_explained() -> None:
    page = asked(TERM + "&calendar=lfpa")
    assert '<li class="figure" aria-current="true">LFPA art. 28' in page
    assert "Cada día que no cuenta (LFPA art. 28)" in page


def test_the_calendars_of_its_years_are_a_link_away_with_the_same_question() -> None:
    page = asked("?from=2025-10-30&days=180&term=")
    assert 'href="/calendario/2025/?from=2025-10-30&amp;days=180"' in page
    assert 'href="/calendario/2026/?from=2025-10-30&amp;days=180"' in page


def test_one_more_suspension_is_shown_without_a_word_about_what_is_missing() -> None:
    page = asked("?from=2025-04-09&days=&suspend_from=2025-04-22&suspend_to=&more=1")
    assert "por corregir" not in page
    assert 'value="2025-04-22"' in page
    assert 'id="id_suspend_from_2"' in page


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        pytest.param("?from=", "id_from", "Escriba la fecha.", id="no day"),
        pytest.param("?from=ayer&days=5", "id_from", "Escriba una fecha válida", id="no date"),
        pytest.param("?from=2022-12-30&days=5", "id_from", "los calendarios van del", id="before the calendars"),
        pytest.param("?from=2023-02-01&term=DECISION", "id_from", "No hay reglas para el", id="before the rules"),
        pytest.param("?from=2025-04-09", "id_days", "Fije los días hábiles", id="no days"),
        pytest.param("?from=2025-04-09&days=0", "id_days", "al menos un día", id="too few days"),
        pytest.param(
            "?from=2099-12-01&days=99", "id_days", "pasa del 31 de diciembre de 2099", id="past the calendars"
        ),
        pytest.param("?from=2025-04-09&days=5&term=DECISION", "id_days", "El plazo es de 180", id="other days"),
        pytest.param("?from=2025-04-09&days=99&term=EVIDENCE", "id_days", "no más de 15", id="out of bounds"),
        pytest.param("?from=2025-04-09&days=5&term=X", "id_term", "X", id="no such term"),
        pytest.param("?from=2025-04-09&days=5&calendar=X", "id_calendar", "X", id="no such calendar"),
        pytest.param(
            TERM + "&suspend_from=2025-04-22&suspend_to=", "id_suspend_to_1", "las dos fechas", id="half a suspension"
        ),
        pytest.param(
            TERM + "&suspend_from=2025-04-22&suspend_to=2025-04-21",
            "id_suspend_from_1",
            "antes de empezar",
            id="a suspension backwards",
        ),
        pytest.param(
            TERM + "&suspend_from=2025-04-01&suspend_to=2025-04-21",
            "id_suspend_from_1",
            "antes que el plazo",
            id="a suspension before the term",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_field(query: str, field: str, words: str) -> None:
    page = asked(query, status=422)
    assert f'<a href="#{field}">' in page
    assert words in page.partition(f'<a href="#{field}">')[2].partition("</a>")[0]
    assert "En qué difieren" not in page


def test_all_faults_are_told_at_once() -> None:
    page = asked("?from=2022-12-30&days=0&suspend_from=2025-04-22&suspend_to=", status=422)
    assert "Hay 3 datos por corregir" in page


def test_nothing_of_a_case_is_on_the_page() -> None:
    case = filed_petition()
    assert case.reference not in asked(TERM)


def stretches(number: int) -> str:
    days = [date(2025, 4, 22) + timedelta(days=7 * n) for n in range(number)]
    return "".join(f"&suspend_from={day}&suspend_to={day + timedelta(days=2)}" for day in days)


def test_more_suspensions_than_any_term_had_are_not_computed() -> None:
    assert "Añadir otra suspensión" not in asked(TERM + stretches(12))
    page = asked(TERM + stretches(70), status=422)
    assert "Son demasiadas suspensiones; a lo más 12." in page
    assert 'id="id_suspend_from_13"' not in page


def test_a_suspension_is_one_stretch_whatever_weekends_lie_in_it() -> None:
    page = asked(TERM + "&suspend_from=2025-04-22&suspend_to=2045-04-24")
    assert page.count("plazo suspendido (LFPA art. 17-A, 28)") == 1


def test_who_is_not_signed_in_asks_so_often_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("cases.views.calendar"), "ASKING", Attempts("terms", most=2, minutes=5))
    for _ in range(2):
        asked(TERM)
    assert "demasiados intentos" in asked(TERM, status=429)
    asked()
    assert signed_in(Role.AUDITOR).get(f"/calendario/plazo/{TERM}").status_code == 200
    assert Client().get(f"/calendario/2025/{TERM}").status_code == 429
