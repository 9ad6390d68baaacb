"""Give a tip, come back to it with the receipt, write and read on: for anybody, without account or session.

Nothing of it stands in an address or a cookie: the receipt and the conversation travel in the forms alone.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from cases.domain.receipts import UnknownReceiptError, grouped
from cases.domain.tip_words import TOLD_STATES
from cases.domain.tips import NoSuchTipError, TipState
from cases.forms.tips import MessageForm, ReturnForm, TipForm
from cases.models import Tip
from cases.queries.tips import tip_by_reference
from cases.services.receipts import is_form, new_form
from cases.services.tips import Receipt, receive_tip, send_tip_message, tip_of_receipt
from cases.tip_uploads import Uploads, carried, limit_uploads, uploads_of
from kernel.attempts import Attempts
from kernel.domain.errors import DomainError
from kernel.domain.text import Text

SENDING: Final = Attempts("tips", most=30, minutes=10)  # an office from which many write shares one address
GUESSING: Final = Attempts("receipts", most=10, minutes=10)
THREAD_SALT: Final = "tip-thread"
THREAD_AGE: Final = 2 * 3600  # seconds in which a message is written; later the receipt is asked for again
AGAIN: Final = Text(
    "La página era de antes de un cambio del sistema. Lo que escribió sigue abajo: envíelo de nuevo.",
    "The page was from before a change of the system. What you wrote is still below: send it again.",
)
LEFT_OPEN: Final = Text(
    "La página estuvo abierta mucho tiempo. Escriba su comprobante y podrá enviar lo que había escrito.",
    "The page was open for a long time. Write your receipt and you can send what you had written.",
)

View = Callable[[HttpRequest], HttpResponse]


def _for_anybody(view: View) -> View:
    """Open a page to everybody: large files are left out before they are read, and no browser keeps the answer."""
    guarded = csrf_protect(view)

    @wraps(view)
    def opened(request: HttpRequest) -> HttpResponse:
        limit_uploads(request)
        response = guarded(request)
        if request.method == "POST":
            patch_cache_control(response, no_store=True, private=True)
        return response

    # The check of the form comes with ``guarded``, once the limits are set: before, it would read the files without.
    return login_not_required(csrf_exempt(require_http_methods(["GET", "POST"])(opened)))


@dataclass(frozen=True, slots=True)
class _Mark:
    """Whose conversation a message form belongs to, and what makes a message sent twice one."""

    reference: str
    nonce: str

    def signed(self) -> str:
        return signing.dumps([self.reference, self.nonce], salt=THREAD_SALT)


@_for_anybody
def tip(request: HttpRequest) -> HttpResponse:
    """Say what becomes of a tip before anything is typed, and take it; the answer shows the receipt, once."""
    if request.method != "POST":
        return _form_page(request, TipForm(), Uploads(), new_form())
    token, at = request.POST.get("token", ""), timezone.now()
    form = TipForm(request.POST)
    uploads = carried(request)
    try:
        SENDING.check(request)
        uploads = uploads_of(request, at=at)
        form.tell_files(uploads.faults)
        if not is_form(token):
            form.refusal, token = AGAIN, new_form()
        elif form.is_valid():
            receipt = receive_tip(said=form.said(), files=uploads.files(), token=token, at=at)
            SENDING.count(request)
            return _receipt_page(request, receipt, form)
    except DomainError as error:
        form.tell(error)
    return _form_page(request, form, uploads, token)


def _form_page(request: HttpRequest, form: TipForm, uploads: Uploads, token: str) -> HttpResponse:
    context = {"form": form, "kept": uploads.kept, "token": token}
    status = _refused(form.refusal) if form.is_bound else HTTPStatus.OK
    return render(request, "cases/tip.html", context, status=status)


def _refused(refusal: Text | None) -> HTTPStatus:
    too_many = refusal is not None and refusal not in {AGAIN, LEFT_OPEN}
    return HTTPStatus.TOO_MANY_REQUESTS if too_many else HTTPStatus.UNPROCESSABLE_ENTITY


def _receipt_page(request: HttpRequest, receipt: Receipt, form: TipForm) -> HttpResponse:
    found, said = receipt.tip, form.said()
    context: dict[str, Any] = {
        "receipt": grouped(receipt.digits),
        "is_new": receipt.is_new,
        "token": _Mark(found.reference, secrets.token_urlsafe(16)).signed(),
        # Whoever went back and changed the text sees that the first one counts, and can send the other as a message.
        "other": "" if said.account.strip() == found.account else said.account,
    }
    return render(request, "cases/tip_receipt.html", context)


@_for_anybody
def tip_return(request: HttpRequest) -> HttpResponse:
    """Ask for the receipt, and show the conversation of the tip that it is of."""
    if request.method != "POST":
        return render(request, "cases/tip_return.html", {"form": ReturnForm()})
    form = ReturnForm(request.POST)
    if form.is_valid():
        try:
            GUESSING.check(request)
            found = tip_of_receipt(form.cleaned_data["receipt"])
            written = form.cleaned_data["body"]
            return _thread_page(request, found, MessageForm(initial={"body": written}), Uploads())
        except UnknownReceiptError as error:
            GUESSING.count(request)
            form.tell(error)
        except DomainError as error:
            form.tell(error)
    return render(request, "cases/tip_return.html", {"form": form}, status=_refused(form.refusal))


@_for_anybody
def tip_thread(request: HttpRequest) -> HttpResponse:
    """Take a message and show the conversation again; whoever comes without its form is asked for the receipt."""
    if request.method != "POST":
        return HttpResponseRedirect(resolve_url("tip_return"))
    mark = _mark(request.POST.get("token", ""))
    form, at = MessageForm(request.POST), timezone.now()
    try:
        found = tip_by_reference(mark.reference if mark else "")
    except NoSuchTipError:
        return _ask_again(request)
    if mark is None or "send" not in request.POST:
        return _thread_page(request, found, MessageForm(initial={"body": request.POST.get("body", "")}), Uploads())
    uploads = carried(request)
    try:
        SENDING.check(request)
        uploads = uploads_of(request, at=at)
        form.tell_files(uploads.faults)
        if form.is_valid():
            body = form.cleaned_data["body"]
            send_tip_message(tip=found, body=body, files=uploads.files(), mark=mark.nonce, at=at)
            SENDING.count(request)
            return _thread_page(request, tip_by_reference(found.reference), MessageForm(), Uploads(), sent=True)
    except DomainError as error:
        form.tell(error)
    return _thread_page(request, found, form, uploads, nonce=mark.nonce)


def _mark(token: str) -> _Mark | None:
    try:
        return _Mark(*signing.loads(token, salt=THREAD_SALT, max_age=THREAD_AGE))
    except signing.BadSignature:
        return None


def _ask_again(request: HttpRequest) -> HttpResponse:
    form = ReturnForm(initial={"body": request.POST.get("body", "")})
    form.refusal = LEFT_OPEN
    return render(request, "cases/tip_return.html", {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _thread_page(
    request: HttpRequest, found: Tip, form: MessageForm, uploads: Uploads, *, nonce: str = "", sent: bool = False
) -> HttpResponse:
    context = {
        "tip": found,
        "state": TOLD_STATES[TipState(found.state)],
        "form": form,
        "kept": uploads.kept,
        "token": _Mark(found.reference, nonce or secrets.token_urlsafe(16)).signed(),
        "sent": sent,
    }
    status = _refused(form.refusal) if form.is_bound else HTTPStatus.OK
    return render(request, "cases/tip_thread.html", context, status=status)
