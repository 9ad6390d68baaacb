"""The ledger: every change of state leaves one entry, written in the transaction of the change."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from kernel.domain import chain
from kernel.domain.actors import Actor
from kernel.domain.chain import Broken
from kernel.domain.progress import ignore
from kernel.models import LedgerEntry, LedgerHead

BATCH: Final = 2_000  # entries read or written at once


@dataclass(frozen=True, slots=True)
class Verification:
    """How many entries hold, and the first one that does not."""

    entries: int
    broken: Broken | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What an entry says: what was done to what, by whom, when, and its particulars."""

    verb: str
    subject: str
    actor: Actor
    at: datetime
    detail: Mapping[str, Any]


def record(
    verb: str, *, subject: str, actor: Actor, at: datetime, detail: Mapping[str, Any] | None = None
) -> LedgerEntry:
    """Append an entry to the chain, in the transaction of the change it speaks of.

    Raises:
        TransactionManagementError: there is no open transaction, so the change and its entry could part.

    """
    head = _locked_head()
    row = _next(head, _Said(verb, subject, actor, at, detail or {}))
    row.save(force_insert=True)
    head.save(update_fields=["seq", "hash"])
    return row


def record_each(verb: str, *, details: Iterable[tuple[str, Mapping[str, Any]]], actor: Actor, at: datetime) -> None:
    """Append an entry for each subject and its detail, as ``record`` does, in few writes however many they are.

    Raises:
        TransactionManagementError: there is no open transaction.

    """
    head = _locked_head()
    rows = [_next(head, _Said(verb, subject, actor, at, detail)) for subject, detail in details]
    LedgerEntry.objects.bulk_create(rows, batch_size=BATCH)
    head.save(update_fields=["seq", "hash"])


def _locked_head() -> LedgerHead:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a ledger entry is written in the transaction of its change")
    head, _ = LedgerHead.objects.select_for_update().get_or_create(id=1)
    return head


def _next(head: LedgerHead, said: _Said) -> LedgerEntry:
    """Return the row, not saved, of the next entry, and put the head at it."""
    entry = chain.Entry(
        seq=head.seq + 1,
        at=said.at,
        actor=said.actor.name,
        channel=said.actor.channel,
        verb=said.verb,
        subject=said.subject,
        detail=chain.plain(said.detail),
        previous_hash=head.hash,
    )
    row = _row(entry)
    row.clean_fields(exclude=["detail"])  # lengths, which SQLite does not check
    head.seq, head.hash = row.seq, row.hash
    return row


def take_turn() -> None:
    """Wait until no other change that is recorded is under way, and keep others waiting until this one is.

    For changes that first look whether something is there: where nothing is, there is no row to lock.

    Raises:
        TransactionManagementError: there is no open transaction, so the turn would be over at once.

    """
    LedgerHead.objects.select_for_update().get_or_create(id=1)


def verify(progress: Callable[[int, int], None] = ignore) -> Verification:
    """Read the whole chain and return how many entries hold and the first that does not."""
    remembered = _head()
    check = chain.Check()
    broken = check.first_break(_links(remembered.seq, progress))
    broken = broken or check.against(remembered) or _beyond()
    return Verification(check.end.seq, broken)


def _links(until: int, progress: Callable[[int, int], None]) -> Iterator[chain.Link]:
    """Yield the entries up to the end that was remembered at the start; later ones are the next check's."""
    rows = LedgerEntry.objects.filter(seq__lte=until).order_by("seq")
    for done, row in enumerate(rows.iterator(chunk_size=BATCH), 1):
        yield chain.Link(row.as_entry(), row.hash)
        if done % BATCH == 0 or done == until:
            progress(done, until)


def _beyond() -> Broken | None:
    """Return the first entry past the end."""
    check = chain.Check()
    # Read before the head: an honest writer moves both at once, so that it is never past the head as read later.
    last = LedgerEntry.objects.order_by("-seq").first()
    if last is None or last.seq <= (head := _head()).seq:
        return None
    check.end = chain.Head(last.seq, last.hash)
    return check.against(head)


def _head() -> chain.Head:
    row = LedgerHead.objects.filter(id=1).first()
    return chain.Head() if row is None else chain.Head(row.seq, row.hash)


def _row(entry: chain.Entry) -> LedgerEntry:
    return LedgerEntry(
        seq=entry.seq,
        at=entry.at,
        actor=entry.actor,
        channel=entry.channel,
        verb=entry.verb,
        subject=entry.subject,
        detail=entry.detail,
        previous_hash=entry.previous_hash,
        hash=chain.entry_hash(entry),
    )
