from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from cases.services import load_day_off_acts
from kernel.domain.actors import COMMAND_LINE
from tests import pages
from tests.cases.factories import filed_petition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
assert pages  # compiles the catalogues


def page(year: int, query: str = "", language: str = "es") -> str:
    response = Client().get(f"/calendario/{year}/{query}", headers={"Accept-Language": language})
    assert response.status_code == 200
    return response.content.decode()


def test_anybody_is_shown_the_present_year() -> None:
    response = Client().get("/calendario/")
    assert response.status_code == 200
    assert f"Calendario de {timezone.localdate().year}" in response.content.decode()


def test_each_month_is_a_table_with_its_name_and_the_names_of_its_days() -> None:
    shown = page(2025)
    assert shown.count('<table class="month">') == 12
    assert "<caption>Febrero</caption>" in shown
    assert (
        '<th scope="col"><span aria-hidden="true">mi</span><span class="visually-hidden">miércoles</span></th>' in shown
    )


def test_a_day_off_is_told_by_sign_by_words_and_by_its_instrument() -> None:
    shown = page(2025)
    assert (
        '<td class="day-lfpa"><a href="#off-2025-02-05">5<span class="sign" aria-hidden="true">◐</span>'
        '<span class="visually-hidden">: inhábil según LFPA art. 28 y la unión</span></a></td>'
    ) in shown
    assert '<tr id="off-2025-02-05">' in shown
    assert "Acuerdo de suspensión de labores 2025 (STPS)" in shown
    assert "(DOF 26/12/2024)" in shown


def test_a_doubtful_day_says_so_and_why() -> None:
    shown = page(2025)
    assert "dudoso: se cuenta como hábil" in shown
    assert "Días dudosos" in shown


def test_a_year_whose_act_is_loaded_says_which_and_another_is_provisional() -> None:
    assert "Acuerdo de 2025 cargado: STPS-2025." in page(2025)
    assert "PROVISIONAL: acuerdo de 2026 no cargado" in page(2026)
    assert "PROVISIONAL: act for 2026 not loaded" in page(2026, language="en")


def test_the_years_lead_to_one_another_as_far_as_the_calendars_reach() -> None:
    first, last = page(2023), page(2099)
    assert 'rel="next" href="/calendario/2024/"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev" href="/calendario/2098/"' in last
    assert 'rel="next"' not in last


@pytest.mark.parametrize("year", [2022, 2100, 0, 99999])
def test_a_year_that_no_calendar_has_is_told_in_words(year: int) -> None:
    response = Client().get(f"/calendario/{year}/")
    assert response.status_code == 404
    assert f"Los calendarios van de 2023 a 2099; no tienen el año {year}." in response.content.decode()


def test_a_term_on_trial_is_marked_with_its_start_its_suspension_and_its_deadlines() -> None:
    shown = page(2025, "?from=2025-04-09&days=20&suspend_from=2025-04-22&suspend_to=2025-04-24")
    assert "inicio del plazo" in shown
    assert shown.count("plazo suspendido</span>") == 2
    assert "vencimiento según LFPA art. 28" in shown
    assert (
        "vencimiento según Calendario Oficial, unión de ambos" in shown or "vencimiento según unión de ambos" in shown
    )
    assert 'href="/calendario/2026/?from=2025-04-09&amp;days=20' in shown


def test_nothing_of_a_case_is_on_the_page() -> None:
    case = filed_petition(date(2025, 1, 13))
    shown = page(2025)
    assert case.reference not in shown
    assert case.series not in shown


def test_an_act_that_was_loaded_counts_at_once() -> None:
    act = (
        "act,instrument,published_on,units,known_from,known_until,first_on\n"
        "PRUEBA-2026,Acuerdo inventado 2026,2025-12-20,toda,2026-01-01,2026-12-31,2026-04-02\n"
    )
    assert "off-2026-04-02" not in page(2026)
    load_day_off_acts(act.encode(), file_name="a.csv", actor=COMMAND_LINE, at=datetime(2026, 1, 5, 18, tzinfo=UTC))
    assert '<tr id="off-2026-04-02">' in page(2026)


@pytest.mark.parametrize("day", ["9999-12-31", "ayer"])
def test_a_question_that_cannot_be_answered_is_told_above_the_calendar(day: str) -> None:
    response = Client().get(f"/calendario/2026/?from={day}&days=9")
    assert response.status_code == 422
    told = response.content.decode()
    assert "inicio del plazo" not in told
    assert "El plazo que pide la dirección no se puede calcular." in told
    assert f'href="/calendario/plazo/?from={day}&amp;days=9"' in told
