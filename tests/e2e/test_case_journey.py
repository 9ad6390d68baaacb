"""A petition on its way: recorded, prevented, cured, admitted by two, investigated, pleaded, taken away and checked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from cases.domain.procedure import VERBS, Act
from cases.services import load_shipped_day_off_acts
from kernel.domain.actors import SYSTEM, Role
from tests.command_line import tamiz
from tests.e2e.browser import Visitor, visitor
from tests.pages import PASSWORD, account_with

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

ROLES = (Role.INTAKE, Role.PETITIONER, Role.SUPERVISOR, Role.INVESTIGATOR)
WORDS = {
    "es-MX": {
        "out": "Salir",
        "capture": "Capturar una solicitud",
        "file": "Capturar una solicitud",
        "at the window": "En ventanilla",
        "wrong": "datos por corregir",
        "opened": "Se abrió el expediente",
        "prevent": "Prevenir",
        "done": ": expediente ",
        "cure": "Desahogar la prevención",
        "agree": "Acordar la admisión",
        "admit": "Admitir",
        "not agreed": "Aún no consta el acuerdo",
        "assign": "Asignar el expediente",
        "start term": "Iniciar un plazo",
        "importer": "Respuesta del importador",
        "add document": "Agregar un documento",
        "not heard": "LFPA art. 56",
        "open pleadings": "Abrir los alegatos",
        "meet term": "Tener por cumplido un plazo",
        "export": "Exportar el expediente",
        "changed": "El expediente cambió mientras lo veía",
        "extend": "Prorrogar el plazo",
        "barred": "Esto no se puede hacer ahora",
    },
    "en": {
        "out": "Sign out",
        "capture": "Enter a petition",
        "file": "Enter a petition",
        "at the window": "At the window",
        "wrong": "things to correct",
        "opened": "was opened",
        "prevent": "Prevent",
        "done": ": case ",
        "cure": "Cure the prevention",
        "agree": "Agree to the admission",
        "admit": "Admit",
        "not agreed": "No supervisor's agreement is on file yet",
        "assign": "Assign the case",
        "start term": "Start a term",
        "importer": "Answer of the importer",
        "add document": "Add a document",
        "not heard": "LFPA art. 56",
        "open pleadings": "Open the pleadings",
        "meet term": "Record that a term was met",
        "export": "Export the case file",
        "changed": "The case changed while you were looking at it",
        "extend": "Extend the term",
        "barred": "This cannot be done now",
    },
}


@pytest.fixture(autouse=True)
def unit(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"
    load_shipped_day_off_acts(actor=SYSTEM, at=timezone.now())
    for role in ROLES:
        account_with(role)


class Desk:
    """Somebody of the unit, or the petitioner, at the browser: one at a time, each with a sign-in of their own."""

    def __init__(self, visitor: Visitor, words: dict[str, str], url: str) -> None:
        self.visitor, self.page, self.words, self.url = visitor, visitor.page, words, url
        self.case = ""

    @contextmanager
    def as_(self, role: Role) -> Iterator[None]:
        """Sign in as the one who holds a role, go to the case if there is one, and sign out at the end."""
        page = self.page
        page.goto(f"{self.url}/cuenta/entrar/")
        page.locator("#id_login").fill(f"{role.value.lower()}@ejemplo.mx")
        page.locator("#id_password").fill(PASSWORD)
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press("Enter")
        if self.case:
            page.goto(self.case)
        yield
        with page.expect_navigation(wait_until="load"):
            page.get_by_role("button", name=self.words["out"]).click()

    def open(self, act: str) -> None:
        """Follow the link to an act from the page of the case."""
        self.visitor.follow(self.page.get_by_role("link", name=self.words[act], exact=True))
        expect(self.page.get_by_role("heading", level=1, name=self.words[act])).to_be_visible()
        self.visitor.check()

    def goto(self, act: Act) -> None:
        """Go to an act by its address: the page of the case has no link to what is certain to be refused."""
        self.page.goto(f"{self.case}actos/{VERBS[act].replace('_', '-')}/")
        self.visitor.check()

    def send(self, act: str) -> None:
        """Send the form of an act."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.get_by_role("button", name=self.words[act], exact=True).click()

    def do(self, act: str, **fields: str) -> None:
        """Do an act from the page of the case, and see that it leads back there."""
        self.open(act)
        for name, value in fields.items():
            self.fill(name, value)
        self.send(act)
        self.expect_done()

    def fill(self, name: str, value: str) -> None:
        field = self.page.locator(f"#id_{name}")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(field.locator("option", has_text=value).get_attribute("value"))
        else:
            field.fill(value)

    def expect_done(self) -> None:
        expect(self.page.get_by_text(self.words["done"])).to_be_visible()
        expect(self.page).to_have_url(self.case)


@pytest.mark.parametrize("language", WORDS)
def test_a_petition_goes_from_the_window_to_the_pleadings(
    language: str, live_server: LiveServer, tmp_path: Path
) -> None:
    with visitor(language) as somebody:
        desk = Desk(somebody, WORDS[language], live_server.url)
        record(desk)
        check_requisites(desk)
        admit(desk)
        investigate(desk, tmp_path)
        take_away(desk, tmp_path)


