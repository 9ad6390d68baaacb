from pathlib import Path

import pytest

from importers.formats.errors import UnreadableFileError
from importers.models import Declaration, DeclaredParty, Importer, Ingestion, LineItem, RowIssue
from importers.queries import export_line_count, line_count
from kernel.models import LedgerEntry
from tests.importers.deliveries import RFC, declaration, delivery, line, of_line, ordinary, row, supplier, zip_bytes
from tests.importers.ingesting import AT, ingested, issues, nothing_kept

pytestmark = pytest.mark.django_db


def test_a_delivery_is_kept_whole_with_its_entry_in_the_ledger(tmp_path: Path) -> None:
    done = ingested(tmp_path, ordinary())
    assert (done.state, done.format, done.completed_at, done.lease_until) == ("COMPLETE", "data_stage", AT, None)
    assert (done.rows_read, done.lines_kept, done.rows_rejected, done.warnings) == (4, 2, 0, 0)
    assert Declaration.objects.get().reference() == "26 16 3001 6000001"
    assert Importer.objects.get().rfc == RFC
    assert list(LineItem.objects.values_list("sequence", flat=True)) == [1, 2]
    assert (done.first_line, done.last_line) == tuple(LineItem.objects.order_by("pk").values_list("pk", flat=True))
    entry = LedgerEntry.objects.get(verb="ingest_file")
    assert entry.detail["sha256"] == done.sha256


def test_the_same_bytes_are_read_once_whatever_the_name(tmp_path: Path) -> None:
    first = ingested(tmp_path, ordinary(), "enero.zip")
    second = ingested(tmp_path, ordinary(), "copia.zip")
    assert second == first
    assert (Ingestion.objects.count(), LineItem.objects.count()) == (1, 2)
    assert LedgerEntry.objects.filter(verb="ingest_file").count() == 1


def test_lines_carry_their_permits_identifiers_and_remarks(tmp_path: Path) -> None:
    ingested(
        tmp_path,
        delivery(
            {
                "501": [declaration()],
                "551": [line("1"), line("2")],
                "553": [of_line("553", "2", key="C1", permit="P-1")],
                "554": [
                    of_line("554", "1", key="PO", complement1="18000", complement2="FABRICANTE REAL DE GUANTES DE "),
                    of_line("554", "1", key="EN", complement1="U"),
                ],
                "558": [of_line("558", "1", remark="PRIMERA"), of_line("558", "1", remark="SEGUNDA")],
            }
        ),
    )
    first, second = LineItem.objects.order_by("sequence")
    assert [identifier["key"] for identifier in first.identifiers] == ["PO", "EN"]
    assert (first.remarks, second.permits[0]["permit"]) == ("PRIMERA\nSEGUNDA", "P-1")
    party = DeclaredParty.objects.get()
    assert (party.role, party.name, party.line, party.attributed) == (
        "ORIGIN_SUPPLIER",
        "FABRICANTE REAL DE GUANTES DE",
        first,
        True,
    )


def test_bills_and_containers_belong_to_the_declaration(tmp_path: Path) -> None:
    key = {"patent": "3001", "number": "6000001", "section": "160"}
    bills: list[str | bytes] = [row("503", bill=number, kind="M", **key) for number in ("HLCU1", "HLCU2")]
    boxes: list[str | bytes] = [row("504", container="CSQU3054383", **key)]
    ingested(tmp_path, delivery({"501": [declaration()], "551": [line()], "503": bills, "504": boxes}))
    transport = Declaration.objects.get().transport
    assert [bill["number"] for bill in transport["bills"]] == ["HLCU1", "HLCU2"]
    assert transport["containers"][0]["number"] == "CSQU3054383"


@pytest.mark.parametrize(
    ("names", "attributed"),
    [(["ALFA"], {True}), (["ALFA", "ALFA"], {True}), (["ALFA", "BETA"], {False}), (["ALFA", ""], {False})],
)
def test_one_supplier_is_attributed_and_several_are_possible(
    tmp_path: Path, names: list[str], attributed: set[bool]
) -> None:
    ingested(tmp_path, delivery({"501": [declaration()], "505": [supplier(n) for n in names], "551": [line()]}))
    assert set(DeclaredParty.objects.values_list("attributed", flat=True)) == attributed


def test_a_bad_row_stops_nothing_and_is_kept_with_its_reason(tmp_path: Path) -> None:
    rows: list[str | bytes] = [
        line("1"),
        "basura|",
        line("2", tariff_code=""),
        line("3", paid_at="2026-02-30"),
        line("4"),
    ]
    done = ingested(tmp_path, delivery({"501": [declaration()], "551": rows}))
    assert issues(done) == [
        ("REJECTED", "wrong_field_count", "551", 3),
        ("REJECTED", "no_tariff_code", "551", 4),
        ("REJECTED", "impossible_date", "551", 5),
    ]
    assert (done.lines_kept, done.rows_rejected, done.rows_read) == (2, 3, 6)
    assert RowIssue.objects.filter(raw="").count() == 0


