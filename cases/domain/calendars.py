"""Three calendars of business days: the LFPA as written, the official one, and the union of both.

Rules are computed; the ministry's acts in the DOF are records laid over them. What no act covers is provisional.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from cases.domain.errors import UnknownCalendarError, UnknownYearError
from kernel.domain.text import Text
from kernel.domain.workdays import DAY, SATURDAY, DayOff, Workdays, lfpa_days

RULES_FROM: Final = date(2023, 1, 1)  # the mechanism came into force that year
RULES_UNTIL: Final = date(2099, 12, 31)  # no term of the procedure reaches further; a slip of the pen does
YEARS: Final = range(RULES_FROM.year, RULES_UNTIL.year + 1)

# Decreto por el que se establece el Calendario Oficial, art. segundo: what federal offices observe (LFT art. 74 has
# the same days but 5 May). The Mondays came with the reform of 2006, 1 October with that of 2024.
OFFICIAL: Final = "Calendario Oficial, art. 2"
ISSUED, MONDAYS_SINCE, OCTOBER_SINCE = date(1993, 10, 6), date(2006, 1, 27), date(2024, 7, 12)
OFFICIAL_FIXED: Final = ((1, 1), (5, 1), (5, 5), (9, 16), (12, 25))
OFFICIAL_MONDAYS: Final = ((2, 1), (3, 3), (11, 3))  # month, which Monday of it
CHANGE_OF_EXECUTIVE: Final = (10, 1)
FIRST_CHANGE: Final = 2024  # and every sixth year after


class CalendarName(StrEnum):
    """The calendars a term is computed under."""

    LFPA = "lfpa"
    OFFICIAL = "official"
    UNION = "union"


BOTH: Final = frozenset({CalendarName.LFPA, CalendarName.OFFICIAL})


@dataclass(frozen=True, slots=True)
class OffSpan:
    """Days off that an act names, both ends included; with a ``doubt`` they are not counted as off unless asked for."""

    first_on: date
    last_on: date
    doubt: Text | None = None

    def days(self) -> Iterator[date]:
        """Yield each day of the span."""
        return (self.first_on + n * DAY for n in range((self.last_on - self.first_on).days + 1))

    def meets(self, first: date, last: date) -> bool:
        """Return whether any day of the span lies between two days, both included."""
        return self.first_on <= last and first <= self.last_on


@dataclass(frozen=True, slots=True)
class DayOffAct:
    """An act of the ministry that names days off (LFPA art. 28, last part).

    From ``known_from`` to ``known_until`` the act settles which days the unit of this mechanism has off; an act on
    other units settles nothing, and both are None. ``lies_over`` are the calendars that its days are added to.
    """

    code: str
    instrument: str
    published_on: date
    units: str
    spans: tuple[OffSpan, ...]
    known_from: date | None = None
    known_until: date | None = None
    lies_over: frozenset[CalendarName] = BOTH
    source: str = ""

    def days_off(self, *, doubtful: bool) -> tuple[DayOff, ...]:
        """Return the days that are off for certain, and with ``doubtful`` also the others."""
        spans = (span for span in self.spans if doubtful or span.doubt is None)
        return tuple(DayOff(day, self.instrument, self.published_on) for span in spans for day in span.days())

    def covers(self, day: date) -> bool:
        """Return whether the act settles if a day is off."""
        return (
            self.known_from is not None and self.known_until is not None and self.known_from <= day <= self.known_until
        )


@dataclass(frozen=True, slots=True)
class Calendars:
    """The three calendars with the acts laid over them."""

    workdays: Mapping[CalendarName, Workdays]
    acts: tuple[DayOffAct, ...]
    also: frozenset[str]

    def unsettled_years(self, first: date, last: date) -> tuple[int, ...]:
        """Return the years with a day from ``first`` to ``last`` that no act covers: what is computed is provisional.

        An act can only add days off, so that a provisional deadline may move later, never earlier.
        """
        years, day = list[int](), first
        while day <= last:
            settled = [act.known_until for act in self.acts if act.known_until is not None and act.covers(day)]
            if not settled:
                years.append(day.year)
            day = max(settled) + DAY if settled else date(day.year + 1, 1, 1)
        return tuple(years)

    def doubtful(self, first: date, last: date) -> tuple[tuple[DayOffAct, OffSpan], ...]:
        """Return the spans between two days, both included, that were left out because it is not sure they are off."""
        return tuple(
            (act, span)
            for act in self.acts
            if act.code not in self.also
            for span in act.spans
            if span.doubt and span.meets(first, last)
        )


def official_days(years: Iterable[int]) -> tuple[DayOff, ...]:
    """Return the days off of the official calendar in these years; the ministry's acts come on top."""
    return tuple(sorted((day for year in years for day in _official_days(year)), key=lambda day: day.off_on))


