"""What every test may ask for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from hypothesis import settings

# A property is true or false whatever the machine is doing: speed is measured in benchmarks/, never by a test.
settings.register_profile("tamiz", deadline=None)
settings.load_profile("tamiz")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write golden files anew instead of comparing with them")


@pytest.fixture(scope="session", autouse=True)
def own_documents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the documents of each worker apart: an address is the same in all, and one mends what another breaks."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("documents")):
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return the comparison of a text with its golden file; with ``--golden`` the file is written first."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("golden"):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare
