from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler

import httpx
import pytest
import stamina
from pytest_django import Settings

from kernel import http
from kernel.domain.actors import SYSTEM
from kernel.models import LedgerEntry
from screening import clients
from screening.models import ListedGood, WatchList
from screening.services.lists import FetchOutcome, FetchState, ListNotFetchedError, NoAddressError, fetch_list
from screening.services.lists.fetching import other_layout
from tests.list_server import Page, Site, serving
from tests.screening.list_files import cbp_csv, custom_csv, dhs_page, firms, orders

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 10, 18, tzinfo=UTC)
LATER = AT + timedelta(days=3)
STALE = timedelta(days=14)
PAGE = "/uflpa-entity-list"
ORDERS = "/document/stats/withhold-release-orders-findings"
FILE = "/files/withhold-release-orders-findings-fy26-2026-06-23.csv"


@pytest.fixture(autouse=True)
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    with serving() as site:
        settings.TAMIZ_LIST_URLS = {"uflpa": site.url(PAGE), "wro": site.url(ORDERS)}
        yield site


def fetch(name: str = "uflpa", *, at: datetime = AT) -> FetchOutcome:
    return fetch_list(name, actor=SYSTEM, at=at)


def in_use(name: str = "uflpa") -> WatchList:
    return WatchList.objects.get(name=name, state="CURRENT")


def state() -> tuple[object, ...]:
    models = (WatchList, ListedGood, LedgerEntry)
    return tuple(tuple(model._default_manager.order_by("pk").values_list()) for model in models)


def test_the_first_fetch_brings_the_list_into_use(site: Site) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20)), etag='"v1"', last_modified="Tue, 14 Jan 2025 10:00:00 GMT"))
    outcome = fetch()
    row = in_use()
    assert (outcome.state, outcome.watch_list) == (FetchState.NEW, row)
    assert outcome.reason.en == "first edition: 20 entries"
    assert (row.size, row.dated_on, row.source) == (20, date(2025, 1, 14), site.url(PAGE))
    assert (row.etag, row.last_modified) == ('"v1"', "Tue, 14 Jan 2025 10:00:00 GMT")
    assert (row.fetched_at, row.stale_after) == (AT, AT + STALE)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(Page(dhs_page(firms(20)), etag='"v1"'), id="by its ETag"),
        pytest.param(Page(dhs_page(firms(20)), last_modified="Tue, 14 Jan 2025 10:00:00 GMT"), id="by its date"),
    ],
)
def test_an_answer_of_304_keeps_the_edition_and_makes_it_fresh(site: Site, page: Page) -> None:
    site.publish(PAGE, page)
    first = fetch().watch_list
    outcome = fetch(at=LATER)
    assert [status for _, status in site.asked] == [200, 304]
    assert (outcome.state, outcome.watch_list.pk) == (FetchState.UNCHANGED, first.pk)
    assert (in_use().fetched_at, in_use().stale_after) == (LATER, LATER + STALE)
    assert LedgerEntry.objects.latest("seq").verb == "refresh_list"


def test_the_same_entries_on_a_page_that_changed_around_them_are_no_new_edition(site: Site) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20))))
    first = fetch().watch_list
    site.publish(PAGE, Page(dhs_page(firms(20)).replace(b"Home", b"Start")))
    outcome = fetch(at=LATER)
    assert (outcome.state, outcome.watch_list.pk) == (FetchState.UNCHANGED, first.pk)
    assert WatchList.objects.count() == 1
    assert in_use().fetched_at == LATER


def test_a_list_that_grew_supersedes_the_one_before(site: Site) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20))))
    fetch()
    site.publish(PAGE, Page(dhs_page(firms(25), updated="07/09/2026")))
    outcome = fetch(at=LATER)
    assert (outcome.state, outcome.reason.en) == (FetchState.NEW, "new edition: 25 entries (20 before)")
    assert in_use().edition == "2026-07-09"
    assert WatchList.objects.filter(state="SUPERSEDED").count() == 1


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(18, FetchState.NEW, id="a tenth fewer is taken"),
        pytest.param(17, FetchState.HELD, id="more than a tenth fewer is held"),
        pytest.param(1, FetchState.HELD, id="almost nothing is held"),
    ],
)
def test_a_list_that_shrinks(site: Site, count: int, expected: FetchState) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20))))
    fetch()
    site.publish(PAGE, Page(dhs_page(firms(count))))
    assert fetch(at=LATER).state is expected
    assert in_use().size == (20 if expected is FetchState.HELD else count)


