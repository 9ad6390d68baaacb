import codecs
from pathlib import Path
from typing import Final

import pytest

from importers.domain.catalogues import Known, Tariff
from importers.domain.records import LineRecord
from importers.formats.csv_lines import open_csv, read_rows
from importers.formats.csv_lines.columns import COLUMNS, party_columns, read_header
from importers.formats.errors import UnreadableFileError
from importers.formats.reads import Read
from tests.importers.deliveries import saved

KNOWN: Final = Known(
    Tariff({"61091003": ((None, None),)}),
    offices=frozenset({"16", "160"}),
    keys=frozenset({"A1"}),
    units=frozenset({"6"}),
)
HEADER: Final = "pedimento,secuencia,fraccion,nico,descripcion,origen,proveedor,pais_proveedor"
ROW: Final = "26  16  3001  6000001,1,61091003,01,PLAYERAS,CHN,TEJIDOS INVENTADOS,CHN"


def reads(folder: Path, text: str | bytes) -> list[Read]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_rows(open_csv(saved(folder, data), file_name="lista.csv"), KNOWN, file_name="lista.csv"))


def lines(folder: Path, text: str | bytes) -> list[LineRecord]:
    return [read.record for read in reads(folder, text) if isinstance(read.record, LineRecord)]


def codes(read: Read) -> list[str]:
    return [problem.code for problem in read.faults]


def test_a_row_is_a_line_of_its_pedimento(tmp_path: Path) -> None:
    (found,) = reads(tmp_path, f"{HEADER}\n{ROW}\n")
    assert isinstance(found.record, LineRecord)
    assert found.declaration is not None
    assert (found.declaration.year, found.declaration.office, found.declaration.number) == ("26", "16", "6000001")
    (party,) = found.record.parties
    assert (party.role, party.name, party.country, party.attributed) == ("SUPPLIER", "TEJIDOS INVENTADOS", "CHN", True)
    assert (found.line_number, codes(found)) == (2, [])


ENGLISH: Final = "Declaration number;Line;Tariff code;Description;Country of origin;Supplier;Supplier country\n"
ENGLISH_ROW: Final = "26 16 3001 6000001;1;6109.10.03;SHIRTS;China;INVENTED TEXTILES;CN\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ENGLISH + ENGLISH_ROW, id="in English, with semicolons"),
        pytest.param((ENGLISH + ENGLISH_ROW).replace(";", "\t"), id="with tabs"),
        pytest.param((ENGLISH + ENGLISH_ROW).replace(";", "|"), id="with bars"),
        pytest.param((ENGLISH + ENGLISH_ROW).replace("\n", "\r\n"), id="with the line breaks of Windows"),
        pytest.param(codecs.BOM_UTF8 + (ENGLISH + ENGLISH_ROW).encode(), id="with a mark"),
        pytest.param((ENGLISH + ENGLISH_ROW).encode("utf-16"), id="in UTF-16"),
        pytest.param((ENGLISH + ENGLISH_ROW).replace("SHIRTS", '"SHIRTS"'), id="with quotation marks"),
        pytest.param("\n\n" + ENGLISH + "\n" + ENGLISH_ROW + ";;;;;;\n", id="with blank rows"),
    ],
)
def test_a_table_is_read_however_it_is_written(tmp_path: Path, data: str | bytes) -> None:
    (found,) = lines(tmp_path, data)
    assert (found.tariff_code, found.origin, found.description) == ("61091003", "CHN", "SHIRTS")
    assert [(party.name, party.country) for party in found.parties] == [("INVENTED TEXTILES", "CHN")]


def test_windows_1252_is_ordinary(tmp_path: Path) -> None:
    found = reads(tmp_path, "fracción,país_origen,descripción\n61091003,España,CAMISÓN\n".encode("cp1252"))
    assert isinstance(found[0].record, LineRecord)
    assert (found[0].record.origin, found[0].record.description, codes(found[0])) == ("ESP", "CAMISÓN", [])


def test_a_quoted_value_may_span_lines_and_hold_separators(tmp_path: Path) -> None:
    quoted = '"PLAYERAS, DE ""PUNTO""\nAZULES"'
    text = "\n".join([HEADER, ROW.replace("PLAYERAS", quoted), ROW, ""])
    found = reads(tmp_path, text)
    assert isinstance(found[0].record, LineRecord)
    assert found[0].record.description == 'PLAYERAS, DE "PUNTO"\nAZULES'
    assert [read.line_number for read in found] == [2, 4]


