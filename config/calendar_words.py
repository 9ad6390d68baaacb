"""What ``tamiz calendar`` prints: deadlines and why, the days off of a year, what was loaded."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rich import box
from rich.table import Table

from cases.domain.calendars import CalendarName, Calendars, business_days_in, days_off_in
from cases.domain.file_words import DEADLINE_WORDS
from cases.domain.term_trial import TermTrial
from cases.domain.terms import Reason, Side
from cases.queries import CalendarLoad, MovedDeadline
from cases.wording import (
    DIFFER,
    IN_YEAR,
    LOADED,
    MOVED_DAYS,
    NONE_SKIPPED,
    PROVISIONAL,
    SETTLED,
    SKIPPED,
    TERM,
    UNSETTLED,
    WEEKDAYS,
    WITH,
    day_one_words,
    doubtful_words,
    off_reasons,
    reason_words,
    span_words,
)
from config.cli import console, language, say
from kernel.domain.text import Text


def answer(trial: TermTrial, name: CalendarName | None, *, explained: bool) -> dict[str, Any]:
    """Return the deadlines as JSON types; with ``explained`` also each day skipped and every doubt."""
    ends = trial.ends
    found: dict[str, Any] = {str(one): _iso(end) for one, end in ends.by_calendar.items()}
    found["provisional"] = ends.provisional
    if explained:
        shown = name or CalendarName.UNION
        found["calendar"] = str(shown)
        found["skipped"] = [
            {"day": day.on.isoformat(), "reasons": [_in_words(reason) for reason in day.reasons]}
            for day in trial.skipped(shown)
        ]
        found["acts_not_loaded"] = list(ends.unsettled_years)
        found["doubtful"] = [
            {
                "act": doubt.act.code,
                "from": doubt.span.first_on.isoformat(),
                "to": doubt.span.last_on.isoformat(),
                "union": _iso(doubt.union_on),
            }
            for doubt in trial.doubts()
        ]
    return found


def tell_deadlines(trial: TermTrial, name: CalendarName | None, *, explained: bool) -> None:
    """Print the day a term ends under each calendar or the one that is named, with every doubt."""
    facts, ends = trial.facts, trial.ends
    say(TERM.filled(days=facts.days, from_on=_iso(facts.from_on)))
    _tell_day_one(trial, name or CalendarName.UNION)
    shown = [name] if name else list(ends.by_calendar)
    for one in shown:
        say(_same(f"  {one:<10}{_with_weekday(ends.by_calendar[one])}"))
    party, authority = ends.against(Side.PARTY), ends.against(Side.AUTHORITY)
    if not name and party != authority:
        say(DIFFER.filled(party=_iso(party), authority=_iso(authority)))
    for year in ends.unsettled_years:
        say(PROVISIONAL.filled(year=year))
    for doubt in trial.doubts():
        say(doubtful_words(doubt.act, doubt.span))
        name_with_it = "+".join((CalendarName.UNION, *sorted(trial.under.also | {doubt.act.code})))
        say(_indented(WITH.filled(day=_iso(doubt.union_on), name=name_with_it)))
    if explained:
        _tell_skipped(trial, name or CalendarName.UNION)


def _tell_day_one(trial: TermTrial, name: CalendarName) -> None:
    """Print which day is day one where the term starts on a day off, so that nobody takes it for a slip."""
    first_on = trial.day_one(name)
    if first_on is not None:
        say(day_one_words(trial.facts.from_on, first_on))


def tell_year(year: int, under: Calendars) -> None:
    """Print the days off of a year from Monday to Friday, what is doubtful, and how far the year is settled."""
    table = _table(Text("Día", "Day"), Text("Inhábil en", "Off under"), Text("Instrumento", "Instrument"))
    for day in days_off_in(year, under):
        names = ", ".join(name for name in CalendarName if name in day.under)
        table.add_row(_with_weekday(day.on), names, "\n".join(map(_in_words, off_reasons(day))))
    console.print(table)
    for name, workdays in under.workdays.items():
        say(IN_YEAR.filled(name=name, count=business_days_in(year, workdays), year=year))
    first, last = date(year, 1, 1), date(year, 12, 31)
    codes = ", ".join(act.code for act in under.acts if act.covers(first) or act.covers(last))
    say(UNSETTLED.filled(year=year) if under.unsettled_years(first, last) else SETTLED.filled(year=year, codes=codes))
    for act, span in under.doubtful(first, last):
        say(doubtful_words(act, span))


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
    for column in table.columns[2:]:
        column.no_wrap = True  # two days are read side by side; a long word folds before they do
    for move in moves:
        table.add_row(move.series, _moved_term(move), _two_days(move.before), _two_days(move.after))
    console.print(table)
    say(MOVED_DAYS)


def _moved_term(move: MovedDeadline) -> str:
    word = DEADLINE_WORDS[move.kind].in_language(language())
    return f"{word} {move.term}" if move.term else word


def _two_days(days: tuple[date | None, date | None]) -> str:
    return " / ".join(_iso(day) or "-" for day in dict.fromkeys(days))


def _tell_skipped(trial: TermTrial, name: CalendarName) -> None:
    spans = trial.skipped_spans(name)
    if not spans:
        say(NONE_SKIPPED.filled(name=name))
        return
    say(SKIPPED.filled(name=name))
    table = _table(Text("Días", "Days"), Text("Instrumento", "Instrument"))
    for days in spans:
        span = span_words(days.first_on, days.last_on).in_language(language())
        table.add_row(span, "\n".join(_in_words(reason) for reason in days.reasons))
    console.print(table)


def _in_words(reason: Reason) -> str:
    return reason_words(reason).in_language(language())


def _with_weekday(day: date | None) -> str:
    return "-" if day is None else f"{day}  {WEEKDAYS[day.weekday()].in_language(language())}"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _same(line: str) -> Text:
    return Text(line, line)


def _indented(text: Text) -> Text:
    return Text(f"  {text.es}", f"  {text.en}")


def _table(*headers: Text) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    for header in headers:
        table.add_column(header.in_language(language()), overflow="fold")
    return table