def test_what_is_held_says_why_and_the_edition_in_use_stays_as_it_was(site: Site) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20)), etag='"v1"'))
    first = fetch().watch_list
    site.publish(PAGE, Page(dhs_page(firms(5)), etag='"v2"'))
    outcome = fetch(at=LATER)
    held = WatchList.objects.get(state="HELD")
    assert outcome.watch_list == held
    assert held.held_reason_en == "It has 5 entries and the edition in use 20: more than 10 % fewer."
    assert "más del 10 % menos" in held.held_reason_es
    assert f"Edition {first.edition} stays in use." in outcome.reason.en
    assert "tamiz lists release uflpa" in outcome.reason.es
    assert (in_use().pk, in_use().fetched_at, in_use().stale_after) == (first.pk, AT, AT + STALE)
    assert LedgerEntry.objects.latest("seq").verb == "hold_list"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(dhs_page(firms(30), headers=("Entity Name", "Effective Date")), id="another header"),
        pytest.param(dhs_page(firms(20), headers=("Entity", "Date Added")), id="another header, the same entries"),
    ],
)
def test_another_layout_is_held(site: Site, page: bytes) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20))))
    fetch()
    site.publish(PAGE, Page(page))
    outcome = fetch(at=LATER)
    assert outcome.state is FetchState.HELD
    assert "The layout of the file changed: columns that are gone: name_of_entity" in outcome.reason.en
    assert in_use().fetched_at == AT


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        ("uflpa_csv:a,b", "dhs_page:a,b", "The format changed: uflpa_csv before, dhs_page now."),
        ("wro_csv:a,b", "wro_csv:a,c", "columns that are gone: b; new columns: c."),
        ("wro_csv:a,b", "wro_csv:a,b,c", "columns that are gone: -; new columns: c."),
        ("wro_csv:a,b", "wro_csv:b,a", "the columns come in another order."),
    ],
)
def test_another_layout_is_told_by_what_is_different(before: str, now: str, sentence: str) -> None:
    assert sentence in other_layout(before, now).en


def test_of_two_suspicious_answers_the_later_is_held(site: Site) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20))))
    fetch()
    for count in (5, 4):
        site.publish(PAGE, Page(dhs_page(firms(count))))
        fetch(at=LATER)
    assert [row.size for row in WatchList.objects.filter(state="HELD")] == [4]


def test_a_good_answer_drops_what_was_held(site: Site) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20)), etag='"v1"'))
    fetch()
    site.publish(PAGE, Page(dhs_page(firms(5)), etag='"v2"'))
    fetch(at=LATER)
    site.publish(PAGE, Page(dhs_page(firms(20)), etag='"v1"'))
    assert fetch(at=LATER).state is FetchState.UNCHANGED
    assert not WatchList.objects.filter(state="HELD").exists()


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(Page(b"\x89PNG\r\n\x1a\n\x00\x00\x00", media_type="image/png"), id="a picture"),
        pytest.param(Page(b"just words"), id="text that is no page"),
        pytest.param(Page(b"<html><body>Access denied</body></html>"), id="a page without the tables"),
        pytest.param(Page(b""), id="nothing"),
        pytest.param(Page(cbp_csv(orders(30)), media_type="text/csv"), id="another list"),
        pytest.param(Page(custom_csv("Uno"), media_type="text/csv"), id="a list of no agency"),
        pytest.param(Page(b"broken", status=500), id="an error of the server"),
        pytest.param(Page(b"no", status=403), id="access denied"),
        pytest.param(Page(b"gone", status=404), id="an address that is gone"),
        pytest.param(Page(dhs_page(firms(20)) + b" " * 60_000), id="more bytes than a list can have"),
    ],
)
@pytest.mark.parametrize("loaded", [True, False], ids=["with an edition in use", "with none"])
def test_an_answer_that_is_no_list_changes_nothing(
    site: Site, page: Page, loaded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients, "LIST_LIMIT", 50_000)
    if loaded:
        site.publish(PAGE, Page(dhs_page(firms(20))))
        fetch()
    site.publish(PAGE, page)
    before = state()
    with pytest.raises(ListNotFetchedError) as refused:
        fetch(at=LATER)
    assert state() == before
    kept = "Edition 2025-01-14 stays in use." if loaded else "There is no edition in use."
    assert kept in refused.value.message.en
    assert "tamiz lists load uflpa ARCHIVO" in refused.value.message.es