def check_after_conflict(visitor: Visitor) -> None:
    """Look at a page that told of a conflict; the browser tells of it as of an error."""
    visitor.complaints = [told for told in visitor.complaints if "409" not in told]
    visitor.check()


def record(desk: Desk) -> None:
    """Record a petition that came on paper, with the keyboard alone, and mend a fault."""
    page, words, visitor = desk.page, desk.words, desk.visitor
    with desk.as_(Role.INTAKE):
        page.goto(f"{desk.url}/expedientes/")
        visitor.check()
        visitor.tab_to(page.get_by_role("link", name=words["capture"]))
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/expedientes/nuevo/$"))
        visitor.check()
        visitor.tab_to(page.get_by_role("radio", name=words["at the window"]))
        page.keyboard.press("Space")
        visitor.tab_to(page.get_by_role("button", name=words["file"]))
        page.keyboard.press("Enter")
        expect(page.locator("#error-summary")).to_be_focused()
        expect(page.locator("#error-summary")).to_contain_text(words["wrong"])
        visitor.check_after_refusal()
        sent_at = page.locator("#id_sent_at")
        sent_at.fill((timezone.localtime() - timedelta(days=1)).strftime("%Y-%m-%dT12:00"))
        visitor.write(page.locator("#id_text"), "Hilo de algodón de una hilandería inventada")
        visitor.write(page.locator("#id_petitioner"), "petitioner@ejemplo.mx")
        visitor.tab_to(page.get_by_role("button", name=words["file"]))
        page.keyboard.press("Enter")
        expect(page.get_by_text(words["opened"])).to_be_visible()
        desk.case = page.url
        visitor.check()


def check_requisites(desk: Desk) -> None:
    """Prevent the petition, which its petitioner cures."""
    with desk.as_(Role.INTAKE):
        desk.do("prevent", reason="Falta el país de origen (LFPA art. 15).")
    with desk.as_(Role.PETITIONER):
        desk.visitor.check()
        desk.do("cure")


def admit(desk: Desk) -> None:
    """Admit what a supervisor has agreed to; before that it is refused, and afterwards the stage bars it."""
    page, words = desk.page, desk.words
    with desk.as_(Role.INTAKE):
        desk.goto(Act.ADMIT)
        expect(page.get_by_text(words["not agreed"])).to_be_visible()
        admission = page.url
        desk.send("admit")
        expect(page.locator("#error-summary")).to_contain_text("LFPA art. 3")
        desk.visitor.check_after_refusal()
    with desk.as_(Role.SUPERVISOR):
        desk.do("agree")
    with desk.as_(Role.INTAKE):
        desk.do("admit")
        page.goto(admission)
        expect(page.get_by_role("heading", name=words["barred"])).to_be_visible()
        check_after_conflict(desk.visitor)


def investigate(desk: Desk, folder: Path) -> None:
    """Assign the case, hear the importer, add a document, and open the pleadings once the importer was heard."""
    page, words, visitor = desk.page, desk.words, desk.visitor
    with desk.as_(Role.SUPERVISOR):
        desk.do("assign", assignee="investigator@", reason="Turno del día")
    with desk.as_(Role.INVESTIGATOR):
        desk.do("start term", kind=words["importer"], party="IMP-1")
        expect(page.get_by_text(words["importer"]).first).to_be_visible()
        visitor.check()
        desk.open("add document")
        with page.expect_file_chooser() as chooser:
            page.locator("#id_file").click()
        paper = folder / "Anexo 1.txt"
        paper.write_text("Anexo inventado")
        chooser.value.set_files(paper)
        desk.send("add document")
        desk.expect_done()
        expect(page.get_by_role("link", name="Anexo 1.txt")).to_be_visible()
        desk.goto(Act.OPEN_PLEADINGS)
        pleading = page.url
        desk.send("open pleadings")
        expect(page.locator("#error-summary")).to_contain_text(words["not heard"])
        check_after_conflict(visitor)
        page.goto(desk.case)
        desk.do("meet term", number="IMP-1")
        page.goto(pleading)
        page.locator('input[name="version"]').evaluate("field => { field.value = field.value - 1 }")
        desk.send("open pleadings")
        expect(page.get_by_role("heading", name=words["changed"])).to_be_visible()
        check_after_conflict(visitor)
        desk.send("open pleadings")
        desk.expect_done()
        visitor.check()


def take_away(desk: Desk, folder: Path) -> None:
    """Export the file of the case; the command line finds it whole."""
    with desk.as_(Role.INVESTIGATOR):
        with desk.page.expect_download() as download:
            desk.page.get_by_role("button", name=desk.words["export"]).click()
        assert re.fullmatch(r"[0-9A-Z-]{14}\.zip", download.value.suggested_filename)
        file = folder / "expediente.zip"
        download.value.save_as(file)
    ran = tamiz("case", "verify", str(file))
    assert (ran.code, ran.err) == (0, "")
