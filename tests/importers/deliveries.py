"""Data Stage deliveries named for their situation; every company here is invented."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from importers.formats.data_stage.tables import TABLES

PAID = "2026-01-13 15:57:02"
RFC = "EKU9003173C9"  # the tax authority's own test taxpayer: its check digit is right


def row(table_number: str, /, **values: str) -> str:
    """Return a row of a table with the values of our columns, the others blank, and the bar that ends it."""
    table = TABLES[table_number]
    unknown = set(values) - set(table.columns)
    assert not unknown, unknown
    return "|".join([*(values.get(name, "") if name else "" for name in table.columns), ""])


def declaration(number: str = "6000001", **values: str) -> str:
    """Return a 501 row of an ordinary definitive import."""
    plain = {"patent": "3001", "number": number, "section": "160", "operation": "1", "key": "A1", "rfc": RFC}
    plain |= {"name": "ESCUELA KEMPER URGATE", "kind": "1", "received_at": PAID, "paid_at": PAID}
    return row("501", **(plain | values))


def supplier(name: str, number: str = "6000001", **values: str) -> str:
    """Return a 505 row."""
    plain = {"patent": "3001", "number": number, "section": "160", "country": "CHN", "name": name, "paid_at": PAID}
    return row("505", **(plain | values))


def line(sequence: str = "1", number: str = "6000001", **values: str) -> str:
    """Return a 551 row of cotton shirts from China."""
    plain = {"patent": "3001", "number": number, "section": "160", "tariff_code": "61091003", "sequence": sequence}
    plain |= {"nico": "01", "description": "PLAYERAS", "quantity": "12.000", "unit": "6", "origin": "CHN"}
    plain |= {"customs_value": "1147000", "value_usd": ".500000", "seller_country": "CHN", "paid_at": PAID}
    return row("551", **(plain | values))


def of_line(table: str, sequence: str = "1", number: str = "6000001", **values: str) -> str:
    """Return a row of table 553, 554 or 558."""
    plain = {"patent": "3001", "number": number, "section": "160", "tariff_code": "61091003", "sequence": sequence}
    return row(table, **(plain | {"paid_at": PAID} | values))


def table_bytes(number: str, rows: list[str | bytes], *, header: str | None = None) -> bytes:
    """Return a table with its header (``header`` blank for none) and rows; text is written in Windows-1252."""
    first = "|".join(TABLES[number].labels) if header is None else header
    rows = [first, *rows] if first else rows
    return b"".join((r if isinstance(r, bytes) else r.encode("cp1252")) + b"\r\n" for r in rows)


def zip_bytes(entries: Mapping[str, bytes]) -> bytes:
    """Return a zip with the entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 2, 10, 12, 0, 0))  # the same bytes at any time
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def delivery(tables: Mapping[str, list[str | bytes]], **headers: str) -> bytes:
    """Return a delivery with the rows of some tables; the others that are read are there, with a header only."""
    return zip_bytes(
        {
            f"1234567_{number}.asc": table_bytes(number, tables.get(number, []), header=headers.get(f"t{number}"))
            for number in TABLES
        }
    )


def ordinary(lines: int = 2) -> bytes:
    """Return a delivery of one declaration with one supplier."""
    return delivery(
        {
            "501": [declaration()],
            "505": [supplier("TEJIDOS INVENTADOS CO., LTD.", tax_id="91650100MA7ABCDE1")],
            "551": [line(str(i + 1)) for i in range(lines)],
        }
    )


def saved(folder: Path, data: bytes, name: str = "entrega.zip") -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(data)
    return path
