"""Jobs: claimed by lease, run once at a time, taken over when their worker dies (docs/adr/0002)."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Any, Final

from django.db import DatabaseError, connection, transaction
from django.db.models import F, Q, QuerySet

from kernel.domain.actors import Actor
from kernel.domain.clock import Clock
from kernel.domain.errors import DomainError
from kernel.domain.progress import Progress
from kernel.domain.text import Text
from kernel.models import Job
from kernel.services.ledger import record

JobHandler = Callable[[Job, Progress], Mapping[str, Any]]

LEASE: Final = timedelta(seconds=60)  # three times the wait for SQLite's write lock: a slow commit costs no lease
HEARTBEAT: Final = LEASE / 4
REPORT_EVERY: Final = timedelta(seconds=0.5)  # as often as a page asks for the progress
MAX_ATTEMPTS: Final = 5  # a job that has taken five workers down with it will take the sixth

UNFORESEEN: Final = Text(
    "El trabajo falló por una causa imprevista, que quedó en la bitácora del servidor. Inténtelo de nuevo; "
    "si se repite, avise a la administración.",
    "The work failed for an unforeseen reason, which the server's log holds. Try again; if it happens again, "
    "tell the administrator.",
)
EXHAUSTED: Final = Text(
    "El trabajo se interrumpió {attempts} veces y ya no se intentará. Avise a la administración.",
    "The work was cut off {attempts} times and will not be tried again. Tell the administrator.",
)

log = logging.getLogger(__name__)


class LeaseLostError(Exception):
    """Another worker has taken the job over: this one stops, its result would not count."""


class WorkerStoppedError(Exception):
    """The worker is asked to end: the job goes back to the queue."""


@transaction.atomic
def enqueue(kind: str, *, payload: Mapping[str, Any], key: str, owner: Actor, at: datetime) -> Job:
    """Return the job of this key: a new one, the one there is, or the failed one queued anew."""
    wanted = {"kind": kind, "payload": dict(payload), "owner": owner.name, "created_at": at}
    job, is_new = Job.objects.select_for_update().get_or_create(key=key, defaults=wanted)
    if not is_new and job.state != Job.State.FAILED:
        return job
    if not is_new:
        _queue_anew(job, payload=payload, owner=owner, at=at)
    record("enqueue_job", subject=f"job:{job.reference}", actor=owner, at=at, detail={"kind": kind})
    return job


def _queue_anew(job: Job, *, payload: Mapping[str, Any], owner: Actor, at: datetime) -> None:
    job.state, job.payload, job.owner, job.created_at = Job.State.QUEUED, dict(payload), owner.name, at
    job.attempt, job.done, job.total = 0, 0, 0
    job.error_code, job.error_es, job.error_en = "", "", ""
    job.lease_until, job.finished_at = None, None
    job.save()


def run_next(handlers: Mapping[str, JobHandler], *, clock: Clock, stop: Event | None = None) -> bool:
    """Claim one job, run it and keep what came of it; return whether there was one.

    Once ``stop`` is set, the handler is interrupted at its next report of progress and its job queued again.
    """
    job = _claim(tuple(handlers), at=clock())
    if job is None:
        return False
    if job.attempt > MAX_ATTEMPTS:
        _fail(job, "attempts_exhausted", EXHAUSTED.filled(attempts=MAX_ATTEMPTS), at=clock())
        return True
    try:
        with _lease_renewed(job, clock):
            result = handlers[job.kind](job, _reporter(job, clock, stop or Event()))
    except LeaseLostError:
        log.warning("job %s was taken over by another worker", job.reference)
    except WorkerStoppedError:
        _held(job).update(state=Job.State.QUEUED, lease_until=None, attempt=F("attempt") - 1)
    except DomainError as error:
        _fail(job, error.code, error.message, at=clock())
    except Exception:  # the edge of the work: whatever it was, the owner is told and the log holds it
        log.exception("job %s (%s) failed", job.reference, job.kind)
        _fail(job, "unforeseen", UNFORESEEN, at=clock())
    else:
        _held(job).update(state=Job.State.DONE, result=dict(result), lease_until=None, finished_at=clock())
    return True


def _claim(kinds: tuple[str, ...], *, at: datetime) -> Job | None:
    """Take the oldest job that waits or whose lease ran out; the attempt number fences off an earlier worker."""
    waiting = Q(state=Job.State.QUEUED) | Q(state=Job.State.RUNNING, lease_until__lt=at)
    with transaction.atomic():
        rows = Job.objects.filter(waiting, kind__in=kinds).order_by("created_at", "pk")
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        job = rows.first()
        if job is None:
            return None
        same = Job.objects.filter(pk=job.pk, state=job.state, attempt=job.attempt)
        claimed = same.update(state=Job.State.RUNNING, attempt=job.attempt + 1, lease_until=at + LEASE, done=0, total=0)
    if not claimed:
        return None
    job.refresh_from_db()
    return job


def _held(job: Job) -> QuerySet[Job]:
    """Return the job's row while this attempt holds it."""
    return Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempt=job.attempt)


def _fail(job: Job, code: str, message: Text, *, at: datetime) -> None:
    _held(job).update(
        state=Job.State.FAILED,
        error_code=code,
        error_es=message.es,
        error_en=message.en,
        lease_until=None,
        finished_at=at,
    )


def _reporter(job: Job, clock: Clock, stop: Event) -> Progress:
    """Return the progress of a job: it stores how far the work is and renews the lease."""
    last: datetime | None = None

    def report(done: int, total: int) -> None:
        nonlocal last
        if stop.is_set():
            raise WorkerStoppedError
        now = clock()
        if last is not None and now - last < REPORT_EVERY and done != total:
            return
        last = now
        if not _held(job).update(done=done, total=total, lease_until=now + LEASE):
            raise LeaseLostError

    return report


@contextmanager
def _lease_renewed(job: Job, clock: Clock) -> Iterator[None]:
    """Renew the lease from a thread while the work goes on, however long it reports nothing."""
    over = Event()
    thread = Thread(target=_beat, args=(job, clock, over), name=f"lease-{job.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat(job: Job, clock: Clock, over: Event) -> None:
    try:
        while not over.wait(HEARTBEAT.total_seconds()):
            try:
                _held(job).update(lease_until=clock() + LEASE)
            except DatabaseError:  # busy or away for a moment: the next beat tries again, the lease allows three
                log.warning("the lease of job %s could not be renewed", job.reference)
                connection.close()
    finally:
        connection.close()
