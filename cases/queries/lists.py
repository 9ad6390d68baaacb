"""Lists over many cases: the queue, a person's agenda, what is overdue, what silence has refused."""

from datetime import date
from typing import Final

from django.db.models import Exists, OuterRef, QuerySet

from cases.domain.case import CaseKind, Origin
from cases.domain.decision_clock import Milestone
from cases.domain.pending import OVERDUE_KINDS
from cases.domain.procedure import Stage
from cases.models import Case, Deadline, Suspension
from cases.models.case import OPEN_STAGES
from kernel.models import Account

PAGE: Final = 100  # rows of a list that are read at once


def queued_cases() -> QuerySet[Case]:
    """Return the open cases in strict filing order, reasoned exceptions first (LFPA art. 46).

    Cases that are joined to another stand in the queue with that one.
    """
    return Case.objects.open().filter(lead__isnull=True).in_order().select_related("assignee")


def queue(*, start: int = 0, limit: int = PAGE) -> list[Case]:
    """Return a page of the open cases in strict filing order."""
    return list(queued_cases()[start : start + limit])


def decision_queue(kind: CaseKind) -> QuerySet[Case]:
    """Return the cases of a kind that are ready to be decided, in the order in which they must be.

    One whose terms are suspended waits without holding up the others.
    """
    rows = Case.objects.filter(stage=Stage.DECISION.value, kind=kind.value, lead__isnull=True)
    suspended = Suspension.objects.filter(case=OuterRef("pk"), until_on__isnull=True)
    return rows.filter(~Exists(suspended)).in_order()


def first_to_decide(kind: CaseKind) -> Case | None:
    """Return the case of a kind that is to be decided next."""
    return decision_queue(kind).first()


def agenda(person: Account, *, until: date | None = None, start: int = 0, limit: int = PAGE) -> list[Deadline]:
    """Return a page of the days to watch in a person's cases, the earliest first; up to a day, if one is given."""
    rows = Deadline.objects.filter(case__assignee=person, target_on__isnull=False)
    if until is not None:
        rows = rows.filter(target_on__lte=until)
    return list(rows.select_related("case").order_by("target_on", "pk")[start : start + limit])


def overdue_days(*, on: date) -> QuerySet[Deadline]:
    """Return the days the authority aimed at that are past, the oldest first, each with its case."""
    rows = Deadline.objects.filter(kind__in=sorted(OVERDUE_KINDS), target_on__lt=on)
    return rows.select_related("case__assignee").order_by("target_on", "pk")


def overdue_cases(*, on: date, start: int = 0, limit: int = PAGE) -> list[Deadline]:
    """Return a page of the days the authority aimed at that are past, the oldest first, each with its case."""
    return list(overdue_days(on=on)[start : start + limit])


def deemed_refusals(*, on: date) -> QuerySet[Case]:
    """Return the petitions that silence has refused by a day, in filing order (LFPA art. 17).

    The term is over under every calendar and nothing was decided; the authority may still decide.
    """
    rows = Case.objects.filter(stage__in=OPEN_STAGES, origin=Origin.PETITION.value, withdrawn_on__isnull=True)
    return rows.filter(deadlines__kind=Milestone.DECISION.value, deadlines__certain_on__lt=on).in_order()
