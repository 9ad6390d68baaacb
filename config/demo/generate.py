"""Writes the demo: a Data Stage zip, the lists to screen it against, and the verdicts its lines were planted for."""

import csv
import io
import random
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from config.demo.layout import TABLES
from config.demo.model import ANSWERS, EXPORT, NOT_SCREENED, VIRTUAL, Plan
from config.demo.numbering import SEED, Numbered, numbered
from config.demo.tables import Row, rows

FOLIO: Final = "9000026"
ZIP_NAME: Final = f"{FOLIO}_demo.zip"
PLANTED_NAME: Final = "planted.csv"
LIST_NAMES: Final = ("demo-nacional", "demo-uflpa", "demo-wro")
MOMENT: Final = (2026, 11, 3, 9, 0, 0)  # of every entry of the zip, so that its bytes are the same each time
PLANTED_COLUMNS: Final = (
    "line_551", "pedimento", "section", "sequence", "expected", "no_border", "list_kind", "list", "good",
    "producer", "goods", "origin", "place", "why_es", "why_en",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlantedLine:
    """A line of table 551 with the verdict it was planted for; line 1 of the table is its header."""

    line_number: int
    entry: Numbered
    sequence: int
    plan: Plan

    @property
    def no_border(self) -> bool:
        """Tell whether the verdict must say that the goods never cross a border."""
        return self.entry.pedimento.key in VIRTUAL and self.plan.verdict not in (NOT_SCREENED, EXPORT)

    def cells(self) -> tuple[str, ...]:
        """Return the line as a row of ``planted.csv``."""
        plan = self.plan
        answers = tuple(ANSWERS[letter] for letter in plan.answers) or ("",) * 4
        where = (str(self.line_number), self.entry.reference, self.entry.office, str(self.sequence))
        against = (plan.list_kind, plan.list_name, plan.key)
        return (*where, plan.verdict, str(int(self.no_border)), *against, *answers, plan.why.es, plan.why.en)


@dataclass(frozen=True, slots=True)
class Delivery:
    """The tables as bytes, by name, and the planted lines."""

    tables: dict[str, bytes]
    planted: tuple[PlantedLine, ...]

    def zipped(self) -> bytes:
        """Return the zip; stored, not deflated, so that its bytes hang on no version of a library."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self.tables.items():
                archive.writestr(zipfile.ZipInfo(f"{FOLIO}_{name}.asc", MOMENT), content)
        return buffer.getvalue()


@cache
def delivery() -> Delivery:
    """Return the demo delivery, the same one each time."""
    lines = {name: ["|".join(columns).encode() + b"\r\n"] for name, columns in TABLES.items()}
    planted = []
    rng = random.Random(SEED)  # noqa: S311 - the same file each time is the point
    entries = numbered()
    for entry in entries:
        for row in rows(entry, rng):
            lines[row.table].append(_encoded(row))
            if row.item is not None and row.item.plan is not None:
                planted.append(PlantedLine(len(lines[row.table]), entry, row.sequence, row.item.plan))
    lines["Resumen"].append(_encoded(_summary(entries, len(lines["551"]) - 1)))
    return Delivery({name: b"".join(content) for name, content in lines.items()}, tuple(planted))


def _summary(entries: tuple[Numbered, ...], items: int) -> Row:
    first, last = min(e.paid for e in entries), max(e.paid for e in entries)
    return Row("Resumen", (FOLIO, "9001", f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}", "2026-11-03", str(items), "0"))


def _encoded(row: Row) -> bytes:
    """Return a row with its closing bar; in UTF-8 where it is asked or Windows-1252 cannot hold it."""
    text = "|".join(row.values) + "|\r\n"
    if row.utf8:
        return text.encode()
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        return text.encode()


def planted_csv(planted: tuple[PlantedLine, ...]) -> bytes:
    """Return ``planted.csv``: what each planted line must get, and why."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(PLANTED_COLUMNS)
    writer.writerows(line.cells() for line in planted)
    return buffer.getvalue().encode()


def demo_list(name: str) -> bytes:
    """Return the file of one of the demo lists."""
    return files("config.demo").joinpath("data", f"{name}.csv").read_bytes()


def demo_files() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file of the demo."""
    made = delivery()
    yield ZIP_NAME, made.zipped()
    yield PLANTED_NAME, planted_csv(made.planted)
    for name in LIST_NAMES:
        yield f"{name}.csv", demo_list(name)
