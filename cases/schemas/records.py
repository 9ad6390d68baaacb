"""What the API tells of the parties, notices, requests, determinations and submissions of a case."""

from datetime import date, datetime

from ninja import Field, Schema

from cases.domain.inquiries import Authority
from cases.domain.notices import NoticeChannel, NoticeSubject
from cases.domain.parties import PartyRole
from cases.domain.submissions import ExhibitDecision, SubmissionKind, Timeliness


class PartyOut(Schema):
    """A party; its `key` is what terms call it."""

    number: int
    key: str
    role: PartyRole
    name: str
    tax_id: str
    domicile: str
    country: str
    account: str
    electronic: bool
    revision: int


class AttemptOut(Schema):
    """An attempt at a notice, in vain."""

    tried_on: date
    reason: str


class NoticeOut(Schema):
    """A notice; `article` is that of its effect."""

    number: int
    party: str
    subject: NoticeSubject
    channel: NoticeChannel
    article: str
    document: int | None
    issued_on: date
    served_on: date | None
    completed_on: date | None
    effective_on: date | None = Field(description="null while it is sent and not acknowledged")
    proof: int | None
    term: int | None = Field(description="number of the term it started")
    void_on: date | None
    void_reason: str
    to_acknowledge: bool
    attempts: list[AttemptOut] = Field(description="empty for a party")


class RequestOut(Schema):
    """What an authority was asked; `term` is null for a foreign one, for which no term runs."""

    number: int
    authority: Authority
    institution: str
    country: str
    matter: str
    document: int | None
    asked_on: date
    term: int | None
    answered_on: date | None
    answer: int | None


class DeterminationOut(Schema):
    """A foreign determination."""

    number: int
    institution: str
    country: str
    reference: str
    determined_on: date
    goods: str
    text: str
    document: int | None
    proposed_on: date | None
    proposal_reason: str
    annulled_on: date | None
    annulment_reason: str


class ExhibitOut(Schema):
    """An exhibit, and what was decided of it."""

    number: int
    document: int
    decision: ExhibitDecision
    decision_reason: str
    decided_on: date | None


class SubmissionOut(Schema):
    """What was handed in; `party` is "" for the petitioner."""

    number: int
    party: str
    kind: SubmissionKind
    received_at: datetime
    timeliness: Timeliness
    term: int | None
    text: str
    reason: str
    exhibits: list[ExhibitOut]


class RecordsOut(Schema):
    """What the investigation has left in a case: all of it for the unit, for a party what concerns it."""

    parties: list[PartyOut]
    notices: list[NoticeOut]
    requests: list[RequestOut]
    determinations: list[DeterminationOut]
    submissions: list[SubmissionOut]
