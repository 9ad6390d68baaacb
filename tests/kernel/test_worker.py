import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from config.environment import BASE_DIR
from kernel.domain.actors import SYSTEM
from kernel.domain.idempotency import Intent
from kernel.domain.progress import Progress
from kernel.models import IdempotentRequest, Job
from kernel.services.idempotency import KEPT, take_request
from kernel.services.jobs import enqueue, run_next
from kernel.worker import start_in_process

pytestmark = pytest.mark.django_db(transaction=True)


def queued(key: str) -> Job:
    return enqueue("echo", payload={"key": key}, key=key, owner=SYSTEM, at=timezone.now())


def echo(job: Job, progress: Progress) -> Mapping[str, Any]:
    return {"key": job.payload["key"]}


def wait_for(job: Job, state: Job.State) -> None:
    for _ in range(500):
        job.refresh_from_db()
        if job.state == state:
            return
        time.sleep(0.02)


def worker_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "jobs"]


def join_workers() -> None:
    for thread in worker_threads():
        thread.join(timeout=10)


def test_a_thread_of_the_server_runs_what_is_queued_and_ends_when_told() -> None:
    job = queued("one")
    stop = start_in_process({"echo": echo})
    try:
        wait_for(job, Job.State.DONE)
    finally:
        stop.set()
        join_workers()
    assert (job.state, job.result) == (Job.State.DONE, {"key": "one"})
    assert worker_threads() == []


def test_answers_that_are_kept_no_longer_are_thrown_away() -> None:
    for number, at in enumerate((timezone.now() - KEPT, timezone.now())):
        take_request(Intent("account:1", f"k{number}", "0" * 64), at=at)
    job = queued("one")
    stop = start_in_process({"echo": echo})
    try:
        wait_for(job, Job.State.DONE)
    finally:
        stop.set()
        join_workers()
    assert [one.key for one in IdempotentRequest.objects.all()] == ["k1"]


def test_a_job_that_fails_does_not_end_the_worker() -> None:
    def crash_on_one(job: Job, progress: Progress) -> Mapping[str, Any]:
        return {"key": 1 // (job.payload["key"] != "one")}

    first, second = queued("one"), queued("two")
    stop = start_in_process({"echo": crash_on_one})
    try:
        wait_for(second, Job.State.DONE)
    finally:
        stop.set()
        join_workers()
    first.refresh_from_db()
    assert (first.state, second.state) == (Job.State.FAILED, Job.State.DONE)


def test_a_worker_told_to_end_gives_back_the_job_it_is_at() -> None:
    job = queued("one")
    started = threading.Event()

    def endless(job: Job, progress: Progress) -> Mapping[str, Any]:
        while True:
            started.set()
            progress(0, 0)
            time.sleep(0.01)

    stop = start_in_process({"echo": endless})
    try:
        assert started.wait(10)
    finally:
        stop.set()
        join_workers()
    job.refresh_from_db()
    assert (job.state, job.attempt) == (Job.State.QUEUED, 0)


WORKER_THAT_HANGS = """
import sys, time
import django
django.setup()
from django.db import connection
from django.utils import timezone
from kernel.services.idempotency import KEPT, take_request
from kernel.services.jobs import run_next
connection.settings_dict["NAME"] = sys.argv[1]
def hang(job, progress):
    progress(1, 2)
    print("at work", flush=True)
    time.sleep(120)
run_next({"echo": hang}, clock=timezone.now)
"""


def test_the_job_of_a_killed_process_is_taken_over_when_its_lease_is_over() -> None:
    job = queued("one")
    command = [sys.executable, "-c", WORKER_THAT_HANGS, str(connection.settings_dict["NAME"])]
    with subprocess.Popen(command, cwd=BASE_DIR, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.send_signal(signal.SIGKILL)
    job.refresh_from_db()
    assert (job.state, job.done, job.attempt) == (Job.State.RUNNING, 1, 1)
    assert not run_next({"echo": echo}, clock=timezone.now)
    Job.objects.update(lease_until=timezone.now())
    assert run_next({"echo": echo}, clock=timezone.now)
    job.refresh_from_db()
    assert (job.state, job.result, job.attempt) == (Job.State.DONE, {"key": "one"}, 2)
