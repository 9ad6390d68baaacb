"""A year as its page shows it: twelve months of days, each with what is to be said of it."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from cases.domain.calendars import (
    YEARS,
    CalendarName,
    Calendars,
    DayOffAct,
    OffDay,
    OffSpan,
    business_days_in,
    days_off_in,
)
from cases.domain.term_trial import TermTrial
from cases.domain.wording import told
from cases.wording import CALENDAR_WORDS, SETTLED, UNSETTLED
from kernel.domain.text import Text
from kernel.domain.workdays import DAY

WEEKS: Final = Calendar()  # from Monday on
MONTHS: Final = range(1, 13)


class Sign(StrEnum):
    """What a day of the page bears: told by a drawing of its own and in words, never by colour alone."""

    BOTH = "both"
    LFPA = "lfpa"
    OFFICIAL = "official"
    DOUBTFUL = "doubtful"
    START = "start"
    SUSPENDED = "suspended"
    DEADLINE = "deadline"


DRAWN: Final[Mapping[Sign, str]] = {
    Sign.BOTH: "●",
    Sign.LFPA: "◐",
    Sign.OFFICIAL: "◑",
    Sign.DOUBTFUL: "?",
    Sign.START: "▶",
    Sign.SUSPENDED: "‖",
    Sign.DEADLINE: "■",
}
SIGN_WORDS: Final[Mapping[Sign, Text]] = {
    Sign.BOTH: Text("inhábil en los tres calendarios", "off under all three calendars"),
    Sign.LFPA: Text("inhábil según LFPA art. 28 y la unión", "off under LFPA art. 28 and the union"),
    Sign.OFFICIAL: Text(
        "inhábil según el Calendario Oficial y la unión", "off under the official calendar and the union"
    ),
    Sign.DOUBTFUL: Text("dudoso: se cuenta como hábil", "doubtful: counted as a business day"),
    Sign.START: Text("inicio del plazo", "start of the term"),
    Sign.SUSPENDED: Text("plazo suspendido", "term suspended"),
    Sign.DEADLINE: Text("vencimiento", "deadline"),
}
ENDS_UNDER: Final = Text("vencimiento según {names}", "deadline under {names}")
OFF_SIGNS: Final[Mapping[frozenset[CalendarName], Sign]] = {
    frozenset(CalendarName): Sign.BOTH,
    frozenset({CalendarName.LFPA, CalendarName.UNION}): Sign.LFPA,
    frozenset({CalendarName.OFFICIAL, CalendarName.UNION}): Sign.OFFICIAL,
}


OF_TRIALS: Final = frozenset({Sign.START, Sign.SUSPENDED, Sign.DEADLINE})


@dataclass(frozen=True, slots=True)
class Said:
    """One sign of a day, its drawing and its words."""

    sign: Sign
    words: Text

    @property
    def drawing(self) -> str:
        """Return the drawing."""
        return DRAWN[self.sign]


@dataclass(slots=True)
class DayCell:
    """A day of a month and what is said of it; ``off`` when the list below tells of it."""

    on: date
    off: bool = False
    said: list[Said] = field(default_factory=list)

    @property
    def tone(self) -> str:
        """Return the sign that gives the cell its ground, "" for a plain day."""
        return self.said[-1].sign if self.said else ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its first day and its weeks from Monday on; days of other months are None."""

    first: date
    weeks: Sequence[Sequence[DayCell | None]]


@dataclass(frozen=True, slots=True)
class YearPage:
    """What the page of a year shows; ``unsettled`` or ``settled`` says how far its acts are loaded."""

    year: int
    months: tuple[Month, ...]
    signs: tuple[Said, ...]
    days_off: tuple[tuple[OffDay, Said], ...]
    counts: tuple[tuple[CalendarName, int], ...]
    unsettled: Text | None
    settled: Text
    acts: tuple[str, ...]
    doubts: tuple[tuple[DayOffAct, OffSpan], ...]

    @property
    def before(self) -> int | None:
        """Return the year before, None where no calendar reaches."""
        return self.year - 1 if self.year - 1 in YEARS else None

    @property
    def after(self) -> int | None:
        """Return the year after, None where no calendar reaches."""
        return self.year + 1 if self.year + 1 in YEARS else None


def year_page(year: int, under: Calendars, trial: TermTrial | None = None) -> YearPage:
    """Return what the page of a year shows, with a term on trial where there is one."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    acts = tuple(act.code for act in under.acts if act.covers(first) or act.covers(last))
    return YearPage(
        year=year,
        months=months_of(year, under, trial),
        signs=tuple(_said(sign) for sign in Sign if trial or sign not in OF_TRIALS),
        days_off=tuple((day, _said(sign_of(day))) for day in days_off_in(year, under)),
        counts=tuple((name, business_days_in(year, workdays)) for name, workdays in under.workdays.items()),
        unsettled=UNSETTLED.filled(year=year) if under.unsettled_years(first, last) else None,
        settled=SETTLED.filled(year=year, codes=", ".join(acts)),
        acts=acts,
        doubts=under.doubtful(first, last),
    )


def months_of(year: int, under: Calendars, trial: TermTrial | None = None) -> tuple[Month, ...]:
    """Return the months of a year with its days off, its doubtful days and, where there is one, a term on trial."""
    cells = {day: DayCell(day) for month in MONTHS for day in WEEKS.itermonthdates(year, month) if day.year == year}
    for off in days_off_in(year, under):
        cells[off.on].off = True
        cells[off.on].said.append(_said(sign_of(off)))
    for _act, span in under.doubtful(date(year, 1, 1), date(year, 12, 31)):
        for day in span.days():
            if day in cells:
                cells[day].said.append(_said(Sign.DOUBTFUL))
    for day, said in _of_trial(trial) if trial else ():
        if day in cells:
            cells[day].said.append(said)
    return tuple(_month(year, month, cells) for month in MONTHS)


def sign_of(off: OffDay) -> Sign:
    """Return the sign of a day off, by the calendars it is off under."""
    return OFF_SIGNS[off.under]


def years_of(trial: TermTrial) -> range:
    """Return the years that a term runs through."""
    last = trial.ends.latest() or trial.facts.from_on
    return range(trial.facts.from_on.year, last.year + 1)


def _month(year: int, month: int, cells: Mapping[date, DayCell]) -> Month:
    weeks = WEEKS.monthdatescalendar(year, month)
    return Month(date(year, month, 1), [[cells[day] if day.month == month else None for day in week] for week in weeks])


def _of_trial(trial: TermTrial) -> list[tuple[date, Said]]:
    facts, ends = trial.facts, trial.ends.by_calendar
    last = trial.ends.latest() or facts.from_on
    days = (facts.from_on + n * DAY for n in range((last - facts.from_on).days + 1))
    found = [(facts.from_on, _said(Sign.START))]
    found += [(day, _said(Sign.SUSPENDED)) for day in days if facts.suspension_on(day)]
    for on in sorted({day for day in ends.values() if day is not None}):
        names = [CALENDAR_WORDS[name] for name, day in ends.items() if day == on]
        listed = Text(", ".join(name.es for name in names), ", ".join(name.en for name in names))
        found.append((on, Said(Sign.DEADLINE, told(ENDS_UNDER, names=listed))))
    return found


def _said(sign: Sign) -> Said:
    return Said(sign, SIGN_WORDS[sign])
