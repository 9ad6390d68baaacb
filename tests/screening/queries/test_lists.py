from datetime import UTC, date, datetime, timedelta

import pytest

from kernel.domain.actors import COMMAND_LINE
from kernel.domain.text import Text
from resolutions.services import load_national_list
from screening.queries.lists import loaded_lists
from screening.services.lists import lists_for_run, load_list
from screening.services.lists.editions import hold_edition, read_for, received
from tests.resolutions.factories import national_csv, shirts
from tests.screening.list_files import cbp_csv, custom_csv, order, uflpa_csv

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 10, 18, tzinfo=UTC)


def load(name: str, data: bytes, *, demo: bool = False) -> None:
    load_list(name, data, file_name="", source="correo", actor=COMMAND_LINE, at=AT, demo=demo)


def load_national(*rows: dict[str, str], demo: bool = False) -> None:
    load_national_list(national_csv(*rows), file_name="n.csv", actor=COMMAND_LINE, at=AT, demo=demo)


def test_nothing_is_loaded_at_first() -> None:
    assert loaded_lists(AT) == []


def test_the_lists_in_use_stand_in_order_with_their_freshness() -> None:
    load("wro", cbp_csv([order(), order(status="Inactive")]))
    load("mia", custom_csv("Uno"))
    load("demo-uflpa", uflpa_csv(2), demo=True)
    load_national(shirts())
    load_national(shirts(number="DEMO-1"), demo=True)
    listed = loaded_lists(AT + timedelta(days=15))
    assert [(item.name, item.kind, item.size, item.omitted, item.is_stale, item.demo) for item in listed] == [
        ("nacional", "NATIONAL", 1, 0, False, False),
        ("demo-nacional", "NATIONAL", 1, 0, False, True),
        ("demo-uflpa", "FOREIGN", 2, 0, False, True),
        ("mia", "CUSTOM", 1, 0, True, False),
        ("wro", "FOREIGN", 1, 1, True, False),
    ]


def test_the_national_list_is_that_of_the_day_in_mexico() -> None:
    load_national(shirts())
    (before,) = loaded_lists(datetime(2026, 2, 1, 5, 59, tzinfo=UTC))  # 23:59 of 31 January
    (after,) = loaded_lists(datetime(2026, 2, 1, 6, 0, tzinfo=UTC))
    assert [(item.size, item.dated_on) for item in (before, after)] == [(0, date(2026, 1, 31)), (1, date(2026, 2, 1))]
    assert (after.fetched_at, after.stale_after, after.source) == (None, None, "")


def test_a_superseded_edition_is_not_shown_and_a_held_one_stands_beside_the_one_in_use() -> None:
    load("uflpa", uflpa_csv(20))
    load("uflpa", uflpa_csv(21))
    data = uflpa_csv(5)
    item = received("uflpa", data, read_for("uflpa", data, file_name=""), source="y")
    hold_edition(item, Text("pocas", "few"), actor=COMMAND_LINE, at=AT)
    (status,) = loaded_lists(AT)
    assert status.size == 21
    assert status.held is not None
    assert (status.held.size, status.held.reason) == (5, Text("pocas", "few"))


def test_it_tells_the_same_hashes_as_a_run_uses() -> None:
    load("mia", custom_csv("Uno"))
    load_national(shirts())
    used = {item.name: item.sha256 for item in lists_for_run(["mia", "nacional"], on=date(2026, 7, 10), at=AT)}
    assert {item.name: item.sha256 for item in loaded_lists(AT)} == used
