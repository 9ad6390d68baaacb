"""What the API takes and gives of calendars, terms on trial and acts on days off."""

from datetime import date
from typing import Annotated

from ninja import Field, Schema
from pydantic import StringConstraints

from cases.domain.calendars import CalendarName
from cases.domain.term_trial import MOST_DAYS, MOST_SUSPENSIONS
from cases.queries import Direction
from kernel.schemas import In, WordsOut

Span = Annotated[str, StringConstraints(max_length=30)]


class InstrumentOut(Schema):
    """An instrument that says that a day is off, and the day the DOF published it."""

    instrument: str
    published_on: date


class DayOffOut(Schema):
    """A day from Monday to Friday that is off, and under which calendars."""

    on: date
    calendars: list[CalendarName]
    instruments: list[InstrumentOut]


class DoubtfulOut(Schema):
    """Days that may be off and are counted as business days; ``union`` is where they would lead a term on trial."""

    act: str
    first_on: date
    last_on: date
    reason: WordsOut
    union: date | None = None


class BusinessDaysOut(Schema):
    """Business days of a year under each calendar."""

    lfpa: int
    official: int
    union: int


class CalendarOut(Schema):
    """The days off of a year."""

    year: int
    provisional: bool = Field(description="no act covers the whole year: there may be more days off")
    acts: list[str] = Field(description="codes of the acts that cover the year")
    business_days: BusinessDaysOut
    days_off: list[DayOffOut]
    doubtful: list[DoubtfulOut]


class TrialIn(In):
    """A term on trial, asked for with the words of the command line."""

    from_on: date = Field(alias="from", description="day of the filing or of the notice; the next business day is one")
    days: int = Field(ge=1, le=MOST_DAYS, description="business days")
    calendar: str = Field("", max_length=200, description="lfpa, official, union; +ACT takes its doubtful days as off")
    suspend: list[Span] = Field(
        default_factory=list, max_length=MOST_SUSPENSIONS, description="FROM:TO; FROM is the last to count"
    )
    explain: bool = Field(False, description="each day skipped with its instrument, and every doubt")


class SkippedOut(Schema):
    """A day of a term that does not count, with every reason."""

    day: date
    reasons: list[WordsOut]


class TrialOut(Schema):
    """The day a term ends under each calendar; what follows ``acts_not_loaded`` is there when it is to be explained."""

    lfpa: date
    official: date
    union: date
    provisional: bool = Field(description="an act that is not loaded may move the days, to later")
    acts_not_loaded: list[int] = Field(description="years that no act covers")
    calendar: CalendarName | None = Field(None, description="whose skipped days are told")
    skipped: list[SkippedOut] | None = None
    doubtful: list[DoubtfulOut] | None = None


class ActsIn(In):
    """Whether acts on days off are to be loaded, and which of the deadlines that move are told."""

    apply: bool = Field(False, description="load them; else nothing is changed and what would move is told")
    seen: str = Field("", pattern=r"^([0-9a-f]{64})?$", description="`mark` of an earlier answer: nothing else is done")
    after: int = Field(0, ge=0, description="how many moves to leave out: `next` of the page before")
    limit: int = Field(100, ge=1, le=1000)


class TwoDaysOut(Schema):
    """The day to go by and the one after which a deadline is over under every calendar; null while suspended."""

    target_on: date | None
    certain_on: date | None


class MoveOut(Schema):
    """A deadline that moves."""

    reference: str
    series: str
    kind: str
    term: int = Field(description="number of its term, 0 for the decision")
    direction: Direction
    before: TwoDaysOut
    after: TwoDaysOut


class DirectionsOut(Schema):
    """How many deadlines move each way; ASIDE under one calendar alone."""

    LATER: int
    EARLIER: int
    ASIDE: int


class LoadOut(Schema):
    """What loading a file does, or would do."""

    applied: bool
    mark: str = Field(description="tells this outcome from any other: send it as `seen` to apply this one alone")
    new: list[str] = Field(description="codes of acts that were not loaded")
    changed: list[str] = Field(description="codes of acts that are corrected")
    unchanged: list[str]
    cases: int | None = Field(
        description="in how many cases a deadline moves; null where fewer than 5, for who may not read cases"
    )
    directions: DirectionsOut | None = Field(description="null for who may not read cases")
    moves: list[MoveOut] = Field(description="none for who may not read cases")
    next: int | None = Field(description="`after` of the next page, null on the last")
