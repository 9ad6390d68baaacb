"""Pages of the house itself: home, language, appearance, health, verification of documents, errors."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from kernel.access import PERMISSIONS, actor_of
from kernel.attempts import Attempts
from kernel.components import THEME_COOKIE, THEMES
from kernel.domain.actors import Actor, Role
from kernel.domain.paper import Doc
from kernel.domain.permissions import may
from kernel.models import Account, LedgerEntry, LedgerHead
from kernel.queries import verified_document
from kernel.wording import ROLE_LABELS, ROLE_TEXTS

THEME_AGE = timedelta(days=365)
# A person with a heap of documents stays below; whoever tries folios does not get far.
VERIFYING: Final = Attempts("verify_document", most=30, minutes=5)


@login_not_required
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Show what Tamiz is to a visitor, and to an account the pages its roles have."""
    if not isinstance(request.user, Account):
        return render(request, "kernel/home.html")
    actor = actor_of(request)
    roles = sorted(actor.roles, key=list(Role).index)
    return render(request, "kernel/home.html", {"roles": [_role(role) for role in roles], **_ledger(actor)})


def _role(role: Role) -> dict[str, Any]:
    return {"label": ROLE_LABELS[role], "text": ROLE_TEXTS.get(role, "")}


def _ledger(actor: Actor) -> dict[str, Any]:
    if not may(actor, PERMISSIONS["ledger.read"]):
        return {}
    head = LedgerHead.objects.first() or LedgerHead()
    return {"ledger": head, "last_entry": LedgerEntry.objects.order_by("-seq").first()}


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back to the page."""
    response: HttpResponse = set_language(request)
    return response


@login_not_required
@require_POST
def appearance(request: HttpRequest) -> HttpResponse:
    """Keep the chosen colour scheme in a cookie and go back to the page."""
    response = HttpResponseRedirect(_way_back(request))
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        response.set_cookie(
            THEME_COOKIE, chosen, max_age=THEME_AGE, httponly=True, samesite="Lax", secure=request.is_secure()
        )
    return response


def _way_back(request: HttpRequest) -> str:
    """Return the page the form was on, if it is one of ours."""
    target = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return target if own else reverse("home")


@login_not_required
@require_GET
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Say whether the process serves and its database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    return JsonResponse({"status": "ok"})


@login_not_required
@require_GET
@never_cache
def verify_document(request: HttpRequest, folio: str) -> HttpResponse:
    """Show whether a document with this folio and hash was issued; an unknown folio and a wrong hash look alike."""
    VERIFYING.check(request)
    VERIFYING.count(request)
    digits = "".join(request.GET.get("h", "").split()).lower()
    context: dict[str, Any] = {"folio": folio, "digits": digits, "issued": verified_document(folio, digits)}
    return render(request, "kernel/verify.html", context)


@login_not_required
@require_GET
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for the folio and the hash of a document, and go to the page of its own when they are given."""
    folio = request.GET.get("folio", "").strip().strip("/")
    if not folio:
        return render(request, "kernel/verify.html", {"folio": "", "digits": ""})
    query = urlencode({"h": request.GET.get("h", "")})
    return HttpResponseRedirect(f"{reverse('verify_document', kwargs={'folio': folio})}?{query}")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show a refused request: too large, or not to be understood."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return render(request, "413.html", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return render(request, "400.html", status=HTTPStatus.BAD_REQUEST)


def document_page(request: HttpRequest, doc: Doc, *, pdf_url: str = "") -> HttpResponse:
    """Return a document of the authority as a page, with the way to its PDF: the same content, for every reader."""
    return render(request, "kernel/document.html", {"doc": doc, "pdf_url": pdf_url})
