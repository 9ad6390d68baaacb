"""Jobs on the database of the suite: SQLite, and PostgreSQL by DATABASE_URL."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from kernel.domain.actors import Actor
from kernel.domain.errors import InputError
from kernel.domain.progress import Progress
from kernel.domain.text import Text
from kernel.models import Job, LedgerEntry
from kernel.services import jobs
from kernel.services.jobs import LEASE, MAX_ATTEMPTS, enqueue, run_next

OWNER = Actor("account:1", "web")


def queued(key: str = "k", **payload: Any) -> Job:
    return enqueue("count", payload=payload, key=key, owner=OWNER, at=timezone.now())


def count(job: Job, progress: Progress) -> Mapping[str, Any]:
    progress(1, 2)
    progress(2, 2)
    return {"counted": job.payload.get("upto", 0)}


def refuse(job: Job, progress: Progress) -> Mapping[str, Any]:
    raise InputError(Text("No se puede leer.", "It cannot be read."))


def crash(job: Job, progress: Progress) -> Mapping[str, Any]:
    raise ZeroDivisionError("secret of the server")


def run(handler: jobs.JobHandler, *, stop: Event | None = None) -> bool:
    return run_next({"count": handler}, clock=timezone.now, stop=stop)


@pytest.mark.django_db
def test_a_job_is_run_once_and_its_result_kept() -> None:
    job = queued(upto=7)
    assert run(count)
    job.refresh_from_db()
    assert (job.state, job.result, job.done, job.total, job.attempt) == (Job.State.DONE, {"counted": 7}, 2, 2, 1)
    assert job.lease_until is None
    assert job.finished_at is not None
    assert not run(count)


@pytest.mark.django_db
def test_the_same_key_gives_the_same_job_and_one_ledger_entry() -> None:
    first = queued()
    assert queued() == first
    assert run(count)
    again = queued()
    assert (again, again.state) == (first, Job.State.DONE)
    assert [entry.subject for entry in LedgerEntry.objects.all()] == [f"job:{first.reference}"]


@pytest.mark.django_db
def test_jobs_are_run_in_the_order_they_were_asked_for() -> None:
    now = timezone.now()
    for number in (2, 1, 3):
        at = now + timedelta(seconds=number)
        enqueue("count", payload={"number": number}, key=f"k{number}", owner=OWNER, at=at)
    seen: list[int] = []

    def note(job: Job, progress: Progress) -> Mapping[str, Any]:
        seen.append(job.payload["number"])
        return {}

    while run(note):
        pass
    assert seen == [1, 2, 3]


@pytest.mark.django_db
def test_a_job_of_a_kind_this_worker_does_not_know_is_left_alone() -> None:
    job = queued()
    assert not run_next({"other": count}, clock=timezone.now)
    job.refresh_from_db()
    assert (job.state, job.attempt) == (Job.State.QUEUED, 0)


@pytest.mark.django_db
def test_a_foreseen_error_fails_the_job_with_its_sentence() -> None:
    job = queued()
    assert run(refuse)
    job.refresh_from_db()
    assert (job.state, job.error_code) == (Job.State.FAILED, "invalid_input")
    assert (job.error_es, job.error_en) == ("No se puede leer.", "It cannot be read.")


@pytest.mark.django_db
def test_an_unforeseen_error_fails_the_job_in_general_words_and_is_logged_in_full(
    caplog: pytest.LogCaptureFixture,
) -> None:
    job = queued()
    with caplog.at_level(logging.ERROR):
        assert run(crash)
    job.refresh_from_db()
    assert (job.state, job.error_code) == (Job.State.FAILED, "unforeseen")
    assert "secret" not in job.error_es + job.error_en
    assert "secret of the server" in caplog.text
    assert "Traceback" in caplog.text


@pytest.mark.django_db
def test_a_failed_job_is_queued_anew_by_asking_again() -> None:
    job = queued()
    run(refuse)
    again = queued(upto=3)
    assert (again.pk, again.state, again.error_es, again.attempt) == (job.pk, Job.State.QUEUED, "", 0)
    assert run(count)
    again.refresh_from_db()
    assert (again.state, again.result) == (Job.State.DONE, {"counted": 3})


@pytest.mark.django_db
def test_the_job_of_a_killed_worker_is_taken_over_once_its_lease_is_over() -> None:
    job = queued(upto=4)
    held = Job.objects.filter(pk=job.pk)
    held.update(state=Job.State.RUNNING, attempt=1, lease_until=timezone.now() + LEASE, done=1, total=9)
    assert not run(count)
    held.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert run(count)
    job.refresh_from_db()
    assert (job.state, job.attempt, job.result) == (Job.State.DONE, 2, {"counted": 4})


@pytest.mark.django_db
def test_a_job_that_took_too_many_workers_down_is_given_up_with_a_sentence() -> None:
    job = queued()
    over = timezone.now() - timedelta(seconds=1)
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, attempt=MAX_ATTEMPTS, lease_until=over)
    assert run(crash)
    job.refresh_from_db()
    assert (job.state, job.error_code) == (Job.State.FAILED, "attempts_exhausted")
    assert "5" in job.error_es


@pytest.mark.django_db
def test_a_worker_that_lost_its_lease_stops_and_its_result_does_not_count() -> None:
    job = queued()
    reached: list[str] = []

    def slow(job: Job, progress: Progress) -> Mapping[str, Any]:
        Job.objects.filter(pk=job.pk).update(attempt=2)  # another worker took over meanwhile
        progress(1, 1)
        reached.append("after")
        return {"counted": "stale"}

    assert run(slow)
    job.refresh_from_db()
    assert reached == []
    assert (job.state, job.attempt, job.result) == (Job.State.RUNNING, 2, {})


@pytest.mark.django_db
def test_a_late_result_does_not_overwrite_that_of_the_next_worker() -> None:
    job = queued()

    def late(job: Job, progress: Progress) -> Mapping[str, Any]:
        Job.objects.filter(pk=job.pk).update(attempt=2, state=Job.State.DONE, result={"counted": "second"})
        return {"counted": "first"}

    run(late)
    job.refresh_from_db()
    assert job.result == {"counted": "second"}


@pytest.mark.django_db
def test_a_worker_asked_to_end_gives_its_job_back_without_counting_the_attempt() -> None:
    job = queued(upto=1)
    stop = Event()

    def interrupted(job: Job, progress: Progress) -> Mapping[str, Any]:
        stop.set()
        progress(1, 2)
        return {}

    assert run(interrupted, stop=stop)
    job.refresh_from_db()
    assert (job.state, job.attempt, job.lease_until) == (Job.State.QUEUED, 0, None)
    assert run(count)


@pytest.mark.django_db
def test_progress_is_stored_and_renews_the_lease() -> None:
    job = queued()
    Job.objects.filter(pk=job.pk).update(created_at=timezone.now() - timedelta(hours=1))
    seen: list[tuple[int, int, datetime | None]] = []

    def watched(job: Job, progress: Progress) -> Mapping[str, Any]:
        Job.objects.filter(pk=job.pk).update(lease_until=timezone.now())
        progress(30, 100)
        job.refresh_from_db()
        seen.append((job.done, job.total, job.lease_until))
        return {}

    run(watched)
    [(done, total, lease)] = seen
    assert (done, total) == (30, 100)
    assert lease is not None
    assert lease > timezone.now() + LEASE / 2


@pytest.mark.django_db(transaction=True)
def test_the_lease_is_renewed_while_a_long_step_reports_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "HEARTBEAT", timedelta(seconds=0.02))
    job = queued()

    def long_step(job: Job, progress: Progress) -> Mapping[str, Any]:
        Job.objects.filter(pk=job.pk).update(lease_until=timezone.now())
        renewed = Event()
        for _ in range(200):
            job.refresh_from_db()
            if job.lease_until is not None and job.lease_until > timezone.now() + LEASE / 2:
                renewed.set()
                break
            renewed.wait(0.02)
        return {"renewed": renewed.is_set()}

    assert run(long_step)
    job.refresh_from_db()
    assert job.result == {"renewed": True}


@pytest.mark.django_db(transaction=True)
def test_workers_at_the_same_time_never_run_the_same_job() -> None:
    for number in range(12):
        queued(f"k{number}", number=number)
    seen: list[int] = []
    failures: list[Exception] = []
    start = Barrier(2)

    def note(job: Job, progress: Progress) -> Mapping[str, Any]:
        seen.append(job.payload["number"])
        progress(1, 1)
        return {}

    def worker() -> None:
        try:
            start.wait()
            while Job.objects.filter(state=Job.State.QUEUED).exists():
                run(note)
        except Exception as error:  # noqa: BLE001 - a thread's failure must reach the test
            failures.append(error)
        finally:
            connection.close()

    threads = [Thread(target=worker) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(seen) == list(range(12))
    assert Job.objects.filter(state=Job.State.DONE, attempt=1).count() == 12
