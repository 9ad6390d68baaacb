from datetime import UTC, datetime, timedelta

import pytest

from kernel.domain.actors import COMMAND_LINE
from kernel.domain.text import Text
from kernel.models import LedgerEntry
from screening.models import ListedGood, WatchList
from screening.services.lists import NothingHeldError, discard_held, load_list, release_held
from screening.services.lists.editions import hold_edition, read_for, received
from tests.screening.list_files import uflpa_csv

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 10, 18, tzinfo=UTC)
LATER = AT + timedelta(days=3)


@pytest.fixture
def held() -> WatchList:
    load_list("uflpa", uflpa_csv(20), file_name="", source="x", actor=COMMAND_LINE, at=AT)
    data = uflpa_csv(5)
    item = received("uflpa", data, read_for("uflpa", data, file_name=""), source="y")
    return hold_edition(item, Text("pocas", "few"), actor=COMMAND_LINE, at=AT)


def states() -> dict[int, str]:
    return dict(WatchList.objects.values_list("size", "state"))


def test_a_released_edition_comes_into_use(held: WatchList) -> None:
    released = release_held("uflpa", actor=COMMAND_LINE, at=LATER)
    assert released.pk == held.pk
    assert states() == {5: "CURRENT", 20: "SUPERSEDED"}
    entry = LedgerEntry.objects.latest("seq")
    assert (entry.verb, entry.actor, entry.detail["entries"]) == ("release_list", "cli", 5)


def test_a_discarded_edition_is_gone_and_the_one_in_use_stays(held: WatchList) -> None:
    assert discard_held("uflpa", actor=COMMAND_LINE, at=LATER).size == 5
    assert states() == {20: "CURRENT"}
    assert ListedGood.objects.count() == 20
    entry = LedgerEntry.objects.latest("seq")
    assert (entry.verb, entry.detail["sha256"]) == ("discard_list", held.sha256)


@pytest.mark.parametrize("decide", [release_held, discard_held])
def test_with_nothing_held_there_is_nothing_to_decide(decide: object) -> None:
    load_list("uflpa", uflpa_csv(20), file_name="", source="x", actor=COMMAND_LINE, at=AT)
    entries = LedgerEntry.objects.count()
    with pytest.raises(NothingHeldError, match="no edition held"):
        decide("uflpa", actor=COMMAND_LINE, at=LATER)  # type: ignore[operator]  # one of two services
    assert states() == {20: "CURRENT"}
    assert LedgerEntry.objects.count() == entries