def test_an_inch_mark_is_no_quotation_mark(tmp_path: Path) -> None:
    (found,) = lines(tmp_path, f"{HEADER}\n{ROW.replace('PLAYERAS', 'TUBO DE 3' + chr(34))}\n")
    assert found.description == 'TUBO DE 3"'


def test_a_quotation_mark_left_open_costs_its_own_row_and_no_other(tmp_path: Path) -> None:
    broken = ROW.replace("PLAYERAS", '"PLAYERAS')
    found = reads(tmp_path, "\n".join([HEADER, broken, *[ROW.replace(",1,", f",{i},", 1) for i in range(2, 40)]]))
    assert codes(found[0]) == ["open_quote"]
    assert sum(isinstance(read.record, LineRecord) for read in found) == 38


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(ROW + ",mas", "wrong_field_count", id="a value too many"),
        pytest.param("una,dos", "wrong_field_count", id="values missing"),
        pytest.param(ROW.replace("61091003", ""), "no_tariff_code", id="no tariff code"),
        pytest.param(ROW.replace("61091003", "6109100"), "bad_tariff_code", id="a lost digit"),
        pytest.param(ROW.replace(",1,", ",cero,", 1), "bad_sequence", id="a line in words"),
        pytest.param(ROW.replace("PLAYERAS", "X" * 70_000), "line_too_long", id="a line without end"),
    ],
)
def test_a_row_is_rejected_for_its_reason(tmp_path: Path, row: str, problem: str) -> None:
    found = reads(tmp_path, f"{HEADER}\n{row}\n{ROW}\n")
    assert (found[0].record, codes(found[0])) == (None, [problem])
    assert (found[0].issues()[0].line_number, bool(found[0].issues()[0].raw)) == (2, True)
    assert isinstance(found[1].record, LineRecord)


def test_an_impossible_date_rejects_the_row(tmp_path: Path) -> None:
    (found,) = reads(tmp_path, "fraccion,fecha_pago\n61091003,30/02/2026\n")
    assert codes(found) == ["impossible_date"]


def test_a_row_without_a_pedimento_has_its_own_reference(tmp_path: Path) -> None:
    found = reads(tmp_path, "fraccion\n61091003\n61091003\n")
    assert [read.declaration.number for read in found if read.declaration] == ["#2", "#3"]
    assert len({read.key for read in found}) == 2


def test_rows_of_one_reference_share_it_and_are_numbered_by_their_line(tmp_path: Path) -> None:
    found = reads(tmp_path, "referencia,fraccion\nEMB-1,61091003\nEMB-1,61091003\n")
    assert len({read.key for read in found}) == 1
    assert [read.record.sequence for read in found if isinstance(read.record, LineRecord)] == [2, 3]


def test_an_import_and_an_export_of_one_number_are_not_confused(tmp_path: Path) -> None:
    number = "26 16 3001 6000001"
    found = reads(tmp_path, f"pedimento,operacion,fraccion\n{number},IMP,61091003\n{number},EXP,61091003\n")
    assert [read.declaration.operation for read in found if read.declaration] == ["1", "2"]
    assert len({read.key for read in found}) == 2


def test_a_number_may_come_in_parts(tmp_path: Path) -> None:
    (found,) = reads(tmp_path, "aduana,patente,pedimento,fecha_pago,fraccion\n160,3001,6000001,2026-01-13,61091003\n")
    assert found.declaration is not None
    assert (found.declaration.year, found.declaration.section, found.declaration.patent) == ("26", "0", "3001")


def test_what_is_no_pedimento_number_is_kept_as_a_reference(tmp_path: Path) -> None:
    (found,) = reads(tmp_path, "pedimento,fraccion\nEMBARQUE 7,61091003\n")
    assert found.declaration is not None
    assert (found.declaration.number, codes(found)) == ("EMBARQUE 7", ["pedimento_unreadable"])


