"""The days a case is watched for as somebody reads them: what is left, until when, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cases.domain.calendars import CalendarName, Calendars
from cases.domain.decision_clock import Milestone
from cases.domain.file_words import DEADLINE_NOTES, DEADLINE_WORDS
from cases.domain.pending import CHANCES, CaseTerm, side_of
from cases.domain.terms import RUNS_AGAINST, Side, deadlines
from cases.queries import Clock
from cases.wording import CALENDAR_WORDS
from kernel.domain.text import Text
from kernel.domain.workdays import DAY
from kernel.templatetags.components import day

SOON: Final = 5  # business days: a week in which to act


class Tone(StrEnum):
    """How pressing a day is."""

    AMPLE = "ample"
    SOON = "soon"
    OVER = "over"
    PAST = "past"  # it asks nothing of anybody any more
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class DayUnder:
    """The day under one calendar."""

    calendar: str
    on: date | None


@dataclass(frozen=True, slots=True)
class ClockSeen:
    """One clock in words; ``days`` are there only where the calendars differ."""

    what: str
    said: str
    tone: Tone
    note: str = ""
    days: tuple[DayUnder, ...] = ()
    rule: str = ""
    provisional: tuple[str, ...] = ()
    party: str = ""


def said(clock: Clock, *, on: date) -> str:
    """Return what is left of a term and the day it ends, in words."""
    target, left = clock.deadline.target_on, clock.left
    if target is None or left is None:
        return _("suspendido: no corre")
    if clock.past:
        return _past(clock, day(target), -left)
    if target == on:
        return _("vence hoy, %(day)s") % {"day": day(target)}
    if not left:
        return _("vence el %(day)s, sin días hábiles de por medio") % {"day": day(target)}
    words = (
        ngettext("queda %(left)s día hábil, hasta el %(day)s", "quedan %(left)s días hábiles, hasta el %(day)s", left)
        if clock.deadline.kind in CHANCES
        else ngettext(
            "queda %(left)s día hábil; vence el %(day)s", "quedan %(left)s días hábiles; vence el %(day)s", left
        )
    )
    return words % {"left": left, "day": day(target)}


def _past(clock: Clock, target: str, days: int) -> str:
    if clock.deadline.kind in CHANCES:
        return _("pasó el %(day)s") % {"day": target}
    if not days:
        return _("venció el %(day)s") % {"day": target}
    words = ngettext(
        "venció hace %(days)s día hábil, el %(day)s", "venció hace %(days)s días hábiles, el %(day)s", days
    )
    return words % {"days": days, "day": target}


def tone(clock: Clock) -> Tone:
    """Return how pressing a clock is."""
    if clock.left is None:
        return Tone.SUSPENDED
    if clock.past:
        return Tone.PAST if clock.deadline.kind in CHANCES or _of_party(clock) else Tone.OVER
    return Tone.SOON if clock.left <= SOON else Tone.AMPLE


def _of_party(clock: Clock) -> bool:
    return side_of(clock.deadline.kind) is Side.PARTY


def short(clock: Clock, *, on: date) -> ClockSeen:
    """Return a clock as a list shows it."""
    mark = (_("provisional"),) if clock.deadline.provisional else ()
    return ClockSeen(what_ends(clock.deadline.kind), said(clock, on=on), tone(clock), provisional=mark)


def full(clock: Clock, calendars: Calendars, *, from_on: date, on: date, party: str = "") -> ClockSeen:
    """Return a clock as the page of its case shows it; ``from_on`` is the day its term is counted from."""
    row = clock.deadline
    days = tuple(DayUnder(_in_language(CALENDAR_WORDS[name]), getattr(row, f"{name}_on")) for name in CalendarName)
    differ = len({one.on for one in days}) > 1
    return ClockSeen(
        what=what_ends(row.kind),
        said=said(clock, on=on),
        tone=tone(clock),
        note=_in_language(DEADLINE_NOTES.get(row.kind)),
        days=days if differ else (),
        rule=_rule(clock) if differ else "",
        provisional=_provisional(clock, calendars, from_on),
        party=party,
    )


def term_days(term: CaseTerm, calendars: Calendars) -> tuple[date | None, tuple[DayUnder, ...]]:
    """Return the day a term ends, and the day under each calendar where they differ."""
    ends = deadlines(term.facts, calendars)
    days = tuple(DayUnder(_in_language(CALENDAR_WORDS[name]), ends.by_calendar[name]) for name in CalendarName)
    return ends.against(RUNS_AGAINST[term.kind]), days if len({one.on for one in days}) > 1 else ()


def what_ends(kind: str) -> str:
    """Return what ends on a day that is watched, as the beginning of a line."""
    return DEADLINE_WORDS[kind].headed().in_language(get_language())


def _rule(clock: Clock) -> str:
    if _of_party(clock):
        return _("Contra particulares rige la unión.")
    if clock.deadline.certain_on is None:
        return _("El objetivo de la autoridad es el primero de los días.")
    certain = day(clock.deadline.certain_on)
    if clock.deadline.kind == Milestone.LAPSE:
        return _("Con certeza se produce al terminar el %(day)s.") % {"day": certain}
    return _("El objetivo de la autoridad es el primero de los días; termina con certeza el %(day)s.") % {
        "day": certain
    }


def _provisional(clock: Clock, calendars: Calendars, from_on: date) -> tuple[str, ...]:
    last = clock.deadline.certain_on or clock.deadline.target_on
    if last is None or not clock.deadline.provisional:
        return ()
    years = [str(year) for year in calendars.unsettled_years(from_on + DAY, last)]
    words = ngettext(
        "provisional: acuerdo de %(years)s no cargado; el día puede ser posterior, no anterior",
        "provisional: acuerdos de %(years)s no cargados; el día puede ser posterior, no anterior",
        len(years),
    )
    return (words % {"years": ", ".join(years)},) if years else ()


def _in_language(text: Text | None) -> str:
    return "" if text is None else text.in_language(get_language())
