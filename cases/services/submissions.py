"""What parties hand in, received whatever it is (LFPA art. 43), and what is decided of each exhibit (art. 50)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from cases.domain.case import Seen, check_reason
from cases.domain.errors import NotCompetentError
from cases.domain.notices import NoticeSubject
from cases.domain.pending import CaseTerm
from cases.domain.procedure import Step
from cases.domain.stages import STANDING
from cases.domain.submissions import (
    ExhibitDecision,
    NoSuchExhibitError,
    Ruling,
    SubmissionKind,
    Timeliness,
    check_submission,
    term_of,
    timeliness,
)
from cases.models import Case, Exhibit, Party, Submission, Term
from cases.services.acting import Acting, record_act, take_for_step
from cases.services.documents import Upload, file_document
from cases.services.notices import take_effect
from cases.services.parties import party_of
from cases.services.terms import meet
from kernel.domain.actors import Actor, Role
from kernel.domain.text import Text
from kernel.models import Document
from kernel.services.documents import store_document

NOT_A_PARTY: Final = Text(
    "Solo promueve quien es parte en el expediente, o quien la representa",
    "Only a party to the case, or its representative, hands something in",
)


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed in; ``party`` and ``received_at`` are said by intake alone, of what came on paper or by mail.

    ``party`` is the number of the party, None for the petitioner; ``files`` are stored documents, each with its name.
    """

    kind: SubmissionKind
    text: str = ""
    reason: str = ""
    files: tuple[tuple[Document, str], ...] = ()
    party: int | None = None
    received_at: datetime | None = None


@transaction.atomic
def receive_submission(*, seen: Seen, handed: Handed, actor: Actor, at: datetime) -> Case:
    """Receive what a party hands in: in time or stamped as late, never refused; an answer in time meets the term.

    Raises:
        NotCompetentError: the actor is no party to the case.
        NoSuchPartyError: intake names a party that the case does not have.
        EmptySubmissionError: there is neither a text nor a file.
        NoReasonError: supervening evidence does not say why it comes only now.
        TermError: it was received before the case began, or after this moment.

    """
    acting = take_for_step(seen, Step.RECEIVE_SUBMISSION, actor=actor, at=at)
    by_intake = Role.INTAKE in actor.roles
    party = _named(acting.case, handed.party) if by_intake else _own(acting)
    received_at = (handed.received_at if by_intake else None) or at
    on = acting.check_past(timezone.localdate(received_at))
    reason = check_submission(handed.kind, text=handed.text, reason=handed.reason, has_files=bool(handed.files))
    if handed.kind is SubmissionKind.ANSWER and party is not None:
        _know_of_hearing(acting, party, on)
    term = _term(acting, handed.kind, party, on)
    stamp = timeliness(handed.kind, acting.stage, term, acting.calendars, on=on)
    row = Submission.objects.create(
        case=acting.case,
        number=acting.case.submissions.count() + 1,
        party=party,
        kind=handed.kind.value,
        received_at=received_at,
        timeliness=stamp.value,
        term=_meet(acting, handed.kind, term, stamp, on),
        text=handed.text.strip(),
        reason=reason,
    )
    _exhibit(acting, row, handed.files)
    return record_act(acting, Step.RECEIVE_SUBMISSION)


@transaction.atomic
def receive_uploads(*, seen: Seen, handed: Handed, uploads: Iterable[Upload], actor: Actor, at: datetime) -> Case:
    """Store files and receive the submission that they came with; where it is refused, nothing is stored.

    Raises:
        DomainError: as ``receive_submission`` says.

    """
    files = tuple((store_document(one.chunks, name=one.name, actor=actor, at=at), one.name) for one in uploads)
    whole = Handed(handed.kind, handed.text, handed.reason, files, handed.party, handed.received_at)
    return receive_submission(seen=seen, handed=whole, actor=actor, at=at)


@transaction.atomic
def decide_exhibit(*, seen: Seen, ruling: Ruling, actor: Actor, at: datetime) -> Case:
    """Admit or reject an exhibit, with reasons (LFPA art. 50); the ledger keeps what was decided before.

    Raises:
        NoSuchExhibitError: the case has no such submission, or it no such exhibit.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.DECIDE_EXHIBIT, actor=actor, at=at)
    rows = (
        row
        for submission in acting.case.submissions.all()
        for row in submission.exhibits.all()
        if (submission.number, row.number) == (ruling.submission, ruling.exhibit)
    )
    row = next(rows, None)
    if row is None:
        raise NoSuchExhibitError(ruling.submission, ruling.exhibit)
    row.decision = (ExhibitDecision.ADMITTED if ruling.admitted else ExhibitDecision.REJECTED).value
    row.decision_reason, row.decided_on = check_reason(ruling.reason), acting.on
    row.save()
    return record_act(acting, Step.DECIDE_EXHIBIT, reason=row.decision_reason)


def _named(case: Case, number: int | None) -> Party | None:
    return None if number is None else party_of(case, number)


def _own(acting: Acting) -> Party | None:
    """Return the party that the actor may act for, None where it is the petitioner.

    Raises:
        NotCompetentError: it is neither.

    """
    name = acting.actor.name
    party = acting.case.party_of(name)
    if party is None and acting.case.petitioner != name:
        raise NotCompetentError(NOT_A_PARTY, article=STANDING)
    return party


def _know_of_hearing(acting: Acting, party: Party, on: date) -> None:
    """Let the notice that a party answers take effect: who answers a notice knows of it (LFPA art. 40)."""
    for notice in acting.case.notices.all():
        answers = notice.party_id == party.pk and notice.subject == NoticeSubject.HEARING.value
        if answers and notice.awaits_acknowledgement() and notice.served_on and notice.served_on <= on:
            notice.completed_on = on
            take_effect(acting, notice)
    acting.case.refresh_from_db(fields=["terms"])  # forgets what was fetched; asks nothing


def _term(acting: Acting, kind: SubmissionKind, party: Party | None, on: date) -> CaseTerm | None:
    return term_of(kind, "" if party is None else party.key, acting.case.party_terms(), on=on)


def _meet(acting: Acting, kind: SubmissionKind, term: CaseTerm | None, stamp: Timeliness, on: date) -> Term | None:
    """Return the row of the term, met by an answer that is in time."""
    if term is None:
        return None
    row = Term.objects.get(case=acting.case, number=term.number)
    if kind is SubmissionKind.ANSWER and stamp is Timeliness.IN_TIME and row.met_on is None:
        meet(acting, row, on=on)
    return row


def _exhibit(acting: Acting, row: Submission, files: Iterable[tuple[Document, str]]) -> None:
    once = {document.pk: (document, name) for document, name in files}  # the same bytes are one exhibit
    filed = [file_document(acting, *one) for one in once.values()]
    Exhibit.objects.bulk_create(
        Exhibit(submission=row, number=number, document=document) for number, document in enumerate(filed, start=1)
    )
