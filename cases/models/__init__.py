"""Tables of the procedure."""

from cases.models.calendar import CalendarAct, DayOff
from cases.models.case import Case
from cases.models.inquiries import Exhibit, ForeignDetermination, Request, Submission
from cases.models.parties import Notice, NoticeAttempt, Party
from cases.models.records import CaseDocument, Deadline, Suspension, Term

__all__ = [
    "CalendarAct",
    "Case",
    "CaseDocument",
    "DayOff",
    "Deadline",
    "Exhibit",
    "ForeignDetermination",
    "Notice",
    "NoticeAttempt",
    "Party",
    "Request",
    "Submission",
    "Suspension",
    "Term",
]
