"""Rows of a Data Stage table: split by bars, named by position, never by the words of the header."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final

from importers.domain.faults import fault
from importers.domain.records import Fault
from importers.domain.values import clean, printable
from importers.formats.data_stage.tables import Table
from importers.formats.text_lines import LONGEST_LINE, RawLine, raw_lines

REPAIRED: Final = fault("encoding_repaired")
TOO_LONG: Final = fault("line_too_long", limit=LONGEST_LINE)
MOST_RAW: Final = 8_000  # characters of a rejected row that are kept
_BYTE_ORDER_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Row:
    """A row by our column names; ``values`` is empty when the row cannot be told apart into columns."""

    values: Mapping[str, str]
    line_number: int
    raw: str
    faults: tuple[Fault, ...] = ()
    is_data: bool = True


def table_rows(stream: BinaryIO, table: Table) -> Iterator[Row]:
    """Yield the rows of a table; a header that is absent, repeated or in other words is a row that is no data."""
    first = True
    header: tuple[str, ...] = ()
    for line in raw_lines(stream):
        fields = [clean(part) for part in line.text.lstrip(_BYTE_ORDER_MARK).split("|")]
        if not line.too_long and (fields in ([""], ["\x1a"]) or not any(fields)):
            continue
        if not _is_header(fields, table, header, first=first):
            if first:
                yield Row({}, line.number, "", (fault("header_missing"),), is_data=False)
            first = False
            yield _row(line, fields, table)
            continue
        found = _header_fault(fields, table, first=first)
        if found:
            yield Row({}, line.number, printable(line.text)[:MOST_RAW], (found,), is_data=False)
        header, first = tuple(fields), False


def _is_header(fields: list[str], table: Table, header: tuple[str, ...], *, first: bool) -> bool:
    """Tell whether a row is a header: at the top any row of words, further down the same words again."""
    if not first:
        return fields[0] == table.labels[0] or (bool(header) and tuple(fields) == header)
    return not any(field.isdigit() for field in fields)


def _header_fault(fields: list[str], table: Table, *, first: bool) -> Fault | None:
    if not first:
        return fault("header_repeated")
    labels = fields[:-1] if fields[-1] == "" else fields
    same = [label.casefold() for label in labels] == [label.casefold() for label in table.labels]
    return None if same else fault("header_other_words")


def _row(line: RawLine, fields: list[str], table: Table) -> Row:
    faults = (REPAIRED,) if line.repaired else ()
    raw = printable(line.text)[:MOST_RAW]
    expected = len(table.columns)
    if line.too_long:
        return Row({}, line.number, raw, (*faults, TOO_LONG))
    if fields[-1]:
        fields.append("")  # the bar that ends the row was left out
    if len(fields) != expected + 1:
        wrong = fault("wrong_field_count", found=len(fields) - 1, expected=expected)
        key = dict(zip(table.columns[:3], fields, strict=False)) if len(fields) >= 3 else {}
        return Row(key, line.number, raw, (*faults, wrong))
    values = dict(zip(table.columns, fields[:expected], strict=True))
    return Row(values, line.number, raw, faults)