def test_lines_without_a_known_declaration_say_why(tmp_path: Path) -> None:
    rejected = declaration("6000002", paid_at="2026-99-01")
    done = ingested(
        tmp_path,
        delivery(
            {
                "501": [declaration(), rejected],
                "505": [supplier("ALFA", "6000002")],
                "551": [line("1"), line("1", "6000002"), line("1", "6000003")],
                "554": [of_line("554", "9", key="EN")],
            }
        ),
    )
    assert issues(done) == [
        ("REJECTED", "impossible_date", "501", 3),
        ("WARNING", "orphan_row", "505", 2),
        ("REJECTED", "declaration_rejected", "551", 3),
        ("REJECTED", "unknown_declaration", "551", 4),
        ("WARNING", "orphan_row", "554", 2),
    ]
    assert (done.lines_kept, done.rows_rejected, done.warnings) == (1, 3, 2)
    reason = RowIssue.objects.get(code="declaration_rejected")
    assert "no se tamiza" in reason.reason_es
    assert "not screened" in reason.reason_en


def test_a_line_that_comes_twice_is_kept_once(tmp_path: Path) -> None:
    done = ingested(tmp_path, delivery({"501": [declaration()], "551": [line("1"), line("1"), line("2")]}))
    assert issues(done) == [("REJECTED", "duplicate_line", "551", 3)]
    assert done.lines_kept == 2


def test_a_number_that_comes_again_years_later_is_another_declaration(tmp_path: Path) -> None:
    old = "2016-01-13 10:00:00"
    done = ingested(
        tmp_path,
        delivery(
            {
                "501": [declaration(), declaration(paid_at=old, received_at=old), declaration()],
                "551": [line("1"), line("1", paid_at=old), line("2", paid_at="2020-01-01")],
            }
        ),
    )
    assert issues(done) == [
        ("REJECTED", "duplicate_declaration", "501", 4),
        ("REJECTED", "ambiguous_declaration", "551", 4),
    ]
    assert sorted(str(item.declaration) for item in LineItem.objects.select_related("declaration")) == [
        "16 16 3001 6000001",
        "26 16 3001 6000001",
    ]


def test_exports_are_kept_and_counted_apart(tmp_path: Path) -> None:
    rows: list[str | bytes] = [declaration(), declaration("6000002", operation="2", key="A1")]
    done = ingested(tmp_path, delivery({"501": rows, "551": [line("1"), line("1", "6000002"), line("2", "6000002")]}))
    assert (done.lines_kept, line_count(done), export_line_count(done)) == (3, 1, 2)


def test_what_a_file_says_anew_of_an_importer_is_kept(tmp_path: Path) -> None:
    ingested(tmp_path, delivery({"501": [declaration(name="NOMBRE VIEJO")], "551": [line()]}), "uno.zip")
    ingested(tmp_path, delivery({"501": [declaration(name="NOMBRE NUEVO")], "551": [line()]}), "dos.zip")
    assert Importer.objects.get().name == "NOMBRE NUEVO"


def test_a_wrong_check_digit_is_a_warning_and_no_importer_is_no_fault(tmp_path: Path) -> None:
    rows: list[str | bytes] = [declaration(rfc="EKU9003173C8"), declaration("6000002", rfc="")]
    done = ingested(tmp_path, delivery({"501": rows, "551": [line()]}))
    assert issues(done) == [("WARNING", "rfc_check_digit", "501", 2)]
    assert list(Declaration.objects.order_by("pk").values_list("importer__rfc", flat=True)) == ["EKU9003173C8", None]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04basura", zip_bytes({}), zip_bytes({"a.txt": b"x"}), b"\x00\x01\x02" * 99]
)
def test_a_refused_file_leaves_nothing(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        ingested(tmp_path, data)
    assert nothing_kept()


def test_values_too_long_for_their_columns_never_stop_a_file(tmp_path: Path) -> None:
    rows: list[str | bytes] = [line("1", brand="M" * 500, description="D" * 9_000, origin="CHINA", unit="999")]
    parties: list[str | bytes] = [supplier("N" * 400, tax_id="T" * 90, city="C" * 300, postal_code="9" * 50)]
    tables: dict[str, list[str | bytes]] = {"501": [declaration(name="I" * 400)], "505": parties, "551": rows}
    done = ingested(tmp_path, delivery(tables))
    assert (done.lines_kept, done.rows_rejected) == (1, 0)
    assert {code for _, code, _, _ in issues(done)} == {"value_cut", "unknown_country", "unknown_unit"}
