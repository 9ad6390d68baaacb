"""How late a fact may be put on file: what is recorded long after it is said to have happened moves no term."""

from datetime import date
from typing import ClassVar, Final

from cases.domain.calendars import CalendarName, Calendars
from cases.domain.decision_clock import Milestone
from cases.domain.errors import BarredError
from cases.domain.pending import WatchedDay
from cases.domain.rules import RuleSet
from kernel.domain.text import Text

TOO_LATE: Final = Text(
    "Lo del {day} debió asentarse en {most} días hábiles; han pasado {late}",
    "What happened on {day} had to be recorded within {most} business days; {late} have passed",
)
BEFORE_STAGE: Final = Text(
    "El expediente está en esta etapa desde el {entered}; lo del {day} es anterior",
    "The case has been in this stage since {entered}; what happened on {day} came before",
)
REVIVES: Final = Text(
    "Un plazo terminó el {ended}: una suspensión desde el {day} lo reabriría",
    "A term ended on {ended}: a suspension from {day} would open it again",
)
OVERLAPS: Final = Text(
    "Los plazos ya estuvieron suspendidos hasta el {until}", "The terms were suspended before, until {until}"
)


class LateRecordError(BarredError):
    """A fact is recorded too long after it is said to have happened, or before it was possible."""

    code: ClassVar[str] = "recorded_late"


def check_recorded(rules: RuleSet, day: date, calendars: Calendars, *, on: date) -> None:
    """Return quietly when a fact of a day is put on file in time, counted under the union of the calendars.

    Raises:
        LateRecordError: more business days lie between than the rule set allows.

    """
    rule = rules.recording_days
    late = calendars.workdays[CalendarName.UNION].count(day, on)
    if late > rule.value:
        raise LateRecordError(TOO_LATE.filled(day=day, most=rule.value, late=late), article=rule.article)


def check_since(rules: RuleSet, day: date, entered: date) -> None:
    """Return quietly when a notice of a day belongs to the stage that the case entered on another.

    Raises:
        LateRecordError: it came before the act that makes it possible.

    """
    if day < entered:
        raise LateRecordError(BEFORE_STAGE.filled(day=day, entered=entered), article=rules.recording_days.article)


def check_revives_nothing(watched: tuple[WatchedDay, ...], day: date, *, on: date, article: str) -> None:
    """Return quietly when a suspension from a day holds no term that has ended by another (LFPA 17, 17-A, 31, 60).

    Raises:
        BarredError: a day that the case was watched for lies between and is past under every calendar.

    """
    ended = [
        last
        for one in watched
        if one.kind != Milestone.HALF_EXTENSION.value and (last := one.ends.latest()) is not None and day < last < on
    ]
    if ended:
        raise BarredError(REVIVES.filled(ended=min(ended), day=day), article=article)


def check_apart(until: date | None, day: date, *, article: str) -> None:
    """Return quietly when a suspension from a day does not begin within an earlier one, which ended on ``until``.

    Raises:
        BarredError: it does.

    """
    if until is not None and day < until:
        raise BarredError(OVERLAPS.filled(until=until), article=article)
