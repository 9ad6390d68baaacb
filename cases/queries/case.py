"""Reads of one case: the case itself, its state as plain values, its timeline, its clocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone

from cases.domain.calendars import Calendars
from cases.domain.case import NoSuchCaseError, is_reference, read_reference
from cases.domain.pending import OVERDUE_KINDS
from cases.domain.procedure import Stage
from cases.domain.state import CHANGE, State, replayed, subject_of
from cases.models import Case, CaseDocument, Deadline, Suspension, Term
from cases.queries.inquiries import inquiry_state
from kernel.domain.chain import plain
from kernel.models import LedgerEntry
from kernel.queries import ACCOUNT

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
SUSPENSION_FIELDS: Final = ("from_on", "until_on", "article", "instrument", "reason")
TERM_FIELDS: Final = ("kind", "party", "from_on", "days", "met_on", "void_on")
DOCUMENT_FIELDS: Final = ("added_on", "classification", "basis", "reason", "until")
DEADLINE_FIELDS: Final = ("lfpa_on", "official_on", "union_on", "target_on", "certain_on", "provisional")


def case_by_reference(reference: str) -> Case:
    """Return a case with everything that is told of it, in one read of each table.

    Raises:
        NoSuchCaseError: there is none.

    """
    kept = read_reference(reference)
    case = Case.objects.with_records().filter(reference=kept).first() if is_reference(kept) else None
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
    petition = getattr(case, "filed_petition", None)  # a case on own motion has none, nor one of the first days
    filed = {} if petition is None else {"petition": _without_blanks(petition.said_in_ledger())}
    state = {
        "case": said,
        "terms": {str(term.number): _said(term, TERM_FIELDS) for term in case.terms.all()},
        "suspensions": {str(one.number): _said(one, SUSPENSION_FIELDS) for one in case.suspensions.all()},
        "documents": {str(one.number): _document(one) for one in case.documents.all()},
        "deadlines": deadlines_said(case.deadlines.all()),
        **filed,
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
    return _without_blanks({name: getattr(row, name) for name in names})


def _without_blanks(values: State) -> dict[str, Any]:
    return {name: plain(value) for name, value in values.items() if value not in (None, "")}


def entries_of(case: Case) -> tuple[LedgerEntry, ...]:
    """Return what the ledger says of a case, in its order."""
    return tuple(LedgerEntry.objects.filter(subject=subject_of(case.reference)).order_by("seq"))


def entered_on(case: Case) -> date:
    """Return the day since which a case is in its stage: of the entry that led there, of its start for the first."""
    rows = LedgerEntry.objects.filter(subject=subject_of(case.reference), detail__change__case__has_key="stage")
    moments = list(rows.order_by("-seq").values_list("at", flat=True)[:2])
    return case.started_on if len(moments) < 2 else timezone.localdate(moments[0])


def replayed_state(case: Case) -> dict[str, Any]:
    """Return the state that the ledger's entries of a case lead to.

    Raises:
        ReplayError: an entry is not possible after those before it.

    """
    return replayed((entry.seq, entry.verb, entry.detail.get(CHANGE, {})) for entry in entries_of(case))


def stages_passed(case: Case) -> tuple[Stage, ...]:
    """Return the stages that a case came to, in their order, as its entries tell."""
    told = ((entry.detail.get(CHANGE) or {}).get("case") or {} for entry in entries_of(case))
    return tuple(Stage(one["stage"]) for one in told if one.get("stage"))


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened in a case: what, by whom, why, what it changed, and what it concerns beside."""

    seq: int
    at: datetime
    verb: str
    actor: str
    reason: str
    change: State
    other: str = ""
    index_sha256: str = ""


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
        index_sha256=entry.detail.get("index_sha256", ""),
    )


def actors_in(one: Happened) -> Iterator[str]:
    """Yield the names of the actors that an entry speaks of."""
    yield one.actor
    case = one.change.get("case") or {}
    if case.get("assignee"):
        yield f"{ACCOUNT}{case['assignee']}"
    if case.get("petitioner"):
        yield case["petitioner"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A day a case is watched for, how many business days are left on a day, and whether it is past.

    ``left`` is counted under the calendar that the day to go by comes from, so that a term of 60 has 60 left on the
    day it is filed; it is None while the term is suspended, and once the day is past it is the number of business
    days since, negative or 0.
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
    target_on = row.target_on
    if target_on is None:
        return Clock(row, None, past=False)
    workdays = calendars.workdays[row.target_calendar()]
    if target_on < on:
        return Clock(row, -workdays.count(target_on, on), past=True)
    return Clock(row, workdays.count(on, target_on), past=False)
