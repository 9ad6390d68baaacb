"""Public data that lies beside the project on some machines; the suite proves the product without it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared" / "data"


def shared(name: str) -> Path:
    """Return a file of the shared data, or skip the test where there is none."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"no shared data beside the project: {name}")
    return path
