"""Reads of one case: the case itself, its state as plain values, its timeline, its clocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from cases.domain.calendars import CalendarName, Calendars
from cases.domain.case import NoSuchCaseError, read_reference
from cases.domain.pending import OVERDUE_KINDS
from cases.domain.state import CHANGE, State, replayed, subject_of
from cases.models import Case, CaseDocument, Deadline, Suspension, Term
from cases.queries.inquiries import inquiry_state
from kernel.domain.chain import plain
from kernel.models import LedgerEntry

CASE_FIELDS: Final = (
    "reference",
    "series",
    "kind",
    "origin",
    "channel",
    "source_kind",
    "source_id",
    "source_text",
    "petitioner",
    "admission_agreed_by",
    "rule_set",
    "filed_at",
    "started_on",
    "stage",
    "outcome",
    "act_number",
    "ended_on",
    "continued_on",
    "withdrawn_on",
    "extended_on",
    "extension_reason",
    "prioritised",
    "priority_reason",
    "joined_on",
    "joining_reason",
)
TERM_FIELDS: Final = ("kind", "party", "from_on", "days", "met_on", "void_on")
SUSPENSION_FIELDS: Final = ("from_on", "until_on", "article", "reason")
DOCUMENT_FIELDS: Final = ("added_on", "classification", "basis", "reason", "until")
DEADLINE_FIELDS: Final = ("lfpa_on", "official_on", "union_on", "target_on", "certain_on", "provisional")


def case_by_reference(reference: str) -> Case:
    """Return a case with everything that is told of it, in one read of each table.

    Raises:
        NoSuchCaseError: there is none.

    """
    case = Case.objects.with_records().filter(reference=read_reference(reference)).first()
    if case is None:
        raise NoSuchCaseError(reference)
    return case


def state_of(case: Case) -> dict[str, Any]:
    """Return a case as plain values, nothing null in them: what its entries in the ledger lead to."""
    said = _said(case, CASE_FIELDS)
    if case.assignee is not None:
        said["assignee"] = str(case.assignee.reference)
    if case.lead is not None:
        said["lead"] = case.lead.reference
    state = {
        "case": said,
        "terms": {str(term.number): _said(term, TERM_FIELDS) for term in case.terms.all()},
        "suspensions": {str(one.number): _said(one, SUSPENSION_FIELDS) for one in case.suspensions.all()},
        "documents": {str(one.number): _document(one) for one in case.documents.all()},
        "deadlines": deadlines_said(case.deadlines.all()),
    }
    return state | inquiry_state(case)


def deadlines_said(rows: Iterable[Deadline]) -> dict[str, Any]:
    """Return deadlines as plain values, by what tells them apart."""
    return {row.key(): _said(row, DEADLINE_FIELDS) for row in rows}


def _document(row: CaseDocument) -> dict[str, Any]:
    document = row.document
    return {"sha256": document.sha256, "size": document.size, "media_type": document.media_type} | _said(
        row, (*DOCUMENT_FIELDS, *(["for_parties"] if row.for_parties else []))
    )


def _said(row: Case | Term | Suspension | CaseDocument | Deadline, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in names}
    return {name: plain(value) for name, value in values.items() if value not in (None, "")}


def entries_of(case: Case) -> tuple[LedgerEntry, ...]:
    """Return what the ledger says of a case, in its order."""
    return tuple(LedgerEntry.objects.filter(subject=subject_of(case.reference)).order_by("seq"))


def replayed_state(case: Case) -> dict[str, Any]:
    """Return the state that the ledger's entries of a case lead to.

    Raises:
        ReplayError: an entry is not possible after those before it.

    """
    return replayed((entry.seq, entry.verb, entry.detail.get(CHANGE, {})) for entry in entries_of(case))


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened in a case: when, what, by whom, why, what it changed, and the other case it concerns."""

    seq: int
    at: datetime
    verb: str
    actor: str
    reason: str
    change: State
    other: str = ""


def timeline(case: Case) -> tuple[Happened, ...]:
    """Return what happened in a case, in its order."""
    return tuple(happened(entry) for entry in entries_of(case))


def happened(entry: LedgerEntry) -> Happened:
    """Return what an entry of a case says."""
    return Happened(
        seq=entry.seq,
        at=entry.at,
        verb=entry.verb,
        actor=entry.actor,
        reason=entry.detail.get("reason", ""),
        change=entry.detail.get(CHANGE, {}),
        other=entry.detail.get("joined", ""),
    )


@dataclass(frozen=True, slots=True)
class Clock:
    """A day a case is watched for, how many business days are left on a day, and whether it is past.

    ``left`` is counted under the union, as whoever plans would count; it is None while the term is suspended, and
    once the day is past it is the number of business days since, negative or 0.
    """

    deadline: Deadline
    left: int | None
    past: bool

    def is_overdue(self) -> bool:
        """Return whether the authority is late."""
        return self.past and self.deadline.kind in OVERDUE_KINDS


def clocks(case: Case, calendars: Calendars, *, on: date) -> tuple[Clock, ...]:
    """Return the days an open case is watched for, the nearest first and those that are suspended last."""
    rows = sorted(case.deadlines.all(), key=lambda row: (row.target_on is None, row.target_on or on, row.key()))
    return tuple(clock_of(row, calendars, on=on) for row in rows)


def clock_of(row: Deadline, calendars: Calendars, *, on: date) -> Clock:
    """Return a day that is watched as it stands on a day."""
    workdays, target_on = calendars.workdays[CalendarName.UNION], row.target_on
    if target_on is None:
        return Clock(row, None, past=False)
    if target_on < on:
        return Clock(row, -workdays.count(target_on, on), past=True)
    return Clock(row, workdays.count(on, target_on), past=False)
