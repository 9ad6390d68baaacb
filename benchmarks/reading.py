"""Tables that a benchmark is given: CSV with a header, read whole, every fault named with its line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.engines import Pairs

LABELS: Final = {"1": 1, "0": 0, "true": 1, "false": 0, "yes": 1, "no": 0}
Row = Mapping[str, str]
NOBODY: Final = -1  # the entity of a name that is on no list


class TableError(ValueError):
    """A table cannot be used; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file as they came, its header, and the line of the file on which each row ends.

    The columns of a row go by their header in lower case, without spaces around it.
    """

    path: Path
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[int, ...]

    def fault(self, row: int, message: str) -> TableError:
        """Return the error that names the line of a row."""
        return TableError(f"{self.path}, line {self.lines[row]}: {message}")

    def column(self, name: str) -> list[str]:
        """Return one column without spaces around the cells, "" throughout when the file has none of that name."""
        return [row.get(name, "").strip() for row in self.rows]


def read_table(path: Path, required: Sequence[str]) -> Table:
    """Return the table in a CSV file in UTF-8, with or without byte-order mark; blank lines do not count.

    Raises:
        TableError: if it cannot be read, is empty, or lacks a column.

    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream)
            header = tuple(next(reader, []))
            columns = plain(header)
            found = list(_cells(reader, columns))
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path} is not UTF-8 text: byte {error.start}") from error
    except csv.Error as error:
        raise TableError(f"{path}, line {reader.line_num}: {error}") from error
    missing = [name for name in required if name not in columns]
    if missing:
        raise TableError(f"{path} lacks the columns {', '.join(missing)}; it has {', '.join(columns) or 'none'}")
    if not found:
        raise TableError(f"{path} has a header and no rows")
    return Table(path, header, tuple(row for row, _ in found), tuple(line for _, line in found))


def plain(header: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns as the benchmarks know them."""
    return tuple(cell.strip().lower() for cell in header)


def _cells(reader: Iterator[list[str]], columns: Sequence[str]) -> Iterator[tuple[Row, int]]:
    """Yield each row that is not blank, missing cells as "", with the line it ends on."""
    for cells in reader:
        if any(cell.strip() for cell in cells):
            values = cells + [""] * (len(columns) - len(cells))
            yield dict(zip(columns, values, strict=False)), getattr(reader, "line_num", 0)


@dataclass(frozen=True, slots=True)
class Labelled:
    """Pairs with their labels (1 the same, 0 not) and kinds ("" where not given), and the table they came from."""

    table: Table
    pairs: Pairs
    labels: NDArray[np.int8]
    kinds: tuple[str, ...]


def read_pairs(path: Path) -> Labelled:
    """Return the labelled pairs of a file with the columns name1, name2 and label.

    Raises:
        TableError: if it cannot be read, lacks a column or has a label that is neither 1 nor 0.

    """
    table = read_table(path, ("name1", "name2", "label"))
    labels = np.zeros(len(table.rows), dtype=np.int8)
    for i, text in enumerate(table.column("label")):
        if text.lower() not in LABELS:
            raise table.fault(i, f"the label is {text!r}, not 1 or 0, true or false, yes or no")
        labels[i] = LABELS[text.lower()]
    names = ("name1", "name2", "country1", "country2", "address1", "address2")
    return Labelled(table, Pairs(*map(table.column, names)), labels, tuple(table.column("kind")))


@dataclass(frozen=True, slots=True)
class Listed:
    """The spellings of a list and, for each, the number of the entity it names; ``ids`` are the entities."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    owners: NDArray[np.int32]


def read_listed(path: Path) -> Listed:
    """Return the list in a file with the columns id, name and perhaps aliases (separated by ``|``).

    Raises:
        TableError: if it cannot be read, lacks a column, or a row has no id or no name at all.

    """
    table = read_table(path, ("id", "name"))
    ids: dict[str, int] = {}
    spellings: list[tuple[str, int]] = []
    for i, row in enumerate(table.rows):
        names = dict.fromkeys(n.strip() for n in (row["name"], *row.get("aliases", "").split("|")) if n.strip())
        key = row["id"].strip()
        if not key or not names:
            raise table.fault(i, "a row needs an id and a name")
        owner = ids.setdefault(key, len(ids))
        spellings += [(name, owner) for name in names]
    owners = np.array([owner for _, owner in spellings], dtype=np.int32)
    return Listed(tuple(ids), tuple(name for name, _ in spellings), owners)


@dataclass(frozen=True, slots=True)
class Queries:
    """Names to be found and the entity each names, as a number on the list: NOBODY for one that is on no list."""

    names: tuple[str, ...]
    wanted: NDArray[np.int32]


def read_queries(path: Path, listed: Listed) -> Queries:
    """Return the queries in a file with the columns query and id; a blank id is nobody's.

    Raises:
        TableError: if it cannot be read, lacks a column, or names an id that is not on the list.

    """
    table = read_table(path, ("query", "id"))
    known = {key: i for i, key in enumerate(listed.ids)} | {"": NOBODY}
    wanted = np.zeros(len(table.rows), dtype=np.int32)
    for i, key in enumerate(table.column("id")):
        if key not in known:
            raise table.fault(i, f"the id {key!r} is not on the list")
        wanted[i] = known[key]
    return Queries(tuple(table.column("query")), wanted)
