"""The page of a petitioner or importer: its own cases, what they wait for, and the notices to acknowledge."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from cases.access import permitted, reader_in
from cases.clock_words import ClockSeen, short
from cases.domain.calendars import Calendars
from cases.domain.possible import possible_in
from cases.domain.procedure import Stage, Step
from cases.inquiry_page import NoticeSeen, notice_seen
from cases.models import Case
from cases.queries import clocks, current_calendars
from cases.queries.inquiries import records_for
from cases.queries.party_cases import party_cases_page
from kernel.domain.actors import Actor


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A case of the reader: the days that concern it, its notices, and whether something may be handed in."""

    case: Case
    clocks: tuple[ClockSeen, ...]
    notices: tuple[NoticeSeen, ...]
    may_submit: bool


@require_GET
def party_cases(request: HttpRequest) -> HttpResponse:
    """Show the cases that the reader petitioned or was notified in, and what is to be done in each."""
    actor = permitted(request, "cases.own")
    page = party_cases_page(actor.name, after=request.GET.get("after"))
    under, on = current_calendars(), timezone.localdate()
    rows = [_own(one, actor, under, on) for one in page.rows]
    return render(request, "cases/party_cases.html", {"page": page, "rows": rows})


def _own(case: Case, actor: Actor, under: Calendars, on: date) -> OwnCase:
    reader = reader_in(actor, case)
    party_of = {term.number: term.party for term in case.terms.all()}
    told = (
        short(one, on=on)
        for one in clocks(case, under, on=on)
        if reader.sees_term(one.deadline.kind, party_of.get(one.deadline.term, ""))
    )
    notices = tuple(notice_seen(one, reader) for one in records_for(case, reader).notices if one.void_on is None)
    offered = possible_in(case.situation(actor.name), Stage(case.stage), actor.roles)
    return OwnCase(case, tuple(told), notices, Step.RECEIVE_SUBMISSION in offered)
