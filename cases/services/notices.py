"""Notices to the parties: ordered, attempted, served, acknowledged and annulled (LFPA art. 35-39)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cases.domain.case import Seen, check_between, check_reason
from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.notices import (
    COMPLETE_BEFORE,
    EFFECTS,
    IS_VOID,
    NOT_ADDRESSEE,
    NOT_IMPORTER,
    NOT_INVESTIGATED,
    SERVED_BEFORE,
    STARTS,
    NoProofError,
    NoSuchNoticeError,
    NoticeChannel,
    NoticeSubject,
    Served,
    check_channel,
    check_served,
)
from cases.domain.parties import PartyRole
from cases.domain.party_terms import NewTerm, days_of
from cases.domain.procedure import Stage, Step
from cases.domain.stages import STANDING
from cases.domain.steps import NOTIFICATION
from cases.models import Case, Notice, NoticeAttempt, Party
from cases.services.acting import Acting, record_act, take_for_step
from cases.services.documents import document_of
from cases.services.parties import party_of
from cases.services.terms import add_term
from kernel.domain.actors import Actor


@dataclass(frozen=True, slots=True)
class NewNotice:
    """A notice that is ordered: to which party, of what, how, and the numbers of its days and document, if any."""

    party: int
    subject: NoticeSubject
    channel: NoticeChannel
    days: int | None = None
    document: int | None = None


@transaction.atomic
def issue_notice(*, seen: Seen, new: NewNotice, actor: Actor, at: datetime) -> Case:
    """Order that a party be notified; nothing runs before the notice takes effect.

    Raises:
        NoSuchPartyError, NoSuchDocumentError: the case has no such party or document.
        BarredError: the party has not accepted the channel, is no importer to be heard, the case is not investigated,
            or the term it would start has other days than the law admits.
        TermError: the days of the term for evidence are not set.

    """
    acting = take_for_step(seen, Step.ISSUE_NOTICE, actor=actor, at=at)
    case, party = acting.case, party_of(acting.case, new.party)
    check_channel(new.channel, case.facts().rules, accepted=party.electronic)
    Notice.objects.create(
        case=case,
        number=case.notices.count() + 1,
        party=party,
        document=None if new.document is None else document_of(case, new.document),
        subject=new.subject.value,
        channel=new.channel.value,
        days=_days(acting, party, new),
        issued_on=acting.on,
    )
    return record_act(acting, Step.ISSUE_NOTICE)


@transaction.atomic
def record_attempt(*, seen: Seen, number: int, tried_on: date, reason: str, actor: Actor, at: datetime) -> Case:
    """Record that a notice was attempted in vain.

    Raises:
        NoSuchNoticeError: the case has no notice of that number.
        BarredError: it was served or annulled.
        TermError: the day is before the case began, or has not come.
        NoReasonError: it does not say why.

    """
    acting = take_for_step(seen, Step.RECORD_ATTEMPT, actor=actor, at=at)
    notice = _to_serve(acting.case, number)
    why = check_reason(reason)
    NoticeAttempt.objects.create(
        notice=notice, number=notice.attempts.count() + 1, tried_on=acting.check_past(tried_on), reason=why
    )
    return record_act(acting, Step.RECORD_ATTEMPT, reason=why)


@transaction.atomic
def serve_notice(
    *, seen: Seen, number: int, served: Served, actor: Actor, at: datetime, proof: int | None = None
) -> Case:
    """Record that a notice was served; once it takes effect the term of the party starts, in the same transaction.

    ``proof`` is the number of the document that proves it; the electronic board proves itself.

    Raises:
        NoSuchNoticeError, NoSuchDocumentError: the case has no notice or document of that number.
        BarredError: it was served or annulled, or the term it starts runs only while the case is investigated.
        TermError: a day is before the case began or has not come, or what completes the notice is missing.
        NoProofError: nothing proves it.
        LateRecordError: it is recorded too late.

    """
    acting = take_for_step(seen, Step.SERVE_NOTICE, actor=actor, at=at)
    notice = _to_serve(acting.case, number)
    channel = NoticeChannel(notice.channel)
    rule = EFFECTS[channel]
    completed_on = served.completed_on if rule.needs_completion or rule.acknowledged else None
    check_served(channel, Served(acting.check_past(served.on), completed_on))
    if completed_on is not None:
        check_between(completed_on, served.on, acting.on)
    acting.check_fact(completed_on or served.on)
    if rule.needs_proof and proof is None:
        raise NoProofError
    _check_investigated(acting, NoticeSubject(notice.subject))
    notice.served_on, notice.completed_on = served.on, completed_on
    notice.proof = None if proof is None else document_of(acting.case, proof)
    take_effect(acting, notice)
    return record_act(acting, Step.SERVE_NOTICE)


@transaction.atomic
def acknowledge_notice(*, seen: Seen, number: int, actor: Actor, at: datetime) -> Case:
    """Take the acknowledgement of the party that an electronic notice or one by e-mail is addressed to.

    Raises:
        NoSuchNoticeError: the case has no notice of that number.
        NotCompetentError: it is addressed to another.
        BarredError: it takes no acknowledgement, has it, is not served or was annulled.

    """
    acting = take_for_step(seen, Step.ACKNOWLEDGE_NOTICE, actor=actor, at=at)
    notice = notice_of(acting.case, number)
    if notice.party.account != actor.name:
        raise NotCompetentError(NOT_ADDRESSEE, article=STANDING)
    if not notice.awaits_acknowledgement():
        raise BarredError(COMPLETE_BEFORE, article=NOTIFICATION)
    notice.completed_on = acting.on
    take_effect(acting, notice)
    return record_act(acting, Step.ACKNOWLEDGE_NOTICE)


@transaction.atomic
def void_notice(*, seen: Seen, number: int, reason: str, actor: Actor, at: datetime) -> Case:
    """Annul a notice, and with it the term that it started (LFPA art. 40).

    Raises:
        NoSuchNoticeError: the case has no notice of that number.
        BarredError: it was annulled before.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.VOID_NOTICE, actor=actor, at=at)
    notice = notice_of(acting.case, number)
    if notice.void_on is not None:
        raise BarredError(IS_VOID, article=NOTIFICATION)
    notice.void_on, notice.void_reason = acting.on, check_reason(reason)
    notice.save()
    if notice.term is not None:
        notice.term.void_on = acting.on
        notice.term.save(update_fields=["void_on"])
    return record_act(acting, Step.VOID_NOTICE, reason=notice.void_reason)


