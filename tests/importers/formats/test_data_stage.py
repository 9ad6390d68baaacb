import io
from pathlib import Path
from typing import Final

import pytest

from importers.domain.catalogues import Known, Tariff
from importers.domain.records import DeclarationRecord, LineRecord, PartyRecord
from importers.formats.data_stage import open_package, read_table
from importers.formats.data_stage.rows import table_rows
from importers.formats.data_stage.tables import TABLES
from importers.formats.reads import Detail, Read
from tests.importers.deliveries import PAID, declaration, delivery, line, of_line, saved, supplier, table_bytes

KNOWN: Final = Known(
    Tariff({"61091003": ((None, None),)}), offices=frozenset({"160"}), keys=frozenset({"A1"}), units=frozenset({"6"})
)
LABELS: Final = "|".join(TABLES["551"].labels)


def reads(folder: Path, table: str, rows: list[str | bytes], **headers: str) -> list[Read]:
    tables: dict[str, list[str | bytes]] = {"501": [declaration()], "551": [line()]}
    package = open_package(saved(folder, delivery(tables | {table: rows}, **headers)))
    return list(read_table(package, table, KNOWN))


def codes(read: Read) -> list[str]:
    return [problem.code for problem in read.faults]


def test_a_declaration_is_read_by_position(tmp_path: Path) -> None:
    (found,) = reads(tmp_path, "501", [declaration(city="CUAUHTÉMOC", state="\0", postal_code="06000")])
    record = found.record
    assert isinstance(record, DeclarationRecord)
    assert found.key == "3001-6000001-160"
    assert (record.year, record.office, record.section, record.patent) == ("26", "16", "0", "3001")
    assert record.importer is not None
    assert record.importer.address == {"postal_code": "06000", "city": "CUAUHTÉMOC"}
    assert record.paid_at is not None
    assert record.paid_at.isoformat() == "2026-01-13T15:57:02-06:00"
    assert (found.line_number, found.file_name, codes(found)) == (2, "1234567_501.asc", [])


def test_a_line_is_read_with_its_small_decimals_and_lost_zeros(tmp_path: Path) -> None:
    (found,) = reads(tmp_path, "551", [line(nico="1", origin="ZYA", seller_country=" ", value_usd=".500000")])
    record = found.record
    assert isinstance(record, LineRecord)
    assert (record.nico, record.origin, record.origin_declared, record.seller_country) == ("01", "NLD", "ZYA", "")
    assert (str(record.value_usd), str(record.customs_value)) == ("0.500000", "1147000")
    assert record.raw == found.raw
    assert codes(found) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(line() + "mas|", "wrong_field_count", id="a field too many"),
        pytest.param("|".join(line().split("|")[:-2]) + "|", "wrong_field_count", id="a field too few"),
        pytest.param("basura", "wrong_field_count", id="one word"),
        pytest.param(line(paid_at="2026-02-30 10:00:00"), "impossible_date", id="30 February"),
        pytest.param(line(tariff_code=" "), "no_tariff_code", id="no tariff code"),
        pytest.param(line(tariff_code="6109100"), "bad_tariff_code", id="seven digits"),
        pytest.param(line("0"), "bad_sequence", id="line nought"),
        pytest.param(line("uno"), "bad_sequence", id="a line in words"),
        pytest.param(line(patent="ABCD"), "bad_declaration_key", id="a patent of letters"),
        pytest.param(line(description="X" * 70_000), "line_too_long", id="a line without end"),
        pytest.param("|" * 70_000, "line_too_long", id="bars without end"),
    ],
)
def test_a_line_is_rejected_for_its_reason_and_kept_as_it_was(tmp_path: Path, row: str, problem: str) -> None:
    found = reads(tmp_path, "551", [row, line("2")])
    assert found[0].record is None
    assert codes(found[0]) == [problem]
    issue = found[0].issues()[0]
    assert (issue.severity, issue.table, issue.line_number) == ("REJECTED", "551", 2)
    assert issue.raw == row[: len(issue.raw)]
    assert issue.raw
    assert isinstance(found[1].record, LineRecord), "the next row is read all the same"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(line(origin="QQQ"), "unknown_country", id="an unknown country"),
        pytest.param(line(tariff_code="12345678"), "tariff_code_not_in_extract", id="an unknown tariff code"),
        pytest.param(line(quantity="doce"), "bad_number", id="a number in words"),
        pytest.param(line(unit="99"), "unknown_unit", id="an unknown unit"),
        pytest.param(line(description="CAF\x81").encode("latin-1"), "encoding_repaired", id="a byte of no table"),
    ],
)
def test_a_line_is_kept_with_a_warning(tmp_path: Path, row: str | bytes, problem: str) -> None:
    (found,) = reads(tmp_path, "551", [row])
    assert isinstance(found.record, LineRecord)
    assert codes(found) == [problem]
    assert found.issues()[0].severity == "WARNING"


