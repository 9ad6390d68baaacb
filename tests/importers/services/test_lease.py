from datetime import timedelta
from pathlib import Path

import pytest

from importers.models import Declaration, Importer, Ingestion, LineItem, RowIssue
from importers.services import ingest_file, lease
from importers.services.lease import LEASE, BusyError, claim, renew
from kernel.domain.actors import SYSTEM
from kernel.domain.errors import ConflictError
from tests.importers.deliveries import declaration, delivery, line, ordinary, saved
from tests.importers.ingesting import AT, ingested, nothing_kept

pytestmark = pytest.mark.django_db


class KilledError(Exception):
    """Stands for the end of a process in the middle of its work."""


def kill_after(rows: int) -> object:
    def progress(done: int, total: int) -> None:
        if done >= rows:
            raise KilledError

    return progress


def many() -> bytes:
    rows: list[str | bytes] = [line(str(i)) for i in range(1, 4_001)]
    return delivery({"501": [declaration()], "551": [*rows, "basura|"]})


def half_read(folder: Path) -> Ingestion:
    """Return what a killed process leaves: rows under a lease that nobody gives back."""
    path = saved(folder, many())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("importers.services.ingestion.give_up", lambda ingestion: None)
        patch.setattr("importers.services.importer_book.ImporterBook.take_back", lambda self: None)
        with pytest.raises(KilledError):
            ingest_file(path, file_name="a.zip", actor=SYSTEM, clock=lambda: AT, progress=kill_after(2_000))  # type: ignore[arg-type]  # a callable of two numbers
    left = Ingestion.objects.get()
    assert left.state == Ingestion.State.STAGING
    assert 0 < LineItem.objects.count() < 4_000
    return left


def test_a_killed_try_is_cleared_and_read_anew_once_its_lease_is_over(tmp_path: Path) -> None:
    left = half_read(tmp_path)
    later = AT + LEASE + timedelta(seconds=1)
    done = ingest_file(saved(tmp_path, many()), file_name="a.zip", actor=SYSTEM, clock=lambda: later)
    assert done.pk != left.pk
    assert Ingestion.objects.get() == done
    assert (LineItem.objects.count(), done.lines_kept, done.rows_rejected) == (4_000, 4_000, 1)
    assert (Declaration.objects.count(), RowIssue.objects.count(), Importer.objects.count()) == (1, 1, 1)


def test_a_second_try_is_told_that_the_first_is_alive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = half_read(tmp_path)
    monkeypatch.setattr(lease, "WAIT", 0.0)
    with pytest.raises(ConflictError) as refused:
        ingest_file(saved(tmp_path, many()), file_name="a.zip", actor=SYSTEM, clock=lambda: AT)
    assert refused.value.code == "file_being_read"
    assert Ingestion.objects.get() == left


def test_whoever_lost_the_lease_writes_nothing_more(tmp_path: Path) -> None:
    mine = claim("a" * 64, file_name="a.zip", file_format="csv", clock=lambda: AT)
    later = AT + LEASE + timedelta(seconds=1)
    other = claim("a" * 64, file_name="a.zip", file_format="csv", clock=lambda: later)
    assert other.pk != mine.pk
    with pytest.raises(BusyError):
        renew(mine, later)
    renew(other, later)
    assert Ingestion.objects.get(pk=other.pk).lease_until == later + LEASE


def test_an_interrupted_reading_leaves_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, many())
    with pytest.raises(KilledError):
        ingest_file(path, file_name="a.zip", actor=SYSTEM, clock=lambda: AT, progress=kill_after(2_000))  # type: ignore[arg-type]  # a callable of two numbers
    assert nothing_kept()


def test_an_interrupted_reading_changes_no_importer_that_was_known(tmp_path: Path) -> None:
    ingested(tmp_path, ordinary(), "uno.zip")
    before = Importer.objects.get().name
    rows: list[str | bytes] = [line(str(i)) for i in range(1, 3_000)]
    path = saved(tmp_path, delivery({"501": [declaration(name="OTRO NOMBRE")], "551": rows}), "dos.zip")
    with pytest.raises(KilledError):
        ingest_file(path, file_name="dos.zip", actor=SYSTEM, clock=lambda: AT, progress=kill_after(2_000))  # type: ignore[arg-type]  # a callable of two numbers
    assert Importer.objects.get().name == before
    assert LineItem.objects.count() == 2


def test_a_clearing_that_was_cut_is_taken_up_by_the_next_reading(tmp_path: Path) -> None:
    left = half_read(tmp_path)
    left.sha256 = f"{lease.DISCARDED}{left.pk}"
    left.save()
    ingested(tmp_path, ordinary(), "otro.zip")
    assert LineItem.objects.count() == 2
    assert Ingestion.objects.count() == 1
