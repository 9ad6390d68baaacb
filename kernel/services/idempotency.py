"""Answers kept for requests that come again: taken before the act, kept with it, thrown away after two days."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from kernel.domain.errors import ForbiddenError
from kernel.domain.idempotency import Answer, InFlightError, Intent, KeyReusedError
from kernel.domain.permissions import DENIED
from kernel.models import IdempotentRequest

KEPT: Final = timedelta(hours=48)  # a sender that was away for a day still gets its answer
LEASE: Final = timedelta(minutes=10)  # no answer takes longer: whoever had the request has died, and its act with it


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to answer a request, until somebody else takes it over."""

    id: int
    taken_at: datetime


def forget_answers(*, at: datetime) -> None:
    """Throw away the requests that are older than ``KEPT``, with their answers."""
    IdempotentRequest.objects.filter(taken_at__lt=at - KEPT).delete()


@transaction.atomic
def take_request(intent: Intent, *, at: datetime) -> Ticket | Answer:
    """Return the first answer to a request, or the right to give it; requests older than ``KEPT`` are forgotten.

    Raises:
        KeyReusedError: the mark stands on another request of the same actor.
        InFlightError: the request is being answered.
        ForbiddenError: the actor has lost a role or scope since it was answered, and may not see as much any more.

    """
    forget_answers(at=at)
    row, is_new = IdempotentRequest.objects.get_or_create(
        actor=intent.actor,
        key=intent.key,
        defaults={"request_sha256": intent.request_sha256, "taken_at": at, "standing": sorted(intent.standing)},
    )
    if is_new:
        return Ticket(row.pk, at)
    if row.request_sha256 != intent.request_sha256:
        raise KeyReusedError
    if not intent.standing.issuperset(row.standing):
        raise ForbiddenError(DENIED)
    if row.status is not None:
        return Answer(row.status, row.media_type, row.body, row.location)
    same = IdempotentRequest.objects.filter(pk=row.pk, taken_at=row.taken_at, status__isnull=True)
    if at - row.taken_at < LEASE or not same.update(taken_at=at):
        raise InFlightError
    return Ticket(row.pk, at)


def keep_answer(ticket: Ticket, answer: Answer) -> None:
    """Keep the answer to a request; called in the transaction of its act, so that both are there or neither.

    Raises:
        InFlightError: somebody else has taken the request over, and answers it.

    """
    rows = IdempotentRequest.objects.filter(pk=ticket.id, taken_at=ticket.taken_at, status__isnull=True)
    kept = rows.update(status=answer.status, media_type=answer.media_type, body=answer.body, location=answer.location)
    if not kept:
        raise InFlightError


def release_request(ticket: Ticket) -> None:
    """Forget a request that could not be answered, so that it can be sent again."""
    IdempotentRequest.objects.filter(pk=ticket.id, taken_at=ticket.taken_at, status__isnull=True).delete()
