"""Calendars for machines and people: the days off of a year, a term on trial, the loading of acts on days off."""

from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from cases import services
from cases.access import is_of_unit, permitted
from cases.calendar_answers import calendar_answer, load_answer, trial_answer
from cases.calendar_page import year_page
from cases.domain.calendars import check_year, chosen_calendar
from cases.domain.term_trial import term_trial
from cases.domain.terms import TermFacts
from cases.formats.day_off_csv import MOST_BYTES, TOO_LARGE, read_day_off_acts
from cases.formats.written_days import read_suspension
from cases.queries import calendar_load, current_calendars
from cases.schemas.calendar import ActsIn, CalendarOut, LoadOut, TrialIn, TrialOut
from kernel.domain.errors import TooLargeError
from kernel.schemas import refusals
from kernel.services.documents import clean_name

router: Final = Router(tags=["calendars"])


@router.get("/calendars/deadline", response={200: TrialOut, **refusals(400, 404)}, operation_id="get_deadline")
def get_deadline(request: HttpRequest, term: Query[TrialIn]) -> TrialOut:
    """Return the day a term in business days would end under each calendar; nothing is started by it."""
    name, also = chosen_calendar(term.calendar)
    facts = TermFacts(term.from_on, term.days, tuple(map(read_suspension, term.suspend)))
    return trial_answer(term_trial(facts, current_calendars(also)), name, explained=term.explain)


@router.get("/calendars/{int:year}", response={200: CalendarOut, **refusals(404)}, operation_id="get_calendar")
def get_calendar(request: HttpRequest, year: int) -> CalendarOut:
    """Return the days off of a year under each calendar, each with its instruments, and how far they are settled."""
    check_year(year)
    return calendar_answer(year_page(year, current_calendars()))


@router.post("/calendars/acts", response={200: LoadOut, **refusals(400, 409, 413)}, operation_id="load_day_off_acts")
def load_day_off_acts(request: HttpRequest, sent: Form[ActsIn], file: File[UploadedFile]) -> LoadOut:
    """Tell what a file of acts on days off would move and, with `apply`, load it; without it nothing is changed."""
    actor = permitted(request, "calendar.load")
    if (file.size or 0) > MOST_BYTES:
        raise TooLargeError(TOO_LARGE)
    data, name = file.read(), clean_name(file.name or "")
    if not sent.apply:
        return load_answer(calendar_load(read_day_off_acts(data)), sent, may_read=is_of_unit(actor))
    done = services.load_day_off_acts(data, file_name=name, actor=actor, at=timezone.now(), seen=sent.seen)
    return load_answer(done, sent, may_read=is_of_unit(actor))
