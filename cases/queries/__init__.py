"""Reads of the procedure."""

from cases.queries.calendar import current_calendars, day_off_acts
from cases.queries.case import (
    Clock,
    Happened,
    case_by_reference,
    clocks,
    replayed_state,
    state_of,
    timeline,
)
from cases.queries.lists import agenda, decision_queue, deemed_refusals, first_to_decide, overdue_cases, queue
from cases.queries.moves import MovedDeadline, deadlines_that_would_move

__all__ = [
    "Clock",
    "Happened",
    "MovedDeadline",
    "agenda",
    "case_by_reference",
    "clocks",
    "current_calendars",
    "day_off_acts",
    "deadlines_that_would_move",
    "decision_queue",
    "deemed_refusals",
    "first_to_decide",
    "overdue_cases",
    "queue",
    "replayed_state",
    "state_of",
    "timeline",
]
