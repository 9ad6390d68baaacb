"""Reads a small CSV table whole: encoding, separator and headers as they come, every value as text."""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kernel.domain.errors import InputError
from kernel.domain.text import Text

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

SEPARATORS: Final = ",;\t|"
SEVERAL: Final = "|"  # between several values in one cell
EMPTY: Final = Text(
    "El archivo está vacío: envíe una tabla de texto (CSV) con encabezado.",
    "The file is empty: send a table of text (CSV) with a header.",
)
NOT_TEXT: Final = Text(
    "El archivo no es de texto: envíe una tabla de texto (CSV) con encabezado; una hoja de cálculo se guarda como CSV.",
    "The file is not text: send a table of text (CSV) with a header; a spreadsheet is saved as CSV.",
)
FIELD_LIMIT: Final = 1_000_000  # characters of one value; a remark in a list has a few thousand at most


class NotATableError(InputError):
    """What was sent is no table of text with a header."""

    code = "not_a_table"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line its text begins on, its values by column, and whether it had more values than columns."""

    line: int
    values: Mapping[str, str]
    overlong: bool = False

    def get(self, column: str) -> str:
        """Return the value of a column, trimmed; empty when the table has no such column."""
        return self.values.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table, in their order, and its rows that are not wholly empty."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def renamed(self, aliases: Mapping[str, str]) -> "Table":
        """Return the table with each column under the name that ``aliases`` gives it, unless another has it."""
        names: dict[str, str] = {}
        taken = set(self.columns)
        for name in self.columns:
            other = aliases.get(name, name)
            names[name] = name if other in taken else other
            taken.add(names[name])
        rows = tuple(
            replace(row, values={names[name]: value for name, value in row.values.items()}) for row in self.rows
        )
        return Table(tuple(names.values()), rows)


def normal_header(text: str) -> str:
    """Return a header as lower-case words joined by ``_``, without accents."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "_".join("".join(c if c.isalnum() else " " for c in plain).split())


def several(cell: str) -> tuple[str, ...]:
    """Return the values that a bar separates in one cell, each once."""
    return tuple(dict.fromkeys(part.strip() for part in cell.split(SEVERAL) if part.strip()))


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8 (with or without mark), UTF-16 with mark, or Windows-1252.

    Raises:
        NotATableError: for a file that is empty or holds binary data.

    """
    if not data.strip():
        raise NotATableError(EMPTY)
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotATableError(NOT_TEXT)


def read_table(data: bytes) -> Table:
    """Return the table that the bytes of a CSV file hold.

    Raises:
        NotATableError: if it is no text, has no header or repeats a column.

    """
    text = decode(data)
    header_line = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=header_line.count)
    csv.field_size_limit(FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return _table(reader)
    except csv.Error as error:
        raise NotATableError(
            Text(
                f"La línea {reader.line_num} no es CSV válido: ¿unas comillas sin cerrar?",
                f"Line {reader.line_num} is not valid CSV: a quotation mark left open?",
            )
        ) from error


def _table(reader: "CsvReader") -> Table:
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    before = 0
    for cells in reader:
        line, before = before + 1, reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if columns:
            rows.append(_row(line, columns, cells))
        else:
            columns = _columns(cells)
    return Table(columns, tuple(rows))


def _columns(cells: list[str]) -> tuple[str, ...]:
    columns = tuple(normal_header(cell) for cell in cells)
    repeated = sorted(name for name, times in Counter(columns).items() if name and times > 1)
    if repeated:
        names = ", ".join(repeated)
        raise NotATableError(Text(f"El encabezado repite columnas: {names}.", f"The header repeats columns: {names}."))
    return columns


def _row(line: int, columns: tuple[str, ...], cells: list[str]) -> Row:
    cells = [" ".join(cell.split()) for cell in cells]
    values = dict(zip(columns, cells, strict=False))
    return Row(line, values, overlong=any(cells[len(columns) :]))