def test_a_server_that_is_not_there_changes_nothing(settings: Settings) -> None:
    with serving() as gone:
        settings.TAMIZ_LIST_URLS = {"uflpa": gone.url(PAGE)}
    with pytest.raises(ListNotFetchedError, match="could not be got from"):
        fetch()
    assert not WatchList.objects.exists()


def test_a_server_that_says_nothing_changes_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.publish(PAGE, Page(dhs_page(firms(20))))
    fetch()
    before = state()
    site.publish(PAGE, Page(dhs_page(firms(21)), delay=0.5))
    monkeypatch.setattr(http, "TIMEOUT", httpx.Timeout(0.05))
    with pytest.raises(ListNotFetchedError) as refused:
        fetch(at=LATER)
    assert "Edition 2025-01-14 stays in use." in refused.value.message.en
    assert state() == before


def test_an_error_that_passes_is_waited_out(site: Site) -> None:
    site.publish(PAGE, Page(b"busy", status=503))
    answer, later = site.server.answers[PAGE], Page(dhs_page(firms(20)))

    def once(request: BaseHTTPRequestHandler) -> None:
        answer(request)
        site.publish(PAGE, later)

    site.server.answers[PAGE] = once
    assert fetch().state is FetchState.NEW
    assert [status for _, status in site.asked] == [503, 200]


def test_a_list_without_an_address_says_how_to_load_it(site: Site) -> None:
    with pytest.raises(NoAddressError) as refused:
        fetch("mia")
    assert "there is one for: uflpa, wro" in refused.value.message.en
    assert site.asked == []


def links(*addresses: str) -> Page:
    anchors = "".join(f'<a href="{address}">CSV</a>' for address in addresses)
    return Page(f"<html><body>{anchors}<a href='/other.csv'>other</a></body></html>".encode())


def test_the_orders_are_found_through_the_page_that_links_to_their_newest_file(site: Site) -> None:
    site.publish(ORDERS, links(FILE.replace("06-23", "05-01"), FILE))
    site.publish(FILE, Page(cbp_csv(orders(12)), media_type="text/csv", etag='"c1"'))
    assert fetch("wro").state is FetchState.NEW
    assert (in_use("wro").source, in_use("wro").edition) == (site.url(FILE), "2026-06-23")
    assert fetch("wro", at=LATER).state is FetchState.UNCHANGED
    assert site.asked == [(ORDERS, 200), (FILE, 200), (ORDERS, 200), (FILE, 304)]


def test_a_newer_file_of_orders_is_asked_for_without_the_mark_of_the_older(site: Site) -> None:
    newer = FILE.replace("06-23", "09-29")
    site.publish(ORDERS, links(FILE))
    site.publish(FILE, Page(cbp_csv(orders(12)), etag='"c1"'))
    fetch("wro")
    site.publish(ORDERS, links(FILE, newer))
    site.publish(newer, Page(cbp_csv(orders(13)), etag='"c1"'))
    outcome = fetch("wro", at=LATER)
    assert (outcome.state, in_use("wro").edition, in_use("wro").size) == (FetchState.NEW, "2026-09-29", 13)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(links("http://192.0.2.1/withhold-release-orders-findings-2026-06-23.csv"), id="another host"),
        pytest.param(links("file:///withhold-release-orders-findings.csv"), id="a file of this machine"),
        pytest.param(links(), id="no link"),
    ],
)
def test_a_page_of_orders_without_a_file_of_its_own_host_is_refused(site: Site, page: Page) -> None:
    site.publish(ORDERS, page)
    with pytest.raises(ListNotFetchedError):
        fetch("wro")
    assert site.asked == [(ORDERS, 200)]


def test_the_address_of_orders_may_be_the_file_itself(site: Site, settings: Settings) -> None:
    settings.TAMIZ_LIST_URLS = {"wro": site.url(FILE)}
    site.publish(FILE, Page(cbp_csv(orders(12), encoding="cp1252"), media_type="text/csv"))
    assert fetch("wro").watch_list.size == 12
