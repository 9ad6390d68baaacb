"""Business days: which days count, as far as they are known, and how a term is counted over them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text

DAY: Final = timedelta(days=1)
SATURDAY: Final = 5

UNKNOWN: Final = Text(
    "No se sabe si el {day} es hábil: el calendario va del {known_from} al {known_until}. Cargue el que falta.",
    "It is not known whether {day} is a business day: the calendar goes from {known_from} to {known_until}. "
    "Load the one that is missing.",
)

# LFPA art. 28 as it reads: it follows neither the Mondays of the labour law nor the change of government on 1 October.
LFPA: Final = "LFPA art. 28"
LFPA_PUBLISHED: Final = date(1994, 8, 4)
LFPA_FIXED: Final = ((1, 1), (2, 5), (3, 21), (5, 1), (5, 5), (9, 1), (9, 16), (11, 20), (12, 25))
LFPA_EVERY_SIX_YEARS: Final = (12, 1)
A_SIXTH_YEAR: Final = 2018  # the executive changed hands on 1 December 2018


class CalendarUnknownError(UnavailableError):
    """The calendar does not say anything about the day."""

    code = "calendar_unknown"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that does not count, the instrument that says so and the day the DOF published it."""

    off_on: date
    instrument: str
    published_on: date


@dataclass(frozen=True, slots=True)
class Workdays:
    """A calendar: every day from ``known_from`` to ``known_until`` counts but weekends and the days off."""

    days_off: tuple[DayOff, ...]
    known_from: date
    known_until: date
    _off: frozenset[date] = field(init=False, repr=False, compare=False)
    _that_count: list[date] = field(init=False, repr=False, compare=False, default_factory=list)

    def __post_init__(self) -> None:
        if self.known_until < self.known_from:
            raise ValueError("a calendar ends before it starts")
        object.__setattr__(self, "_off", frozenset(day.off_on for day in self.days_off))

    def is_workday(self, day: date) -> bool:
        """Return whether a day counts.

        Raises:
            CalendarUnknownError: the calendar does not reach the day.

        """
        if not self.known_from <= day <= self.known_until:
            raise CalendarUnknownError(
                UNKNOWN.filled(day=day, known_from=self.known_from, known_until=self.known_until)
            )
        return day.weekday() < SATURDAY and day not in self._off

    def that_count(self) -> Sequence[date]:
        """Return every day that counts, in order: where a day stands in it tells terms apart without walking them."""
        if not self._that_count:  # filled whole at the first question, the same whoever asks first
            span = range((self.known_until - self.known_from).days + 1)
            days = (self.known_from + n * DAY for n in span)
            self._that_count[:] = [day for day in days if day.weekday() < SATURDAY and day not in self._off]
        return self._that_count

    def add(self, from_day: date, n: int) -> date:
        """Return the ``n``-th business day after ``from_day``, which itself never counts (LFPA 28, 38).

        Raises:
            CalendarUnknownError: the calendar does not reach that far.
            ValueError: ``n`` is less than one.

        """
        if n < 1:
            raise ValueError("a term has at least one day")
        day = from_day
        while n:
            day += DAY
            n -= self.is_workday(day)
        return day

    def count(self, from_day: date, to_day: date) -> int:
        """Return how many business days lie after ``from_day`` up to ``to_day``, counting ``to_day`` itself.

        Raises:
            CalendarUnknownError: the calendar does not know all of them.

        """
        days = (to_day - from_day).days
        return sum(self.is_workday(from_day + number * DAY) for number in range(1, days + 1))


def lfpa_days(years: Iterable[int]) -> tuple[DayOff, ...]:
    """Return the days off that LFPA art. 28 names itself, in these years; suspensions by the DOF come on top."""
    days = [date(year, month, day) for year in years for month, day in _lfpa_dates(year)]
    return tuple(DayOff(day, LFPA, LFPA_PUBLISHED) for day in sorted(days))


def _lfpa_dates(year: int) -> tuple[tuple[int, int], ...]:
    return (*LFPA_FIXED, LFPA_EVERY_SIX_YEARS) if (year - A_SIXTH_YEAR) % 6 == 0 else LFPA_FIXED
