"""Tables of the procedure."""

from cases.models.calendar import CalendarAct, DayOff
from cases.models.case import Case
from cases.models.inquiries import Exhibit, ForeignDetermination, Request, Submission
from cases.models.parties import Notice, NoticeAttempt, Party
from cases.models.petition import Petition, PetitionFile
from cases.models.records import CaseDocument, Deadline, Suspension, Term
from cases.models.tips import Tip, TipFile, TipMessage

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
    "Petition",
    "PetitionFile",
    "Request",
    "Submission",
    "Suspension",
    "Term",
    "Tip",
    "TipFile",
    "TipMessage",
]
