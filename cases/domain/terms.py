"""Terms in business days, computed from facts: when one ends under each calendar, what is left, what was skipped."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby, takewhile
from types import MappingProxyType
from typing import Final

from cases.domain.calendars import RULES_FROM, RULES_UNTIL, CalendarName, Calendars, is_weekend
from cases.domain.errors import TermError
from cases.domain.rules import LateFiling, RuleSet
from kernel.domain.text import Text
from kernel.domain.workdays import DAY, DayOff, Workdays

NO_DAYS: Final = Text("Un plazo tiene al menos un día.", "A term has at least one day.")
BEFORE: Final = Text(
    "El plazo empieza el {day}: los calendarios van del {first} al {last}.",
    "The term starts on {day}: the calendars go from {first} to {last}.",
)
TOO_LONG: Final = Text(
    "El plazo pasa del {last}, hasta donde llegan los calendarios: revise los días y las fechas.",
    "The term runs past {last}, where the calendars end: check the days and the dates.",
)
BACKWARDS: Final = Text(
    "La suspensión termina el {until}, antes de empezar ({start}).",
    "The suspension ends on {until}, before it starts ({start}).",
)
TOO_EARLY: Final = Text(
    "La suspensión empieza el {start}, antes que el plazo ({from_on}).",
    "The suspension starts on {start}, before the term does ({from_on}).",
)
WEEKEND: Final = Text("sábado o domingo (LFPA art. 28)", "Saturday or Sunday (LFPA art. 28)")
SUSPENDED: Final = Text("plazo suspendido ({article})", "term suspended ({article})")


class Side(StrEnum):
    """Whom a term runs against."""

    AUTHORITY = "AUTHORITY"
    PARTY = "PARTY"


class TermKind(StrEnum):
    """The terms of the procedure."""

    DECISION = "DECISION"
    CURE = "CURE"
    IMPORTER_ANSWER = "IMPORTER_ANSWER"
    EVIDENCE = "EVIDENCE"
    OPINION = "OPINION"
    PLEADINGS = "PLEADINGS"
    NOTICE = "NOTICE"
    REVIEW = "REVIEW"
    NULLITY = "NULLITY"


RUNS_AGAINST: Final[Mapping[TermKind, Side]] = MappingProxyType(
    {
        TermKind.DECISION: Side.AUTHORITY,
        TermKind.CURE: Side.PARTY,
        TermKind.IMPORTER_ANSWER: Side.PARTY,
        TermKind.EVIDENCE: Side.PARTY,
        TermKind.OPINION: Side.AUTHORITY,
        TermKind.PLEADINGS: Side.PARTY,
        TermKind.NOTICE: Side.AUTHORITY,
        TermKind.REVIEW: Side.PARTY,
        TermKind.NULLITY: Side.PARTY,
    }
)


@dataclass(frozen=True, slots=True)
class Suspension:
    """A stretch that does not count: ``from_on`` is the last day that does, counting resumes after ``until_on``.

    ``until_on`` is None while nothing has ended it. Only a timely prevention (LFPA 17-A), an act in the DOF and
    force majeure (28) suspend a term.
    """

    from_on: date
    until_on: date | None = None
    article: str = "LFPA art. 17-A, 28"

    def covers(self, day: date) -> bool:
        """Return whether a day lies in the stretch."""
        return self.from_on < day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True)
class TermFacts:
    """What a term is computed from: the day of the filing or notice, its business days and what suspended it.

    The day after is day one (LFPA 17-B, 38), unless ``from_day_counts``.

    Raises:
        TermError: the term has no days, starts where no calendar reaches, or is suspended before it starts.

    """

    from_on: date
    days: int
    suspensions: tuple[Suspension, ...] = ()
    from_day_counts: bool = False

    def __post_init__(self) -> None:
        if self.days < 1:
            raise TermError(NO_DAYS)
        if not RULES_FROM <= self.from_on <= RULES_UNTIL:
            raise TermError(BEFORE.filled(day=self.from_on, first=RULES_FROM, last=RULES_UNTIL))
        for one in self.suspensions:
            if one.until_on is not None and one.until_on < one.from_on:
                raise TermError(BACKWARDS.filled(until=one.until_on, start=one.from_on))
            if one.from_on < self.from_on:
                raise TermError(TOO_EARLY.filled(start=one.from_on, from_on=self.from_on))

    def suspension_on(self, day: date) -> Suspension | None:
        """Return what keeps a day from counting, apart from the calendar."""
        return next((one for one in self.suspensions if one.covers(day)), None)

    def counts(self, day: date, workdays: Workdays) -> bool:
        """Return whether a day of the term counts."""
        return workdays.is_workday(day) and self.suspension_on(day) is None

    def first_possible(self) -> date:
        """Return the first day that may count."""
        return self.from_on if self.from_day_counts else self.from_on + DAY

    def possible_days(self) -> Iterator[date]:
        """Yield the days from the first that may count to the last that a calendar knows."""
        first = self.first_possible()
        return (first + n * DAY for n in range((RULES_UNTIL - first).days + 1))

    def stops_on(self) -> date | None:
        """Return the last day before a suspension that nothing has ended, None when there is no such one."""
        return min((one.from_on for one in self.suspensions if one.until_on is None), default=None)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The day a term ends under each calendar, None while it is suspended; years whose acts are not loaded."""

    by_calendar: Mapping[CalendarName, date | None]
    unsettled_years: tuple[int, ...] = ()

    @property
    def provisional(self) -> bool:
        """Return whether an act that is not loaded may move the day, which can only be later."""
        return bool(self.unsettled_years)

    def against(self, side: Side) -> date | None:
        """Return the day to go by: the union against a party, the earliest as the target of the authority."""
        if side is Side.PARTY:
            return self.by_calendar[CalendarName.UNION]
        return min((day for day in self.by_calendar.values() if day is not None), default=None)

    def latest(self) -> date | None:
        """Return the latest of the days, None while any calendar has none."""
        days = [day for day in self.by_calendar.values() if day is not None]
        return max(days) if len(days) == len(self.by_calendar) else None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a day does not count: the instrument and, where it is an act, the day the DOF published it."""

    instrument: Text
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day of a term that did not count, with every reason."""

    on: date
    reasons: tuple[Reason, ...]


