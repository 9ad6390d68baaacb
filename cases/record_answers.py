"""What the API says of what the investigation has left in a case, to its reader."""

from cases.domain.inquiries import Authority
from cases.domain.notices import EFFECTS, NoticeChannel, NoticeSubject
from cases.domain.parties import PartyRole
from cases.domain.reading import Reader
from cases.domain.submissions import ExhibitDecision, SubmissionKind, Timeliness
from cases.models import Case, ForeignDetermination, Notice, Party, Request, Submission
from cases.queries.inquiries import records_for
from cases.schemas.records import (
    AttemptOut,
    DeterminationOut,
    ExhibitOut,
    NoticeOut,
    PartyOut,
    RecordsOut,
    RequestOut,
    SubmissionOut,
)


def records_answer(case: Case, reader: Reader) -> RecordsOut:
    """Return what the investigation has left in a case, as far as it is for the reader."""
    found = records_for(case, reader)
    return RecordsOut(
        parties=[_party(row) for row in found.parties],
        notices=[_notice(row, reader) for row in found.notices],
        requests=[_request(row) for row in found.requests],
        determinations=[_determination(row) for row in found.determinations],
        submissions=[_submission(row) for row in found.submissions],
    )


def _party(row: Party) -> PartyOut:
    return PartyOut(
        number=row.number,
        key=row.key,
        role=PartyRole(row.role),
        name=row.name,
        tax_id=row.tax_id,
        domicile=row.domicile,
        country=row.country,
        account=row.account,
        electronic=row.electronic,
        revision=row.revision,
    )


def _notice(row: Notice, reader: Reader) -> NoticeOut:
    attempts = row.attempts.all() if reader.of_unit else ()
    return NoticeOut(
        number=row.number,
        party=row.party.key,
        subject=NoticeSubject(row.subject),
        channel=NoticeChannel(row.channel),
        article=EFFECTS[NoticeChannel(row.channel)].article,
        document=row.document.number if row.document else None,
        issued_on=row.issued_on,
        served_on=row.served_on,
        completed_on=row.completed_on,
        effective_on=row.effective_on,
        proof=row.proof.number if row.proof else None,
        term=row.term.number if row.term else None,
        void_on=row.void_on,
        void_reason=row.void_reason,
        to_acknowledge=row.awaits_acknowledgement(),
        attempts=[AttemptOut(tried_on=one.tried_on, reason=one.reason) for one in attempts],
    )


def _request(row: Request) -> RequestOut:
    return RequestOut(
        number=row.number,
        authority=Authority(row.authority),
        institution=row.institution,
        country=row.country,
        matter=row.matter,
        document=row.document.number if row.document else None,
        asked_on=row.asked_on,
        term=row.term.number if row.term else None,
        answered_on=row.answered_on,
        answer=row.answer.number if row.answer else None,
    )


def _determination(row: ForeignDetermination) -> DeterminationOut:
    return DeterminationOut(
        number=row.number,
        institution=row.institution,
        country=row.country,
        reference=row.reference,
        determined_on=row.determined_on,
        goods=row.goods,
        text=row.text,
        document=row.document.number if row.document else None,
        proposed_on=row.proposed_on,
        proposal_reason=row.proposal_reason,
        annulled_on=row.annulled_on,
        annulment_reason=row.annulment_reason,
    )


def _submission(row: Submission) -> SubmissionOut:
    return SubmissionOut(
        number=row.number,
        party=row.party.key if row.party else "",
        kind=SubmissionKind(row.kind),
        received_at=row.received_at,
        timeliness=Timeliness(row.timeliness),
        term=row.term.number if row.term else None,
        text=row.text,
        reason=row.reason,
        exhibits=[
            ExhibitOut(
                number=one.number,
                document=one.document.number,
                decision=ExhibitDecision(one.decision),
                decision_reason=one.decision_reason,
                decided_on=one.decided_on,
            )
            for one in row.exhibits.all()
        ],
    )
