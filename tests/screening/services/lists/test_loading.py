from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from kernel.domain.actors import COMMAND_LINE
from kernel.domain.text import Text
from kernel.formats.csv_table import NotATableError
from kernel.models import LedgerEntry
from screening.formats import UnknownLayoutError
from screening.models import ListedGood, WatchList
from screening.services.lists import UnusableListError, load_list
from screening.services.lists.editions import hold_edition, read_for, received
from tests.resolutions.factories import national_csv, shirts
from tests.screening.list_files import cbp_csv, custom_csv, dhs_page, firms, order, orders, uflpa_csv

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 10, 18, tzinfo=UTC)
LATER = AT + timedelta(days=3)


def load(name: str, data: bytes, *, file_name: str = "lista.csv", at: datetime = AT, demo: bool = False) -> WatchList:
    return load_list(name, data, file_name=file_name, source="correo", actor=COMMAND_LINE, at=at, demo=demo)


def state() -> tuple[object, ...]:
    models = (WatchList, ListedGood, LedgerEntry)
    return tuple(tuple(model._default_manager.order_by("pk").values_list()) for model in models)


@pytest.mark.parametrize(
    ("name", "data", "kind", "size", "dated_on"),
    [
        pytest.param("uflpa", uflpa_csv(3), "FOREIGN", 3, date(2026, 7, 9), id="the entity list as CSV"),
        pytest.param("uflpa", dhs_page(firms(4)), "FOREIGN", 4, date(2025, 1, 14), id="the entity list as a page"),
        pytest.param("wro", cbp_csv(orders(2)), "FOREIGN", 2, None, id="the orders of customs"),
        pytest.param("mi-lista", custom_csv("Uno", "Dos"), "CUSTOM", 2, None, id="a list of one's own"),
        pytest.param("copia", uflpa_csv(3), "FOREIGN", 3, date(2026, 7, 9), id="a known layout under another name"),
    ],
)
def test_a_file_becomes_the_edition_in_use(name: str, data: bytes, kind: str, size: int, dated_on: date | None) -> None:
    row = load(name, data)
    assert (row.state, row.kind, row.size, row.dated_on) == ("CURRENT", kind, size, dated_on)
    assert row.goods.count() == size
    assert (row.source, row.fetched_at, row.stale_after) == ("correo", AT, AT + timedelta(days=14))


def test_the_name_of_the_file_gives_the_date_when_the_content_has_none() -> None:
    assert load("wro", cbp_csv(orders(2)), file_name="wro-fy26-2026-06-23.csv").edition == "2026-06-23"


def test_without_any_date_the_hash_names_the_edition() -> None:
    row = load("wro", cbp_csv(orders(2)), file_name="wro.csv")
    assert row.edition == row.sha256[:12]


def test_what_was_left_out_is_kept_with_its_reason() -> None:
    row = load("wro", cbp_csv([order(), order(status="Inactive")]))
    assert row.size == 1
    assert row.omitted == [
        {
            "line": 3,
            "name": "Confecciones Inventadas Co., Ltd.",
            "es": "no está vigente: Inactive",
            "en": "not in force: Inactive",
        }
    ]


def test_a_new_edition_supersedes_the_one_before() -> None:
    first = load("uflpa", uflpa_csv(3))
    second = load("uflpa", uflpa_csv(2), at=LATER)
    first.refresh_from_db()
    assert (first.state, second.state) == ("SUPERSEDED", "CURRENT")
    entry = LedgerEntry.objects.latest("seq")
    assert (entry.verb, entry.subject, entry.detail["replaced"]) == ("load_list", "list:uflpa", first.fingerprint)


def test_the_same_entries_refresh_the_edition_in_use() -> None:
    first = load("uflpa", uflpa_csv(3))
    again = load("uflpa", uflpa_csv(3) + b"\r\n", at=LATER)
    assert again.pk == first.pk
    assert (again.fetched_at, again.stale_after) == (LATER, LATER + timedelta(days=14))
    assert again.sha256 != first.sha256
    assert WatchList.objects.count() == 1
    assert [entry.verb for entry in LedgerEntry.objects.order_by("seq")] == ["load_list", "refresh_list"]


