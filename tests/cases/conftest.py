"""What tests of the procedure may ask for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from cases.services import load_shipped_day_off_acts
from kernel.domain.actors import SYSTEM
from tests.cases.api.petitioners import trusted_in


@pytest.fixture
def shipped_acts(db: None) -> None:
    """Load the acts on days off that are shipped."""
    load_shipped_day_off_acts(actor=SYSTEM, at=datetime(2025, 1, 2, 18, tzinfo=UTC))


@pytest.fixture
def trusted(settings: Settings, tmp_path: Path) -> None:
    """Believe the authority of the tests' certificates."""
    settings.TAMIZ_EFIRMA_AUTHORITIES = trusted_in(tmp_path / "authorities")
