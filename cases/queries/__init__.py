"""Reads of the procedure."""

from cases.queries.calendar import current_calendars, day_off_acts
from cases.queries.case import (
    Clock,
    Happened,
    case_by_reference,
    clocks,
    replayed_state,
    state_of,
)
from cases.queries.lists import decision_queue, first_to_decide
from cases.queries.moves import CalendarLoad, Direction, MovedDeadline, calendar_load

__all__ = [
    "CalendarLoad",
    "Clock",
    "Direction",
    "Happened",
    "MovedDeadline",
    "calendar_load",
    "case_by_reference",
    "clocks",
    "current_calendars",
    "day_off_acts",
    "decision_queue",
    "first_to_decide",
    "replayed_state",
    "state_of",
]
