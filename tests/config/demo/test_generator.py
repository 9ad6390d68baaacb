"""The demo file: the same bytes each time, with every quirk that real deliveries have."""

import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import pytest
from stdnum.cn import uscc
from stdnum.mx import rfc

from config.demo.generate import FOLIO, LIST_NAMES, Delivery, delivery, demo_files, demo_list
from config.demo.importers import FAILING_RFC, GENERIC_RFC, IMPORTERS
from config.demo.layout import TABLES
from config.demo.numbering import COUNT
from resolutions.formats.national_csv import read_national_list

MADE = delivery()
ENVIRONMENT = os.environ | {"PYTHONHASHSEED": "7"}  # another order of sets than here, most likely


def lines(table: str) -> list[bytes]:
    return MADE.tables[table].split(b"\r\n")[1:-1]


def fields(table: str) -> list[list[bytes]]:
    return [line.split(b"|") for line in lines(table)]


def column(table: str, name: str) -> list[bytes]:
    place = TABLES[table].index(name)
    return [row[place] for row in fields(table) if len(row) == len(TABLES[table]) + 1]


def is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return not line.isascii()


def is_cp1252(line: bytes) -> bool:
    return not line.isascii() and not is_utf8(line)


def items_by_declaration() -> Counter[tuple[bytes, ...]]:
    return Counter(tuple(row[:3]) for row in fields("551"))


def suppliers_by_declaration() -> Counter[tuple[bytes, ...]]:
    return Counter(tuple(row[:3]) for row in fields("505"))


def without_suppliers(key: bytes) -> set[tuple[bytes, ...]]:
    of_key = {tuple(row[:3]) for row in fields("501") if row[4] == key and row[3] == b"1"}
    return of_key - suppliers_by_declaration().keys()


QUIRKS: dict[str, Callable[[], bool]] = {
    "supplier names are cut at 60": lambda: 60 in map(len, column("505", "NombreProveedor")),
    "no supplier name is longer": lambda: all(
        len(name.decode(errors="ignore").rstrip("\0")) <= 60 for name in column("505", "NombreProveedor")
    ),
    "PO complements are cut at 30": lambda: any(len(row[7]) == 30 for row in fields("554") if row[5] == b"PO"),
    "a Chinese tax id lost its 18th character": lambda: any(
        len(i) == 17 and uscc.is_valid(i.decode() + uscc.calc_check_digit(i.decode()))
        for i in column("505", "TaxId")
        if re.fullmatch(rb"9[0-9A-Z]{16}", i)
    ),
    "no tax id is longer than 17": lambda: max(map(len, column("505", "TaxId"))) == 17,
    "a tax id says Xinjiang in its digits 3 to 8": lambda: any(i[2:4] == b"65" for i in column("505", "TaxId")),
    "a NICO lost its zero": lambda: any(len(nico) == 1 for nico in column("551", "SubdivisionFraccion")),
    "a third of the NICO are blank": lambda: (
        0.2 < column("551", "SubdivisionFraccion").count(b"") / len(lines("551")) < 0.4
    ),
    "lines in Windows-1252": lambda: any(is_cp1252(line) for line in lines("551")),
    "lines in UTF-8": lambda: any(is_utf8(line) for line in lines("551")),
    "both encodings in one table": lambda: any(map(is_utf8, lines("505"))) and any(map(is_cp1252, lines("505"))),
    "Chinese in UTF-8": lambda: "子虚乌有".encode() in MADE.tables["505"],
    "NUL for a blank": lambda: b"|\0|" in MADE.tables["551"],
    "NUL at the end of a name": lambda: any(n.endswith(b"\0") for n in column("505", "NombreProveedor")),
    "blanks of one space and of two": lambda: b"| |" in MADE.tables["505"] and b"|  |" in MADE.tables["505"],
    "V1 without a supplier": lambda: len(without_suppliers(b"V1")) >= 3,
    "IN and AF without a supplier": lambda: bool(without_suppliers(b"IN") and without_suppliers(b"AF")),
    "several suppliers": lambda: max(suppliers_by_declaration().values()) >= 3,
    "tax ids that say there is none": lambda: (
        {b"SN", b"S/N", b"N/A", b"NA", b"0", b".", b""} <= set(column("505", "TaxId"))
    ),
    "no zero before the point": lambda: any(re.fullmatch(rb"\.\d{6}", p) for p in column("551", "PrecioUnitario")),
    "countries that are not ISO": lambda: {b"ZYA", b"ROM", b"KCD", b"EMU"} <= set(column("551", "PaisOrigenDestino")),
    "an unknown country": lambda: b"QQQ" in column("551", "PaisOrigenDestino"),
    "the peso is MXP": lambda: b"MXP" in column("505", "Moneda"),
    "half of the invoices are empty": lambda: 0.3 < column("505", "ValorDolares").count(b"") / len(lines("505")) < 0.6,
    "postal codes of Xinjiang": lambda: any(code.startswith(b"83") for code in column("505", "CodigoPostal")),
    "invoices by COVE and by UUID": lambda: (
        any(i.startswith(b"COVE26") for i in column("505", "Factura"))
        and any(len(i) == 36 for i in column("505", "Factura"))
    ),
    "a number of another year": lambda: any(row[1].startswith(b"5") for row in fields("501")),
    "a number that comes again with another payment date": lambda: (
        len({(*row[:3], row[-2]) for row in fields("501")}) > len({tuple(row[:3]) for row in fields("501")})
    ),
    "a tariff code that does not exist": lambda: b"73269098" in column("551", "Fraccion"),
    "an RFC that fails its check": lambda: b"EIN101010AA0" in MADE.tables["501"],
    "a generic RFC": lambda: b"XAXX010101000" in MADE.tables["501"],
    "an RFC with a letter outside ASCII": lambda: "CÑF".encode("cp1252") in MADE.tables["501"],
    "a line with too few fields": lambda: any(len(row) < len(TABLES["551"]) + 1 for row in fields("551")),
    "a line with too many fields": lambda: any(len(row) > len(TABLES["551"]) + 1 for row in fields("551")),
    "an impossible date of a line": lambda: b"2026-02-30" in MADE.tables["551"],
    "an impossible date of a declaration": lambda: b"2026-02-30" in MADE.tables["501"],
    "a line without a tariff code": lambda: b"" in column("551", "Fraccion"),
    "lines without a declaration": lambda: bool(
        items_by_declaration().keys() - {tuple(row[:3]) for row in fields("501")}
    ),
    "a supplier that cannot be read": lambda: any(len(row) < len(TABLES["505"]) + 1 for row in fields("505")),
    "a header in other words": lambda: b"ProveedorMercancia" not in MADE.tables["505"].split(b"\r\n")[0],
    "a declaration with many lines": lambda: max(items_by_declaration().values()) >= 100,
    "rectifications": lambda: len(lines("701")) >= 4 and b"R1" in column("501", "ClaveDocumento"),
    "exports": lambda: b"2" in column("501", "TipoOperacion"),
    "every common import key": lambda: (
        {b"A1", b"IN", b"V1", b"V5", b"AF", b"R1"} <= set(column("501", "ClaveDocumento"))
    ),
    "tables of which only the header is there": lambda: not lines("508") and not lines("555"),
}


