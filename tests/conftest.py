"""What every test may ask for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A property is true or false whatever the machine is doing: speed is measured in benchmarks/, never by a test.
settings.register_profile("tamiz", deadline=None)
settings.load_profile("tamiz")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write golden files anew instead of comparing with them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return the comparison of a text with its golden file; with ``--golden`` the file is written first."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("golden"):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare
