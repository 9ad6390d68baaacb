"""``verdicts.csv``: one row a line of the file, the rows that could not be read first."""

import csv
from collections.abc import Iterator
from typing import Final

from importers.models import RowIssue
from kernel.domain.text import Text
from screening.domain.wording import NOT_SCREENED
from screening.models import ScreeningRun
from screening.queries.issues import all_not_screened
from screening.queries.runs import VerdictRow, all_verdicts

COLUMNS: Final = (
    "file",
    "table",
    "line_number",
    "declaration",
    "year",
    "office",
    "patent",
    "number",
    "key",
    "sequence",
    "tariff_code",
    "nico",
    "description",
    "origin",
    "seller_country",
    "suppliers",
    "producers",
    "importer_rfc",
    "importer_name",
    "verdict",
    "no_border",
    "score",
    "reasons",
    "not_declared",
)
BOM: Final = "\ufeff"  # without it Excel reads accents and Chinese names as Windows-1252
FORMULA_STARTS: Final = frozenset("=+-@\t\r\n＝＋－＠")  # a cell that begins so is a formula to a spreadsheet


class _Echo:
    """What a csv writer needs of a file; it hands the text back."""

    def write(self, text: str) -> str:
        return text


def verdicts_csv(run: ScreeningRun, *, language: str) -> Iterator[str]:
    """Yield the text of the file, piece by piece."""
    writer = csv.writer(_Echo())
    yield BOM + writer.writerow(COLUMNS)
    for issues in all_not_screened(run):
        yield "".join(writer.writerow(_safe(_unread(issue, language))) for issue in issues)
    name = run.ingestion.file_name
    for rows in all_verdicts(run):
        yield "".join(writer.writerow(_safe(_cells(row, name, language))) for row in rows)


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before one that begins like it."""
    return f"'{text}" if text and text[0] in FORMULA_STARTS else text


def _safe(cells: tuple[str, ...]) -> list[str]:
    return [safe_cell(text) for text in cells]


def _unread(issue: RowIssue, language: str) -> tuple[str, ...]:
    said = {
        "file": issue.file_name,
        "table": issue.table,
        "line_number": str(issue.line_number),
        "verdict": NOT_SCREENED,
        "reasons": Text(issue.reason_es, issue.reason_en).in_language(language),
    }
    return tuple(said.get(column, "") for column in COLUMNS)


def _cells(row: VerdictRow, file_name: str, language: str) -> tuple[str, ...]:
    line = row.line
    return (
        file_name,
        "",
        str(line.line_number or ""),
        line.declaration(),
        line.year,
        line.office,
        line.patent,
        line.number,
        line.key,
        str(line.sequence),
        line.tariff_code,
        line.nico,
        line.description,
        line.origin,
        line.seller_country,
        " | ".join(line.suppliers()),
        " | ".join(line.producers()),
        line.importer_rfc,
        line.importer_name,
        row.verdict,
        "true" if row.no_border else "false",
        f"{row.score:.4f}",
        row.reason.in_language(language),
        ",".join(row.not_declared),
    )