@pytest.mark.parametrize("holds", QUIRKS.values(), ids=QUIRKS.keys())
def test_the_file_has_the_quirk(holds: Callable[[], bool]) -> None:
    assert holds()


def test_the_zip_has_the_26_tables_with_their_headers() -> None:
    with zipfile.ZipFile(BytesIO(MADE.zipped())) as archive:
        names = archive.namelist()
        headers = {name: archive.read(name).split(b"\r\n", 1)[0].decode() for name in names}
    assert sorted(headers) == sorted(f"{FOLIO}_{table}.asc" for table in TABLES)
    assert len(headers) == 26
    assert all(headers[f"{FOLIO}_{table}.asc"] == "|".join(columns) for table, columns in TABLES.items())


def test_rows_close_with_a_bar_and_a_line_end() -> None:
    for table, content in MADE.tables.items():
        assert content.endswith(b"\r\n"), table
        assert all(line.endswith(b"|") for line in lines(table)), table


def test_it_is_the_same_each_time() -> None:
    again: Delivery = delivery.__wrapped__()
    assert again is not MADE
    assert again.zipped() == MADE.zipped()
    assert again.planted == MADE.planted


def test_another_process_makes_the_same_bytes() -> None:
    code = "import sys; from config.demo.generate import delivery; sys.stdout.buffer.write(delivery().zipped())"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=ENVIRONMENT)
    assert made.stdout == MADE.zipped()


def test_it_has_300_declarations_and_as_many_lines_as_a_month_of_a_small_firm() -> None:
    assert len(lines("501")) == COUNT
    assert 900 <= len(lines("551")) <= 1_500


def test_each_rfc_passes_its_check_but_the_two_that_must_not() -> None:
    failing = {i for i, importer in enumerate(IMPORTERS) if not rfc.is_valid(importer.rfc, validate_check_digits=True)}
    assert failing == {FAILING_RFC, GENERIC_RFC}
    assert rfc.is_valid(IMPORTERS[FAILING_RFC].rfc)


def test_the_national_list_holds_twelve_invented_resolutions() -> None:
    acts = read_national_list(demo_list("demo-nacional"))
    assert len(acts.resolutions) == 12
    assert len(acts.annulments) == 1
    producers = [p for act in acts.resolutions for good in act.goods for p in good.producers]
    assert all("inventada" in act.source for act in acts.resolutions)
    assert all(uscc.is_valid(i) for p in producers for i in p.identifiers if p.country == "CHN")
    assert {act.issued_on.year for act in acts.resolutions} == {2025, 2026}


def test_every_list_of_the_demo_is_written_beside_the_file() -> None:
    assert {f"{name}.csv" for name in LIST_NAMES} < {name for name, _ in demo_files()}
