"""Pages of the case file."""

from cases.views.acts import act
from cases.views.case import case
from cases.views.files import case_document, export_case
from cases.views.filing import file_petition, open_own_motion_case
from cases.views.lists import agenda, decision_queue, overdue, queue

__all__ = [
    "act",
    "agenda",
    "case",
    "case_document",
    "decision_queue",
    "export_case",
    "file_petition",
    "open_own_motion_case",
    "overdue",
    "queue",
]
