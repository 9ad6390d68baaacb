"""An importer reads its notices, acknowledges and answers in a real browser; the investigator reads all of it."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from cases.domain.inquiries import Asked, Authority, Determined
from cases.domain.notices import NoticeChannel, Served
from cases.services import make_request, propose_adoption, record_determination
from kernel.domain.actors import Role
from tests.cases.factories import INVESTIGATOR, noon, seen
from tests.cases.inquiry import ON, ordered_notice, serve, with_importer
from tests.e2e.browser import Visitor, aside, visitor
from tests.pages import PASSWORD, account_with

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

WORDS = {
    "es-MX": ("Entrar", "Salir", "Acusar recibo", "Contestar o presentar pruebas", "Presentar una promoción"),
    "en": ("Sign in", "Sign out", "Acknowledge", "Answer or hand in evidence", "Hand in a submission"),
}


def placed() -> str:
    """Return the reference of a case in which an importer was notified today on its board."""
    account_with(Role.INVESTIGATOR)
    case = with_importer(account=account_with(Role.IMPORTER).as_actor("web").name)
    asked = Asked(Authority.ANAM, "importaciones de la fracción 5201.00.03 desde 2023; " * 4, ON)
    case = make_request(seen=seen(case), asked=asked, actor=INVESTIGATOR, at=noon(ON))
    said = Determined("CBP", "USA", "WRO-1", ON, "algodón en rama", "hallazgo inventado; " * 12)
    case = record_determination(seen=seen(case), said=said, actor=INVESTIGATOR, at=noon(ON))
    case = propose_adoption(
        seen=seen(case), number=1, reason="el mismo productor", actor=INVESTIGATOR, at=timezone.now()
    )
    today = timezone.localdate()
    return serve(ordered_notice(NoticeChannel.ELECTRONIC, case), Served(today), on=today).reference


def sign_in(one: Visitor, role: Role, button: str) -> None:
    one.page.locator("#id_login").fill(f"{role.lower()}@ejemplo.mx")
    one.page.locator("#id_password").fill(PASSWORD)
    one.follow(one.page.get_by_role("button", name=button))


@pytest.mark.parametrize("language", WORDS)
def test_an_importer_acknowledges_and_answers(live_server: LiveServer, language: str, tmp_path: Path) -> None:
    reference = aside(placed)
    enter, leave, acknowledge, answer, hand_in = WORDS[language]
    annex = tmp_path / "contrato.txt"
    annex.write_text("contrato inventado")
    with visitor(language) as one:
        page = one.page
        page.goto(f"{live_server.url}/mis-notificaciones/")
        sign_in(one, Role.IMPORTER, enter)
        one.check()
        one.follow(page.get_by_role("link", name=acknowledge))
        one.check()
        page.locator("#id_number").select_option("1")
        one.follow(page.get_by_role("button", name=acknowledge))
        one.check()
        page.goto(f"{live_server.url}/mis-notificaciones/")
        one.follow(page.get_by_role("link", name=answer))
        one.check()
        one.follow(page.get_by_role("button", name=hand_in))
        one.check_after_refusal()
        one.write(page.locator("#id_text"), "Niega el trabajo forzoso.")
        page.locator("#id_file").set_input_files(str(annex))
        one.follow(page.get_by_role("button", name=hand_in))
        expect(page.locator("main")).to_contain_text("contrato.txt")
        one.check()
        one.follow(page.get_by_role("button", name=leave))
        page.goto(f"{live_server.url}/expedientes/{reference}/")
        sign_in(one, Role.INVESTIGATOR, enter)
        one.check()
        for act in (
            "add-party",
            "change-party",
            "issue-notice",
            "make-request",
            "record-determination",
            "decide-exhibit",
        ):
            page.goto(f"{live_server.url}/expedientes/{reference}/actos/{act}/")
            one.check()
