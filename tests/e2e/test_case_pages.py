"""The reading pages of the case file in a real browser, in both languages, by keyboard."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from cases.services import assign_case, prioritise_case
from kernel.domain.actors import Role
from tests.cases.factories import SUPERVISOR, filed_petition, heard_case, noon, own_motion_case, seen
from tests.e2e.browser import aside, visitor
from tests.pages import PASSWORD, account_with

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

WORDS = {
    "es-MX": ("Entrar", "Filtrar", "Comprobar todos los asientos", "asientos comprobados"),
    "en": ("Sign in", "Filter", "Check every entry", "entries checked"),
}


def some_cases() -> tuple[str, str]:
    """Return the references of a case in which much happened and of another."""
    account = account_with(Role.SUPERVISOR)
    today = timezone.localdate()
    case, other, now = heard_case(), filed_petition(today - timedelta(days=3)), timezone.now()
    own_motion_case(today - timedelta(days=9))
    case = assign_case(seen=seen(case), assignee=account.reference, reason="turno", actor=SUPERVISOR, at=now)
    reason = "riesgo para la vida; " * 30
    prioritise_case(seen=seen(other), reason=reason, actor=SUPERVISOR, at=noon(today))
    return case.reference, other.reference


@pytest.mark.parametrize("language", WORDS)
def test_a_supervisor_reads_the_case_file(live_server: LiveServer, language: str) -> None:
    case, other = aside(some_cases)
    sign_in, narrow, check, checked = WORDS[language]
    with visitor(language) as one:
        page = one.page
        page.goto(f"{live_server.url}/expedientes/")
        page.locator("#id_login").fill("supervisor@ejemplo.mx")
        page.locator("#id_password").fill(PASSWORD)
        one.follow(page.get_by_role("button", name=sign_in))
        for place in ("", "agenda/", "vencidos/", "por-resolver/"):
            page.goto(f"{live_server.url}/expedientes/{place}")
            one.check()
        page.goto(f"{live_server.url}/expedientes/")
        one.write(page.locator("#id_text"), case[5:])
        one.tab_to(page.get_by_role("button", name=narrow))
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press("Enter")
        expect(page.locator("main")).not_to_contain_text(other)
        one.follow(page.get_by_role("link", name=case))
        one.check()
        one.follow(page.get_by_role("link", name=check))
        expect(page.get_by_role("status")).to_contain_text(checked)
        one.check()
