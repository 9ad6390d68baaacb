"""The ledger on the database of the suite: SQLite, and PostgreSQL by DATABASE_URL."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from kernel.domain.actors import SYSTEM
from kernel.models import LedgerEntry, LedgerHead
from kernel.services.ledger import BATCH, record, record_each, verify
from tests.kernel.triggers import triggers_lifted

AT = datetime(2026, 11, 25, 18, 0, 0, 123456, tzinfo=UTC)


def write(count: int, *, at: datetime = AT) -> None:
    with transaction.atomic():
        for number in range(count):
            detail = {"number": number, "score": 0.1, "wörds": "日本\0"}
            record(
                "test_act", subject=f"thing:{number}", actor=SYSTEM, at=at + timedelta(seconds=number), detail=detail
            )


@pytest.mark.django_db
def test_entries_are_numbered_chained_and_hold_what_was_said() -> None:
    write(2)
    first, second = LedgerEntry.objects.all()
    assert (first.seq, second.seq) == (1, 2)
    assert first.previous_hash == "0" * 64
    assert second.previous_hash == first.hash
    assert (first.actor, first.channel, first.verb, first.subject) == ("system", "system", "test_act", "thing:0")
    assert first.detail == {"number": 0, "score": "0.1", "wörds": "日本\ufffd"}
    head = LedgerHead.objects.get()
    assert (head.seq, head.hash) == (2, second.hash)


@pytest.mark.django_db
def test_a_whole_ledger_is_found_whole_after_the_round_trip_through_the_database() -> None:
    write(3)
    write(2, at=AT.astimezone(timezone(timedelta(hours=-6))))
    verification = verify()
    assert (verification.entries, verification.broken) == (5, None)


@pytest.mark.django_db
def test_an_empty_ledger_is_whole() -> None:
    assert verify().entries == 0
    assert verify().broken is None


@pytest.mark.django_db
def test_progress_is_told_to_the_end() -> None:
    write(BATCH + 1)
    told: list[tuple[int, int]] = []
    assert verify(lambda done, total: told.append((done, total))).broken is None
    assert told == [(BATCH, BATCH + 1), (BATCH + 1, BATCH + 1)]


@pytest.mark.django_db
def test_an_entry_too_long_for_its_column_is_refused_on_every_database() -> None:
    with pytest.raises(ValidationError, match="120"):
        record("test_act", subject="x" * 121, actor=SYSTEM, at=AT)
    assert not LedgerEntry.objects.exists()


@pytest.mark.django_db
def test_many_entries_at_once_are_those_that_would_be_written_one_by_one() -> None:
    details = [(f"thing:{number}", {"number": number}) for number in range(3)]
    with transaction.atomic():
        write(1)
        record_each("test_act", details=details, actor=SYSTEM, at=AT)
        write(1)
    said = list(LedgerEntry.objects.values_list("seq", "subject", "detail__number"))
    assert said[1:4] == [(2, "thing:0", 0), (3, "thing:1", 1), (4, "thing:2", 2)]
    assert (verify().entries, verify().broken) == (5, None)


@pytest.mark.django_db(transaction=True)
def test_many_entries_outside_a_transaction_are_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError, match="transaction of its change"):
        record_each("test_act", details=[("thing:1", {})], actor=SYSTEM, at=AT)
    assert not LedgerEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError, match="transaction of its change"):
        record("test_act", subject="thing:1", actor=SYSTEM, at=AT)
    assert not LedgerEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_goes_with_the_change_that_failed() -> None:
    def failing_change() -> None:
        with transaction.atomic():
            record("test_act", subject="thing:1", actor=SYSTEM, at=AT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing_change()
    assert verify().entries == 0
    assert not LedgerEntry.objects.exists()


def _sql(statement: str) -> Callable[[], object]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return run


REPLACE = (
    "INSERT OR REPLACE INTO kernel_ledgerentry (seq, at, actor, channel, verb, subject, detail, previous_hash, hash) "
    "SELECT seq, at, 'somebody', channel, verb, subject, detail, previous_hash, hash FROM kernel_ledgerentry"
)
REFUSED: dict[str, Callable[[], object]] = {
    "UPDATE through the models": lambda: LedgerEntry.objects.filter(seq=2).update(actor="somebody"),
    "UPDATE of a loaded entry": lambda: LedgerEntry.objects.get(seq=2).save(),
    "DELETE through the models": lambda: LedgerEntry.objects.filter(seq=2).delete(),
    "an upsert through the models": lambda: LedgerEntry.objects.bulk_create(
        LedgerEntry.objects.filter(seq=2), update_conflicts=True, unique_fields=["seq"], update_fields=["actor"]
    ),
    "UPDATE in SQL": _sql("UPDATE kernel_ledgerentry SET actor = 'somebody'"),
    "DELETE in SQL": _sql("DELETE FROM kernel_ledgerentry"),
    "TRUNCATE on PostgreSQL": _sql("TRUNCATE kernel_ledgerentry"),
    "INSERT OR REPLACE on SQLite": _sql(REPLACE),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "act"), REFUSED.items(), ids=[f"{name} is refused" for name in REFUSED])
def test_the_database_refuses_to_change_or_remove_an_entry(name: str, act: Callable[[], object]) -> None:
    if name.endswith(("PostgreSQL", "SQLite")) and not name.lower().endswith(connection.vendor):
        pytest.skip("the other database knows no such statement")
    write(3)
    before = list(LedgerEntry.objects.values())
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        act()
    assert list(LedgerEntry.objects.values()) == before
    assert verify().broken is None


def _exchange() -> None:
    second, third = LedgerEntry.objects.filter(seq__in=(2, 3))
    LedgerEntry.objects.filter(seq=2).update(seq=99)
    LedgerEntry.objects.filter(seq=3).update(seq=second.seq)
    LedgerEntry.objects.filter(seq=99).update(seq=third.seq)


def _append() -> None:
    last = LedgerEntry.objects.get(seq=4)
    LedgerEntry.objects.create(
        seq=5, at=AT, actor="x", channel="x", verb="x", subject="x", previous_hash=last.hash, hash="b" * 64
    )


TAMPERING: dict[str, tuple[Callable[[], object], int, str]] = {
    "an altered actor": (lambda: LedgerEntry.objects.filter(seq=2).update(actor="somebody"), 2, "altered"),
    "an altered moment": (lambda: LedgerEntry.objects.filter(seq=2).update(at=AT), 2, "altered"),
    "an altered detail": (lambda: LedgerEntry.objects.filter(seq=2).update(detail={"number": 7}), 2, "altered"),
    "a number turned into text": (
        lambda: LedgerEntry.objects.filter(seq=2).update(detail={"number": 1, "score": 0.1, "wörds": "日本\ufffd"}),
        2,
        "altered",
    ),
    "an altered hash": (lambda: LedgerEntry.objects.filter(seq=2).update(hash="c" * 64), 2, "altered"),
    "a removed entry": (lambda: LedgerEntry.objects.filter(seq=3).delete(), 3, "missing"),
    "a removed first entry": (lambda: LedgerEntry.objects.filter(seq=1).delete(), 1, "missing"),
    "two exchanged entries": (_exchange, 2, "does not follow"),
    "a cut tail": (lambda: LedgerEntry.objects.filter(seq__gte=3).delete(), 3, "tail was cut"),
    "an emptied ledger": (lambda: LedgerEntry.objects.all().delete(), 1, "tail was cut"),
    "an entry added from outside": (_append, 5, "beyond the recorded end"),
    "a removed end": (lambda: LedgerHead.objects.all().delete(), 1, "beyond the recorded end"),
    "another end": (lambda: LedgerHead.objects.update(hash="d" * 64), 4, "recorded as the last"),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("act", "seq", "words"), TAMPERING.values(), ids=[f"{name} is named" for name in TAMPERING])
def test_tampering_behind_the_triggers_is_found_and_named(act: Callable[[], object], seq: int, words: str) -> None:
    write(4)
    with triggers_lifted(connection):
        act()
    broken = verify().broken
    assert broken is not None
    assert broken.seq == seq
    assert words in broken.reason.en
    assert f"asiento {seq}" in broken.reason.es


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_never_fork_the_chain() -> None:
    start = Barrier(4)
    failures: list[Exception] = []

    def writer(name: int) -> None:
        try:
            start.wait()
            for number in range(10):
                with transaction.atomic():
                    record("test_act", subject=f"{name}:{number}", actor=SYSTEM, at=AT)
        except Exception as error:  # noqa: BLE001 - a thread's failure must reach the test
            failures.append(error)
        finally:
            connection.close()

    threads = [Thread(target=writer, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert verify().entries == 40
    assert verify().broken is None


@pytest.mark.django_db(transaction=True)
def test_the_triggers_come_and_go_with_their_migration() -> None:
    write(1)
    latest: list[Any] = MigrationExecutor(connection).loader.graph.leaf_nodes("kernel")
    try:
        MigrationExecutor(connection).migrate([("kernel", "0001_initial")])
        assert LedgerEntry.objects.update(actor="somebody") == 1
    finally:
        MigrationExecutor(connection).migrate(latest)
    with pytest.raises(IntegrityError, match="append-only"):
        LedgerEntry.objects.update(actor="system")
    assert verify().broken is not None
