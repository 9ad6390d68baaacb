"""The report in a real browser: as a file from a disk, on a desk and on a telephone, in light and dark."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from screening.services.runs import write_run_files
from tests.screening.factories import (
    CHINESE,
    CLEAR,
    REVIEWED,
    STOPPED,
    UNKNOWN,
    VIRTUAL,
    WATCHED_LINE,
    Said,
    finished_run,
    foreign_list,
    national_list,
)

pytestmark = [pytest.mark.django_db, pytest.mark.e2e]
LONG = Said("61091003", "CHN", supplier="Comercializadora " * 12, producer=CHINESE, description="PLAYERAS " * 40)


def browser_path() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no browser on the path")
    return found


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_report_is_accessible_fits_and_asks_nobody(tmp_path: Path, language: str) -> None:
    path = browser_path()
    lists = (national_list(demo=True), foreign_list())
    run = finished_run(
        CLEAR, STOPPED, LONG, REVIEWED, VIRTUAL, WATCHED_LINE, WATCHED_LINE, UNKNOWN, rejected=12, lists=lists
    )
    report = write_run_files(run, tmp_path, language=language).report
    faults, asked = list[str](), list[str]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for width in (1200, 320):
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page.on("request", lambda request: asked.append(request.url))
                page.on("console", lambda said: faults.append(said.text))
                page.goto(report.as_uri())
                found = Axe().run(page)
                faults.extend([found.generate_report()] if found.violations_count else [])
                wide = page.evaluate("document.documentElement.scrollWidth")
                faults.extend([f"{wide} wide on {width}"] if wide > width else [])
                page.close()
        browser.close()
    assert faults == []
    assert set(asked) == {report.as_uri()}