@pytest.mark.parametrize("date", ["received_at", "paid_at"])
def test_a_declaration_of_an_impossible_day_is_rejected(tmp_path: Path, date: str) -> None:
    (found,) = reads(tmp_path, "501", [declaration(**{date: "2026-13-01 00:00:00"})])
    assert found.record is None
    assert (codes(found), found.key) == (["impossible_date"], "3001-6000001-160")


def test_a_supplier_is_never_lost_for_a_date(tmp_path: Path) -> None:
    (found,) = reads(
        tmp_path, "505", [supplier("ALFA", tax_id="S/N", invoiced_on="2026-02-31", street="ROAD", exterior="8")]
    )
    assert isinstance(found.record, PartyRecord)
    assert (found.record.name, found.record.tax_id, found.record.address) == ("ALFA", "", "ROAD 8")
    assert codes(found) == ["bad_date"]


def test_a_supplier_that_cannot_be_read_is_told_to_be_missing(tmp_path: Path) -> None:
    (found,) = reads(tmp_path, "505", [supplier("ALFA | BETA")])
    assert codes(found) == ["wrong_field_count", "supplier_unread"]
    assert [issue.severity for issue in found.issues()] == ["REJECTED", "WARNING"]
    assert "3001-6000001-160" in found.faults[1].reason.en


def test_details_say_which_line_they_belong_to(tmp_path: Path) -> None:
    (permit,) = reads(tmp_path, "553", [of_line("553", "3", key="C1", permit="P-1")])
    (remark,) = reads(tmp_path, "558", [of_line("558", remark="VER ANEXO")])
    assert permit.record == Detail("permits", {"key": "C1", "permit": "P-1", "signature": ""}, 3)
    assert remark.record == Detail("remarks", "VER ANEXO", 1)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(LABELS, [], id="the usual header"),
        pytest.param(LABELS + "|", [], id="with a bar at its end"),
        pytest.param(LABELS.upper(), [], id="in capitals"),
        pytest.param(LABELS.replace("Fraccion|", "FraccionArancelaria|"), ["header_other_words"], id="in other words"),
        pytest.param("", ["header_missing"], id="without a header"),
        pytest.param("\ufeff" + LABELS, [], id="with a mark before it"),
    ],
)
def test_the_header_does_not_matter(header: str, expected: list[str]) -> None:
    data = table_bytes("551", [line(), line("2")], header="")
    stream = io.BytesIO((header.encode() + b"\r\n" if header else b"") + data)
    rows = list(table_rows(stream, TABLES["551"]))
    assert [problem.code for row in rows for problem in row.faults] == expected
    assert [row.values["sequence"] for row in rows if row.is_data] == ["1", "2"]


def test_a_header_repeated_and_blank_rows_are_no_data() -> None:
    stream = io.BytesIO(table_bytes("551", [line(), "", LABELS, " \0 ", line("2"), "\x1a"]))
    rows = list(table_rows(stream, TABLES["551"]))
    assert [row.values["sequence"] for row in rows if row.is_data] == ["1", "2"]
    assert [problem.code for row in rows for problem in row.faults] == ["header_repeated"]
    assert [row.line_number for row in rows if row.is_data] == [2, 6]


def test_a_row_without_its_last_bar_is_whole() -> None:
    stream = io.BytesIO(table_bytes("551", [line().removesuffix("|")]))
    (row,) = table_rows(stream, TABLES["551"])
    assert row.faults == ()
    assert row.values["paid_at"] == PAID


def test_the_columns_are_those_of_real_deliveries() -> None:
    counts = {number: len(table.labels) for number, table in TABLES.items()}
    assert counts == {"501": 31, "503": 6, "504": 6, "505": 19, "551": 30, "553": 11, "554": 9, "558": 8}
