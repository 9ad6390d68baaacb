"""Reads of the calendars."""

from cases.domain.calendars import Calendars, DayOffAct, calendars
from cases.domain.errors import UnknownActError
from cases.models import CalendarAct


def day_off_acts() -> tuple[DayOffAct, ...]:
    """Return every act on days off, by the day of its publication."""
    rows = CalendarAct.objects.order_by("published_on", "code").prefetch_related("days_off")
    return tuple(row.as_act() for row in rows)


def current_calendars(also: frozenset[str] = frozenset()) -> Calendars:
    """Return the calendars under the acts that are loaded; ``also`` names those whose doubtful days are taken as off.

    Raises:
        UnknownActError: no act has one of the codes.

    """
    acts = day_off_acts()
    unknown = also - {act.code for act in acts}
    if unknown:
        raise UnknownActError(sorted(unknown)[0], known=[act.code for act in acts])
    return calendars(acts, also)
