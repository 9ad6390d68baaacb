"""Facts and samples kept beside the project, never inside it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def shared(path: str) -> Path:
    """Return a file of the shared data; a test that needs it is skipped where it is not there."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"needs the shared data beside the project: {path}")
    return found
