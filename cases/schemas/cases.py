"""What the API tells of cases."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Field, Schema

from cases.domain.case import CaseKind, Origin
from cases.domain.procedure import Stage
from cases.domain.terms import TermKind
from cases.schemas.records import RecordsOut
from kernel.domain.documents import Classification
from kernel.schemas import In, WordsOut


class DeadlineOut(Schema):
    """A day to watch: under each calendar, null while it is suspended."""

    kind: str
    term: int = Field(description="number of its term, 0 for the decision")
    lfpa_on: date | None
    official_on: date | None
    union_on: date | None
    target_on: date | None = Field(description="the day to go by")
    certain_on: date | None = Field(description="after this day it is over under every calendar")
    provisional: bool = Field(description="an act on days off that is not loaded may move it, to later")
    days_left: int | None = Field(
        description="business days under the calendar that gives target_on; negative or 0 once past"
    )
    past: bool
    overdue: bool = Field(description="past, and the authority is late")


class QueuedOut(Schema):
    """A case in a list."""

    reference: str
    series: str
    version: int
    kind: CaseKind
    origin: Origin
    stage: Stage
    filed_at: datetime
    started_on: date
    prioritised: bool
    priority_reason: str
    assignee: UUID | None
    decision: DeadlineOut | None
    deemed_refused: bool = Field(description="the decision term is over under every calendar (LFPA art. 17)")


class QueueOut(Schema):
    """A page of cases, in the order in which they must be dealt with (LFPA art. 46)."""

    items: list[QueuedOut]
    next: str | None = Field(description="cursor of the next page, null on the last")


class WatchedOut(Schema):
    """A day to watch and its case."""

    reference: str
    series: str
    stage: Stage
    assignee: UUID | None
    deadline: DeadlineOut


class WatchedDaysOut(Schema):
    """A page of days to watch, the earliest first."""

    items: list[WatchedOut]
    next: str | None = Field(description="cursor of the next page, null on the last")


class TermOut(Schema):
    """A term that was started in the case."""

    number: int
    kind: TermKind
    party: str
    from_on: date
    days: int
    met_on: date | None


class SuspensionOut(Schema):
    """A stretch that does not count."""

    number: int
    from_on: date
    until_on: date | None
    article: str
    instrument: str
    reason: str


class PossibleOut(Schema):
    """An act or step that whoever asks may do now; its conditions are checked when it is done."""

    verb: str = Field(description="last part of its address: `POST /cases/{reference}/acts/{verb}`")
    words: WordsOut
    article: str
    barred: WordsOut | None = Field(description="why it is certain to be refused today, null where nothing is certain")


class SourceOut(Schema):
    """Where a case came from."""

    kind: str
    public_id: str
    text: str


class UnitOut(Schema):
    """What the unit alone knows of a case."""

    series: str
    petitioner: str
    admission_agreed_by: str = Field(description="the supervisor who agreed to admit the petition as it stands")
    source: SourceOut
    assignee: UUID | None
    prioritised: bool
    priority_reason: str
    continued_on: date | None
    lead: str | None
    joined_on: date | None
    joining_reason: str
    joined: list[str] = Field(description="references of the cases joined to it")


class CaseOut(Schema):
    """A case as it stands; petitioners see the clocks and terms that concern them, and no `unit`."""

    reference: str
    version: int = Field(description="goes back with the next act")
    kind: CaseKind
    origin: Origin
    channel: str
    rule_set: str
    stage: Stage
    stage_words: WordsOut
    filed_at: datetime
    started_on: date
    ended_on: date | None
    outcome: str
    act_number: str
    withdrawn_on: date | None
    extended_on: date | None
    extension_reason: str
    deemed_refused: bool = Field(description="silence has refused the petition (LFPA art. 17)")
    clocks: list[DeadlineOut]
    terms: list[TermOut]
    suspensions: list[SuspensionOut]
    possible: list[PossibleOut]
    records: RecordsOut
    unit: UnitOut | None


class HappenedOut(Schema):
    """One thing that happened; petitioners are told neither which official did it nor what concerns others."""

    seq: int = Field(description="its number in the ledger; for a petitioner its number among those told")
    at: datetime
    verb: str
    actor: str
    reason: str
    change: dict[str, Any] = Field(description="JSON merge patch (RFC 7396) of the state of the case")


class TimelineOut(Schema):
    """A page of what happened, in its order."""

    items: list[HappenedOut]
    next: str | None = Field(description="cursor of the next page, null on the last")


class DocumentOut(Schema):
    """A document of the case file; what it is stands here for those who may read it, null for others."""

    number: int
    added_on: date
    classification: Classification
    readable: bool = Field(description="whether whoever asks may have its bytes")
    name: str | None
    sha256: str | None
    size: int | None
    media_type: str | None
    basis: str | None
    reason: str | None
    until: date | None


class DocumentsOut(Schema):
    """The documents of a case."""

    items: list[DocumentOut]


class EntryOut(Schema):
    """An entry of the ledger: its hash is computed over all other fields (docs/reference/case-file.md)."""

    seq: int
    at: str = Field(description="in UTC to the microsecond, as it is hashed")
    actor: str
    channel: str
    verb: str
    subject: str
    detail: dict[str, Any]
    previous_hash: str
    hash: str


class LedgerOut(Schema):
    """A page of the entries of a case, in their order."""

    items: list[EntryOut]
    next: str | None = Field(description="cursor of the next page, null on the last")


class PageIn(In):
    """Where a page begins and how long it is."""

    after: str = Field("", max_length=80, description="`next` of the page before")
    limit: int = Field(100, ge=1, le=500)


class QueuePageIn(PageIn):
    """Which cases of the queue."""

    stage: Stage | None = None
    assignee: UUID | None = Field(None, description="reference of an account")


class AgendaPageIn(PageIn):
    """Whose agenda."""

    assignee: UUID | None = Field(None, description="reference of an account; one's own when left out")


class DecisionPageIn(PageIn):
    """Which kind of cases: each is decided in an order of its own."""

    kind: CaseKind = CaseKind.INVESTIGATION
