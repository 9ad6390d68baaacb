"""Pages of the lists of cases, of their days and of what the ledger says of one case."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Prefetch, Q, QuerySet

from cases.domain.case import CaseKind, Sought
from cases.domain.decision_clock import Milestone
from cases.domain.pending import CHANCES
from cases.domain.reading import TOLD_TO_PARTIES
from cases.domain.state import subject_of
from cases.models import Case, Deadline
from cases.queries.lists import decision_queue, overdue_days, queued_cases
from kernel.models import Account, LedgerEntry
from kernel.paging import PAGE, BadCursorError, Page, beyond, cut, number_of

FILING_ORDER: Final = ("-prioritised", "filed_at", "pk")
BY_DAY: Final = ("target_on", "pk")
DECISIONS: Final = Prefetch("deadlines", Deadline.objects.filter(kind=Milestone.DECISION.value))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases are looked for: in a stage, in somebody's hands or in nobody's, by reference or series."""

    stage: str = ""
    assignee: Account | None = None
    unassigned: bool = False
    sought: Sought | None = None

    def rows(self) -> QuerySet[Case]:
        """Return the cases, in the order of the queue: those that are open and not joined, unless asked otherwise.

        Who looks for a stage finds the ended ones too, who looks for a reference also those joined to others.
        """
        rows = queued_cases()
        if self.stage or self.sought:
            rows = Case.objects.in_order().select_related("assignee")
        if self.stage:
            rows = rows.filter(stage=self.stage)
        if self.assignee or self.unassigned:
            rows = rows.filter(assignee=self.assignee)
        return rows.filter(_names(self.sought)) if self.sought else rows


def _names(sought: Sought) -> Q:
    found = Q(reference__contains=sought.reference) if sought.reference else Q()
    series = Q() if sought.number is None else Q(series_number=sought.number)
    return found | (series & Q(series_year=sought.year) if sought.year else series)


def queue_page(rows: QuerySet[Case], *, after: str | None = None, limit: int = PAGE) -> Page[Case]:
    """Return a page of cases in filing order, each with the clock of its decision.

    Raises:
        BadCursorError: the mark of the page is none that was given out.

    """
    last = number_of(after)
    if last is not None:
        values = Case.objects.filter(pk=last).values_list("prioritised", "filed_at", "pk").first()
        if values is None:
            raise BadCursorError
        rows = rows.filter(beyond(FILING_ORDER, values))
    return cut(rows.prefetch_related(DECISIONS), first=last is None, limit=limit, mark=lambda row: str(row.pk))


def decision_page(kind: CaseKind, *, after: str | None = None, limit: int = PAGE) -> Page[Case]:
    """Return a page of the cases of a kind that are ready to be decided, in the order in which they must be.

    Raises:
        BadCursorError: the mark of the page is none that was given out.

    """
    return queue_page(decision_queue(kind).select_related("assignee"), after=after, limit=limit)


def agenda_page(person: Account, *, on: date, after: str | None = None, limit: int = PAGE) -> Page[Deadline]:
    """Return a page of the days to watch in a person's cases, the earliest first, without the chances that are past.

    Raises:
        BadCursorError: the mark of the page is none that was given out.

    """
    rows = Deadline.objects.filter(case__assignee=person, target_on__isnull=False).select_related("case__assignee")
    return _days(rows.exclude(kind__in=sorted(CHANCES), target_on__lt=on).order_by(*BY_DAY), after, limit)


def overdue_page(*, on: date, after: str | None = None, limit: int = PAGE) -> Page[Deadline]:
    """Return a page of the days that the authority let pass, the oldest first.

    Raises:
        BadCursorError: the mark of the page is none that was given out.

    """
    return _days(overdue_days(on=on), after, limit)


def _days(rows: QuerySet[Deadline], after: str | None, limit: int) -> Page[Deadline]:
    if after:
        day, _, key = after.partition(".")
        try:
            rows = rows.filter(beyond(BY_DAY, (date.fromisoformat(day), number_of(key))))
        except ValueError as error:
            raise BadCursorError from error
    return cut(rows, first=not after, limit=limit, mark=lambda row: f"{row.target_on}.{row.pk}")


def entries_page(
    case: Case, *, for_party: bool, after: str | None = None, limit: int = PAGE, order: str = "-seq"
) -> Page[LedgerEntry]:
    """Return a page of what the ledger says of a case, the newest first; a party is told of the procedure alone.

    In the order ``seq`` the oldest comes first. For a party the entries are numbered by themselves: how the numbers
    of the ledger grow tells how much is done in the cases of others (LGTAIP art. 115).

    Raises:
        BadCursorError: the mark of the page is none that was given out.

    """
    rows, last = LedgerEntry.objects.filter(subject=subject_of(case.reference)).order_by(order), number_of(after)
    if for_party:
        rows = rows.filter(verb__in=sorted(TOLD_TO_PARTIES))
        return _numbered(list(rows), newest_first=order.startswith("-"), last=last, limit=limit)
    if last is not None:
        rows = rows.filter(beyond((order,), (last,)))
    return cut(rows, first=last is None, limit=limit, mark=lambda row: str(row.seq))


def _numbered(told: list[LedgerEntry], *, newest_first: bool, last: int | None, limit: int) -> Page[LedgerEntry]:
    """Return a page of the entries that a party is told, some dozens in all, numbered from the oldest."""
    numbers = range(len(told), 0, -1) if newest_first else range(1, len(told) + 1)
    for number, row in zip(numbers, told, strict=True):
        row.seq = number  # of what is shown: the ledger keeps what it has
    left = [row for row in told if last is None or (row.seq < last if newest_first else row.seq > last)]
    return Page(left[:limit], str(left[limit - 1].seq) if len(left) > limit else "", first=last is None)


def joined_cases(case: Case) -> list[Case]:
    """Return the cases that are joined to one, in filing order."""
    return list(Case.objects.filter(lead=case).in_order())
