"""The lists of the unit: its queue, a person's agenda, what is overdue, what is to be decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from cases.access import PERMISSIONS, agenda_of, permitted
from cases.clock_words import ClockSeen, short
from cases.domain.calendars import Calendars
from cases.domain.case import CaseKind
from cases.domain.possible import possible
from cases.domain.procedure import Act
from cases.forms.filters import QueueFilter
from cases.models import Case, Deadline
from cases.queries import current_calendars
from cases.queries.case import clock_of
from cases.queries.desks import agenda_page, decision_page, overdue_page, queue_page
from cases.queries.people import staff
from kernel.domain.actors import Actor
from kernel.domain.permissions import may
from kernel.models import Account

NOBODY: Final = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Row:
    """A case in a list, the day that concerns the list, and whether silence has refused the petition."""

    case: Case
    clock: ClockSeen | None
    deemed_refused: bool = False


@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Show the queue of the unit in the order of filing, reasoned exceptions first (LFPA art. 46)."""
    actor = permitted(request, "cases.read")
    narrowed = QueueFilter(request.GET)
    rows = narrowed.wanted(_account(request)).rows()
    page = queue_page(rows, after=request.GET.get("after"))
    openings = possible(None, actor.roles)
    context = {
        "filter": narrowed,
        "is_filtered": any(request.GET.get(name) for name in narrowed.fields),
        "total": rows.count(),
        "page": page,
        "rows": list(_with_decision(page.rows)),
        "may_file": Act.FILE_PETITION in openings,
        "may_start": Act.START_ON_OWN_MOTION in openings,
        "tab": "cases",
        "tabs": _tabs(actor),
    }
    return render(request, "cases/queue.html", context)


def _account(request: HttpRequest) -> Account | None:
    return request.user if isinstance(request.user, Account) else None


def _tabs(actor: Actor) -> list[str]:
    """Return the lists that the reader may open, by the name of their address."""
    return ["cases", *(["agenda"] if may(actor, PERMISSIONS["cases.agenda"]) else []), "overdue", "decision_queue"]


def _with_decision(cases: Iterable[Case]) -> Iterator[Row]:
    """Yield cases with the clock of their decision; one that has ended has none."""
    on, calendars = timezone.localdate(), current_calendars()
    for case in cases:
        rows = list(case.deadlines.all())
        clock = _clock(rows[0], calendars, on) if rows else None
        yield Row(case, clock, any(row.silence_refuses(on=on) for row in rows))


def _clock(row: Deadline, calendars: Calendars, on: date) -> ClockSeen:
    return short(clock_of(row, calendars, on=on), on=on)


def _with_day(days: Iterable[Deadline], on: date) -> Iterator[Row]:
    calendars = current_calendars()
    for row in days:
        yield Row(row.case, _clock(row, calendars, on), row.silence_refuses(on=on))


@require_GET
def agenda(request: HttpRequest) -> HttpResponse:
    """Show the days to watch in the cases of one's own; a supervisor may look at anybody's."""
    actor = permitted(request, "cases.agenda")
    people = [account for account, _ in staff()] if may(actor, PERMISSIONS["cases.agendas"]) else []
    person, on = agenda_of(actor, _asked(request)), timezone.localdate()
    page = agenda_page(person, on=on, after=request.GET.get("after"))
    context = {
        "people": people,
        "person": person,
        "is_own": person == request.user,
        "page": page,
        "rows": list(_with_day(page.rows, on)),
        "tab": "agenda",
        "tabs": _tabs(actor),
    }
    return render(request, "cases/agenda.html", context)


def _asked(request: HttpRequest) -> UUID | None:
    """Return the reference of the person that is asked for; what is none stands for nobody."""
    asked = request.GET.get("persona", "")
    try:
        return UUID(asked) if asked else None
    except ValueError:
        return NOBODY


@require_GET
def overdue(request: HttpRequest) -> HttpResponse:
    """Show the days that the authority aimed at and let pass, the oldest first."""
    actor = permitted(request, "cases.read")
    on = timezone.localdate()
    page = overdue_page(on=on, after=request.GET.get("after"))
    rows = list(_with_day(page.rows, on))
    return render(request, "cases/overdue.html", {"page": page, "rows": rows, "tab": "overdue", "tabs": _tabs(actor)})


@require_GET
def decision_queue(request: HttpRequest) -> HttpResponse:
    """Show the cases of a kind that are ready to be decided, in the order in which they must be (LFPA art. 46)."""
    actor = permitted(request, "cases.read")
    kind = next((one for one in CaseKind if one.value == request.GET.get("clase")), CaseKind.INVESTIGATION)
    page = decision_page(kind, after=request.GET.get("after"))
    context: dict[str, Any] = {
        "kind": kind.value,
        "kinds": [one.value for one in CaseKind],
        "page": page,
        "rows": list(_with_decision(page.rows)),
        "tab": "decision_queue",
        "tabs": _tabs(actor),
    }
    return render(request, "cases/decision_queue.html", context)
