"""Reads of tips: the list of the unit, one tip with its conversation, how many there are."""

from collections.abc import Mapping
from typing import Final

from django.db.models import Count, OuterRef, QuerySet, Subquery

from cases.domain.case import read_reference
from cases.domain.tips import UNSETTLED, NoSuchTipError, TipState
from cases.models import Case, Tip, TipMessage
from kernel.models import LedgerEntry
from kernel.paging import PAGE, BadCursorError, Page, beyond, cut, number_of

BY_ARRIVAL: Final = ("received_at", "pk")
OPEN: Final = sorted(state.value for state in UNSETTLED)
LAST_AUTHOR: Final = Subquery(
    TipMessage.objects.filter(tip=OuterRef("pk")).order_by("-number").values("author")[:1]
)  # null without messages, blank when the person wrote last


def tip_by_reference(reference: str) -> Tip:
    """Return a tip with its conversation and files.

    Raises:
        NoSuchTipError: there is none.

    """
    rows = Tip.objects.select_related("case").prefetch_related("messages__files__document", "files__document")
    tip = rows.filter(reference=read_reference(reference)).first()
    if tip is None:
        raise NoSuchTipError(reference)
    return tip


def listed_tips(state: TipState | None) -> QuerySet[Tip]:
    """Return the tips of a state, or those nobody has settled, the oldest first; each says who wrote last."""
    states = OPEN if state is None else [state.value]
    rows = Tip.objects.filter(state__in=states).select_related("case").annotate(last_author=LAST_AUTHOR)
    return rows.annotate(file_count=Count("files")).order_by(*BY_ARRIVAL)


def tips_page(state: TipState | None, *, after: str | None = None, limit: int = PAGE) -> Page[Tip]:
    """Return a page of tips, the oldest first.

    Raises:
        BadCursorError: the mark of the page is none that was given out.

    """
    rows, last = listed_tips(state), number_of(after)
    if last is not None:
        values = Tip.objects.filter(pk=last).values_list(*BY_ARRIVAL).first()
        if values is None:
            raise BadCursorError
        rows = rows.filter(beyond(BY_ARRIVAL, values))
    return cut(rows, first=last is None, limit=limit, mark=lambda row: str(row.pk))


def tip_counts() -> Mapping[TipState, int]:
    """Return how many tips stand in each state."""
    found = dict(Tip.objects.values_list("state").annotate(number=Count("pk")).order_by())
    return {state: found.get(state.value, 0) for state in TipState}


def tips_of_case(case: Case) -> list[Tip]:
    """Return the tips that are background of a case, the oldest first."""
    return list(Tip.objects.filter(case=case).order_by(*BY_ARRIVAL))


def tip_entries(tip: Tip) -> list[LedgerEntry]:
    """Return what the ledger says of a tip, the oldest first."""
    return list(LedgerEntry.objects.filter(subject=f"tip:{tip.reference}").order_by("seq"))
