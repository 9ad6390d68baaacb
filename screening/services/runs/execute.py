"""Carries a run out: chunk by chunk, each written whole or not at all, until every line has its verdict."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from importers.frames import declared_frames
from importers.queries import line_count
from kernel.domain.actors import SYSTEM
from kernel.domain.clock import Clock
from kernel.domain.progress import Progress, ignore
from kernel.services import bulk
from kernel.services.ledger import record
from screening.engine import EngineHit, Index, Screened, Thresholds
from screening.models import Hit, LineVerdict, ScreeningRun
from screening.queries.counts import last_line, run_counts, verdicts_written
from screening.services.lists import RunList
from screening.services.runs.indexes import index_of
from screening.services.runs.keys import run_key
from screening.services.runs.leases import claim, release, renew

CHUNK: Final = 5_000  # lines of one transaction: about a second of work, a few megabytes
VERDICT_FIELDS: Final = (
    "line_id",
    "verdict",
    "no_border",
    "score",
    "order",
    "reasons_es",
    "reasons_en",
    "not_declared",
)
LINE_VERDICT_FIELDS: Final = ("run", "line", *VERDICT_FIELDS[1:])
HIT_FIELDS: Final = (
    "run",
    "line",
    "list_name",
    "good_key",
    "good_name",
    "verdict",
    "score",
    "order",
    "party_role",
    "party_name",
    "alias",
    "detail",
    "reasons_es",
    "reasons_en",
)


def execute_run(
    run: ScreeningRun, lists: Sequence[RunList], *, clock: Clock, progress: Progress = ignore
) -> ScreeningRun:
    """Return the run once every line has exactly one verdict; what an earlier try has written is kept.

    Raises:
        RunBusyError: if another process executes it.
        ValueError: if these are not the lists the run was opened with.

    """
    thresholds = Thresholds(**run.thresholds)
    file = run.ingestion
    if run_key(file.sha256, lists, thresholds=thresholds, as_of=run.as_of, reader=file.reader) != run.key:
        raise ValueError(f"run {run.reference} was opened with other lists or another engine")
    with _lease(run, clock) as held:
        if held:
            _screen(run, index_of(lists, thresholds), held, progress)
            _finish(run, held)
    run.refresh_from_db()
    return run


@dataclass(slots=True)
class _Held:
    """The lease this process holds, and the clock it is renewed by."""

    lease: datetime
    clock: Clock

    def renew(self, run: ScreeningRun) -> None:
        self.lease = renew(run, self.lease, at=self.clock())


@contextmanager
def _lease(run: ScreeningRun, clock: Clock) -> Iterator[_Held | None]:
    lease = claim(run, at=clock())
    if lease is None:
        yield None
        return
    held = _Held(lease, clock)
    try:
        yield held
    finally:
        release(run, held.lease)


def _screen(run: ScreeningRun, index: Index, held: _Held, progress: Progress) -> None:
    total, done = line_count(run.ingestion), verdicts_written(run)
    progress(done, total)
    for frames in declared_frames(run.ingestion_id, after=last_line(run), size=CHUNK):
        screened = index.screen(frames.lines, frames.parties)
        _store(run, screened, held)
        done += len(screened.verdicts)
        progress(done, total)


@transaction.atomic
def _store(run: ScreeningRun, screened: Screened, held: _Held) -> None:
    held.renew(run)
    columns = (screened.verdicts[name].tolist() for name in VERDICT_FIELDS)
    bulk.insert(LineVerdict, LINE_VERDICT_FIELDS, [(run.pk, *row) for row in zip(*columns, strict=True)])
    bulk.insert(Hit, HIT_FIELDS, [_hit(run.pk, line_id, hit) for line_id, hit in screened.hits])


def _hit(run_id: int, line_id: int, hit: EngineHit) -> tuple[Any, ...]:
    """Return the values of HIT_FIELDS."""
    party = hit.party
    return (
        run_id,
        line_id,
        hit.good.list_name,
        hit.good.key[:120],
        hit.good.label()[:500],
        hit.verdict.value,
        hit.score,
        hit.order,
        party.role if party else "",
        party.name[:255] if party else "",
        hit.alias[:500],
        hit.detail(),
        hit.reason.es,
        hit.reason.en,
    )


@transaction.atomic
def _finish(run: ScreeningRun, held: _Held) -> None:
    """Turn the run DONE with its counts.

    Raises:
        RuntimeError: if a line is left without a verdict; such a run must never be shown.

    """
    held.renew(run)
    at = held.clock()
    counts = run_counts(run)
    if counts["LINES"] != line_count(run.ingestion):
        raise RuntimeError(f"run {run.reference} has {counts['LINES']} verdicts for another number of lines")
    ScreeningRun.objects.filter(pk=run.pk).update(
        state=ScreeningRun.State.DONE, lease_until=None, finished_at=at, counts=counts
    )
    detail = {"counts": counts, "requested_by": run.created_by}
    record("finish_run", subject=f"run:{run.reference}", actor=SYSTEM, at=at, detail=detail)
