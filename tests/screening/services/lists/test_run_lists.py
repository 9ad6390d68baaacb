from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kernel.domain.actors import COMMAND_LINE
from kernel.domain.errors import DomainError
from kernel.formats.csv_table import NotATableError
from resolutions.services import load_national_list
from screening.models import ListedGood, WatchList
from screening.services.lists import ListUnavailableError, RunList, lists_for_run, load_list
from tests.resolutions.factories import annulled_shirts, national_csv, shirts
from tests.screening.list_files import cbp_csv, custom_csv, firm, orders, uflpa_csv

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 10, 18, tzinfo=UTC)
ON = date(2026, 7, 10)


def load(name: str, data: bytes, *, demo: bool = False) -> WatchList:
    return load_list(name, data, file_name=f"{name}.csv", source="x", actor=COMMAND_LINE, at=AT, demo=demo)


def load_national(*rows: dict[str, str], demo: bool = False) -> None:
    load_national_list(national_csv(*rows), file_name="n.csv", actor=COMMAND_LINE, at=AT, demo=demo)


def chosen(*specs: str, at: datetime = AT, on: date = ON, files: bool = False) -> tuple[RunList, ...]:
    return lists_for_run(specs, on=on, at=at, files=files)


def refused(*specs: str, at: datetime = AT, on: date = ON, files: bool = False) -> DomainError:
    with pytest.raises(ListUnavailableError) as error:
        chosen(*specs, at=at, on=on, files=files)
    return error.value


def test_loaded_lists_are_chosen_by_name() -> None:
    row = load("uflpa", uflpa_csv(3))
    load_national(shirts())
    uflpa, national = chosen("uflpa", "nacional")
    assert (uflpa.name, uflpa.kind, uflpa.edition, uflpa.sha256) == ("uflpa", "FOREIGN", "2026-07-09", row.sha256)
    assert [good.producers[0].name for good in uflpa.goods] == [firm(1), firm(2), firm(3)]
    assert (national.kind, national.edition, national.fingerprint) == ("NATIONAL", "2026-07-10", national.sha256)
    assert [good.key for good in national.goods] == ["PRUEBA-01/2026/1"]


def test_a_list_named_twice_counts_once() -> None:
    load("uflpa", uflpa_csv(3))
    load_national(shirts())
    assert [item.name for item in chosen("uflpa", "nacional", "uflpa", "nacional")] == ["uflpa", "nacional"]


def test_a_run_needs_a_list() -> None:
    assert refused().message.en == "Name at least one list."


@pytest.mark.parametrize(
    ("name", "what_to_do"),
    [
        pytest.param("uflpa", "get it with “tamiz lists fetch uflpa” or load it with", id="one with an address"),
        pytest.param("mia", "is not loaded: load it with “tamiz lists load mia FILE”.", id="one's own"),
        pytest.param("demo-uflpa", "“tamiz demo” loads it", id="one of the demonstration"),
        pytest.param("nacional", "is empty: no resolution is in force on 2026-07-10; load it with", id="the national"),
        pytest.param("demo-nacional", "“tamiz lists load demo-nacional FILE”", id="the demonstration's national"),
    ],
)
def test_a_list_that_is_missing_says_what_to_do(name: str, what_to_do: str) -> None:
    assert what_to_do in refused(name).message.en


def test_a_national_list_with_nothing_in_force_on_the_day_is_refused() -> None:
    load_national(annulled_shirts())
    assert len(chosen("nacional", on=date(2026, 5, 31))) == 1
    assert "no resolution is in force on 2026-06-01" in refused("nacional", on=date(2026, 6, 1)).message.en


@pytest.mark.parametrize(
    ("days", "usable"),
    [
        pytest.param(13, True, id="the day before"),
        pytest.param(14, True, id="until the moment itself"),
        pytest.param(15, False, id="yesterday"),
    ],
)
@pytest.mark.parametrize("name", ["uflpa", "mia"])
def test_a_list_goes_stale(name: str, days: int, usable: bool) -> None:
    load(name, uflpa_csv(3))
    at = AT + timedelta(days=days)
    if usable:
        assert len(chosen(name, at=at)) == 1
    else:
        message = refused(name, at=at).message
        assert "is of 2026-07-10 and can no longer be trusted" in message.en
        assert f"cárguela con «tamiz lists load {name} ARCHIVO»" in message.es


def test_one_stale_list_refuses_the_whole_run() -> None:
    load("uflpa", uflpa_csv(3))
    load_national(shirts())
    assert "uflpa" in refused("nacional", "uflpa", at=AT + timedelta(days=15)).message.en


def test_demonstration_lists_do_not_go_stale_and_say_demo() -> None:
    load("demo-wro", cbp_csv(orders(3)), demo=True)
    load_national(shirts(), demo=True)
    for item in chosen("demo-wro", "demo-nacional", at=AT + timedelta(days=5_000)):
        assert item.demo
        assert item.title.startswith("DEMO · ")


