"""The lists of the unit: the queue, an agenda, what is overdue, what is to be decided."""

from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router

from cases.access import permitted
from cases.answers import queue_answer, watched_answer
from cases.queries.pages import Agenda, Chosen, agenda_page, decision_page, overdue_page, queue_page
from cases.schemas.cases import (
    AgendaPageIn,
    DecisionPageIn,
    PageIn,
    QueueOut,
    QueuePageIn,
    WatchedDaysOut,
)
from kernel.schemas import refusals

router: Final = Router()


@router.get("/cases", response={200: QueueOut, **refusals(400)}, operation_id="list_cases", url_name="cases")
def list_cases(request: HttpRequest, page: Query[QueuePageIn]) -> QueueOut:
    """Return the open cases in strict filing order, reasoned exceptions first (LFPA art. 46), a page at a time."""
    permitted(request, "cases.read")
    found = queue_page(Chosen(page.stage, page.assignee), after=page.after, limit=page.limit)
    return queue_answer(found, on=timezone.localdate())


@router.get("/cases/agenda", response={200: WatchedDaysOut, **refusals(400)}, operation_id="list_agenda")
def list_agenda(request: HttpRequest, page: Query[AgendaPageIn]) -> WatchedDaysOut:
    """Return the days to watch in the cases of a person, the earliest first."""
    agenda = Agenda(permitted(request, "cases.read"), page.assignee, page.until)
    found = agenda_page(agenda, after=page.after, limit=page.limit)
    return watched_answer(found, on=timezone.localdate())


@router.get("/cases/overdue", response={200: WatchedDaysOut, **refusals(400)}, operation_id="list_overdue_cases")
def list_overdue_cases(request: HttpRequest, page: Query[PageIn]) -> WatchedDaysOut:
    """Return the days that the authority aimed at and that are past, the oldest first."""
    permitted(request, "cases.read")
    today = timezone.localdate()
    return watched_answer(overdue_page(on=today, after=page.after, limit=page.limit), on=today)


@router.get("/cases/decision-queue", response={200: QueueOut, **refusals(400)}, operation_id="list_cases_to_decide")
def list_cases_to_decide(request: HttpRequest, page: Query[DecisionPageIn]) -> QueueOut:
    """Return the cases that are ready to be decided, in the order in which they must be (LFPA art. 46)."""
    permitted(request, "cases.read")
    found = decision_page(page.kind, after=page.after, limit=page.limit)
    return queue_answer(found, on=timezone.localdate())
