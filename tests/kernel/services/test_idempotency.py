from datetime import UTC, datetime, timedelta

import pytest

from kernel.domain.idempotency import (
    Answer,
    InFlightError,
    Intent,
    InvalidIdempotencyKeyError,
    KeyReusedError,
    check_key,
)
from kernel.models import IdempotentRequest
from kernel.services.idempotency import KEPT, LEASE, Ticket, keep_answer, release_request, take_request
from tests.cases.services.test_together import at_once

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 25, 18, tzinfo=UTC)
ONE = Intent("account:1", "a", "1" * 64)
CREATED = Answer(201, "application/json", '{"a": 1}', "/api/v1/cases/X")


def taken(intent: Intent = ONE, at: datetime = AT) -> Ticket:
    ticket = take_request(intent, at=at)
    assert isinstance(ticket, Ticket)
    return ticket


def test_the_first_answer_comes_again() -> None:
    keep_answer(taken(), CREATED)
    assert take_request(ONE, at=AT + timedelta(hours=24)) == CREATED


def test_the_same_mark_on_another_request_is_refused() -> None:
    keep_answer(taken(), CREATED)
    with pytest.raises(KeyReusedError):
        take_request(Intent(ONE.actor, ONE.key, "2" * 64), at=AT)


def test_the_mark_of_somebody_else_is_another() -> None:
    keep_answer(taken(), CREATED)
    assert taken(Intent("account:2", ONE.key, "2" * 64))


def test_a_request_that_is_being_answered_is_not_answered_beside() -> None:
    taken()
    with pytest.raises(InFlightError):
        take_request(ONE, at=AT + LEASE - timedelta(seconds=1))


def test_a_request_whose_sender_died_is_taken_over_and_answered_once() -> None:
    first = taken()
    second = taken(at=AT + LEASE)
    with pytest.raises(InFlightError):
        keep_answer(first, CREATED)
    release_request(first)
    keep_answer(second, CREATED)
    assert take_request(ONE, at=AT + LEASE) == CREATED


def test_a_request_that_could_not_be_answered_can_be_sent_again() -> None:
    release_request(taken())
    assert taken()


def test_an_answer_is_given_once_and_stays() -> None:
    ticket = taken()
    keep_answer(ticket, CREATED)
    release_request(ticket)
    with pytest.raises(InFlightError):
        keep_answer(ticket, Answer(200, "application/json", "{}"))
    assert take_request(ONE, at=AT) == CREATED


@pytest.mark.django_db(transaction=True)
def test_of_requests_that_come_at_once_one_is_answered() -> None:
    ended = at_once(*[taken] * 4)
    assert sorted(str(type(end).__name__) for end in ended) == ["InFlightError"] * 3 + ["NoneType"]


def test_answers_are_kept_for_two_days_and_then_thrown_away() -> None:
    assert timedelta(hours=24) <= KEPT
    keep_answer(taken(), CREATED)
    taken(Intent("account:2", "b", "3" * 64), at=AT + KEPT + timedelta(seconds=1))
    assert list(IdempotentRequest.objects.values_list("key", flat=True)) == ["b"]


@pytest.mark.parametrize("key", ["", " ", "a b", "ñ", "x" * 256, "a\n"])
def test_a_mark_is_plain_and_short(key: str) -> None:
    with pytest.raises(InvalidIdempotencyKeyError):
        check_key(key)


def test_a_uuid_is_a_mark() -> None:
    assert check_key("0190d5f2-8c1e-7b7e-b3a5-3f1f6d0c2a11")
