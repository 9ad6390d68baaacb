"""Reads a Data Stage delivery of SAT and ANAM: a zip of tables, streamed; ``docs/reference/data-stage.md``."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from importers.domain.catalogues import Known
from importers.domain.faults import fault
from importers.formats.data_stage.package import Package, open_package
from importers.formats.data_stage.records import READERS, declaration_key, origin_supplier, version
from importers.formats.data_stage.rows import Row, table_rows
from importers.formats.data_stage.tables import TABLES
from importers.formats.reads import Read

__all__ = ["FORMAT", "Package", "open_package", "origin_supplier", "read_table", "version"]

FORMAT: Final = "data_stage"
SUPPLIERS: Final = "505"


def read_table(package: Package, table: str, known: Known) -> Iterator[Read]:
    """Yield every row of a table, with its record or the reason why it has none."""
    name = PurePosixPath(package.members[table].entry.replace("\\", "/")).name
    with package.open(table) as stream:
        for row in table_rows(stream, TABLES[table]):
            yield _read(row, table, name, known)


def _read(row: Row, table: str, name: str, known: Known) -> Read:
    key, dated = declaration_key(row.values), version(row.values)
    place = (name, table, row.line_number, row.raw)
    if not row.is_data or any(problem.rejected for problem in row.faults):
        unread = (fault("supplier_unread", value=key),) if table == SUPPLIERS and key and row.is_data else ()
        return Read(key, dated, None, *place, (*row.faults, *unread))
    if not key:
        written = "-".join(row.values[part] for part in ("patent", "number", "section"))
        return Read("", dated, None, *place, (*row.faults, fault("bad_declaration_key", value=written)))
    record, faults = READERS[table](row, known)
    return Read(key, dated, record, *place, (*row.faults, *faults))