def test_a_load_drops_what_was_held() -> None:
    load("uflpa", uflpa_csv(3))
    content = read_for("uflpa", uflpa_csv(1), file_name="")
    hold_edition(received("uflpa", b"", content, source="x"), Text("poco", "few"), actor=COMMAND_LINE, at=AT)
    load("uflpa", uflpa_csv(2), at=LATER)
    assert not WatchList.objects.filter(state="HELD").exists()


def test_a_demonstration_list_says_so_and_does_not_go_stale() -> None:
    row = load("demo-uflpa", uflpa_csv(3), demo=True)
    assert (row.demo, row.stale_after, row.title) == (True, None, "DEMO · UFLPA Entity List (DHS)")
    assert not row.is_stale(AT + timedelta(days=9_999))


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        pytest.param("uflpa", cbp_csv(orders(2)), "not laid out like the list “uflpa”", id="orders as entity list"),
        pytest.param("uflpa", custom_csv("Uno"), "under another name", id="one's own list as entity list"),
        pytest.param("demo-uflpa", custom_csv("Uno"), "not laid out", id="the demonstration's list likewise"),
        pytest.param("wro", dhs_page(firms(2)), "not laid out like the list “wro”", id="the page as orders"),
        pytest.param("wro", cbp_csv([order(status="Inactive")]), "1 rows were left out", id="no order in force"),
        pytest.param("mia", b"name,country\n", "has no entry", id="a header alone"),
        pytest.param("mia", national_csv(shirts()), "tamiz lists load nacional", id="a national list"),
        pytest.param("nacional", custom_csv("Uno"), "no watch list", id="the national list's name"),
        pytest.param("demo-nacional", custom_csv("Uno"), "no watch list", id="the demonstration's national name"),
        pytest.param("Mi Lista", custom_csv("Uno"), "cannot be the name", id="a name with capitals and blanks"),
        pytest.param("../x", custom_csv("Uno"), "cannot be the name", id="a name like a path"),
        pytest.param("", custom_csv("Uno"), "cannot be the name", id="no name"),
        pytest.param("a" * 61, custom_csv("Uno"), "cannot be the name", id="a name of 61 letters"),
    ],
)
def test_what_is_no_such_list_is_refused_and_changes_nothing(name: str, data: bytes, sentence: str) -> None:
    load("uflpa", uflpa_csv(3))
    before = state()
    with pytest.raises(UnusableListError, match=sentence):
        load(name, data)
    assert state() == before


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", NotATableError, id="an empty file"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", NotATableError, id="a picture"),
        pytest.param(b"colour,size\nred,1\n", UnknownLayoutError, id="other columns"),
        pytest.param(b"<html><body><p>Access denied</p></body></html>", UnknownLayoutError, id="another page"),
        pytest.param(b"<" * 3, UnknownLayoutError, id="broken HTML"),
    ],
)
def test_what_cannot_be_read_is_refused_and_changes_nothing(data: bytes, error: type[Exception]) -> None:
    load("uflpa", uflpa_csv(3))
    before = state()
    with pytest.raises(error):
        load("uflpa", data)
    assert state() == before


@pytest.mark.django_db(transaction=True)
def test_the_same_new_list_loaded_at_the_same_time_is_one_edition() -> None:
    start, failures = Barrier(4), list[Exception]()

    def loader() -> None:
        try:
            start.wait()
            load_list("propia", custom_csv("Uno", "Dos"), file_name="", source="x", actor=COMMAND_LINE, at=AT)
        except Exception as error:  # noqa: BLE001 - a thread's failure must reach the test
            failures.append(error)
        finally:
            connection.close()

    threads = [Thread(target=loader) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert WatchList.objects.count() == 1
