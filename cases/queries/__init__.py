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
from cases.queries.lists import agenda, decision_queue, deemed_refusals, first_to_decide, overdue_cases, queue
from cases.queries.moves import CalendarLoad, Direction, MovedDeadline, calendar_load

__all__ = [
    "CalendarLoad",
    "Clock",
    "Direction",
    "Happened",
    "MovedDeadline",
    "agenda",
    "calendar_load",
    "case_by_reference",
    "clocks",
    "current_calendars",
    "day_off_acts",
    "decision_queue",
    "deemed_refusals",
    "first_to_decide",
    "overdue_cases",
    "queue",
    "replayed_state",
    "state_of",
]
