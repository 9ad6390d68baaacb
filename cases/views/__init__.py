"""Pages of the case file."""

from cases.views.case import case
from cases.views.files import case_document, export_case
from cases.views.lists import agenda, decision_queue, overdue, queue

__all__ = ["agenda", "case", "case_document", "decision_queue", "export_case", "overdue", "queue"]
