"""What the lists over many cases are made of: the queue, what is overdue, what is to be decided."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from cases.domain.case import CaseKind
from cases.domain.pending import OVERDUE_KINDS
from cases.domain.procedure import Stage
from cases.models import Case, Deadline, Suspension


def queued_cases() -> QuerySet[Case]:
    """Return the open cases in strict filing order, reasoned exceptions first (LFPA art. 46).

    Cases that are joined to another stand in the queue with that one.
    """
    return Case.objects.open().filter(lead__isnull=True).in_order().select_related("assignee")


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


def overdue_days(*, on: date) -> QuerySet[Deadline]:
    """Return the days the authority aimed at that are past, the oldest first, each with its case."""
    rows = Deadline.objects.filter(kind__in=sorted(OVERDUE_KINDS), target_on__lt=on)
    return rows.select_related("case__assignee").order_by("target_on", "pk")