def test_several_suppliers_of_a_line_are_possible_and_a_producer_is_its_own(tmp_path: Path) -> None:
    header = "fraccion,proveedor,proveedor_2,pais_proveedor_2,productor,consignatario,tax_id_productor"
    (found,) = lines(tmp_path, f"{header}\n61091003,ALFA,BETA,VNM,FABRICA,BODEGA,S/N\n")
    assert [(party.role, party.name, party.attributed) for party in found.parties] == [
        ("SUPPLIER", "ALFA", False),
        ("SUPPLIER", "BETA", False),
        ("PRODUCER", "FABRICA", True),
        ("CONSIGNEE", "BODEGA", True),
    ]
    assert [(party.country, party.tax_id) for party in found.parties[1:3]] == [("VNM", ""), ("", "")]


def test_columns_that_are_not_read_are_told_once(tmp_path: Path) -> None:
    found = reads(tmp_path, "fraccion,color favorito\n61091003,azul\n")
    assert codes(found[0]) == ["unknown_columns"]
    assert "color favorito" in found[0].faults[0].reason.es


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty_file", id="no byte"),
        pytest.param(b"\xef\xbb\xbf \r\n\r\n", "empty_file", id="blanks alone"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary_file", id="a picture"),
        pytest.param(b"\0\1\2\3" * 500, "binary_file", id="bytes"),
        pytest.param(b"hola\nmundo\n", "unknown_columns", id="words"),
        pytest.param(b"proveedor,origen\nALFA,CHN\n", "unknown_columns", id="no column of tariff codes"),
        pytest.param(b'{"lines": []}', "unknown_columns", id="JSON"),
        pytest.param(b"x" * 200_000, "binary_file", id="one line without end"),
        pytest.param(b"fraccion,origen\r61091003,CHN\r", "unreadable_file", id="lines that end in carriage returns"),
        pytest.param(
            "fraccion,origen\r61091003,CHN\r".encode("utf-16"), "unreadable_file", id="the same lines in UTF-16"
        ),
    ],
)
def test_a_file_is_refused_with_a_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        open_csv(saved(tmp_path, data), file_name="lista.csv")
    assert refused.value.code == code
    assert refused.value.message.es != refused.value.message.en


@pytest.mark.parametrize(
    ("cells", "role", "fact"),
    [
        (["supplier"], "SUPPLIER", "name"),
        (["Seller Name"], "SUPPLIER", "name"),
        (["Manufacturer"], "PRODUCER", "name"),
        (["manufacturer_country"], "PRODUCER", "country"),
        (["Id. fiscal proveedor 3"], "SUPPLIER", "tax_id"),
        (["proveedor2"], "SUPPLIER", "name"),
        (["Consignee"], "CONSIGNEE", "name"),
        (["proveedor_origen"], "ORIGIN_SUPPLIER", "name"),
        (["Proveedor en el origen"], "ORIGIN_SUPPLIER", "name"),
        (["País del proveedor"], "SUPPLIER", "country"),
    ],
)
def test_a_party_is_found_under_its_names(cells: list[str], role: str, fact: str) -> None:
    (party,) = read_header(cells).parties
    assert (party.role, list(party.places)) == (role, [fact])


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Número de pedimento", "pedimento"),
        ("País de origen", "origen"),
        ("Fecha de pago", "fecha_pago"),
        ("Descripción de la mercancía", "descripcion"),
        ("RFC del importador", "rfc"),
        ("Valor en aduana", "valor_aduana"),
        ("Country of origin", "origen"),
    ],
)
def test_a_header_may_be_written_out_with_its_linking_words(header: str, column: str) -> None:
    assert dict(read_header([header]).places) == {column: 0}


def test_a_header_of_linking_words_alone_is_named_as_unread() -> None:
    assert read_header(["de la"]).unread == ("de la",)


def test_no_header_means_two_columns() -> None:
    names = [name for column in COLUMNS for name in (column.name, *column.aliases)]
    assert len(names) == len(set(names))
    parties = {name for column in party_columns() for name in (column.name, *column.aliases)}
    assert not parties & set(names)


def test_the_documentation_has_every_column() -> None:
    text = (Path(__file__).parents[3] / "docs" / "reference" / "csv.md").read_text(encoding="utf-8")
    columns = [*COLUMNS, *party_columns()[:6]]
    assert [column.name for column in columns if f"| `{column.name}` |" not in text] == []
    assert [name for column in COLUMNS for name in column.aliases if f"`{name}`" not in text] == []
