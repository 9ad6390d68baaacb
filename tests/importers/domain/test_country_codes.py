import csv

import pytest

from importers.domain.catalogues import Known
from importers.domain.country_codes import EXCEPTIONS, pedimento_countries
from importers.domain.keys import is_virtual
from kernel.domain.countries import country_code
from tests.shared_data import shared


def test_the_eighteen_exceptions_are_told_from_iso() -> None:
    assert len(EXCEPTIONS) == 18
    assert [pedimento_countries()[code] for code in ("ZYA", "ROM", "TMP", "CHN")] == ["NLD", "ROU", "TLS", "CHN"]
    assert pedimento_countries()["KCD"] == pedimento_countries()["EMU"] == ""


@pytest.mark.parametrize(
    ("written", "code", "named"),
    [
        ("ZYA", "NLD", "NLD"),
        ("chn", "CHN", "CHN"),
        ("KCD", "", ""),
        ("TWN", "TWN", "TWN"),
        ("CN", None, "CHN"),
        ("República Popular China", None, "CHN"),
        ("Vietnam", None, "VNM"),
        ("XXX", None, None),
        ("", None, None),
    ],
)
def test_names_count_only_where_files_may_have_them(written: str, code: str | None, named: str | None) -> None:
    assert Known().country(written) == code
    assert Known().with_names().country(written) == named


def test_the_exceptions_are_those_of_the_official_table() -> None:
    with shared("catalogs/paises_apendice4_no_iso.csv").open(encoding="utf-8") as stream:
        official = {row["clave_saai_m3"]: row["iso_alpha3"] for row in csv.DictReader(stream)}
    assert {code: exception.iso for code, exception in EXCEPTIONS.items()} == official


def test_every_country_of_the_tax_authority_is_known() -> None:
    with shared("catalogs/paises_cfdi.csv").open(encoding="utf-8") as stream:
        official = {row["pais"] for row in csv.DictReader(stream)}
    assert official - set(pedimento_countries()) <= {"ZZZ"}


@pytest.mark.parametrize("written", ["ZZZ", "ZZ", "Unknown Region", "Región desconocida"])
def test_an_unknown_country_is_no_country_that_goods_come_from(written: str) -> None:
    assert country_code(written) == ""
    assert Known().with_names().country(written) is None


@pytest.mark.parametrize(
    ("key", "virtual"), [("V1", True), ("V5", True), ("BB", True), ("A1", False), ("", False), ("F5", False)]
)
def test_virtual_keys_never_cross_the_border(key: str, virtual: bool) -> None:
    assert is_virtual(key) is virtual
