"""What tests of the procedure may ask for."""

from datetime import UTC, datetime

import pytest

from cases.services import load_shipped_day_off_acts
from kernel.domain.actors import SYSTEM


@pytest.fixture
def shipped_acts(db: None) -> None:
    """Load the acts on days off that are shipped."""
    load_shipped_day_off_acts(actor=SYSTEM, at=datetime(2025, 1, 2, 18, tzinfo=UTC))
