"""A real browser, and what a page must be in it: without faults for axe, without errors, as narrow as a telephone."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Final, TypeVar

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import Locator, Page, ViewportSize, sync_playwright

Answer = TypeVar("Answer")

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK: Final = ViewportSize(width=1280, height=900)
NARROWEST: Final = ViewportSize(width=320, height=640)
MOST_TABS: Final = 60  # more stops than any page has before what is looked for


def executable() -> str:
    """Return the browser on the path; without one the test is skipped, or fails where one is required."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    if os.environ.get("TAMIZ_REQUIRE_BROWSER") == "1":
        pytest.fail(f"no browser on the path; looked for {', '.join(NAMES)}")
    pytest.skip(f"no browser on the path: install one of {', '.join(NAMES)}")


@contextmanager
def visitor(language: str) -> Iterator["Visitor"]:
    """Yield a browser window of somebody who reads ``language``."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        page = browser.new_context(locale=language, viewport=DESK, accept_downloads=True).new_page()
        page.set_default_timeout(20_000)
        yield Visitor(page)
        browser.close()


class Visitor:
    """Somebody at a page, with everything the browser complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("filechooser", lambda _chooser: None)  # from now on: asked for at the key press, it may come too late
        page.on("request", lambda request: self._own(request.url))

    def _own(self, url: str) -> None:
        if not url.startswith(("http://localhost:", "http://127.0.0.1:", "data:", "blob:")):
            self.complaints.append(f"asks another host: {url}")

    def check(self) -> None:
        """Look at the page in light and dark, on a desk and on the narrowest telephone.

        Raises:
            AssertionError: with everything that is wrong.

        """
        faults = []
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            for size in (DESK, NARROWEST):
                self.page.set_viewport_size(size)
                found = Axe().run(self.page, options={"runOnly": RULES, "resultTypes": ["violations"]})
                if found.violations_count:
                    faults.append(f"{scheme}, {size['width']} wide:\n{found.generate_report()}")
                width = self.page.evaluate("document.documentElement.scrollWidth")
                if width > size["width"]:
                    faults.append(f"{width} wide on a screen of {size['width']}")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(DESK)
        assert not faults, f"{self.page.url}\n" + "\n".join(faults)
        assert not self.complaints, self.complaints

    def check_after_refusal(self) -> None:
        """Look at a form that came back with its faults; the browser tells of the refusal as of an error."""
        self.complaints = [told for told in self.complaints if "422" not in told]
        self.check()

    def tab_to(self, target: Locator) -> None:
        """Move the focus with the keyboard alone until it is on ``target``."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"the keyboard does not reach {target}")

    def follow(self, link: Locator) -> None:
        """Click a link and wait until the page it leads to is whole: a click alone does not wait for it."""
        with self.page.expect_navigation(wait_until="load"):
            link.click()

    def write(self, target: Locator, text: str) -> None:
        """Go to a field with the keyboard and write into it."""
        self.tab_to(target)
        self.page.keyboard.type(text)


def aside(work: Callable[[], Answer]) -> Answer:
    """Return what ``work`` returns, done in a thread of its own: the browser's loop allows no database in this one."""

    def done() -> Answer:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(done).result()
