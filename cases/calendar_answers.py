"""What the API says of calendars, in the form of its schemas."""

from datetime import date

from cases.calendar_page import YearPage
from cases.domain.calendars import CalendarName, DayOffAct, OffDay, OffSpan
from cases.domain.term_trial import TermTrial
from cases.queries import CalendarLoad, MovedDeadline
from cases.schemas.calendar import (
    ActsIn,
    BusinessDaysOut,
    CalendarOut,
    DayOffOut,
    DirectionsOut,
    DoubtfulOut,
    InstrumentOut,
    LoadOut,
    MoveOut,
    SkippedOut,
    TrialOut,
    TwoDaysOut,
)
from cases.wording import reason_words
from kernel.domain.text import Text
from kernel.schemas import WordsOut


def calendar_answer(page: YearPage) -> CalendarOut:
    """Return the days off of a year."""
    return CalendarOut(
        year=page.year,
        provisional=page.unsettled is not None,
        acts=list(page.acts),
        business_days=BusinessDaysOut(**{name.value: count for name, count in page.counts}),
        days_off=[_day_off(day) for day, _said in page.days_off],
        doubtful=[_doubtful(act, span) for act, span in page.doubts],
    )


def trial_answer(trial: TermTrial, name: CalendarName | None, *, explained: bool) -> TrialOut:
    """Return the day a term ends under each calendar; ``explained`` with each day skipped and every doubt."""
    ends = {one.value: end for one, end in trial.ends.by_calendar.items()}
    sure = {"provisional": trial.ends.provisional, "acts_not_loaded": list(trial.ends.unsettled_years)}
    told = TrialOut.model_validate(ends | sure)
    if explained:
        told.calendar = name or CalendarName.UNION
        told.skipped = [
            SkippedOut(day=day.on, reasons=[_words(reason_words(reason)) for reason in day.reasons])
            for day in trial.skipped(told.calendar)
        ]
        told.doubtful = [_doubtful(one.act, one.span, one.union_on) for one in trial.doubts()]
    return told


def load_answer(load: CalendarLoad, asked: ActsIn, *, may_read: bool) -> LoadOut:
    """Return what loading a file does, or would do, with a page of the deadlines that move for who may read cases."""
    moved = load.moved if may_read else ()
    end = asked.after + asked.limit
    return LoadOut(
        applied=asked.apply,
        mark=load.mark(),
        new=list(load.new),
        changed=list(load.changed),
        unchanged=list(load.unchanged),
        cases=load.cases() if may_read or load.is_countable() else None,
        directions=_directions(load) if may_read else None,
        moves=[_move(move) for move in moved[asked.after : end]],
        next=end if end < len(moved) else None,
    )


def _directions(load: CalendarLoad) -> DirectionsOut:
    return DirectionsOut(**{direction.value: count for direction, count in load.directions().items()})


def _day_off(day: OffDay) -> DayOffOut:
    return DayOffOut(
        on=day.on,
        calendars=[name for name in CalendarName if name in day.under],
        instruments=[
            InstrumentOut(instrument=off.instrument, published_on=off.published_on) for off in day.instruments
        ],
    )


def _doubtful(act: DayOffAct, span: OffSpan, union: date | None = None) -> DoubtfulOut:
    reason = _words(span.doubt or Text("", ""))
    return DoubtfulOut(act=act.code, first_on=span.first_on, last_on=span.last_on, reason=reason, union=union)


def _move(move: MovedDeadline) -> MoveOut:
    return MoveOut(
        reference=move.reference,
        series=move.series,
        kind=move.kind,
        term=move.term,
        direction=move.direction,
        before=_two_days(*move.before),
        after=_two_days(*move.after),
    )


def _two_days(target: date | None, certain: date | None) -> TwoDaysOut:
    return TwoDaysOut(target_on=target, certain_on=certain)


def _words(text: Text) -> WordsOut:
    return WordsOut(es=text.es, en=text.en)
