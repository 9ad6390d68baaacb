"""The lists over many cases and the entries of one, in pages that begin after the last row of the one before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from cases.domain.case import CaseKind
from cases.domain.decision_clock import Milestone
from cases.domain.pending import OVERDUE_KINDS
from cases.domain.procedure import Stage
from cases.domain.state import subject_of
from cases.models import Case, Deadline
from cases.queries.lists import decision_queue
from kernel.domain.actors import Actor
from kernel.models import LedgerEntry
from kernel.paging import PAGE, BadCursorError, Page, beyond, cut, number_of

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
TICK: Final = timedelta(microseconds=1)
FILING_ORDER: Final = ("-prioritised", "filed_at", "pk")
DAY_ORDER: Final = ("target_on", "pk")
DECISION: Final = Prefetch("deadlines", queryset=Deadline.objects.filter(kind=Milestone.DECISION.value))


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which open cases of the queue are wanted; what is None chooses nothing."""

    stage: Stage | None = None
    assignee: UUID | None = None


def queue_page(chosen: Chosen, *, after: str = "", limit: int = PAGE) -> Page[Case]:
    """Return a page of the queue, each case with its decision deadline alone (LFPA art. 46).

    Raises:
        BadCursorError: if ``after`` is no mark of a page.

    """
    rows = Case.objects.open().filter(lead__isnull=True)
    if chosen.stage is not None:
        rows = rows.filter(stage=chosen.stage.value)
    if chosen.assignee is not None:
        rows = rows.filter(assignee__reference=chosen.assignee)
    return _in_filing_order(rows, after, limit)


def decision_page(kind: CaseKind, *, after: str = "", limit: int = PAGE) -> Page[Case]:
    """Return a page of the cases of a kind that are ready to be decided, each with its decision deadline alone.

    Raises:
        BadCursorError: if ``after`` is no mark of a page.

    """
    return _in_filing_order(decision_queue(kind), after, limit)


@dataclass(frozen=True, slots=True)
class Agenda:
    """Whose days to watch: of the account with a reference, else of the reader; and up to which day, if any."""

    reader: Actor
    person: UUID | None = None
    until: date | None = None


def agenda_page(agenda: Agenda, *, after: str = "", limit: int = PAGE) -> Page[Deadline]:
    """Return a page of the days to watch in a person's cases, the earliest first.

    Raises:
        BadCursorError: if ``after`` is no mark of a page.

    """
    rows = Deadline.objects.filter(target_on__isnull=False)
    if agenda.person is None:
        rows = rows.filter(case__assignee=agenda.reader.account_id)
    else:
        rows = rows.filter(case__assignee__reference=agenda.person)
    if agenda.until is not None:
        rows = rows.filter(target_on__lte=agenda.until)
    return _in_day_order(rows, after, limit)


def overdue_page(*, on: date, after: str = "", limit: int = PAGE) -> Page[Deadline]:
    """Return a page of the days the authority aimed at that are past, the oldest first.

    Raises:
        BadCursorError: if ``after`` is no mark of a page.

    """
    rows = Deadline.objects.filter(kind__in=sorted(OVERDUE_KINDS), target_on__lt=on)
    return _in_day_order(rows, after, limit)


def entries_page(
    case: Case, *, verbs: Collection[str] | None = None, after: str = "", limit: int = PAGE
) -> Page[LedgerEntry]:
    """Return a page of what the ledger says of a case, in its order; with ``verbs`` of those acts and steps alone.

    Raises:
        BadCursorError: if ``after`` is no mark of a page.

    """
    last = number_of(after)
    rows = LedgerEntry.objects.filter(subject=subject_of(case.reference)).order_by("seq")
    if verbs is not None:
        rows = rows.filter(verb__in=sorted(verbs))
    if last is not None:
        rows = rows.filter(seq__gt=last)
    return cut(rows, first=last is None, limit=limit, mark=lambda row: str(row.seq))


def _in_filing_order(rows: QuerySet[Case], after: str, limit: int) -> Page[Case]:
    last = _numbers(after, len(FILING_ORDER))
    if last:
        prioritised, ticks, pk = last
        rows = rows.filter(beyond(FILING_ORDER, (bool(prioritised), _moment(ticks), pk)))
    rows = rows.order_by(*FILING_ORDER).select_related("assignee").prefetch_related(DECISION)
    return cut(rows, first=not last, limit=limit, mark=_mark_in_queue)


def _mark_in_queue(row: Case) -> str:
    return f"{int(row.prioritised)}:{(row.filed_at - EPOCH) // TICK}:{row.pk}"


def _in_day_order(rows: QuerySet[Deadline], after: str, limit: int) -> Page[Deadline]:
    last = _numbers(after, len(DAY_ORDER))
    if last:
        ordinal, pk = last
        rows = rows.filter(beyond(DAY_ORDER, (_day(ordinal), pk)))
    rows = rows.order_by(*DAY_ORDER).select_related("case__assignee")
    return cut(rows, first=not last, limit=limit, mark=_mark_of_day)


def _mark_of_day(row: Deadline) -> str:
    return f"{row.target_on.toordinal() if row.target_on else 0}:{row.pk}"


def _numbers(after: str, count: int) -> list[int]:
    if not after:
        return []
    found = [number for part in after.split(":") if (number := number_of(part)) is not None]
    if len(found) != count:
        raise BadCursorError
    return found


def _moment(ticks: int) -> datetime:
    try:
        return EPOCH + ticks * TICK
    except OverflowError as error:
        raise BadCursorError from error


def _day(ordinal: int) -> date:
    try:
        return date.fromordinal(ordinal)
    except (ValueError, OverflowError) as error:
        raise BadCursorError from error