def notice_of(case: Case, number: int) -> Notice:
    """Return a notice of a case.

    Raises:
        NoSuchNoticeError: the case has no notice of that number.

    """
    row = next((one for one in case.notices.all() if one.number == number), None)
    if row is None:
        raise NoSuchNoticeError(number)
    return row


def take_effect(acting: Acting, notice: Notice) -> None:
    """Compute the day a served notice takes effect, and start or move the term that it starts."""
    notice.effect(acting.calendars)
    kind = STARTS.get(NoticeSubject(notice.subject))
    if kind is not None and notice.effective_on is not None and notice.days:
        if notice.term is None:
            notice.term = add_term(acting, kind, from_on=notice.effective_on, days=notice.days, party=notice.party.key)
        elif notice.term.runs():
            notice.term.from_on = notice.effective_on
            notice.term.save(update_fields=["from_on"])
    notice.save()


def _to_serve(case: Case, number: int) -> Notice:
    notice = notice_of(case, number)
    if notice.void_on is not None:
        raise BarredError(IS_VOID, article=NOTIFICATION)
    if notice.served_on is not None:
        raise BarredError(SERVED_BEFORE, article=NOTIFICATION)
    return notice


def _days(acting: Acting, party: Party, new: NewNotice) -> int | None:
    kind = STARTS.get(new.subject)
    if kind is None:
        return None
    _check_investigated(acting, new.subject)
    if new.subject is NoticeSubject.HEARING and party.role != PartyRole.IMPORTER:
        raise BarredError(NOT_IMPORTER, article=NOTIFICATION)
    return days_of(acting.case.facts().rules, NewTerm(kind, acting.on, days=new.days))


def _check_investigated(acting: Acting, subject: NoticeSubject) -> None:
    if subject in STARTS and acting.stage is not Stage.INVESTIGATION:
        raise BarredError(NOT_INVESTIGATED, article=NOTIFICATION)
