"""Rows of a CSV as it comes: streamed, with quoted line breaks, and with quotation marks left open."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import Final, NamedTuple

from importers.domain.faults import fault
from importers.domain.records import Fault
from importers.formats.text_lines import LONGEST_LINE, RawLine

MOST_LINES: Final = 20  # that one quoted value may span; beyond it a quotation mark was left open
OPEN_QUOTE: Final = fault("open_quote")
TOO_LONG: Final = fault("line_too_long", limit=LONGEST_LINE)
_UNFINISHED: Final = "unexpected end of data"


class Cells(NamedTuple):
    """A row of the table: the line it begins on, its cells (None when it cannot be split), its text and its faults."""

    line_number: int
    cells: list[str] | None
    raw: str
    faults: tuple[Fault, ...] = ()
    repaired: bool = False


def split_rows(lines: Iterator[RawLine], separator: str) -> Iterator[Cells]:
    """Yield the rows of a table; a row that cannot be split costs its own line and no other."""
    csv.field_size_limit(LONGEST_LINE * MOST_LINES)
    waiting: deque[RawLine] = deque()
    while True:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            return
        if line.too_long:
            yield Cells(line.number, None, line.text, (TOO_LONG,))
        elif '"' not in line.text:
            yield Cells(line.number, line.text.split(separator), line.text, (), line.repaired)
        else:
            yield _quoted(line, lines, waiting, separator)


def _quoted(line: RawLine, lines: Iterator[RawLine], waiting: deque[RawLine], separator: str) -> Cells:
    """Return the row that begins on ``line``, taking as many lines more as its quotation marks ask for."""
    text, taken = line.text, 0
    while True:
        cells = _split(text.replace("\r", " "), separator)
        if cells is not None:
            for _ in range(taken):
                waiting.popleft()
            return Cells(line.number, cells, text, (), line.repaired)
        if taken == len(waiting):
            following = next(lines, None) if taken < MOST_LINES else None
            if following is None:
                return Cells(line.number, None, line.text, (OPEN_QUOTE,), line.repaired)
            waiting.append(following)
        text = f"{text}\n{waiting[taken].text}"
        taken += 1


def _split(text: str, separator: str) -> list[str] | None:
    """Return the cells of a row; None when a quotation mark waits for its other half."""
    lines = [f"{part}\n" for part in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    try:
        return next(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        if str(error) == _UNFINISHED:
            return None
    return next(csv.reader(lines, delimiter=separator))
