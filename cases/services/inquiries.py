"""What is asked of national and foreign authorities, and foreign determinations (LFPA art. 53-55)."""

from datetime import date, datetime

from django.db import transaction

from cases.domain.case import Seen, check_between, check_reason
from cases.domain.errors import BarredError
from cases.domain.inquiries import (
    ANNULLED,
    ANSWERED_BEFORE,
    PROPOSED_BEFORE,
    Asked,
    Determined,
    NoSuchDeterminationError,
    NoSuchRequestError,
    check_asked,
    check_determined,
    request_key,
)
from cases.domain.procedure import Step
from cases.domain.steps import COOPERATION, OPINIONS
from cases.domain.terms import TermKind
from cases.models import Case, CaseDocument, ForeignDetermination, Request
from cases.services.acting import record_act, take_for_step
from cases.services.documents import document_of
from cases.services.terms import add_term, meet
from kernel.domain.actors import Actor


@transaction.atomic
def make_request(*, seen: Seen, asked: Asked, actor: Actor, at: datetime) -> Case:
    """Ask an authority; a national one has a term (LFPA art. 55), and the term to decide goes on in any case.

    Raises:
        RequestError: it does not say what is asked, or of which foreign institution.
        NoSuchDocumentError: the case has no document of that number.
        TermError: the day is before the case began, or has not come.
        LateRecordError: it is recorded too late.

    """
    acting = take_for_step(seen, Step.MAKE_REQUEST, actor=actor, at=at)
    check_asked(asked)
    case, number, asked_on = acting.case, acting.case.requests.count() + 1, acting.check_fact(asked.asked_on)
    term = None
    if asked.authority.is_national():
        days = case.facts().rules.opinion_days.value
        term = add_term(acting, TermKind.OPINION, from_on=asked_on, days=days, party=request_key(number))
    Request.objects.create(
        case=case,
        number=number,
        authority=asked.authority.value,
        institution=asked.institution.strip(),
        country=asked.country,
        matter=asked.matter.strip(),
        document=_document(case, asked.document),
        asked_on=asked_on,
        term=term,
    )
    return record_act(acting, Step.MAKE_REQUEST)


@transaction.atomic
def answer_request(
    *, seen: Seen, number: int, answered_on: date, actor: Actor, at: datetime, document: int | None = None
) -> Case:
    """Record the answer of an authority, on time or not.

    Raises:
        NoSuchRequestError, NoSuchDocumentError: the case has no request or document of that number.
        BarredError: it was answered before.
        TermError: the day is before it was asked, or has not come.

    """
    acting = take_for_step(seen, Step.ANSWER_REQUEST, actor=actor, at=at)
    row = next((one for one in acting.case.requests.all() if one.number == number), None)
    if row is None:
        raise NoSuchRequestError(number)
    if row.answered_on is not None:
        raise BarredError(ANSWERED_BEFORE, article=OPINIONS)
    check_between(answered_on, row.asked_on, acting.on)
    row.answered_on, row.answer = answered_on, _document(acting.case, document)
    row.save()
    if row.term is not None and row.term.runs():
        meet(acting, row.term, on=answered_on)
    return record_act(acting, Step.ANSWER_REQUEST)


@transaction.atomic
def record_determination(*, seen: Seen, said: Determined, actor: Actor, at: datetime) -> Case:
    """Put a foreign institution's determination on file.

    Raises:
        DeterminationError: something by which it is known is missing.
        NoSuchDocumentError: the case has no document of that number.
        TermError: it was made after this day.

    """
    acting = take_for_step(seen, Step.RECORD_DETERMINATION, actor=actor, at=at)
    check_determined(said)
    check_between(said.determined_on, date.min, acting.on)
    ForeignDetermination.objects.create(
        case=acting.case,
        number=acting.case.determinations.count() + 1,
        institution=said.institution.strip(),
        country=said.country,
        reference=said.reference.strip(),
        determined_on=said.determined_on,
        goods=said.goods.strip(),
        text=said.text.strip(),
        document=_document(acting.case, said.document),
    )
    return record_act(acting, Step.RECORD_DETERMINATION)


@transaction.atomic
def propose_adoption(*, seen: Seen, number: int, reason: str, actor: Actor, at: datetime) -> Case:
    """Propose that the resolution adopt a foreign determination; whoever decides is free to do otherwise.

    Raises:
        NoSuchDeterminationError: the case has no determination of that number.
        BarredError: it was annulled abroad, or this was proposed before.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.PROPOSE_ADOPTION, actor=actor, at=at)
    row = _standing(acting.case, number)
    if row.proposed_on is not None:
        raise BarredError(PROPOSED_BEFORE, article=COOPERATION)
    row.proposed_on, row.proposed_by, row.proposal_reason = acting.on, actor.name, check_reason(reason)
    row.save()
    return record_act(acting, Step.PROPOSE_ADOPTION, reason=row.proposal_reason)


@transaction.atomic
def record_annulment(*, seen: Seen, number: int, annulled_on: date, reason: str, actor: Actor, at: datetime) -> Case:
    """Record that a foreign determination was annulled where it was made.

    Raises:
        NoSuchDeterminationError: the case has no determination of that number.
        BarredError: this was recorded before.
        TermError: the day is before it was made, or has not come.
        NoReasonError: it does not say how that is known.

    """
    acting = take_for_step(seen, Step.RECORD_ANNULMENT, actor=actor, at=at)
    row = _standing(acting.case, number)
    check_between(annulled_on, row.determined_on, acting.on)
    row.annulled_on, row.annulment_reason = annulled_on, check_reason(reason)
    row.save()
    return record_act(acting, Step.RECORD_ANNULMENT, reason=row.annulment_reason)


def _standing(case: Case, number: int) -> ForeignDetermination:
    row = next((one for one in case.determinations.all() if one.number == number), None)
    if row is None:
        raise NoSuchDeterminationError(number)
    if row.annulled_on is not None:
        raise BarredError(ANNULLED, article=COOPERATION)
    return row


def _document(case: Case, number: int | None) -> CaseDocument | None:
    return None if number is None else document_of(case, number)
