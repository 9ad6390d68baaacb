"""The cases as a whole: the lists of the unit, and how one more begins, by a petition or on own motion."""

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Status

from cases import services
from cases.access import agenda_of, permitted
from cases.answers import queue_answer, watched_answer
from cases.api.acting import done
from cases.domain.case import SourceRef
from cases.models import Case
from cases.queries.desks import Wanted, agenda_page, decision_page, overdue_page, queue_page
from cases.schemas.acts import FilePetitionIn, OpenOwnMotionCaseIn
from cases.schemas.cases import (
    AgendaPageIn,
    CaseOut,
    DecisionPageIn,
    PageIn,
    QueueOut,
    QueuePageIn,
    WatchedDaysOut,
)
from cases.services import Filing
from cases.services.order import account_of
from kernel.domain.actors import Actor
from kernel.schemas import refusals

router: Final = Router()


@router.get("/cases", response={200: QueueOut, **refusals(400, 404)}, operation_id="list_cases", url_name="cases")
def list_cases(request: HttpRequest, page: Query[QueuePageIn]) -> QueueOut:
    """Return the open cases in strict filing order, reasoned exceptions first (LFPA 46); by stage also the ended."""
    permitted(request, "cases.read")
    assignee = None if page.assignee is None else account_of(page.assignee)
    wanted = Wanted(stage=page.stage.value if page.stage else "", assignee=assignee)
    found = queue_page(wanted.rows(), after=page.after, limit=page.limit)
    return queue_answer(found, on=timezone.localdate())


@router.get("/cases/agenda", response={200: WatchedDaysOut, **refusals(400, 404)}, operation_id="list_agenda")
def list_agenda(request: HttpRequest, page: Query[AgendaPageIn]) -> WatchedDaysOut:
    """Return the days to watch in the cases of one's own, the earliest first; a supervisor may ask for anybody's."""
    actor, today = permitted(request, "cases.agenda"), timezone.localdate()
    person = agenda_of(actor, page.assignee)
    return watched_answer(agenda_page(person, on=today, after=page.after, limit=page.limit), on=today)


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


@router.post("/cases", response={201: CaseOut, **refusals(400, 409)}, operation_id="file_petition")
def file_petition(request: HttpRequest, response: HttpResponse, sent: FilePetitionIn) -> Status[CaseOut]:
    """File a petition (LFPA art. 14, 15): petitioners their own, intake what came on paper, by e-mail or VUCEM."""
    actor, now = permitted(request, "cases.act"), timezone.now()
    filing = Filing(sent.channel, sent.sent_at or now, sent.petitioner, sent.kind)
    return _opened(services.file_petition(filing=filing, actor=actor, at=now), actor, response)


@router.post("/cases/own-motion", response={201: CaseOut, **refusals(400, 409)}, operation_id="open_own_motion_case")
def open_own_motion_case(request: HttpRequest, response: HttpResponse, sent: OpenOwnMotionCaseIn) -> Status[CaseOut]:
    """Open a case on the authority's own motion, for sufficient evidence (LFPA art. 14)."""
    actor = permitted(request, "cases.act")
    source = SourceRef(sent.source.kind, sent.source.public_id, sent.source.text)
    case = services.open_own_motion_case(
        source=source, reason=sent.reason, kind=sent.kind, actor=actor, at=timezone.now()
    )
    return _opened(case, actor, response)


def _opened(case: Case, actor: Actor, response: HttpResponse) -> Status[CaseOut]:
    response["Location"] = reverse("api-1:case", args=[case.reference])
    return Status(HTTPStatus.CREATED, done(case, actor))
