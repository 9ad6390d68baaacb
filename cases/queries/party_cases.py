"""The cases that somebody petitioned, or was notified in as a party."""

from django.db.models import Q

from cases.models import Case
from kernel.paging import PAGE, Page, beyond, cut, number_of

NEWEST_FIRST = ("-pk",)


def party_cases_page(actor: str, *, after: str | None = None, limit: int = PAGE) -> Page[Case]:
    """Return a page of the cases that an actor is the petitioner or a notified party of, the newest first.

    Raises:
        BadCursorError: the mark of the page is none that was given out.

    """
    notified = Q(notices__party__account=actor, notices__served_on__isnull=False, notices__void_on__isnull=True)
    mine = Case.objects.filter(Q(petitioner=actor) | notified).values("pk")
    rows = Case.objects.with_records().filter(pk__in=mine).order_by(*NEWEST_FIRST)
    last = number_of(after)
    if last is not None:
        rows = rows.filter(beyond(NEWEST_FIRST, (last,)))
    return cut(rows, first=last is None, limit=limit, mark=lambda row: str(row.pk))
