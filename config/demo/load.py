"""Brings the demonstration into a data directory, step by step; what is done is not done again."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.demo.generate import LIST_NAMES, ZIP_NAME, PlantedLine, delivery, demo_files, demo_list
from config.demo.model import EXPORT, NOT_SCREENED
from importers.models import RowIssue
from importers.services import load_shipped_catalogues
from kernel.domain.actors import Actor
from kernel.domain.clock import Clock
from kernel.domain.progress import Progress
from resolutions.services import load_national_list
from screening.models import LineVerdict, WatchList
from screening.services.lists import DEMO_NATIONAL, lists_for_run, load_list
from screening.services.runs import RunFiles, RunOutcome, screen_file, write_run_files

AS_OF: Final = date(2026, 11, 3)  # the planted verdicts are those of this day, whatever day it is
SOURCE: Final = "tamiz demo"


@dataclass(frozen=True, slots=True)
class Difference:
    """A planted line that did not get the verdict it was planted for."""

    line: PlantedLine
    wanted: str
    got: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many planted lines there are, and which of them are wrong."""

    planted: int
    wrong: tuple[Difference, ...]

    @property
    def right(self) -> int:
        """Return how many planted lines got the verdict they were planted for."""
        return self.planted - len(self.wrong)


def make_tables() -> None:
    """Bring the database to the version of the program; at once when it is."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)


def write_files(directory: Path) -> Path:
    """Write what is missing or differs and return the path of the zip."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in demo_files():
        path = directory / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
    return directory / ZIP_NAME


def load_lists(*, actor: Actor, at: datetime) -> None:
    """Load the shipped catalogues and the lists of the demonstration, where they are not loaded."""
    load_shipped_catalogues(actor=actor, at=at)
    for name in LIST_NAMES:
        data = demo_list(name)
        if name == DEMO_NATIONAL:
            load_national_list(data, file_name=f"{name}.csv", actor=actor, at=at, demo=True)
        elif not _is_loaded(name, data):
            load_list(name, data, file_name=f"{name}.csv", source=SOURCE, actor=actor, at=at, demo=True)


def _is_loaded(name: str, data: bytes) -> bool:
    digest = hashlib.sha256(data).hexdigest()
    current = WatchList.objects.filter(name=name, state=WatchList.State.CURRENT, demo=True, sha256=digest)
    return current.exists()


def screen_demo(path: Path, *, actor: Actor, clock: Clock, reading: Progress, screening: Progress) -> RunOutcome:
    """Return the finished run of the demo file against the three demo lists."""
    return screen_file(
        path,
        file_name=path.name,
        lists=lists_for_run(LIST_NAMES, on=AS_OF, at=clock()),
        as_of=AS_OF,
        actor=actor,
        clock=clock,
        progress=screening,
        reading=reading,
    )


def written(outcome: RunOutcome, out: Path, *, language: str) -> RunFiles:
    """Return the files of the run, written when the run is new, they are in another language or are not there."""
    files = RunFiles(out / "verdicts.csv", out / "hits.jsonl", out / "report.html")
    mark = out / "run"
    wanted = f"{outcome.run.reference} {language}"
    whole = all(path.exists() for path in (files.verdicts, files.hits, files.report, mark))
    if not whole or mark.read_text() != wanted:
        files = write_run_files(outcome.run, out, language=language)
        mark.write_text(wanted)
    return files


def compare(outcome: RunOutcome) -> Comparison:
    """Return how the verdicts of a run stand beside those the lines were planted for."""
    verdicts = {
        number: (verdict, no_border)
        for number, verdict, no_border in LineVerdict.objects.filter(run=outcome.run).values_list(
            "line__line_number", "verdict", "no_border"
        )
    }
    rejected = set(
        RowIssue.objects.filter(
            ingestion=outcome.ingestion, table="551", severity=RowIssue.Severity.REJECTED
        ).values_list("line_number", flat=True)
    )
    planted = delivery().planted
    found = (Difference(line, _wanted(line), _got(line, verdicts, rejected)) for line in planted)
    return Comparison(len(planted), tuple(d for d in found if d.got != d.wanted))


def _wanted(line: PlantedLine) -> str:
    return f"{line.plan.verdict} (no border)" if line.no_border else line.plan.verdict


def _got(line: PlantedLine, verdicts: dict[int, tuple[str, bool]], rejected: set[int]) -> str:
    if line.line_number in rejected:
        return NOT_SCREENED
    verdict, no_border = verdicts.get(line.line_number, (EXPORT, False))
    return f"{verdict} (no border)" if no_border else verdict
