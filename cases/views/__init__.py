"""Pages of the procedure: the case file, tips and the calendar."""

from cases.views.acts import act
from cases.views.calendar import calendar, calendar_year, term_trial
from cases.views.case import case
from cases.views.day_off_acts import day_off_acts
from cases.views.files import case_document, export_case
from cases.views.filing import file_petition, open_own_motion_case
from cases.views.lists import agenda, decision_queue, overdue, queue
from cases.views.party import party_cases
from cases.views.tips import tip, tip_return, tip_thread
from cases.views.triage import tip_act, tip_file, tip_list, tip_page

__all__ = [
    "act",
    "agenda",
    "calendar",
    "calendar_year",
    "case",
    "case_document",
    "day_off_acts",
    "decision_queue",
    "export_case",
    "file_petition",
    "open_own_motion_case",
    "overdue",
    "party_cases",
    "queue",
    "term_trial",
    "tip",
    "tip_act",
    "tip_file",
    "tip_list",
    "tip_page",
    "tip_return",
    "tip_thread",
]
