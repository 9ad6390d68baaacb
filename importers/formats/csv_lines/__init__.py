"""Reads a CSV of declarations, one goods line a row, streamed; ``docs/reference/csv.md`` describes its columns."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from importers.domain.catalogues import Known
from importers.domain.faults import fault
from importers.domain.values import clean, printable
from importers.formats.csv_lines.columns import COLUMNS, PARTIES, Header, read_header
from importers.formats.csv_lines.records import RowReader
from importers.formats.csv_lines.rows import Cells, split_rows
from importers.formats.errors import (
    NOT_TEXT,
    NOTHING,
    OLD_BREAKS,
    BinaryFileError,
    EmptyFileError,
    UnknownColumnsError,
    UnreadableFileError,
)
from importers.formats.reads import Read
from importers.formats.text_lines import RawLine, looks_binary, raw_lines, wide_lines
from kernel.domain.text import Text

__all__ = ["COLUMNS", "FORMAT", "PARTIES", "CsvFile", "open_csv", "read_rows"]

FORMAT: Final = "csv"
SEPARATORS: Final = ",;\t|"
HEAD: Final = 64 * 1024
MOST_RAW: Final = 8_000
UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
REPAIRED: Final = fault("encoding_repaired")


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A table whose header has been read."""

    path: Path
    separator: str
    header: Header
    header_line: int


def open_csv(path: Path, *, file_name: str) -> CsvFile:
    """Return the table at ``path``.

    Raises:
        UnreadableFileError: if it is empty, no text, or has no column of tariff codes; the sentence says what to do.

    """
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\x1a"):
            raise EmptyFileError(NOTHING)
        if not head.startswith(UTF_16) and looks_binary(head):
            raise BinaryFileError(NOT_TEXT.filled(name=file_name))
        stream.seek(0)
        first = next((line for line in _lines(stream, head, ",") if line.text.strip()), None)
        if first is None or first.too_long:
            raise BinaryFileError(NOT_TEXT.filled(name=file_name))
    if "\r" in first.text.strip():
        raise UnreadableFileError(OLD_BREAKS.filled(name=file_name))
    separator = max(SEPARATORS, key=first.text.count)
    cells = next(split_rows(iter((first,)), separator)).cells or []
    header = read_header(cells)
    if "fraccion" not in header.places:
        raise UnknownColumnsError(_no_column(file_name, header))
    return CsvFile(path, separator, header, first.number)


def _no_column(file_name: str, header: Header) -> Text:
    if header.places or header.parties:
        return Text(
            f"Al archivo {file_name} le falta la columna «fraccion»; «tamiz formats» describe las columnas.",
            f"The file {file_name} lacks the column “fraccion” (tariff_code); “tamiz formats” describes the columns.",
        )
    return Text(
        f"El archivo {file_name} no es un zip de Data Stage ni un CSV con columnas conocidas; "
        "«tamiz formats» dice qué se puede leer.",
        f"The file {file_name} is neither a Data Stage zip nor a CSV with known columns; "
        "“tamiz formats” says what can be read.",
    )


def _lines(stream: BinaryIO, head: bytes, separator: str) -> Iterator[RawLine]:
    """Yield the lines of a stream in whatever encoding; the mark at the beginning is no text."""
    if head.startswith(UTF_16):
        yield from wide_lines(stream)
        return
    for line in raw_lines(stream, separator.encode()):
        yield line._replace(text=line.text.removeprefix("\ufeff")) if line.number == 1 else line


def read_rows(table: CsvFile, known: Known, *, file_name: str) -> Iterator[Read]:
    """Yield every row of the table: a declaration with one line, or the reason why there is none."""
    reader = RowReader(table.header, known.with_names())
    if table.header.unread:
        ignored = fault("unknown_columns", value=", ".join(table.header.unread)[:1000])
        yield Read("", "", None, file_name, "", table.header_line, "", (ignored,))
    with table.path.open("rb") as stream:
        head = stream.read(2)
        stream.seek(0)
        lines = _lines(stream, head, table.separator)
        for row in split_rows((line for line in lines if line.number > table.header_line), table.separator):
            if row.cells is None or any(cell and not cell.isspace() for cell in row.cells):
                yield _read(row, reader, table.header, file_name)


def _read(row: Cells, reader: RowReader, header: Header, file_name: str) -> Read:
    raw = printable(row.raw)[:MOST_RAW]
    place = (file_name, "", row.line_number, raw)
    faults = (*row.faults, REPAIRED) if row.repaired else row.faults
    if row.cells is None:
        return Read("", "", None, *place, faults)
    cells = [clean(cell) for cell in row.cells]
    while len(cells) > header.width and not cells[-1]:
        cells.pop()
    if len(cells) != header.width:
        wrong = fault("wrong_field_count", found=len(cells), expected=header.width)
        return Read("", "", None, *place, (*faults, wrong))
    found = reader.read(cells, line_number=row.line_number, raw=raw)
    key = found.declaration.source_key if found.declaration else ""
    return Read(key, "", found.line, *place, (*faults, *found.faults), found.declaration)
