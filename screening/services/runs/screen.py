"""From a file, a declaration or an upload to its finished run."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from importers.domain.records import DeclarationRecord
from importers.models import Ingestion
from importers.queries import line_count
from importers.services import ingest_declaration, ingest_file
from kernel.domain.actors import Actor
from kernel.domain.clock import Clock
from kernel.domain.progress import Progress, ignore
from kernel.models import Document, Job
from kernel.queries import document_path
from kernel.services.documents import store_document
from kernel.services.jobs import enqueue
from screening.models import ScreeningRun
from screening.queries.counts import verdicts_written
from screening.queries.requests import UPLOAD
from screening.services.lists import RunList, lists_for_run
from screening.services.runs.execute import execute_run
from screening.services.runs.keys import run_key
from screening.services.runs.leases import RunBusyError
from screening.services.runs.start import THRESHOLDS, check_day, start_run

LOOK_AGAIN: Final = 0.5  # seconds between two looks at a run that another process executes


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """A finished run; ``reused`` when it had been finished before and nothing was screened anew."""

    run: ScreeningRun
    ingestion: Ingestion
    reused: bool


def screen_file(  # noqa: PLR0913 - who, what, against what, for which day and how it is watched: none can be left out
    path: Path,
    *,
    file_name: str,
    lists: Sequence[RunList],
    as_of: date,
    actor: Actor,
    clock: Clock,
    progress: Progress = ignore,
    reading: Progress = ignore,
) -> RunOutcome:
    """Return the finished run of a file; the same file against the same lists is screened once.

    ``reading`` is told how far the reading is, ``progress`` how far the screening.

    Raises:
        UnreadableFileError: if the file is none that can be read; nothing is kept of it.
        FutureDayError: if ``as_of`` has not come yet.

    """
    check_day(as_of, at=clock())
    ingestion = ingest_file(path, file_name=file_name, actor=actor, clock=clock, progress=reading)
    run, _ = start_run(ingestion, lists, as_of=as_of, actor=actor, at=clock())
    reused = run.state == ScreeningRun.State.DONE
    return RunOutcome(execute_or_wait(run, lists, clock=clock, progress=progress), ingestion, reused)


def screen_shipment(
    record: DeclarationRecord, *, list_names: Sequence[str], as_of: date, actor: Actor, clock: Clock
) -> ScreeningRun:
    """Return the finished run of one declaration against loaded lists.

    Raises:
        ListUnavailableError: if a list is missing, empty or stale.
        FutureDayError: if ``as_of`` has not come yet.

    """
    check_day(as_of, at=clock())
    lists = lists_for_run(list_names, on=as_of, at=clock())
    ingestion = ingest_declaration(record, actor=actor, at=clock())
    run, _ = start_run(ingestion, lists, as_of=as_of, actor=actor, at=clock())
    return execute_or_wait(run, lists, clock=clock, progress=ignore)


def request_upload(
    chunks: Iterable[bytes], *, file_name: str, list_names: Sequence[str], as_of: date, actor: Actor, at: datetime
) -> Job:
    """Store a file and return the job that screens it; nothing is kept when its day or its lists are refused.

    Raises:
        FutureDayError: if ``as_of`` has not come yet.
        ListUnavailableError: if a list is missing, empty or stale.

    """
    lists = _lists(list_names, as_of=as_of, at=at)
    document = store_document(chunks, name=file_name, actor=actor, at=at)
    return _queued(document, file_name=file_name, lists=lists, as_of=as_of, actor=actor, at=at)


def request_run(
    document: Document, *, file_name: str, list_names: Sequence[str], as_of: date, actor: Actor, at: datetime
) -> Job:
    """Return the job that screens a stored file against loaded lists; the same request gives the same job.

    Raises:
        FutureDayError: if ``as_of`` has not come yet.
        ListUnavailableError: if a list is missing, empty or stale: the asker is told now, not by a failed job.

    """
    lists = _lists(list_names, as_of=as_of, at=at)
    return _queued(document, file_name=file_name, lists=lists, as_of=as_of, actor=actor, at=at)


def _lists(names: Sequence[str], *, as_of: date, at: datetime) -> tuple[RunList, ...]:
    check_day(as_of, at=at)
    return lists_for_run(names, on=as_of, at=at)


def _queued(
    document: Document, *, file_name: str, lists: Sequence[RunList], as_of: date, actor: Actor, at: datetime
) -> Job:
    asked = run_key(document.sha256, lists, thresholds=THRESHOLDS, as_of=as_of)
    key = sha256(f"{asked}:{actor.name}".encode()).hexdigest()  # a job is its owner's; the run behind it is shared
    payload = {
        "document": document.sha256,
        "file_name": file_name,
        "lists": [item.name for item in lists],
        "as_of": as_of.isoformat(),
        "channel": actor.channel,
    }
    return enqueue(UPLOAD, payload=payload, key=f"{UPLOAD}:{key}", owner=actor, at=at)


def run_upload(job: Job, progress: Progress, *, clock: Clock) -> Mapping[str, Any]:
    """Screen the file of a job made by :func:`request_run`; return the reference of its run."""
    asked = job.payload
    as_of = date.fromisoformat(asked["as_of"])
    outcome = screen_file(
        document_path(Document.objects.get(sha256=asked["document"])),
        file_name=asked["file_name"],
        lists=lists_for_run(asked["lists"], on=as_of, at=clock()),
        as_of=as_of,
        actor=Actor(name=job.owner, channel=asked["channel"]),
        clock=clock,
        progress=_part(progress, 50),
        reading=_part(progress, 0),
    )
    return {"run": str(outcome.run.reference)}


def _part(progress: Progress, start: int) -> Progress:
    """Return the progress of one half of the work, told in hundredths of the whole."""

    def tell(done: int, total: int) -> None:
        progress(start + (50 * done // total if total else 0), 100)

    return tell


def execute_or_wait(run: ScreeningRun, lists: Sequence[RunList], *, clock: Clock, progress: Progress) -> ScreeningRun:
    """Execute a run, or wait while another process does; when that one dies, go on once its lease has run out."""
    while True:
        try:
            return execute_run(run, lists, clock=clock, progress=progress)
        except RunBusyError:
            progress(verdicts_written(run), line_count(run.ingestion))
            time.sleep(LOOK_AGAIN)
