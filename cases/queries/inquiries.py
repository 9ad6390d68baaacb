"""The parties, notices, requests, determinations and submissions of a case, as plain values for its entries.

Nothing that names or describes a person is among them: nobody can take it out of the ledger again. Of what is written
at length the ledger keeps the SHA-256.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from cases.domain.reading import Reader
from cases.models import Case, CaseDocument, Exhibit, ForeignDetermination, Notice, Party, Request, Submission, Term
from kernel.domain.chain import plain

PARTY_FIELDS: Final = ("role", "country", "account", "electronic", "revision")
NOTICE_FIELDS: Final = (
    "subject",
    "channel",
    "days",
    "issued_on",
    "served_on",
    "completed_on",
    "effective_on",
    "void_on",
    "void_reason",
)
REQUEST_FIELDS: Final = ("authority", "institution", "country", "asked_on", "answered_on")
DETERMINATION_FIELDS: Final = (
    "institution",
    "country",
    "reference",
    "determined_on",
    "goods",
    "proposed_on",
    "proposed_by",
    "proposal_reason",
    "annulled_on",
    "annulment_reason",
)
SUBMISSION_FIELDS: Final = ("kind", "received_at", "timeliness")
EXHIBIT_FIELDS: Final = ("decision", "decided_on", "decision_reason")


@dataclass(frozen=True, slots=True)
class Records:
    """What the investigation has left in a case, as far as it is for somebody."""

    parties: list[Party]
    notices: list[Notice]
    requests: list[Request]
    determinations: list[ForeignDetermination]
    submissions: list[Submission]


def records_for(case: Case, reader: Reader) -> Records:
    """Return what is for a reader: all of it for the unit; for a party itself, its notices and its submissions."""
    whole = reader.of_unit
    return Records(
        parties=[one for one in case.parties.all() if reader.sees_of(one.key)],
        notices=[one for one in case.notices.all() if whole or (one.served_on and reader.sees_of(one.party.key))],
        requests=list(case.requests.all()) if whole else [],
        determinations=list(case.determinations.all()) if whole else [],
        submissions=[one for one in case.submissions.all() if reader.sees_of(one.party.key if one.party else "")],
    )


def own_documents(case: Case, reader: Reader) -> frozenset[int]:
    """Return the keys of the documents that were notified to a party which reads a case, or that it handed in."""
    if reader.of_unit:
        return frozenset()
    notified = {
        one.document_id
        for one in case.notices.all()
        if one.document_id and one.is_served() and reader.sees_of(one.party.key)
    }
    handed = {
        exhibit.document_id
        for one in case.submissions.all()
        if reader.sees_of(one.party.key if one.party else "")
        for exhibit in one.exhibits.all()
    }
    return frozenset(notified | handed)


def inquiry_state(case: Case) -> dict[str, Any]:
    """Return what the investigation has left in a case; what there is none of is left out."""
    found = {name: _by_number(rows(case), said) for name, (rows, said) in SECTIONS.items()}
    return {name: values for name, values in found.items() if values}


def written_records(case: Case) -> dict[str, Any]:
    """Return what stays out of the ledger: who the parties are, what was asked and what was handed in, in words."""
    found = {
        "parties": _by_number(case.parties.all(), lambda row: _fields(row, ("name", "tax_id", "domicile"))),
        "requests": _by_number(case.requests.all(), lambda row: _fields(row, ("matter",))),
        "determinations": _by_number(case.determinations.all(), lambda row: _fields(row, ("text",))),
        "submissions": _by_number(case.submissions.all(), lambda row: _fields(row, ("text", "reason"))),
    }
    return {name: values for name, values in found.items() if values}


def _by_number(rows: Iterable[Any], said: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    return {str(row.number): said(row) for row in rows}


def _fields(row: Any, names: tuple[str, ...], **more: Any) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in names} | more
    return {name: plain(value) for name, value in values.items() if value not in (None, "")}


def _number(row: "CaseDocument | Party | Term | None") -> int | None:
    return None if row is None else row.number


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest() if text else ""


def _party(row: Party) -> dict[str, Any]:
    return _fields(row, PARTY_FIELDS)


def _notice(row: Notice) -> dict[str, Any]:
    said = _fields(
        row,
        NOTICE_FIELDS,
        party=row.party.number,
        document=_number(row.document),
        proof=_number(row.proof),
        term=_number(row.term),
    )
    attempts = {str(one.number): one.tried_on.isoformat() for one in row.attempts.all()}
    return said | ({"attempts": attempts} if attempts else {})


def _request(row: Request) -> dict[str, Any]:
    return _fields(
        row,
        REQUEST_FIELDS,
        document=_number(row.document),
        term=_number(row.term),
        answer=_number(row.answer),
        matter_sha256=_digest(row.matter),
    )


def _determination(row: ForeignDetermination) -> dict[str, Any]:
    return _fields(row, DETERMINATION_FIELDS, document=_number(row.document), text_sha256=_digest(row.text))


def _submission(row: Submission) -> dict[str, Any]:
    said = _fields(
        row,
        SUBMISSION_FIELDS,
        party=_number(row.party),
        term=_number(row.term),
        text_sha256=_digest(row.text),
        reason_sha256=_digest(row.reason),
    )
    exhibits = _by_number(row.exhibits.all(), _exhibit)
    return said | ({"exhibits": exhibits} if exhibits else {})


def _exhibit(row: Exhibit) -> dict[str, Any]:
    return _fields(row, EXHIBIT_FIELDS, document=row.document.number)


Section = tuple[Callable[[Case], Iterable[Any]], Callable[[Any], dict[str, Any]]]
SECTIONS: Final[Mapping[str, Section]] = MappingProxyType(
    {
        "parties": (lambda case: case.parties.all(), _party),
        "notices": (lambda case: case.notices.all(), _notice),
        "requests": (lambda case: case.requests.all(), _request),
        "determinations": (lambda case: case.determinations.all(), _determination),
        "submissions": (lambda case: case.submissions.all(), _submission),
    }
)
