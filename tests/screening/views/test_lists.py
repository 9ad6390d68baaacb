from datetime import UTC, datetime, timedelta

import pytest

from kernel.domain.actors import Role
from screening.models import WatchList
from tests.pages import signed_in
from tests.screening.finished import list_in_use

pytestmark = pytest.mark.django_db


def page_for(role: Role) -> str:
    return signed_in(role).get("/listas/").content.decode()


def test_a_list_shows_its_edition_its_age_and_until_when_it_may_be_used() -> None:
    row = list_in_use(omitted=[{"line": 3, "name": "Bonechar", "es": "no nombra a nadie", "en": "names nobody"}])
    page = page_for(Role.CUSTOMS)
    assert "UFLPA Entity List (DHS)" in page
    assert "1 de mayo de 2026" in page
    assert "faltan 10 días" in page
    assert row.sha256 in page
    assert "3: Bonechar · no nombra a nadie" in page


def test_a_stale_list_says_since_when() -> None:
    list_in_use(stale_after=datetime.now(UTC) - timedelta(days=2))
    assert "venció hace 2 días" in page_for(Role.CUSTOMS)


def test_a_demo_list_says_so_and_does_not_go_stale() -> None:
    list_in_use("demo-uflpa", demo=True, stale_after=None)
    page = page_for(Role.CUSTOMS)
    assert "DEMO" in page
    assert "sin vencimiento" in page


def test_a_held_edition_shows_its_reason_and_its_buttons_to_those_who_decide() -> None:
    list_in_use()
    list_in_use(state=WatchList.State.HELD, held_reason_es="Perdió 30 entradas.", held_reason_en="It lost 30 entries.")
    analyst, customs = page_for(Role.ANALYST), page_for(Role.CUSTOMS)
    assert "Perdió 30 entradas." in analyst
    assert "Usar la edición retenida" in analyst
    assert "Perdió 30 entradas." in customs
    assert "Usar la edición retenida" not in customs


def test_without_lists_the_page_says_how_to_load_them() -> None:
    assert "tamiz lists fetch" in page_for(Role.ADMIN)
