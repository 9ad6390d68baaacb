"""The page of a case: where it stands, what may be done, its clocks, what happened, its parties and documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from cases.access import PERMISSIONS, as_told, is_readable, reader_in, visible_case
from cases.clock_words import DayUnder, full, term_days
from cases.domain.barred import Standing, why_barred
from cases.domain.calendars import Calendars
from cases.domain.case import Origin
from cases.domain.file_words import label_of
from cases.domain.possible import offered_in, possible_in
from cases.domain.procedure import Act, Stage, Step, slug_of
from cases.domain.reading import Reader
from cases.domain.rulesets import rules_named
from cases.domain.stage_diagram import way_to
from cases.domain.stages import ENDED
from cases.happening import done, step_of, who
from cases.inquiry_page import seen_records
from cases.models import Case, CaseDocument, Term
from cases.queries import clocks, current_calendars
from cases.queries.case import actors_in, happened, stages_passed
from cases.queries.desks import entries_page, joined_cases
from cases.queries.integrity import altered_entries, checked_file
from cases.queries.tips import tips_of_case
from kernel.access import actor_of
from kernel.domain.actors import Actor
from kernel.domain.permissions import may
from kernel.domain.text import Text
from kernel.models import LedgerEntry
from kernel.queries import names_of

# Nobody should withdraw because it is the most conspicuous thing on the page: a link, not a button.
BY_THE_WAY: Final = frozenset[Act | Step]({Act.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Possible:
    """An act or step that the reader may do now: the last part of its address, its words, and what bars it today."""

    slug: str
    label: str
    is_act: bool
    barred: str = ""


@dataclass(frozen=True, slots=True)
class TermSeen:
    """A term that was started in the case, whom it runs against, and the day it ends as known today."""

    row: Term
    party: str
    ends_on: date | None
    days: tuple[DayUnder, ...]


@dataclass(frozen=True, slots=True)
class DocumentSeen:
    """A document of the case, and whether the reader may have it."""

    row: CaseDocument
    readable: bool


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """An entry of the ledger: what it holds, in words, and whether it is as it was written."""

    row: LedgerEntry
    what: str
    by: str
    altered: bool


@require_GET
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a case to the unit that handles it, or what concerns them to its petitioner."""
    actor = actor_of(request)
    found, calendars, on = visible_case(actor, reference), current_calendars(), timezone.localdate()
    reader = reader_in(actor, found)
    of_unit = reader.of_unit
    context = {
        "case": found,
        "of_unit": of_unit,
        "rules": rules_named(found.rule_set),
        "way": _way(found),
        "clocks": list(_clocks(found, calendars, on, reader)),
        "terms": list(_terms(found, calendars, reader)),
        "documents": [DocumentSeen(row, is_readable(actor, row, found)) for row in found.documents.all()],
        "joined": joined_cases(found) if of_unit else [],
        "tips": tips_of_case(found) if may(actor, PERMISSIONS["tips.read"]) else [],
        **_doing(found, found.standing(actor, calendars, on=on)),
        "records": seen_records(found, reader),
        "reader": reader,
        "sees_source": reader.sees_of(""),
        **_record(request, found, reader, actor),
    }
    return render(request, "cases/case.html", context)


def _way(case: Case) -> list[tuple[str, str]]:
    """Return the stages on the way of the case, each past, present or to come."""
    stage = Stage(case.stage)
    passed = stages_passed(case) if stage in ENDED else ()
    way = way_to(stage, own_motion=case.origin == Origin.OWN_MOTION, passed=passed)
    here = way.index(stage)
    return [(one.value, "past" if n < here else "here" if n == here else "ahead") for n, one in enumerate(way)]


def _doing(case: Case, standing: Standing) -> dict[str, Any]:
    actor = standing.reader
    now = case.situation(actor.name), standing.stage, actor.roles
    offered = [_offered(one, why_barred(one, standing)) for one in offered_in(*now)]
    return {
        "acts": [one for one in offered if one.is_act],
        "steps": [one for one in offered if not one.is_act],
        "may_export": Step.EXPORT in possible_in(*now),
        "has_ended": Stage(case.stage) in ENDED,
    }


def _offered(what: Act | Step, barred: Text | None) -> Possible:
    language = get_language()
    is_act = isinstance(what, Act) and what not in BY_THE_WAY
    reason = "" if barred is None else barred.in_language(language)
    return Possible(slug_of(what), label_of(what).in_language(language), is_act, reason)


def _clocks(case: Case, calendars: Calendars, on: date, reader: Reader) -> Iterator[Any]:
    terms = {term.number: term for term in case.terms.all()}
    for one in clocks(case, calendars, on=on):
        term = terms.get(one.deadline.term)
        party = "" if term is None else term.party
        if reader.sees_term(one.deadline.kind, party):
            from_on = case.started_on if term is None else term.from_on
            yield full(one, calendars, from_on=from_on, on=on, party=_called(case, party))


def _called(case: Case, party: str) -> str:
    """Return what whom a term runs against is called, in place of the key that the ledger has."""
    return next((one.name for one in case.parties.all() if one.key == party), party)


def _terms(case: Case, calendars: Calendars, reader: Reader) -> Iterator[TermSeen]:
    suspended = case.suspended()
    for row in case.terms.all():
        if reader.sees_term(row.kind, row.party):
            yield TermSeen(row, _called(case, row.party), *term_days(row.as_term(suspended), calendars))


def _record(request: HttpRequest, case: Case, reader: Reader, actor: Actor) -> dict[str, Any]:
    """Return what the ledger says of the case: for everybody as a timeline, for the unit entry by entry too."""
    of_unit = reader.of_unit
    page = entries_page(case, for_party=not of_unit, after=request.GET.get("after"))
    told = [as_told(actor, happened(row), reader) for row in page.rows]
    names = names_of({*chain.from_iterable(actors_in(one) for one in told), case.petitioner})
    return {
        "page": page,
        "timeline_steps": [step_of(one, names) for one in told],
        "entries": _entries(page.rows, names) if of_unit else [],
        "petitioner": who(case.petitioner, names) if case.petitioner and reader.sees_of("") else "",
        "checked": checked_file(case) if of_unit and request.GET.get("comprobar") == "1" else None,
    }


def _entries(rows: Sequence[LedgerEntry], names: Mapping[str, str]) -> list[EntrySeen]:
    altered = altered_entries(rows)
    return [EntrySeen(row, done(row.verb), who(row.actor, names), row.seq in altered) for row in rows]
