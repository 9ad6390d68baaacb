"""A customs officer's morning: send a file, read what came of it, check one shipment, look at the lists."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from config.jobs import HANDLERS
from kernel.domain.actors import Role
from kernel.services.jobs import run_next
from tests.e2e.browser import Visitor, aside, visitor
from tests.pages import PASSWORD, account_with
from tests.screening.finished import list_in_use

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

CSV = (
    "pedimento,fraccion,descripcion,origen,proveedor,pais proveedor\n"
    "FAC-1,28046101,SILICIO,CHN,HOSHINE SILICON IND CO LTD IMPORT,CHN\n"
    "FAC-2,64039999,CALZADO,ITA,CALZATURE ROSSI SRL,ITA\n"
    "FAC-3,85414201,CELDAS,CHN,,\n"
    "FAC-4,,SIN FRACCION,CHN,NADIE,CHN\n"
)
WORDS = {
    "es-MX": {
        "sign in": "Entrar",
        "upload": "Tamizar un archivo",
        "send": "Enviar y tamizar",
        "waiting": "Espera su turno",
        "unread": "1 renglón no se pudo leer",
        "which": "Ver cuáles y por qué",
        "watch": "Vigilar",
        "line": "HOSHINE SILICON IND CO LTD IMPORT",
        "declared": "Lo que se declaró",
        "verdicts": "Veredictos (CSV)",
        "runs": "Tamizados",
        "shipment": "Revisar un embarque",
        "more": "Añadir otra parte",
        "check": "Comparar ahora",
        "tariff": "Fracción arancelaria",
        "origin": "País de origen",
        "name": "Nombre o razón social",
        "wrong": "datos por corregir",
        "lists": "Listas",
        "fresh": "faltan 10 días",
    },
    "en": {
        "sign in": "Sign in",
        "upload": "Screen a file",
        "send": "Send and screen",
        "waiting": "It waits its turn",
        "unread": "1 row could not be read",
        "which": "See which and why",
        "watch": "Watch",
        "line": "HOSHINE SILICON IND CO LTD IMPORT",
        "declared": "What was declared",
        "verdicts": "Verdicts (CSV)",
        "runs": "Screenings",
        "shipment": "Check a shipment",
        "more": "Add another party",
        "check": "Compare now",
        "tariff": "Tariff code",
        "origin": "Country of origin",
        "name": "Name",
        "wrong": "things to correct",
        "lists": "Lists",
        "fresh": "10 days left",
    },
}


@pytest.fixture(autouse=True)
def morning(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"
    settings.TAMIZ_RUN_FILES = tmp_path / "runs"
    account_with(Role.CUSTOMS)
    list_in_use()
    list_in_use("demo-wro", title="DEMO · Withhold Release Orders (CBP)", demo=True, stale_after=None)


@pytest.mark.parametrize("language", WORDS)
def test_a_customs_officer_does_the_mornings_work(language: str, live_server: LiveServer, tmp_path: Path) -> None:
    sent = tmp_path / "mayo.csv"
    sent.write_text(CSV)
    words = WORDS[language]
    with visitor(language) as officer:
        sign_in(officer, words, live_server.url)
        send(officer, words, sent)
        read(officer, words)
        check_a_shipment(officer, words)
        look_at_the_lists(officer, words)


def sign_in(officer: Visitor, words: dict[str, str], url: str) -> None:
    page = officer.page
    page.goto(f"{url}/cuenta/entrar/")
    officer.check()
    officer.write(page.locator("#id_login"), "customs@ejemplo.mx")
    officer.write(page.locator("#id_password"), PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=words["upload"]).first).to_be_visible()
    officer.check()


def send(officer: Visitor, words: dict[str, str], file: Path) -> None:
    """Send a file with the keyboard alone, mend a fault, and watch the progress."""
    page = officer.page
    link = page.get_by_role("navigation").first.get_by_role("link", name=words["upload"])
    officer.tab_to(link)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/aduana/archivo/$"))
    officer.check()
    officer.tab_to(page.locator('input[type="file"]'))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(file)
    officer.tab_to(page.get_by_role("checkbox", name=re.compile("UFLPA")))
    page.keyboard.press("Space")  # unticks the only real list
    officer.tab_to(page.get_by_role("button", name=words["send"]))
    page.keyboard.press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.get_by_text("mayo.csv").first).to_be_visible()
    officer.check_after_refusal()
    officer.tab_to(page.get_by_role("checkbox", name=re.compile("UFLPA")))
    page.keyboard.press("Space")
    officer.tab_to(page.get_by_role("button", name=words["send"]))
    page.keyboard.press("Enter")
    expect(page.get_by_text(words["waiting"])).to_be_visible()
    officer.check()
    assert aside(lambda: run_next(HANDLERS, clock=timezone.now))
    expect(page).to_have_url(re.compile(r"/aduana/tamizados/[0-9a-f-]+/$"))  # the page led there by itself


def read(officer: Visitor, words: dict[str, str]) -> None:
    """Read what could not be read, filter, open a line, take the verdicts away."""
    page = officer.page
    expect(page.get_by_text(words["unread"])).to_be_visible()
    officer.check()
    run = page.url
    officer.follow(page.get_by_role("link", name=words["which"]))
    expect(page.get_by_text("FAC-4").first).to_be_visible()
    officer.check()
    page.goto(run)
    officer.follow(page.locator(".chart-table").get_by_role("link", name=words["watch"]))
    expect(page.locator(".table-lines tbody tr")).to_have_count(1)
    officer.check()
    officer.follow(page.get_by_role("link", name=re.compile("FAC-1")))
    expect(page.get_by_role("heading", name=words["declared"])).to_be_visible()
    expect(page.locator(".word-same").first).to_contain_text("HOSHINE")
    expect(page.locator(".word-left")).to_contain_text("IMPORT")
    officer.check()
    page.goto(run)
    with page.expect_download() as download:
        page.get_by_role("link", name=words["verdicts"]).click()
    assert download.value.suggested_filename == "verdicts.csv"
    taken = csv.DictReader(Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines())
    assert sorted(row["verdict"] for row in taken) == ["CLEAR", "NOT_SCREENED", "UNKNOWN", "WATCH"]
    officer.follow(page.get_by_role("navigation").first.get_by_role("link", name=words["runs"], exact=True))
    expect(page.get_by_role("link", name="mayo.csv")).to_be_visible()
    officer.check()


def check_a_shipment(officer: Visitor, words: dict[str, str]) -> None:
    page = officer.page
    officer.follow(page.get_by_role("navigation").first.get_by_role("link", name=words["shipment"]))
    officer.check()
    page.get_by_label(words["name"]).first.fill("HOSHINE SILICON INDUSTRY")
    page.get_by_role("button", name=words["more"]).click()
    expect(page.locator(".party")).to_have_count(3)
    page.get_by_label(words["origin"]).fill("Narnia")
    submit(page, words["check"])
    expect(page.locator("#error-summary")).to_contain_text(words["wrong"])
    officer.check_after_refusal()
    page.get_by_label(words["tariff"]).fill("28046101")
    page.get_by_label(words["origin"]).fill("China")
    submit(page, words["check"])
    expect(page.locator(".verdict-word")).to_contain_text(words["watch"])
    officer.check()


def submit(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def look_at_the_lists(officer: Visitor, words: dict[str, str]) -> None:
    page = officer.page
    officer.follow(page.get_by_role("navigation").first.get_by_role("link", name=words["lists"]))
    expect(page.get_by_text(words["fresh"])).to_be_visible()
    expect(page.get_by_text("DEMO", exact=True).first).to_be_visible()
    officer.check()
