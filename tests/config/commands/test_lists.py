from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import stamina
from django.utils import timezone
from pytest_django import Settings

from screening.models import WatchList
from tests.command_line import tamiz
from tests.list_server import Page, Site, serving
from tests.resolutions.factories import annulled_shirts, national_csv, shirts
from tests.screening.list_files import cbp_csv, custom_csv, dhs_page, firms, order, orders, uflpa_csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as site, stamina.set_testing(True, attempts=1):
        settings.TAMIZ_LIST_URLS = {"uflpa": site.url("/u"), "wro": site.url("/w")}
        site.publish("/u", Page(dhs_page(firms(20))))
        site.publish("/w", Page(cbp_csv(orders(12))))
        yield site


def row_of(name: str, out: str) -> list[str]:
    """Return the words of the line of a table that begins with a name."""
    return next(line.split() for line in out.splitlines() if line.split()[:1] == [name])


def file(folder: Path, data: bytes, name: str = "lista.csv") -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_fetch_gets_every_list_that_has_an_address(site: Site) -> None:
    ran = tamiz("lists", "fetch")
    assert (ran.code, ran.err.strip()) == (0, "")
    assert row_of("uflpa", ran.out) == ["uflpa", "new", "edition", "2025-01-14", "20"]
    assert row_of("wro", ran.out)[-1] == "12"
    again = tamiz("lists", "fetch", "uflpa", language="es")
    assert again.code == 0
    assert row_of("uflpa", again.out)[1:3] == ["sin", "cambios"]
    assert "wro" not in again.out


def test_what_is_held_is_told_and_ends_with_2(site: Site) -> None:
    tamiz("lists", "fetch")
    site.publish("/u", Page(dhs_page(firms(5))))
    ran = tamiz("lists", "fetch")
    assert ran.code == 2
    assert row_of("uflpa", ran.out)[1] == "HELD"
    assert row_of("wro", ran.out)[1:3] == ["no", "changes"]
    assert ran.err.strip().startswith("“uflpa”: It has 5 entries and the edition in use 20")
    assert "Edition 2025-01-14 stays in use." in ran.err


def test_one_list_that_fails_does_not_stop_the_others(site: Site) -> None:
    site.publish("/u", Page(b"gone", status=404))
    ran = tamiz("lists", "fetch", "uflpa", "mia", "wro")
    assert ran.code == 2
    assert row_of("uflpa", ran.out)[1:3] == ["NOT", "FETCHED"]
    assert row_of("wro", ran.out)[1] == "new"
    assert "answered 404" in ran.err
    assert "No address is configured for the list “mia”" in ran.err
    assert [row.name for row in WatchList.objects.all()] == ["wro"]


def test_load_brings_a_file_into_use_and_says_what_was_left_out(tmp_path: Path) -> None:
    data = cbp_csv([order(), *(order(status="Inactive", entity=f"Firma {n} Ltd.") for n in range(12))])
    ran = tamiz("lists", "load", "wro", file(tmp_path, data, "wro-2026-06-23.csv"))
    assert ran.code == 0
    assert ran.out.startswith("List “wro” in use: edition 2026-06-23, 1 entries, good until 20")
    assert "Rows that were left out: 12" in ran.out
    assert "  line 3, Firma 0 Ltd.: not in force: Inactive" in ran.out
    assert ran.out.endswith("  … and 2 more\n")


def test_a_demonstration_list_is_not_loaded_outside_debug_mode(tmp_path: Path, settings: Settings) -> None:
    settings.TAMIZ_DEBUG = False
    ran = tamiz("lists", "load", "demo-uflpa", file(tmp_path, uflpa_csv(3)))
    assert ran.code == 2
    assert "outside debug mode" in ran.err
    assert not WatchList.objects.exists()


def test_load_of_a_demonstration_list_says_that_it_does_not_go_stale(tmp_path: Path) -> None:
    ran = tamiz("lists", "load", "demo-uflpa", file(tmp_path, uflpa_csv(3)), language="es")
    assert ran.out == "Lista «demo-uflpa» en uso: edición 2026-07-09, 3 entradas, no vence (DEMO).\n"
    assert WatchList.objects.get().demo


