"""Public data that lie beside the project for development; tests that use them are skipped where they are absent."""

from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1].parent / "shared" / "data"


def shared(path: str) -> Path:
    """Return where a file of the shared data lies, or skip the test that asks for it."""
    found = ROOT / path
    if not found.exists():
        pytest.skip(f"the shared data have no {path} here")
    return found
