import csv
import gzip
import io
from collections import Counter
from pathlib import Path

import pytest

from importers.domain.country_codes import EXCEPTIONS
from importers.formats.errors import UnreadableFileError
from importers.models import CatalogueEntry
from importers.queries import catalogue_status, known_catalogues
from importers.services import load_catalogue, load_shipped_catalogues
from kernel.domain.actors import SYSTEM
from kernel.formats.csv_table import NotATableError
from kernel.models import LedgerEntry
from tests.importers.ingesting import AT
from tests.shared_data import shared

pytestmark = pytest.mark.django_db

TARIFF = "code10,fraccion8,nico,descripcion_nico,subpartida_es,hs6_en,vigencia_desde,vigencia_hasta\n"
SHIRTS = "6109100301,61091003,01,Para hombres y mujeres,De algodón.,T-shirts,2024-01-18,\n"


def load(name: str, text: str | bytes) -> int:
    return load_catalogue(name, text.encode() if isinstance(text, str) else text, actor=SYSTEM, at=AT)


def shipped() -> None:
    load_shipped_catalogues(actor=SYSTEM, at=AT)


def entries(catalogue: str) -> dict[str, CatalogueEntry]:
    return {entry.code: entry for entry in CatalogueEntry.objects.filter(catalogue=catalogue)}


def test_the_extract_has_what_it_promises() -> None:
    shipped()
    tariff, countries = entries("TARIFF"), entries("COUNTRIES")
    assert {f"{chapter:02d}" for chapter in range(1, 98)} <= set(tariff)
    assert sum(len(code) == 8 for code in tariff) >= 40
    assert len([code for code in entries("OFFICES") if len(code) == 2]) == 50
    assert len(entries("UNITS")) == 22
    assert {"A1", "V1", "V5", "IN", "R1"} <= set(entries("KEYS"))
    assert set(EXCEPTIONS) <= set(countries)
    assert (countries["CHN"].name_es, countries["CHN"].name_en) == ("China", "China")
    assert countries["ZYA"].detail == {"iso": "NLD"}


def test_every_shipped_entry_has_both_names_and_a_source_and_is_an_extract() -> None:
    shipped()
    rows = CatalogueEntry.objects.all()
    assert [row for row in rows if not (row.name_es and row.name_en and row.source) or row.complete] == []


def test_the_extract_is_loaded_once() -> None:
    shipped()
    before = CatalogueEntry.objects.count()
    shipped()
    assert CatalogueEntry.objects.count() == before
    assert LedgerEntry.objects.filter(verb="load_shipped_catalogues").count() == 1


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_a_whole_tariff_is_loaded_with_its_version(packed: bool) -> None:
    data = (TARIFF + SHIRTS).encode()
    assert load("tariff", gzip.compress(data) if packed else data) == 1
    entry = entries("TARIFF")["6109100301"]
    assert (entry.version, str(entry.valid_from), entry.valid_until, entry.complete) == (
        "LIGIE 2022",
        "2024-01-18",
        None,
        True,
    )
    known = known_catalogues().tariff
    assert known.complete
    assert known.covers("61091003", AT.date())
    assert not known.covers("12345678", AT.date())


def test_loading_again_changes_nothing_and_is_recorded() -> None:
    load("", TARIFF + SHIRTS)
    load("", TARIFF + SHIRTS)
    assert CatalogueEntry.objects.count() == 1
    changed = [entry.detail["changed"] for entry in LedgerEntry.objects.filter(verb="load_catalogue").order_by("seq")]
    assert changed == [1, 0]


def test_the_extract_never_overwrites_a_whole_catalogue() -> None:
    load("units", "clave,descripcion\n1,Kilogramo\n")
    shipped()
    units = entries("UNITS")
    assert (units["1"].name_es, units["1"].complete) == ("Kilogramo", True)
    assert len(units) == 22


def test_a_whole_catalogue_keeps_the_english_names_of_the_extract() -> None:
    shipped()
    load("", "clave,descripcion\n1,Kilogramo\n")
    assert (entries("UNITS")["1"].name_es, entries("UNITS")["1"].name_en) == ("Kilogramo", "Kilogram")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("keys", "clave,descripcion\n1,Kilo\n", id="another catalogue than named"),
        pytest.param("", "a,b\n1,2\n", id="columns of no catalogue"),
        pytest.param("", "clave,descripcion\nKILO,Kilo\n", id="a code that cannot be"),
        pytest.param("", "clave,descripcion\n1,Kilo\n1,Kilo\n", id="a code twice"),
        pytest.param("", TARIFF + SHIRTS.replace("2024-01-18", "2024-02-30"), id="a date that cannot be"),
        pytest.param("", b"\x1f\x8bbasura", id="a damaged gzip"),
    ],
)
def test_a_wrong_file_changes_nothing(name: str, text: str | bytes) -> None:
    with pytest.raises((UnreadableFileError, NotATableError)):
        load(name, text)
    assert not CatalogueEntry.objects.exists()
    assert not LedgerEntry.objects.exists()


def test_a_gzip_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(UnreadableFileError):
        load("", gzip.compress(b"0" * (70 * 1024**2)))


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("catalogs/aduanas.csv", 50),
        ("catalogs/claves_pedimento.csv", 56),
        ("catalogs/unidades.csv", 22),
        ("catalogs/paises_apendice4_no_iso.csv", 18),
        ("nomenclature/tigie_nico.csv.gz", 11_519),
    ],
)
def test_the_official_tables_are_loaded(name: str, count: int) -> None:
    assert load("", shared(name).read_bytes()) == count
    (status,) = catalogue_status()
    assert (status.entries, status.complete) == (count, True)


def test_every_shipped_tariff_code_is_in_the_official_table_with_its_unit() -> None:
    with gzip.open(shared("nomenclature/tigie_nico.csv.gz"), "rt", encoding="utf-8") as stream:
        official = {row["fraccion8"]: str(int(row["unidad"])) for row in csv.DictReader(stream)}
    shipped()
    codes = {code: entry for code, entry in entries("TARIFF").items() if len(code) == 8}
    assert {code: entry.detail["unidad"] for code, entry in codes.items()} == {
        code: official.get(code) for code in codes
    }


def test_every_shipped_code_is_in_the_official_tables() -> None:
    def codes(name: str, *columns: str) -> set[str]:
        text = shared(f"catalogs/{name}").read_text(encoding="utf-8")
        return {"".join(row[column] for column in columns) for row in csv.DictReader(io.StringIO(text))}

    shipped()
    offices = codes("aduanas.csv", "aduana") | codes("aduana_secciones.csv", "aduana", "seccion")
    assert set(entries("OFFICES")) <= offices
    assert codes("claves_pedimento.csv", "clave") <= set(entries("KEYS"))
    assert codes("unidades.csv", "clave") == set(entries("UNITS"))


def test_the_reference_tells_how_much_is_shipped() -> None:
    root = Path(__file__).parents[3]
    told = (root / "docs" / "reference" / "catalogues.md").read_text(encoding="utf-8")
    shipped()
    lengths = Counter((row.catalogue, len(row.code)) for row in CatalogueEntry.objects.all())
    assert f"all chapters and {lengths['TARIFF', 8]} fracciones" in told
    assert f"all {lengths['OFFICES', 2]} offices, {lengths['OFFICES', 3]} sections" in told
    assert f"| {lengths['KEYS', 2]} |" in told
    assert f"all {lengths['UNITS', 1] + lengths['UNITS', 2]} |" in told