def test_load_of_the_national_list_adds_resolutions(tmp_path: Path) -> None:
    path = file(tmp_path, national_csv(annulled_shirts(), shirts(number="PRUEBA-02/2026")))
    first = tamiz("lists", "load", "nacional", path)
    assert first.out == "Resolutions of “nacional”: 2 new, 0 loaded before; new annulments: 1.\n"
    again = tamiz("lists", "load", "nacional", path, language="es")
    assert again.out == "Resoluciones de «nacional»: 0 nuevas, 2 ya cargadas; anulaciones nuevas: 0.\n"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        pytest.param("wro", uflpa_csv(2), "is not laid out like the list “wro”", id="another list"),
        pytest.param("mia", b"", "The file is empty: send a table", id="an empty file"),
        pytest.param("mia", b"colour\nred\n", "See docs/reference/list-files.md.", id="other columns"),
        pytest.param("Mia", custom_csv("Uno"), "cannot be the name of a list", id="a name with a capital"),
        pytest.param("nacional", national_csv(shirts(outcome="X")), "line 2: outcome: “X” is none of", id="a fault"),
    ],
)
def test_what_cannot_be_loaded_ends_with_2_and_a_sentence(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    ran = tamiz("lists", "load", name, file(tmp_path, data))
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert not WatchList.objects.exists()


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    ran = tamiz("lists", "load", "mia", str(tmp_path / "gone.csv"))
    assert ran.code == 2
    assert "gone.csv cannot be read." in ran.err


@pytest.mark.parametrize(("language", "words"), [("es", "No hay ninguna lista cargada"), ("en", "No list is loaded")])
def test_show_says_how_to_begin(language: str, words: str) -> None:
    ran = tamiz("lists", "show", language=language)
    assert ran.code == 0
    assert ran.out.startswith(words)


def test_show_tells_how_fresh_each_list_is(tmp_path: Path) -> None:
    tamiz("lists", "load", "mia", file(tmp_path, custom_csv("Uno")))
    tamiz("lists", "load", "demo-uflpa", file(tmp_path, uflpa_csv(3)))
    tamiz("lists", "load", "nacional", file(tmp_path, national_csv(annulled_shirts())))
    WatchList.objects.filter(name="mia").update(stale_after=timezone.now() - timedelta(days=1))
    ran = tamiz("lists", "show")
    assert row_of("mia", ran.out)[1] == "STALE"
    assert row_of("demo-uflpa", ran.out)[1] == "DEMO,"
    assert row_of("nacional", ran.out)[1] == "NO"  # GOODS, on the next line of a narrow table
    spanish = tamiz("lists", "show", language="es")
    assert row_of("mia", spanish.out)[1] == "VENCIDA"


def test_show_fits_a_terminal_of_80_columns(tmp_path: Path) -> None:
    tamiz("lists", "load", "demo-uflpa", file(tmp_path, uflpa_csv(3)))
    for language in ("es", "en"):
        out = tamiz("lists", "show", language=language).out
        assert max(len(line) for line in out.splitlines()) <= 80
        assert "demo-uflpa" in out


@pytest.mark.parametrize(
    ("decision", "said", "left"),
    [
        pytest.param("release", "edition 2025-01-14 that was held (5 entries)", 5, id="released"),
        pytest.param("discard", "the one before stays in use", 20, id="discarded"),
    ],
)
def test_a_held_edition_is_decided(site: Site, decision: str, said: str, left: int) -> None:
    tamiz("lists", "fetch")
    site.publish("/u", Page(dhs_page(firms(5))))
    tamiz("lists", "fetch", "uflpa")
    shown = tamiz("lists", "show").out
    assert "“uflpa” has an edition held:" in shown
    assert "tamiz lists discard uflpa" in shown
    ran = tamiz("lists", decision, "uflpa")
    assert ran.code == 0
    assert said in ran.out
    assert WatchList.objects.get(name="uflpa", state="CURRENT").size == left
    again = tamiz("lists", decision, "uflpa")
    assert (again.code, again.out) == (2, "")
    assert "has no edition held" in again.err
