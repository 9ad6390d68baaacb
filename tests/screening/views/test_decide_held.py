import pytest

from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from screening.models import WatchList
from tests.pages import signed_in
from tests.screening.finished import list_in_use

pytestmark = pytest.mark.django_db

ADDRESS = "/listas/uflpa/retenida/"


@pytest.fixture
def held() -> WatchList:
    list_in_use()
    return list_in_use(state=WatchList.State.HELD, fingerprint="other", edition="2026-05-20")


def in_use() -> str:
    return WatchList.objects.get(name="uflpa", state=WatchList.State.CURRENT).edition


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMIN])
def test_a_held_edition_is_released(role: Role, held: WatchList) -> None:
    page = signed_in(role).post(ADDRESS, {"decision": "release", "seen": held.sha256}, follow=True).content.decode()
    assert in_use() == held.edition
    assert "ya está en uso" in page


def test_a_held_edition_is_discarded(held: WatchList) -> None:
    page = (
        signed_in(Role.ANALYST)
        .post(ADDRESS, {"decision": "discard", "seen": held.sha256}, follow=True)
        .content.decode()
    )
    assert in_use() == "2026-05-01"
    assert not WatchList.objects.filter(state=WatchList.State.HELD).exists()
    assert "se descartó" in page


@pytest.mark.parametrize("decision", ["", "RELEASE", "delete"])
def test_another_decision_changes_nothing(decision: str, held: WatchList) -> None:
    before = LedgerEntry.objects.count()
    assert signed_in(Role.ANALYST).post(ADDRESS, {"decision": decision}).status_code == 400
    assert in_use() == "2026-05-01"
    assert WatchList.objects.filter(state=WatchList.State.HELD).exists()
    assert LedgerEntry.objects.count() == before


def test_a_list_with_nothing_held_is_a_missing_page() -> None:
    list_in_use()
    response = signed_in(Role.ANALYST).post(ADDRESS, {"decision": "release"})
    assert response.status_code == 404
    assert "ninguna edición retenida" in response.content.decode()


def test_a_link_decides_nothing(held: WatchList) -> None:
    assert signed_in(Role.ANALYST).get(ADDRESS).status_code == 405
    assert in_use() == "2026-05-01"


@pytest.mark.parametrize("decision", ["release", "discard"])
@pytest.mark.parametrize("seen", [{}, {"seen": "0" * 64}], ids=["none", "another"])
def test_an_edition_that_came_after_the_one_seen_is_not_decided_on(
    decision: str, seen: dict[str, str], held: WatchList
) -> None:
    response = signed_in(Role.ANALYST).post(ADDRESS, {"decision": decision, **seen})
    assert response.status_code == 409
    assert "ya es otra" in response.content.decode()
    assert in_use() == "2026-05-01"
    assert WatchList.objects.filter(state=WatchList.State.HELD).exists()


def test_the_page_sends_which_edition_it_shows(held: WatchList) -> None:
    page = signed_in(Role.ANALYST).get("/listas/").content.decode()
    assert f'name="seen" value="{held.sha256}"' in page
