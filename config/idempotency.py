"""Idempotency-Key: a request that changes something is done once, however often it is sent.

Two hooks around every operation. The inner one, behind the gates and once the body is found to be sound, takes the
request or gives the first answer again; the outer one keeps what is answered, in the transaction of the act.
"""

import hashlib
from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from http import HTTPStatus
from typing import Any, Final, cast

from django.db import transaction
from django.http import HttpRequest, HttpResponse, RawPostDataException
from django.urls import resolve
from django.utils import timezone

from cases.access import visible_case
from config import problems
from kernel.access import actor_of
from kernel.domain.idempotency import Answer, InFlightError, Intent, check_key
from kernel.services.idempotency import Ticket, keep_answer, release_request, take_request

HEADER: Final = "Idempotency-Key"
REPLAYED: Final = "Idempotent-Replayed"
CHANGING: Final = "POST"
# Operations that take long, or receive large files, and find by themselves what they made before: their answer is kept
# after the act. The loading of acts on days off is not among them: it is one transaction whatever happens, and sent
# again it would be refused, since it would no longer move what its sender saw.
APART: Final = frozenset(
    {
        "screen_declaration",
        "screen_file",
        "add_document",
        "attach_petition_file",
        "draft_petition_from_email",
        "send_petition_file",
        "send_petition",
        "file_petition_draft",
    }
)
# Operations whose answer is a file of the moment, that nobody keeps twice: sent again they are done again.
DONE_AGAIN: Final = frozenset({"export_case_file"})
CASE: Final = "api/v1/cases/<reference>"  # how the address of everything in a case begins
PARAMETER: Final = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "description": (
        "The sender's own mark of one intent. The same mark with the same request gives the first answer again, for "
        "48 hours; with another request it is refused (422 `idempotency_key_reused`), and while the first is being "
        "answered too (409 `request_in_flight`)."
    ),
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "title": HEADER},
}

Run = Callable[..., HttpResponse]


class _Answering:
    """A request on its way: what is open until it is answered, and the right to answer it, if it was marked."""

    def __init__(self, open_until: ExitStack) -> None:
        self.open_until = open_until
        self.ticket: Ticket | None = None
        self.is_atomic = False

    def begin(self) -> None:
        """Open the transaction in which act and answer are kept together."""
        self.open_until.enter_context(transaction.atomic())
        self.is_atomic = True

    def undo(self) -> None:
        """Let nothing of that transaction remain."""
        if self.is_atomic:
            transaction.set_rollback(True)


def answer_once(view: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap what an operation does: a request that was answered before gets the same answer and does nothing."""

    @wraps(view)
    def once(request: HttpRequest, *args: Any, **values: Any) -> Any:
        key = request.headers.get(HEADER)
        if key is None or request.method != CHANGING or view.__name__ in DONE_AGAIN:
            return view(request, *args, **values)
        actor = actor_of(request)
        intent = Intent(actor.name, check_key(key), _sha256(request), actor.standing())
        taken = take_request(intent, at=timezone.now())
        if isinstance(taken, Answer):
            _check_visible(request, taken)
            return _again(taken)
        answering = _answering(request)
        answering.ticket = taken
        if view.__name__ not in APART:
            answering.begin()
        return view(request, *args, **values)

    return once


def keep_answers(run: Run) -> Run:
    """Wrap the whole of an operation: what is answered to a marked request is kept; what failed can be sent again."""

    @wraps(run)
    def kept(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        with ExitStack() as open_until:
            answering = _Answering(open_until)
            request.answering = answering  # type: ignore[attr-defined]  # its own mark
            response = run(request, *args, **values)
            ticket = answering.ticket
            if ticket is None:
                return response
            if response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
                return _kept(request, answering, ticket, response)
            answering.undo()
        release_request(ticket)
        return response

    return kept


def _answering(request: HttpRequest) -> _Answering:
    return cast(_Answering, request.answering)  # type: ignore[attr-defined]  # set by keep_answers


def _kept(request: HttpRequest, answering: _Answering, ticket: Ticket, response: HttpResponse) -> HttpResponse:
    answer = Answer(
        status=response.status_code,
        media_type=response["Content-Type"],
        body=response.content.decode(),
        location=response.get("Location", ""),
    )
    try:
        keep_answer(ticket, answer)
    except InFlightError as error:  # taken over: what was done here is undone, the other's answer counts
        answering.undo()
        return problems.of_domain_error(request, error)
    return response


def _check_visible(request: HttpRequest, answer: Answer) -> None:
    """Return quietly when the case that an answer tells of is still to be seen by whoever asks for it again."""
    told_of = resolve(answer.location or request.path)
    if told_of.route.startswith(CASE):
        visible_case(actor_of(request), told_of.kwargs["reference"])


def _again(answer: Answer) -> HttpResponse:
    headers = {REPLAYED: "true"} | ({"Location": answer.location} if answer.location else {})
    return HttpResponse(answer.body, status=answer.status, content_type=answer.media_type, headers=headers)


def _sha256(request: HttpRequest) -> str:
    """Return the SHA-256 of address and body; of a form its fields and files, since its bytes differ each time."""
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    try:
        digest.update(request.body)  # whatever it calls itself: what is no form is judged by its bytes
    except RawPostDataException:  # it was read as a form
        _add_form(digest, request)
    return digest.hexdigest()


def _add_form(digest: "hashlib._Hash", request: HttpRequest) -> None:
    for name, values in sorted(request.POST.lists()):
        digest.update(repr((name, values)).encode())
    for name, files in sorted(request.FILES.lists(), key=lambda one: one[0]):
        for file in files:
            digest.update(repr((name, file.name, file.size)).encode())
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)  # the operation reads it from the start
