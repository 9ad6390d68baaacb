"""Who reads a file: one try at a time, renewed while it lives, taken over when it dies."""

import time
from datetime import datetime, timedelta
from typing import ClassVar, Final

from django.db import IntegrityError, transaction

from importers.domain.reading import READER_VERSION
from importers.models import Declaration, DeclaredParty, Ingestion, LineItem, RowIssue
from kernel.domain.clock import Clock
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text
from kernel.services import bulk

LEASE: Final = timedelta(seconds=20)  # a chunk takes about one; a killed try is taken over after this long
WAIT: Final = 60.0  # seconds that a second try waits for the first, longer than the lease
PAUSE: Final = 0.2
DISCARDED: Final = "discarded-"
BATCH: Final = 1_000


class BusyError(ConflictError):
    """The same file is being read by somebody else."""

    code: ClassVar[str] = "file_being_read"


BUSY: Final = Text(
    "Otro proceso está leyendo este mismo archivo; vuelva a intentarlo en un momento.",
    "Another process is reading this same file; try again in a moment.",
)
LOST: Final = Text(
    "Otro proceso tomó la lectura de este archivo; vuelva a intentarlo.",
    "Another process took over the reading of this file; try again.",
)


def claim(sha256: str, *, file_name: str, file_format: str, clock: Clock) -> Ingestion:
    """Return the complete ingestion of the file, or a new one to be filled; wait while another try is alive.

    Raises:
        BusyError: the other try is still at it after the longest wait.

    """
    patience = time.monotonic() + WAIT
    while True:
        found = _try_claim(sha256, file_name=file_name, file_format=file_format, at=clock())
        if found is not None:
            return found
        if time.monotonic() > patience:
            raise BusyError(BUSY)
        time.sleep(PAUSE)


def _try_claim(sha256: str, *, file_name: str, file_format: str, at: datetime) -> Ingestion | None:
    try:
        with transaction.atomic():
            row = Ingestion.objects.select_for_update().filter(sha256=sha256, reader=READER_VERSION).first()
            if row is not None and row.state == Ingestion.State.COMPLETE:
                return row
            if row is not None and row.lease_until is not None and row.lease_until > at:
                return None
            if row is not None:
                _mark_discarded(row)
            return Ingestion.objects.create(
                sha256=sha256,
                reader=READER_VERSION,
                file_name=file_name[:255],
                format=file_format,
                started_at=at,
                lease_until=at + LEASE,
            )
    except IntegrityError:  # another try made its row between our look and our insert
        return None


def _mark_discarded(row: Ingestion) -> None:
    """Give the name of the file free; whoever still writes under the old row finds that it lost its lease."""
    row.sha256 = f"{DISCARDED}{row.pk}"
    row.save(update_fields=["sha256"])


def renew(ingestion: Ingestion, at: datetime) -> None:
    """Prolong the lease, within the transaction of the rows that are being written.

    Raises:
        BusyError: another try took over.

    """
    mine = Ingestion.objects.filter(pk=ingestion.pk, sha256=ingestion.sha256, state=Ingestion.State.STAGING)
    if not mine.update(lease_until=at + LEASE):
        raise BusyError(LOST)


def give_up(ingestion: Ingestion) -> None:
    """Take back a try: nothing of it stays."""
    with transaction.atomic():
        row = Ingestion.objects.select_for_update().filter(pk=ingestion.pk).first()
        if row is not None and row.state == Ingestion.State.STAGING and row.sha256 == ingestion.sha256:
            _mark_discarded(row)
    clear_discarded()


def clear_discarded() -> None:
    """Delete the rows of tries that were given up or killed, some at a time; a cut clearing is taken up again."""
    for pk in Ingestion.objects.filter(sha256__startswith=DISCARDED).values_list("pk", flat=True):
        while _clear_some(pk):
            pass
        Ingestion.objects.filter(pk=pk, sha256__startswith=DISCARDED).delete()


@transaction.atomic
def _clear_some(pk: int) -> bool:
    """Delete a batch of declarations with all that hangs on them, then issues; tell whether there may be more."""
    declarations = list(Declaration.objects.filter(ingestion=pk).order_by("pk").values_list("pk", flat=True)[:BATCH])
    if declarations:
        for model in (DeclaredParty, LineItem):
            bulk.delete(model, "declaration", declarations)
        bulk.delete(Declaration, "id", declarations)
        return True
    issues = list(RowIssue.objects.filter(ingestion=pk).order_by("pk").values_list("pk", flat=True)[:BATCH])
    bulk.delete(RowIssue, "id", issues)
    return bool(issues)