def _official_days(year: int) -> Iterator[DayOff]:
    for month, day in OFFICIAL_FIXED:
        yield DayOff(date(year, month, day), OFFICIAL, ISSUED)
    for month, nth in OFFICIAL_MONDAYS:
        yield DayOff(_monday(year, month, nth), OFFICIAL, MONDAYS_SINCE)
    if year >= FIRST_CHANGE and (year - FIRST_CHANGE) % 6 == 0:
        yield DayOff(date(year, *CHANGE_OF_EXECUTIVE), OFFICIAL, OCTOBER_SINCE)


def _monday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + (-first.weekday() % 7 + 7 * (nth - 1)) * DAY


@lru_cache(maxsize=1)
def _rules() -> Mapping[CalendarName, tuple[DayOff, ...]]:
    return {CalendarName.LFPA: lfpa_days(YEARS), CalendarName.OFFICIAL: official_days(YEARS)}


@lru_cache(maxsize=8)
def calendars(acts: tuple[DayOffAct, ...] = (), also: frozenset[str] = frozenset()) -> Calendars:
    """Return the calendars under these acts; ``also`` are the codes of acts whose doubtful days are taken as off."""
    days = {name: (*rules, *_laid_over(name, acts, also)) for name, rules in _rules().items()}
    days[CalendarName.UNION] = tuple(dict.fromkeys(day for part in days.values() for day in part))
    workdays = {name: Workdays(off, RULES_FROM, RULES_UNTIL) for name, off in days.items()}
    return Calendars(MappingProxyType(workdays), acts, also)


def _laid_over(name: CalendarName, acts: Iterable[DayOffAct], also: frozenset[str]) -> Iterator[DayOff]:
    for act in acts:
        if name in act.lies_over:
            yield from act.days_off(doubtful=act.code in also)


@dataclass(frozen=True, slots=True)
class OffDay:
    """A day from Monday to Friday that is off, the calendars it is off under, and every instrument that says so."""

    on: date
    under: frozenset[CalendarName]
    instruments: tuple[DayOff, ...]


def days_off_in(year: int, under: Calendars) -> tuple[OffDay, ...]:
    """Return the days from Monday to Friday that are off in a year under any calendar, in their order."""
    found = [day for day in under.workdays[CalendarName.UNION].days_off if day.off_on.year == year]
    days = sorted({day.off_on for day in found if not is_weekend(day.off_on)})
    return tuple(
        OffDay(
            on,
            frozenset(name for name, workdays in under.workdays.items() if not workdays.is_workday(on)),
            tuple(day for day in found if day.off_on == on),
        )
        for on in days
    )


def business_days_in(year: int, workdays: Workdays) -> int:
    """Return how many business days a year has under one calendar."""
    return workdays.count(date(year, 1, 1), date(year, 12, 31)) + workdays.is_workday(date(year, 1, 1))


def chosen_calendar(written: str) -> tuple[CalendarName | None, frozenset[str]]:
    """Return the calendar of ``NAME+ACT`` and the acts whose doubtful days it takes as off; none for a blank.

    Raises:
        UnknownCalendarError: there is no calendar of the name.

    """
    name, *also = written.split("+")
    if name and name not in set(CalendarName):
        raise UnknownCalendarError(name, known=CalendarName)
    return CalendarName(name) if name else None, frozenset(also)


def check_year(year: int) -> None:
    """Return quietly when the calendars have a year.

    Raises:
        UnknownYearError: they do not reach it.

    """
    if year not in YEARS:
        raise UnknownYearError(year, known=YEARS)


def is_weekend(day: date) -> bool:
    """Return whether the day is a Saturday or a Sunday (LFPA art. 28)."""
    return day.weekday() >= SATURDAY
