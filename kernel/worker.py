"""The worker: it runs one job after the other until it is told to stop, and throws away what is kept no longer."""

import logging
import time
from collections.abc import Mapping
from threading import Event, Thread
from typing import Final

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from kernel.services.idempotency import forget_answers
from kernel.services.jobs import JobHandler, run_next

PAUSE: Final = 1.0  # seconds between two looks at an empty queue: a person who has just sent a file waits no longer
TIDY_EVERY: Final = 3600.0  # seconds: what is kept for two days may be kept for an hour more

log = logging.getLogger(__name__)


def loop(handlers: Mapping[str, JobHandler], stop: Event) -> None:
    """Run jobs until ``stop`` is set; a database that is away for a while is waited for."""
    tidy_at = time.monotonic()
    try:
        while not stop.is_set():
            if time.monotonic() >= tidy_at:
                _tidy()
                tidy_at = time.monotonic() + TIDY_EVERY
            if not _run_one(handlers, stop):
                stop.wait(PAUSE)
    finally:
        connection.close()


def _run_one(handlers: Mapping[str, JobHandler], stop: Event) -> bool:
    close_old_connections()
    try:
        return run_next(handlers, clock=timezone.now, stop=stop)
    except DatabaseError as error:
        log.warning("the worker could not reach the queue: %s", error)
        connection.close()
        return False


def _tidy() -> None:
    try:
        forget_answers(at=timezone.now())
    except DatabaseError as error:
        log.warning("the worker could not throw away old answers: %s", error)
        connection.close()


def start_in_process(handlers: Mapping[str, JobHandler]) -> Event:
    """Run jobs in a thread of this process and return the event that ends it.

    The thread does not hold up the end of the process: a job it was at is taken over once its lease is over.
    """
    stop = Event()
    Thread(target=loop, args=(handlers, stop), name="jobs", daemon=True).start()
    return stop
