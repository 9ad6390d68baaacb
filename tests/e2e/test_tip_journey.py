"""A tip from the first page to the case it starts, in a real browser: whoever gives it, the unit, both languages."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from cases.services import load_shipped_day_off_acts
from kernel.domain.actors import SYSTEM, Role
from tests.cases.factories import FILED, noon
from tests.cases.tips import picture
from tests.e2e.browser import Visitor, aside, visitor
from tests.pages import PASSWORD, account_with

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

WORDS = {
    "es-MX": {
        "give": "Dar un aviso",
        "send": "Enviar el aviso",
        "see": "Ya lo anoté: ver mi aviso",
        "back": "Ver mi aviso",
        "write": "Enviar el mensaje",
        "sign in": "Entrar",
        "take": "Empezar a valorarlo",
        "start": "Iniciar de oficio",
        "started": "Se abrió el expediente",
        "got": "Recibimos su mensaje.",
    },
    "en": {
        "give": "Give a tip",
        "send": "Send the tip",
        "see": "I have written it down: see my tip",
        "back": "See my tip",
        "write": "Send the message",
        "sign in": "Sign in",
        "take": "Start looking into it",
        "start": "Start on own motion",
        "started": "opened",
        "got": "We have received your message.",
    },
}
STORY = "工人不能离开工厂。No los dejan salir; les quitaron el pasaporte."
QUESTION, ANSWER = "¿Desde cuándo?", "从五月开始 / desde mayo"


def the_unit() -> None:
    account_with(Role.SUPERVISOR, Role.INTAKE)
    load_shipped_day_off_acts(actor=SYSTEM, at=noon(FILED))


def give(one: Visitor, url: str, words: dict[str, str], photo: Path) -> str:
    """Give a tip with the keyboard, once without what must be said; return the receipt."""
    page = one.page
    page.goto(url)
    one.follow(page.get_by_role("main").get_by_role("link", name=words["give"]))
    one.check()
    page.locator("#id_attachments").set_input_files(photo)
    one.write(page.locator("#id_goods"), "hilo")
    one.follow(page.get_by_role("button", name=words["send"]))
    expect(page.locator("#error-summary")).to_be_focused()
    one.check_after_refusal()
    expect(page.locator("#id_goods")).to_have_value("hilo")
    expect(page.get_by_role("checkbox", name=photo.name)).to_be_checked()
    page.locator("#id_account").fill(STORY)
    page.locator("#id_signs_6").check()
    page.locator("#id_language").select_option("zh")
    page.get_by_role("button", name=words["send"]).dblclick()
    expect(page.locator(".receipt-digits")).to_be_visible()
    one.check()
    receipt = page.locator(".receipt-digits").inner_text()
    assert re.fullmatch(r"\d{4}( \d{4}){3}", receipt)
    one.follow(page.get_by_role("button", name=words["see"]))
    one.check()
    assert [cookie["name"] for cookie in page.context.cookies()] == ["csrftoken"]
    return receipt


def weigh(one: Visitor, url: str, words: dict[str, str]) -> None:
    """Ask the person something as the unit, and start a case."""
    page = one.page
    page.goto(f"{url}/avisos/")
    page.locator("#id_login").fill("supervisor-intake@ejemplo.mx")
    page.locator("#id_password").fill(PASSWORD)
    one.follow(page.get_by_role("button", name=words["sign in"]))
    one.check()
    one.follow(page.locator("tbody a").first)
    one.check()
    page.locator("#id_body").fill(QUESTION)
    one.follow(page.get_by_role("button", name=words["write"]))
    expect(page.locator(".thread")).to_contain_text(QUESTION)
    one.follow(page.get_by_role("link", name=words["take"]))
    one.check()
    one.follow(page.get_by_role("button", name=words["take"]))
    one.follow(page.get_by_role("link", name=words["start"]))
    one.check()
    page.locator("#id_text").fill("hilo de una hilandería inventada")
    page.locator("#id_reason").fill("relato directo, con una foto")
    one.follow(page.get_by_role("button", name=words["start"]))
    expect(page.get_by_role("status")).to_contain_text(words["started"])


def come_back(one: Visitor, url: str, words: dict[str, str], receipt: str) -> None:
    """Read the question and answer it."""
    page = one.page
    page.goto(f"{url}/denuncia/seguimiento/")
    one.check()
    page.locator("#id_receipt").fill(receipt.replace(" ", "")[:-1])
    one.follow(page.get_by_role("button", name=words["back"]))
    one.check_after_refusal()
    page.locator("#id_receipt").fill(receipt)
    one.follow(page.get_by_role("button", name=words["back"]))
    expect(page.locator(".thread")).to_contain_text(QUESTION)
    page.locator("#id_body").fill(ANSWER)
    one.follow(page.get_by_role("button", name=words["write"]))
    expect(page.get_by_role("status")).to_contain_text(words["got"])
    expect(page.locator(".message")).to_have_count(3)
    one.check()


@pytest.mark.parametrize("language", WORDS)
def test_a_tip_is_given_answered_and_starts_a_case(live_server: LiveServer, language: str, tmp_path: Path) -> None:
    aside(the_unit)
    photo = tmp_path / "foto inventada.jpg"
    photo.write_bytes(picture())
    words, url = WORDS[language], live_server.url
    with visitor(language) as person:
        receipt = give(person, url, words, photo)
    with visitor(language) as official:
        weigh(official, url, words)
    with visitor(language) as person:
        come_back(person, url, words, receipt)


def test_a_tip_is_given_without_any_script(live_server: LiveServer) -> None:
    aside(the_unit)
    with visitor("es-MX") as one:
        page = one.page.context.browser.new_context(java_script_enabled=False, locale="es-MX").new_page()  # type: ignore[union-attr]
        page.goto(f"{live_server.url}/denuncia/")
        page.locator("#id_account").fill(STORY)
        page.get_by_role("button", name="Enviar el aviso").click()
        receipt = page.locator(".receipt-digits").inner_text()
        page.goto(f"{live_server.url}/denuncia/seguimiento/")
        page.locator("#id_receipt").fill(receipt)
        page.get_by_role("button", name="Ver mi aviso").click()
        expect(page.locator(".thread")).to_contain_text(STORY)
        page.locator("#id_body").fill(ANSWER)
        page.get_by_role("button", name="Enviar el mensaje").click()
        expect(page.locator(".thread")).to_contain_text(ANSWER)
