"""What the page of a case shows of its parties, notices, requests, determinations and submissions, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import get_language

from cases.domain import party_words
from cases.domain.notices import EFFECTS, NoticeChannel
from cases.domain.reading import Reader
from cases.happening import who
from cases.models import Case, CaseDocument, Exhibit, ForeignDetermination, Notice, Party, Request, Submission
from cases.queries.inquiries import records_for
from kernel.domain.text import Text
from kernel.queries import names_of

TONES: Final[Mapping[str, str]] = {
    "IN_TIME": "success",
    "EXTEMPORANEOUS": "warning",
    "NO_TERM": "unknown",
    "PENDING": "warning",
    "ADMITTED": "success",
    "REJECTED": "error",
}


@dataclass(frozen=True, slots=True)
class PartySeen:
    """A party, what it is, and who acts for it."""

    row: Party
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class NoticeSeen:
    """A notice in words, with the article of its effect."""

    row: Notice
    subject: str
    channel: str
    article: str
    to_acknowledge: bool
    attempts: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class ExhibitSeen:
    """An exhibit, and what was decided of it in words."""

    row: Exhibit
    document: CaseDocument
    decision: str
    tone: str


@dataclass(frozen=True, slots=True)
class SubmissionSeen:
    """What was handed in, by whom, and whether in time."""

    row: Submission
    kind: str
    stamp: str
    tone: str
    exhibits: tuple[ExhibitSeen, ...]


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """What was asked, of whom."""

    row: Request
    authority: str


@dataclass(frozen=True, slots=True)
class RecordsSeen:
    """What the investigation has left in a case, as far as it is for the reader."""

    parties: tuple[PartySeen, ...]
    notices: tuple[NoticeSeen, ...]
    requests: tuple[RequestSeen, ...]
    determinations: tuple[ForeignDetermination, ...]
    submissions: tuple[SubmissionSeen, ...]


def seen_records(case: Case, reader: Reader) -> RecordsSeen:
    """Return what the investigation has left in a case, in the language of the page."""
    found = records_for(case, reader)
    names = names_of({one.account for one in found.parties if one.account})
    return RecordsSeen(
        parties=tuple(
            PartySeen(one, _word(party_words.PARTY_WORDS, one.role), who(one.account, names) if one.account else "")
            for one in found.parties
        ),
        notices=tuple(notice_seen(one, reader) for one in found.notices),
        requests=tuple(RequestSeen(one, _word(party_words.AUTHORITY_WORDS, one.authority)) for one in found.requests),
        determinations=tuple(found.determinations),
        submissions=tuple(_submission(one) for one in found.submissions),
    )


def notice_seen(row: Notice, reader: Reader) -> NoticeSeen:
    """Return a notice in the language of the page; attempts in vain are for the unit."""
    attempts = ((one.tried_on, one.reason) for one in row.attempts.all()) if reader.of_unit else ()
    return NoticeSeen(
        row=row,
        subject=_word(party_words.SUBJECT_WORDS, row.subject),
        channel=_word(party_words.NOTICE_CHANNEL_WORDS, row.channel),
        article=EFFECTS[NoticeChannel(row.channel)].article,
        to_acknowledge=row.awaits_acknowledgement() and row.party.key == reader.party,
        attempts=tuple(attempts),
    )


def _submission(row: Submission) -> SubmissionSeen:
    return SubmissionSeen(
        row=row,
        kind=_word(party_words.SUBMISSION_WORDS, row.kind),
        stamp=_word(party_words.TIMELINESS_WORDS, row.timeliness),
        tone=TONES[row.timeliness],
        exhibits=tuple(_exhibits(row)),
    )


def _exhibits(row: Submission) -> Iterator[ExhibitSeen]:
    for one in row.exhibits.all():
        yield ExhibitSeen(one, one.document, _word(party_words.EXHIBIT_WORDS, one.decision), TONES[one.decision])


def _word(words: Mapping[str, Text], code: str) -> str:
    word = words[code].in_language(get_language())
    return word[:1].upper() + word[1:]
