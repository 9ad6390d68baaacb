"""Who executes a run: one process at a time, and another one when it dies.

The lease is its own token: each renewal names the moment it was given last, so that a process that lost its lease
while it slept cannot write any more.
"""

from datetime import datetime, timedelta
from typing import ClassVar, Final

from django.db.models import Q

from kernel.domain.errors import ConflictError
from kernel.domain.text import Text
from screening.models import ScreeningRun

LEASE: Final = timedelta(seconds=20)  # a chunk takes about a second; after a kill nobody waits long


class RunBusyError(ConflictError):
    """Another process executes the run at this moment."""

    code: ClassVar[str] = "run_busy"

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Otro proceso está tamizando este archivo; espere a que termine.",
                "Another process is screening this file; wait until it ends.",
            )
        )


def claim(run: ScreeningRun, *, at: datetime) -> datetime | None:
    """Return the lease of a run that this process may now execute; None when the run is done.

    Raises:
        RunBusyError: if another process holds it.

    """
    free = Q(lease_until__isnull=True) | Q(lease_until__lte=at)
    undone = ScreeningRun.objects.filter(free, pk=run.pk).exclude(state=ScreeningRun.State.DONE)
    lease = at + LEASE
    if undone.update(state=ScreeningRun.State.RUNNING, lease_until=lease):
        return lease
    if ScreeningRun.objects.filter(pk=run.pk, state=ScreeningRun.State.DONE).exists():
        return None
    raise RunBusyError


def renew(run: ScreeningRun, lease: datetime, *, at: datetime) -> datetime:
    """Return the new lease; inside a transaction it keeps the run for it until the end.

    Raises:
        RunBusyError: if the lease ran out and another process took the run.

    """
    renewed = at + LEASE
    held = ScreeningRun.objects.filter(pk=run.pk, state=ScreeningRun.State.RUNNING, lease_until=lease)
    if not held.update(lease_until=renewed):
        raise RunBusyError
    return renewed


def release(run: ScreeningRun, lease: datetime) -> None:
    """Give the lease back, so that the next execution need not wait for it to run out."""
    ScreeningRun.objects.filter(pk=run.pk, lease_until=lease).update(lease_until=None)
