"""What ``tamiz calendar`` prints: deadlines and why, the days off of a year, what was loaded."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from rich import box
from rich.table import Table

from cases.domain.calendars import (
    CalendarName,
    Calendars,
    DayOffAct,
    OffSpan,
    business_days_in,
    calendars,
    days_off_in,
)
from cases.domain.terms import Deadlines, Reason, Side, Skipped, TermFacts, deadline, deadlines, explain
from cases.queries import MovedDeadline
from cases.services import CalendarLoad
from config.cli import console, language, say
from kernel.domain.text import Text
from kernel.domain.workdays import DAY

WEEKDAYS: Final = (
    Text("lunes", "Monday"),
    Text("martes", "Tuesday"),
    Text("miércoles", "Wednesday"),
    Text("jueves", "Thursday"),
    Text("viernes", "Friday"),
    Text("sábado", "Saturday"),
    Text("domingo", "Sunday"),
)
TERM: Final = Text("Plazo de {days} días hábiles desde el {from_on}", "Term of {days} business days from {from_on}")
DIFFER: Final = Text(
    "Contra particulares rige la unión: {party}. Si corre contra la autoridad, su objetivo interno es {authority}.",
    "Against private parties the union governs: {party}. Against the authority its internal target is {authority}.",
)
PROVISIONAL: Final = Text(
    "PROVISIONAL: acuerdo de {year} no cargado; el día puede ser posterior, no anterior.",
    "PROVISIONAL: act for {year} not loaded; the day may be later, not earlier.",
)
DOUBTFUL: Final = Text("DUDOSO: {span}, {instrument}: {doubt}.", "DOUBTFUL: {span}, {instrument}: {doubt}.")
WITH: Final = Text(
    "  Con esos días la unión da el {day} (--calendar {name}).",
    "  With those days the union gives {day} (--calendar {name}).",
)
SKIPPED: Final = Text("Días que no cuentan, calendario {name}:", "Days skipped, calendar {name}:")
IN_YEAR: Final = Text("{name}: {count} días hábiles en {year}", "{name}: {count} business days in {year}")
SETTLED: Final = Text("Acuerdo de {year} cargado: {codes}.", "Act for {year} loaded: {codes}.")
UNSETTLED: Final = Text(
    "PROVISIONAL: acuerdo de {year} no cargado; puede haber más días inhábiles.",
    "PROVISIONAL: act for {year} not loaded; there may be more days off.",
)
LOADED: Final = (
    Text("Acuerdos nuevos: {codes}", "New acts: {codes}"),
    Text("Acuerdos corregidos: {codes}", "Corrected acts: {codes}"),
    Text("Sin cambios: {codes}", "Unchanged: {codes}"),
)
SPAN: Final = Text("{first} a {last}", "{first} to {last}")


def answer(facts: TermFacts, under: Calendars, name: CalendarName | None, *, explained: bool) -> dict[str, Any]:
    """Return the deadlines as JSON types; with ``explained`` also each day skipped and every doubt."""
    ends = deadlines(facts, under)
    found: dict[str, Any] = {str(one): _iso(end) for one, end in ends.by_calendar.items()}
    found["provisional"] = ends.provisional
    if explained:
        shown = name or CalendarName.UNION
        found["calendar"] = str(shown)
        found["skipped"] = [
            {"day": day.on.isoformat(), "reasons": [_in_words(reason) for reason in day.reasons]}
            for day in _skipped(facts, under, shown, ends)
        ]
        found["acts_not_loaded"] = list(ends.unsettled_years)
        found["doubtful"] = [
            {
                "act": act.code,
                "from": span.first_on.isoformat(),
                "to": span.last_on.isoformat(),
                "union": _iso(_end_with(facts, under, act)),
            }
            for act, span in _doubts(facts, under, ends)
        ]
    return found


def tell_deadlines(facts: TermFacts, under: Calendars, name: CalendarName | None, *, explained: bool) -> None:
    """Print the day a term ends under each calendar or the one that is named, with every doubt."""
    ends = deadlines(facts, under)
    say(TERM.filled(days=facts.days, from_on=facts.from_on))
    shown = [name] if name else list(ends.by_calendar)
    for one in shown:
        say(_same(f"  {one:<10}{_with_weekday(ends.by_calendar[one])}"))
    party, authority = ends.against(Side.PARTY), ends.against(Side.AUTHORITY)
    if not name and party != authority:
        say(DIFFER.filled(party=party, authority=authority))
    for year in ends.unsettled_years:
        say(PROVISIONAL.filled(year=year))
    for act, span in _doubts(facts, under, ends):
        _tell_doubt(act, span)
        name_with_it = "+".join((CalendarName.UNION, *sorted(under.also | {act.code})))
        say(WITH.filled(day=_end_with(facts, under, act), name=name_with_it))
    if explained:
        _tell_skipped(facts, under, name or CalendarName.UNION, ends)


def tell_year(year: int, under: Calendars) -> None:
    """Print the days off of a year from Monday to Friday, what is doubtful, and how far the year is settled."""
    table = _table(Text("Día", "Day"), Text("Inhábil en", "Off under"), Text("Instrumento", "Instrument"))
    for day in days_off_in(year, under):
        names = ", ".join(name for name in CalendarName if name in day.under)
        reasons = (Reason(Text(off.instrument, off.instrument), off.published_on) for off in day.instruments)
        table.add_row(_with_weekday(day.on), names, "\n".join(_in_words(reason) for reason in reasons))
    console.print(table)
    for name, workdays in under.workdays.items():
        say(IN_YEAR.filled(name=name, count=business_days_in(year, workdays), year=year))
    first, last = date(year, 1, 1), date(year, 12, 31)
    codes = ", ".join(act.code for act in under.acts if act.covers(first) or act.covers(last))
    say(UNSETTLED.filled(year=year) if under.unsettled_years(first, last) else SETTLED.filled(year=year, codes=codes))
    for act, span in under.doubtful(first, last):
        _tell_doubt(act, span)


def tell_load(done: CalendarLoad) -> None:
    """Print which acts a file brought, corrected and left as they were."""
    for text, codes in zip(LOADED, (done.new, done.changed, done.unchanged), strict=True):
        if codes:
            say(text.filled(codes=", ".join(codes)))
    tell_moves(done.moved)


def tell_moves(moves: Sequence[MovedDeadline]) -> None:
    """Print the deadlines of cases that move, each with the day to go by and the certain end, before and after."""
    if not moves:
        return
    table = _table(Text("Expediente", "Case"), Text("Plazo", "Term"), Text("Antes", "Before"), Text("Después", "After"))
    for move in moves:
        term = f"{move.kind} {move.term}" if move.term else move.kind
        table.add_row(move.series, term, _two_days(move.before), _two_days(move.after))
    console.print(table)


def _two_days(days: tuple[date | None, date | None]) -> str:
    return " / ".join(_iso(day) or "-" for day in dict.fromkeys(days))


def _tell_doubt(act: DayOffAct, span: OffSpan) -> None:
    days, doubt = _span(span.first_on, span.last_on), span.doubt or Text("", "")
    es = DOUBTFUL.filled(span=days.es, instrument=act.instrument, doubt=doubt.es).es
    en = DOUBTFUL.filled(span=days.en, instrument=act.instrument, doubt=doubt.en).en
    say(Text(es, en))


def _tell_skipped(facts: TermFacts, under: Calendars, name: CalendarName, ends: Deadlines) -> None:
    say(SKIPPED.filled(name=name))
    table = _table(Text("Días", "Days"), Text("Instrumento", "Instrument"))
    for days in _runs(_skipped(facts, under, name, ends)):
        span = _span(days[0].on, days[-1].on).in_language(language())
        table.add_row(span, "\n".join(_in_words(reason) for reason in days[0].reasons))
    console.print(table)


def _skipped(facts: TermFacts, under: Calendars, name: CalendarName, ends: Deadlines) -> tuple[Skipped, ...]:
    end = ends.by_calendar[name]
    return () if end is None else explain(facts, end, under.workdays[name])


def _runs(skipped: Iterable[Skipped]) -> Iterator[Sequence[Skipped]]:
    """Yield days in a row that have the same reasons together."""
    numbered = enumerate(skipped)
    for _, run in groupby(numbered, key=lambda pair: (pair[1].on - pair[0] * DAY, pair[1].reasons)):
        yield [day for _, day in run]


def _doubts(facts: TermFacts, under: Calendars, ends: Deadlines) -> tuple[tuple[DayOffAct, OffSpan], ...]:
    last = ends.latest()
    return () if last is None else under.doubtful(facts.from_on + DAY, last)


def _end_with(facts: TermFacts, under: Calendars, act: DayOffAct) -> date | None:
    """Return the day the term ends under the union were the doubtful days of an act off."""
    with_it = calendars(under.acts, under.also | {act.code})
    return deadline(facts, with_it.workdays[CalendarName.UNION])


def _in_words(reason: Reason) -> str:
    published = f" (DOF {reason.published_on})" if reason.published_on else ""
    return f"{reason.instrument.in_language(language())}{published}"


def _with_weekday(day: date | None) -> str:
    return "-" if day is None else f"{day}  {WEEKDAYS[day.weekday()].in_language(language())}"


def _span(first: date, last: date) -> Text:
    return _same(str(first)) if first == last else SPAN.filled(first=first, last=last)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _same(line: str) -> Text:
    return Text(line, line)


def _table(*headers: Text) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    for header in headers:
        table.add_column(header.in_language(language()), overflow="fold")
    return table