def test_a_held_edition_is_never_used() -> None:
    row = load("mia", uflpa_csv(3))
    WatchList.objects.filter(pk=row.pk).update(state=WatchList.State.HELD)
    assert "is not loaded" in refused("mia").message.en


def test_a_loaded_list_without_entries_is_refused() -> None:
    load("mia", uflpa_csv(3))
    ListedGood.objects.all().delete()
    assert "“mia” is empty: load it with" in refused("mia").message.en


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, data: bytes) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return str(path)


def test_a_file_is_taken_as_it_is(folder: Path) -> None:
    (item,) = chosen(write(folder / "mine.csv", custom_csv("Uno", "Dos")), files=True)
    assert (item.name, item.title, item.kind, item.dated_on, item.demo) == (
        "mine.csv",
        "mine.csv",
        "CUSTOM",
        None,
        False,
    )
    assert item.edition == item.sha256[:12]
    assert {good.list_name for good in item.goods} == {"mine.csv"}


@pytest.mark.parametrize(
    ("name", "data", "dated_on"),
    [
        pytest.param("u.csv", uflpa_csv(2), date(2026, 7, 9), id="that the content says"),
        pytest.param("wro-2026-06-23.csv", cbp_csv(orders(2)), date(2026, 6, 23), id="that its name says"),
        pytest.param("wro.csv", cbp_csv(orders(2)), None, id="unknown"),
        pytest.param("n.csv", national_csv(shirts()), None, id="unknown for a national list too"),
        pytest.param("n-20260301.csv", national_csv(shirts()), date(2026, 3, 1), id="of a national list by its name"),
    ],
)
def test_a_file_has_the_date(folder: Path, name: str, data: bytes, dated_on: date | None) -> None:
    (item,) = chosen(write(folder / name, data), files=True)
    assert item.dated_on == dated_on


def test_a_national_list_in_a_file_is_that_of_the_day(folder: Path) -> None:
    path = write(folder / "n.csv", national_csv(annulled_shirts(), shirts(number="PRUEBA-02/2026")))
    (before,), (after,) = (chosen(path, on=day, files=True) for day in (date(2026, 5, 31), date(2026, 6, 1)))
    assert [good.key for good in before.goods] == ["PRUEBA-01/2026/1", "PRUEBA-02/2026/1"]
    assert [good.key for good in after.goods] == ["PRUEBA-02/2026/1"]
    assert before.sha256 == after.sha256
    assert before.fingerprint != after.fingerprint


def test_a_loaded_list_wins_over_a_file_of_the_same_name(folder: Path) -> None:
    write(folder / "uflpa", custom_csv("Uno"))
    write(folder / "nacional", national_csv(shirts()))
    assert [item.kind for item in chosen("uflpa", files=True)] == ["CUSTOM"]
    load("uflpa", uflpa_csv(3))
    assert [item.kind for item in chosen("uflpa", files=True)] == ["FOREIGN"]
    assert "is empty" in refused("nacional", files=True).message.en


def test_files_of_the_same_name_are_told_apart_and_the_same_file_counts_once(folder: Path) -> None:
    first = write(folder / "a" / "mine.csv", custom_csv("Uno"))
    second = write(folder / "b" / "mine.csv", custom_csv("Dos"))
    items = chosen(first, second, str(folder / "b" / ".." / "a" / "mine.csv"), "a/mine.csv", files=True)
    assert [item.name for item in items] == ["mine.csv", "mine.csv-2"]
    assert [good.list_name for item in items for good in item.goods] == ["mine.csv", "mine.csv-2"]


def test_a_long_name_of_a_file_is_cut_to_what_a_hit_can_hold(folder: Path) -> None:
    names = [f"{letter}/{'x' * 80}.csv" for letter in "ab"]
    items = chosen(*(write(folder / name, custom_csv("Uno")) for name in names), files=True)
    assert [len(item.name) for item in items] == [60, 60]
    assert len({item.name for item in items}) == 2


@pytest.mark.parametrize(
    "spec", ["mine.csv", "./mine.csv", "/etc/passwd", "../mine.csv", "mine", "\0", "x" * 5000, "Ñ"]
)
def test_without_files_no_path_is_looked_at(folder: Path, spec: str) -> None:
    write(folder / "mine.csv", custom_csv("Uno"))
    write(folder / "mine", custom_csv("Uno"))
    assert refused(spec).message.en.startswith(("There is no list called", "The list “mine” is not loaded"))


@pytest.mark.parametrize("spec", ["gone.csv", ".", "", "\0", "x" * 5000, "a/b/c.csv"])
def test_a_file_that_is_not_there_is_refused(folder: Path, spec: str) -> None:
    assert refused(spec, files=True).message.en.startswith("There is no list file")


def test_a_file_without_a_good_in_force_is_refused(folder: Path) -> None:
    path = write(folder / "n.csv", national_csv(shirts()))
    assert "has no good in force" in refused(path, files=True, on=date(2026, 1, 31)).message.en


def test_a_file_that_is_no_list_is_refused(folder: Path) -> None:
    path = write(folder / "x.csv", b"\x00\x01")
    with pytest.raises(NotATableError):
        chosen(path, files=True)
