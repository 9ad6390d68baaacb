"""The calendar of a year and a term on trial: public pages, with nothing of any case on them."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from cases.calendar_page import year_page, years_of
from cases.domain.calendars import CalendarName, check_year, chosen_calendar
from cases.domain.errors import TermError
from cases.domain.term_trial import TermTrial
from cases.domain.term_trial import term_trial as tried
from cases.domain.terms import Side
from cases.forms.calendar import TrialForm
from cases.queries import current_calendars, day_off_acts
from cases.wording import PROVISIONAL, WEEKDAYS
from kernel.attempts import Attempts

COMMAND: Final = "tamiz calendar deadline --from {from_on} --days {days} --calendar {calendar}{suspended} --explain"
ASKING: Final = Attempts("terms", most=120, minutes=5)  # an office from which many ask shares one address
NOT_ASKED: Final = frozenset({"more"})  # what a form sends besides the question: it stays out of addresses


@login_not_required
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Show the calendar of the present year."""
    return _year(request, timezone.localdate().year)


@login_not_required
@require_GET
def calendar_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show the calendar of a year, with a term on trial where the address asks for one."""
    check_year(year)
    return _year(request, year)


@login_not_required
@require_GET
def term_trial(request: HttpRequest) -> HttpResponse:
    """Show when a term would end under each calendar, and why; what is wrong with the question is told at its field."""
    form = TrialForm(request.GET, acts=day_off_acts())
    _check_often(request, form)
    trial = _trial(form)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_faulty() else HTTPStatus.OK
    context = {"form": form, "asked": _asked(request.GET)}
    if trial:
        context |= _answer(trial, form.chosen())
    return render(request, "cases/term_trial.html", context, status=status)


def _year(request: HttpRequest, year: int) -> HttpResponse:
    form = TrialForm(request.GET, acts=day_off_acts())
    _check_often(request, form)
    trial = _trial(form)
    page = year_page(year, current_calendars(trial.under.also if trial else frozenset()), trial)
    asked = _asked(request.GET) if form.is_asked else ""
    context = {"page": page, "weekdays": WEEKDAYS, "trial": trial, "asked": asked, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_faulty() else HTTPStatus.OK
    return render(request, "cases/calendar.html", context, status=status)


def _check_often(request: HttpRequest, form: TrialForm) -> None:
    """Return quietly when whoever is not signed in has not asked too often.

    Raises:
        TooManyAttemptsError: they have; nothing is computed.

    """
    if form.is_asked and not request.user.is_authenticated:
        ASKING.check(request)
        ASKING.count(request)


def _trial(form: TrialForm) -> TermTrial | None:
    """Return what comes of what was asked, None when nothing was or something is wrong with it."""
    facts = form.facts()
    if facts is None:
        return None
    _name, also = chosen_calendar(form.chosen())
    try:
        return tried(facts, current_calendars(also))
    except TermError as error:
        form.refuse(error)
        return None


def _answer(trial: TermTrial, chosen: str) -> Mapping[str, Any]:
    name = chosen_calendar(chosen)[0]
    shown = name or CalendarName.UNION
    return {
        "trial": trial,
        "ends": list(trial.ends.by_calendar.items()),
        "chosen": name,
        "shown": shown,
        "party": trial.ends.against(Side.PARTY),
        "authority": trial.ends.against(Side.AUTHORITY),
        "provisional": [PROVISIONAL.filled(year=year) for year in trial.ends.unsettled_years],
        "skipped": trial.skipped_spans(shown),
        "years": years_of(trial),
        "command": _command(trial, shown),
    }


def _command(trial: TermTrial, shown: CalendarName) -> str:
    """Return what the command line is asked for the same."""
    facts = trial.facts
    return COMMAND.format(
        from_on=facts.from_on,
        days=facts.days,
        calendar="+".join((shown, *sorted(trial.under.also))),
        suspended="".join(f" --suspend {one.from_on}:{one.until_on}" for one in facts.suspensions),
    )


def _asked(query: QueryDict) -> str:
    """Return the question as a part of an address, without what is blank; suspensions keep their pairs."""
    kept = QueryDict(mutable=True)
    for name, values in query.lists():
        if name not in NOT_ASKED and any(values):
            kept.setlist(name, values)
    return kept.urlencode()
