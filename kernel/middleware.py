"""Foreseen errors that reach the edge of a page become a page in both languages."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kernel.domain.errors import (
    ConflictError,
    DomainError,
    ForbiddenError,
    InputError,
    NotFoundError,
    TooLargeError,
    TooManyAttemptsError,
    UnavailableError,
)
from kernel.domain.idempotency import KeyReusedError

# The first class that fits decides: subclasses stand before their parents.
STATUS: Final[tuple[tuple[type[DomainError], HTTPStatus], ...]] = (
    (NotFoundError, HTTPStatus.NOT_FOUND),
    (KeyReusedError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (ForbiddenError, HTTPStatus.FORBIDDEN),
    (TooLargeError, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (TooManyAttemptsError, HTTPStatus.TOO_MANY_REQUESTS),
    (ConflictError, HTTPStatus.CONFLICT),
    (UnavailableError, HTTPStatus.SERVICE_UNAVAILABLE),
    (InputError, HTTPStatus.BAD_REQUEST),
    (DomainError, HTTPStatus.BAD_REQUEST),
)


class KeptPrivate:
    """Keeps what an account or key was shown out of every cache: of proxies, and of a browser after signing out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on, and mark the answer when it is for somebody."""
        response = self.get_response(request)
        if getattr(request, "auth", None) or request.user.is_authenticated:
            patch_cache_control(response, no_store=True, private=True)
        return response


class DomainErrorPages:
    """Turns a domain error of a page into a page that says it; the API has its own way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the error page of a domain error, None for any other."""
        if not isinstance(exception, DomainError):
            return None
        status = next(status for kind, status in STATUS if isinstance(exception, kind))
        context = {
            "error_code": status.value,
            "error_title": _title(status),
            "error_text": exception.message.in_language(get_language()),
        }
        return render(request, "kernel/error.html", context, status=status)


def _title(status: HTTPStatus) -> str:
    titles = {
        HTTPStatus.NOT_FOUND: _("Esta página no existe"),
        HTTPStatus.FORBIDDEN: _("No tiene permiso para ver esta página"),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _("El archivo es demasiado grande"),
        HTTPStatus.TOO_MANY_REQUESTS: _("Demasiados intentos"),
        HTTPStatus.CONFLICT: _("Esto no se puede hacer ahora"),
        HTTPStatus.TOO_MANY_REQUESTS: _("Son demasiadas solicitudes"),
        HTTPStatus.SERVICE_UNAVAILABLE: _("Por ahora no es posible"),
    }
    return titles.get(status, _("La solicitud no se puede atender"))
