"""A form that opens something opens it once, however often it is sent: twice in a row, or from the page before."""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from kernel.domain.actors import Actor
from kernel.domain.idempotency import Answer, InFlightError, Intent
from kernel.services.idempotency import KEPT, Ticket, keep_answer, release_request, take_request

SALT: Final = "one-time-form"
ONCE: Final = "once"  # what the form calls its mark
LOOKS: Final = 50  # at a form that is being answered, before whoever waits is told so
LOOK_AGAIN: Final = 0.2  # seconds between two of them


@dataclass(frozen=True, slots=True)
class Done:
    """Where what a form opened is to be seen, and whether it was opened now."""

    location: str
    is_new: bool


def new_mark(actor: Actor) -> str:
    """Return the mark of a form that is shown to somebody."""
    return signing.dumps([secrets.token_urlsafe(16), actor.name], salt=SALT)


def done_once(request: HttpRequest, actor: Actor, act: Callable[[], str]) -> Done:
    """Do what a form is for and return where it leads; a form that was answered before leads there and does nothing.

    A form without a mark of the actor's own is answered each time.

    Raises:
        InFlightError: the form is still being answered.

    """
    mark = _mark(request, actor)
    if mark is None:
        return Done(act(), is_new=True)
    taken = _taken(Intent(actor.name, mark, hashlib.sha256(request.path.encode()).hexdigest()))
    if isinstance(taken, Answer):
        return Done(taken.location, is_new=False)
    try:
        return Done(_kept(taken, act), is_new=True)
    except BaseException:
        release_request(taken)
        raise


@transaction.atomic
def _kept(ticket: Ticket, act: Callable[[], str]) -> str:
    location = act()
    keep_answer(ticket, Answer(HTTPStatus.FOUND, "text/html", "", location))
    return location


def _mark(request: HttpRequest, actor: Actor) -> str | None:
    try:
        mark, owner = signing.loads(request.POST.get(ONCE, ""), salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        return None
    return f"form:{mark}" if owner == actor.name else None


def _taken(intent: Intent) -> Ticket | Answer:
    """Return the right to answer a form, or its answer, waiting for the one who gives it: a browser shows the last."""
    for _ in range(LOOKS):
        try:
            return take_request(intent, at=timezone.now())
        except InFlightError:
            time.sleep(LOOK_AGAIN)
    raise InFlightError
