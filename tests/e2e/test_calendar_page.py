"""A visitor looks at the calendar and counts a term; a supervisor sees what an act moves, and loads it."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from cases.models import CalendarAct
from cases.services import load_shipped_day_off_acts
from kernel.domain.actors import SYSTEM, Role
from tests.cases.calendar_files import ACT, HEADER
from tests.cases.factories import filed_petition
from tests.e2e.browser import aside, visitor
from tests.pages import PASSWORD, account_with

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
WORDS = {
    "es-MX": {
        "footer": "Calendario y plazos",
        "year": "Calendario de 2025",
        "count a term": "Calcular un plazo",
        "from": "Desde el día",
        "days": "Días hábiles",
        "suspended": "Suspendido desde",
        "to": "Hasta",
        "count": "Calcular",
        "wrong": "por corregir",
        "answer": "Plazo de 20 días hábiles",
        "each day": "Cada día que no cuenta",
        "see it": "Verlo en el calendario de 2025",
        "deadline": "vencimiento según",
        "sign in": "Entrar",
        "acts": "Días inhábiles",
        "file": "Archivo de acuerdos (CSV)",
        "look": "Ver qué movería",
        "load": "Cargarlo y mover los vencimientos",
        "loaded": "Acuerdos cargados: PRUEBA-2026.",
    },
    "en": {
        "footer": "Calendar and terms",
        "year": "Calendar of 2025",
        "count a term": "Count a term",
        "from": "From the day",
        "days": "Business days",
        "suspended": "Suspended from",
        "to": "To",
        "count": "Count",
        "wrong": "to correct",
        "answer": "Term of 20 business days",
        "each day": "Each day that does not count",
        "see it": "See it in the calendar of 2025",
        "deadline": "deadline under",
        "sign in": "Sign in",
        "acts": "Days off",
        "file": "File of acts (CSV)",
        "look": "See what it would move",
        "load": "Load it and move the deadlines",
        "loaded": "Acts loaded: PRUEBA-2026.",
    },
}


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"
    load_shipped_day_off_acts(actor=SYSTEM, at=datetime(2025, 1, 2, 18, tzinfo=UTC))


@pytest.mark.parametrize("language", WORDS)
def test_a_visitor_looks_at_a_year_and_counts_a_term_with_the_keyboard(live_server: LiveServer, language: str) -> None:
    words = WORDS[language]
    with visitor(language) as guest:
        page = guest.page
        page.goto(live_server.url)
        guest.follow(page.get_by_role("link", name=words["footer"]))
        page.goto(f"{live_server.url}/calendario/2025/")
        expect(page.get_by_role("heading", name=words["year"], exact=True)).to_be_visible()
        expect(page.locator("table.month")).to_have_count(12)
        guest.check()
        guest.tab_to(page.locator('a[href="#off-2025-02-05"]'))
        page.keyboard.press("Enter")
        expect(page.locator("#off-2025-02-05")).to_be_in_viewport()

        guest.follow(page.get_by_role("link", name=words["count a term"]))
        guest.check()
        page.get_by_label(words["days"]).fill("0")
        with page.expect_navigation(wait_until="load"):
            page.get_by_role("button", name=words["count"], exact=True).click()
        expect(page.locator("#error-summary")).to_be_focused()
        expect(page.locator("#error-summary")).to_contain_text(words["wrong"])
        guest.check_after_refusal()

        page.get_by_label(words["from"], exact=True).fill("2025-04-09")
        page.get_by_label(words["days"]).fill("20")
        page.get_by_label(words["suspended"]).fill("2025-04-22")
        page.locator("#id_suspend_to_1").fill("2025-04-24")
        page.locator("#id_suspend_to_1").focus()
        guest.tab_to(page.get_by_role("button", name=words["count"], exact=True))
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=words["answer"])).to_be_visible()
        page.get_by_text(words["each day"]).click()
        guest.check()

        guest.follow(page.get_by_role("link", name=words["see it"]))
        expect(page.locator("td.day-deadline").first).to_contain_text(words["deadline"])
        expect(page.locator("td.day-suspended")).to_have_count(2)
        guest.check()


@pytest.mark.parametrize("language", WORDS)
def test_a_supervisor_sees_what_an_act_moves_and_loads_it(
    live_server: LiveServer, language: str, tmp_path: Path
) -> None:
    words = WORDS[language]
    account = account_with(Role.SUPERVISOR)
    case = filed_petition(date(2025, 10, 30))
    path = tmp_path / "dias.csv"
    path.write_text(HEADER + ACT.format(last="2026-04-03"), encoding="utf-8")
    with visitor(language) as supervisor:
        page = supervisor.page
        page.goto(f"{live_server.url}/cuenta/entrar/")
        page.locator("#id_login").fill(account.email)
        page.locator("#id_password").fill(PASSWORD)
        page.get_by_role("button", name=words["sign in"], exact=True).click()
        supervisor.follow(page.get_by_role("navigation").get_by_role("link", name=words["acts"], exact=True))
        supervisor.check()
        page.get_by_label(words["file"]).set_input_files(path)
        with page.expect_navigation(wait_until="load"):
            page.get_by_role("button", name=words["look"]).click()
        expect(page.get_by_text(case.reference).first).to_be_visible()
        supervisor.check()
        supervisor.tab_to(page.get_by_role("button", name=words["load"]))
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press("Enter")
        expect(page.get_by_text(words["loaded"])).to_be_visible()
        supervisor.check()
    assert aside(CalendarAct.objects.filter(code="PRUEBA-2026").exists)
