from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from importers.domain import cleaning
from importers.domain.catalogues import Known, Tariff
from importers.domain.faults import REJECTS, WARNINGS, fault
from importers.domain.records import DeclarationRecord, ImporterRecord, LineRecord, PartyRecord

DAY: Final = date(2026, 1, 13)
KNOWN: Final = Known(
    tariff=Tariff({"61091003": ((date(2024, 1, 18), None),), "07032002": ((date(2024, 1, 18), date(2025, 1, 1)),)}),
    offices=frozenset({"16", "160"}),
    keys=frozenset({"A1"}),
    units=frozenset({"6"}),
)
SHIRTS: Final = LineRecord(1, "61091003", nico="01", origin="CHN", unit="06")


def codes(faults: list[object]) -> list[str]:
    return [getattr(problem, "code", "") for problem in faults]


def cleaned(line: LineRecord, known: Known = KNOWN) -> tuple[LineRecord | None, list[str]]:
    found, faults = cleaning.clean_line(line, known, on=DAY)
    return found, codes(list(faults))


@pytest.mark.parametrize(
    ("written", "nico", "code", "read_nico", "problems"),
    [
        pytest.param("61091003", "1", "61091003", "01", [], id="a lost zero of the NICO comes back"),
        pytest.param("61091003", "", "61091003", "", [], id="no NICO before 2020"),
        pytest.param("6109.10.03", "01", "61091003", "01", [], id="dots are no digits"),
        pytest.param("6109100301", "", "61091003", "01", [], id="ten digits carry the NICO"),
        pytest.param("610910", "01", "610910", "", ["tariff_code_short"], id="a subheading is compared as such"),
        pytest.param("61091003", "A1", "61091003", "", ["bad_nico"], id="a NICO of letters"),
        pytest.param(
            "7032002", "", "07032002", "", ["tariff_code_padded", "tariff_code_not_in_extract"], id="a lost zero"
        ),
        pytest.param("00000000", "", "00000000", "", [], id="transit"),
        pytest.param("99999999", "", "99999999", "", [], id="global complementary"),
        pytest.param("12345678", "", "12345678", "", ["tariff_code_not_in_extract"], id="not in the extract"),
    ],
)
def test_a_tariff_code_is_read(written: str, nico: str, code: str, read_nico: str, problems: list[str]) -> None:
    line, found = cleaned(replace(SHIRTS, tariff_code=written, nico=nico))
    assert line is not None
    assert (line.tariff_code, line.nico, found) == (code, read_nico, problems)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("", "no_tariff_code"),
        (" . ", "no_tariff_code"),
        ("6109100", "bad_tariff_code"),
        ("CAMISAS", "bad_tariff_code"),
        ("123", "bad_tariff_code"),
        ("12345678901", "bad_tariff_code"),
        ("٦١٠٩١٠٠٣", "bad_tariff_code"),
    ],
)
def test_a_line_without_a_tariff_code_is_rejected(written: str, problem: str) -> None:
    assert cleaned(replace(SHIRTS, tariff_code=written)) == (None, [problem])


def test_with_the_whole_tariff_an_unknown_code_is_still_a_warning() -> None:
    whole = replace(KNOWN, tariff=replace(KNOWN.tariff, complete=True))
    line, found = cleaned(replace(SHIRTS, tariff_code="12345678"), whole)
    assert line is not None
    assert found == ["unknown_tariff_code"]


@pytest.mark.parametrize(
    ("day", "covered"), [("2024-06-01", True), ("2025-01-01", False), ("2019-01-01", True), ("", True)]
)
def test_the_tariff_judges_only_the_days_it_reaches(day: str, covered: bool) -> None:
    tariff = replace(KNOWN.tariff, reaches_back_to=date(2024, 1, 18))
    assert tariff.covers("07032002", date.fromisoformat(day) if day else None) is covered


def test_countries_are_read_with_their_exceptions_and_kept_as_declared() -> None:
    line, found = cleaned(replace(SHIRTS, origin="ZYA", seller_country="KCD"))
    assert line is not None
    assert (line.origin, line.origin_declared, line.seller_country, found) == ("NLD", "ZYA", "", [])
    unknown, found = cleaned(replace(SHIRTS, origin="QQQ"))
    assert unknown is not None
    assert (unknown.origin, unknown.origin_declared, found) == ("", "QQQ", ["unknown_country"])


def test_what_is_longer_than_its_column_is_cut_with_a_warning() -> None:
    line, found = cleaned(replace(SHIRTS, brand="M" * 500, parties=(PartyRecord(name="N" * 300, country="CHN"),)))
    assert line is not None
    assert (len(line.brand), len(line.parties[0].name)) == (120, 255)
    assert found == ["value_cut", "value_cut"]


def test_a_unit_loses_its_zero_and_an_unknown_one_is_told() -> None:
    line, found = cleaned(SHIRTS)
    assert line is not None
    assert (line.unit, found) == ("6", [])
    assert cleaned(replace(SHIRTS, unit="KG"))[1] == ["unknown_unit"]


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, []),
        ({"key": "ZZ"}, ["unknown_key"]),
        ({"office": "99"}, ["unknown_office"]),
        ({"number": "5000001"}, ["year_digit"]),
        ({"operation": "7"}, ["unknown_operation"]),
        ({"importer": ImporterRecord("EKU9003173C8", "X")}, ["rfc_check_digit"]),
        ({"importer": ImporterRecord("PATITO", "X")}, ["rfc_malformed"]),
        ({"importer": ImporterRecord("XAXX010101000", "X")}, []),
        ({"importer": ImporterRecord("S/N", "X")}, []),
    ],
)
def test_a_declaration_is_checked_and_never_lost(change: dict[str, object], problems: list[str]) -> None:
    plain = DeclarationRecord("6000001", year="26", office="16", section="0", patent="3001", key="A1")
    _, faults = cleaning.clean_declaration(replace(plain, **change), KNOWN)  # type: ignore[arg-type]  # a table of changes
    assert codes(list(faults)) == problems
    assert not any(problem.rejected for problem in faults)


def test_a_whole_number_is_taken_apart() -> None:
    found, faults = cleaning.clean_declaration(DeclarationRecord("26-160-3001-6000001"), KNOWN)
    assert faults == []
    assert (found.year, found.office, found.section, found.patent, found.number) == ("26", "16", "0", "3001", "6000001")


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("0012", 12), ("0", None), ("-1", None), ("1.0", None), ("9" * 10, None)]
)
def test_the_number_of_a_line_is_a_small_one(text: str, number: int | None) -> None:
    assert cleaning.sequence(text) == number


def test_every_fault_is_told_in_both_languages() -> None:
    for code, text in {**REJECTS, **WARNINGS}.items():
        assert text.es
        assert text.en
        assert text.es != text.en, code
    assert fault("no_tariff_code").rejected
    assert not fault("header_missing").rejected