def deadline(facts: TermFacts, workdays: Workdays) -> date | None:
    """Return the day a term ends, always one that counts; None while a suspension that nothing ended holds it.

    Raises:
        TermError: the term runs past the end of the calendars.

    """
    days = workdays.that_count()
    end = bisect_left(days, facts.first_possible()) + facts.days - 1
    for start, stop in _suspended(facts, days):
        if start <= end:
            end += stop - start
    stops_on = facts.stops_on()
    reached = days[end] if end < len(days) else None
    if stops_on is not None and (reached is None or reached > stops_on):
        return None
    if reached is None:
        raise TermError(TOO_LONG.filled(last=RULES_UNTIL))
    return reached


def days_used(facts: TermFacts, on: date, workdays: Workdays) -> int:
    """Return how many days of a term have counted by the end of a day, more than it has once it is over."""
    days = workdays.that_count()
    first, until = bisect_left(days, facts.first_possible()), bisect_right(days, on)
    suspended = sum(max(0, min(stop, until) - start) for start, stop in _suspended(facts, days))
    return max(0, until - first) - suspended


def _suspended(facts: TermFacts, days: Sequence[date]) -> Iterator[tuple[int, int]]:
    """Yield where the days stand that only a suspension keeps from counting, from and to, each day once, in order."""
    after = bisect_left(days, facts.first_possible())
    for one in sorted(facts.suspensions, key=lambda one: one.from_on):
        start = max(after, bisect_right(days, one.from_on))
        stop = len(days) if one.until_on is None else bisect_right(days, one.until_on)
        if start < stop:
            yield start, stop
            after = stop


def deadlines(facts: TermFacts, calendars: Calendars) -> Deadlines:
    """Return the day a term ends under each calendar, and which years are not settled.

    Raises:
        TermError: the term runs past the end of the calendars.

    """
    ends = {name: deadline(facts, workdays) for name, workdays in calendars.workdays.items()}
    return under(ends, facts.from_on, calendars)


def under(ends: Mapping[CalendarName, date | None], from_on: date, calendars: Calendars) -> Deadlines:
    """Return days computed under each calendar together with the years that no act settles on the way there."""
    last = max((day for day in ends.values() if day is not None), default=from_on)
    return Deadlines(MappingProxyType(dict(ends)), calendars.unsettled_years(from_on + DAY, last))


def explain(facts: TermFacts, until: date, workdays: Workdays) -> tuple[Skipped, ...]:
    """Return each day of a term up to a day that does not count, with the instrument that says so."""
    days = takewhile(lambda day: day <= until, facts.possible_days())
    off = {day: list(same) for day, same in groupby(sorted(workdays.days_off, key=_off_on), _off_on)}
    return tuple(
        Skipped(day, _reasons(facts, day, off.get(day, []))) for day in days if not facts.counts(day, workdays)
    )


def _off_on(day: DayOff) -> date:
    return day.off_on


def _reasons(facts: TermFacts, day: date, off_days: Sequence[DayOff]) -> tuple[Reason, ...]:
    suspension = facts.suspension_on(day)
    return (
        *([Reason(SUSPENDED.filled(article=suspension.article))] if suspension else []),
        *([Reason(WEEKEND)] if is_weekend(day) else []),
        *(Reason(Text(off.instrument, off.instrument), off.published_on) for off in off_days),
    )


def filing_day(sent_at: datetime, rules: RuleSet, workdays: Workdays) -> date:
    """Return the day an electronic filing counts as filed; ``sent_at`` is in the time of the authority's seat.

    Sent in business hours it is filed that day. After hours or on a day off the rule set decides (no article does):
    filed that day all the same, so that its term counts from the next business day, or filed on that next one.
    """
    day = sent_at.date()
    hours = rules.hours.value
    in_time = workdays.is_workday(day) and sent_at.time() <= hours.closes
    if in_time or rules.late_filing.value is LateFiling.COUNTS_FROM_NEXT:
        return day
    return workdays.add(day, 1)
