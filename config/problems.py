"""Every error of the API as problem details (RFC 9457), in the language asked for."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from ninja.errors import HttpError, ValidationError

from cases.domain.petition.errors import FaultyPetitionError
from kernel.domain.errors import DomainError
from kernel.middleware import STATUS
from kernel.schemas import PROBLEM_TYPE, FaultOut, Problem

ARGUMENT: Final = "sent"  # what every operation calls its body
log: Final = logging.getLogger("django.request")


class _Said:
    """What is said of a status when nobody knows better."""

    def __init__(self, code: str, title: str | Promise, detail: str | Promise) -> None:
        self.code, self.title, self.detail = code, title, detail


SAID: Final[Mapping[int, _Said]] = MappingProxyType(
    {
        400: _Said("bad_request", _("La solicitud no se puede atender"), _("Corrija lo enviado y repítalo.")),
        401: _Said(
            "not_authenticated",
            _("Falta identificarse"),
            _("Envíe una llave vigente en el encabezado X-API-Key, o inicie sesión."),
        ),
        403: _Said("forbidden", _("No está permitido"), _("Su llave o su función no permite esta operación.")),
        404: _Said("not_found", _("No existe"), _("No existe, o no está a su alcance.")),
        405: _Said(
            "method_not_allowed",
            _("Método no admitido"),
            _("Use uno de los métodos del encabezado Allow de esta respuesta."),
        ),
        409: _Said("conflict", _("No se puede hacer ahora"), _("El estado actual no lo permite.")),
        413: _Said(
            "too_large", _("Demasiado grande"), _("Lo enviado rebasa el límite; divídalo en partes más pequeñas.")
        ),
        422: _Said("invalid", _("Hay datos por corregir"), _("Corrija los campos señalados en errors.")),
        429: _Said(
            "too_many_requests",
            _("Demasiadas solicitudes"),
            _("Espere los segundos del encabezado Retry-After antes de repetir."),
        ),
        500: _Said("internal", _("Error interno"), _("Algo falló de nuestro lado y quedó registrado.")),
        503: _Said("unavailable", _("Por ahora no es posible"), _("Intente más tarde.")),
    }
)


# What a field may be wrong in, by the kind of error of the validator; others keep the validator's own words.
FAULTS: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {
        "missing": _("Falta este dato."),
        "extra_forbidden": _("Este campo no existe."),
        "string_too_long": _("Tiene más de %(max_length)s caracteres."),
        "string_too_short": _("Tiene menos de %(min_length)s caracteres."),
        "string_pattern_mismatch": _("No tiene la forma esperada: %(pattern)s"),
        "string_type": _("Debe ser un texto."),
        "too_long": _("Tiene más de %(max_length)s elementos."),
        "too_short": _("Tiene menos de %(min_length)s elementos."),
        "list_type": _("Debe ser una lista."),
        "enum": _("Debe ser uno de: %(expected)s"),
        "json_invalid": _("No es JSON válido."),
        "int_parsing": _("Debe ser un número entero."),
        "int_type": _("Debe ser un número entero."),
        "less_than_equal": _("Debe ser %(le)s o menos."),
        "greater_than_equal": _("Debe ser %(ge)s o más."),
        "uuid_parsing": _("No es una referencia."),
        "date_from_datetime_parsing": _("Debe ser una fecha: AAAA-MM-DD."),
        "date_parsing": _("Debe ser una fecha: AAAA-MM-DD."),
        "date_type": _("Debe ser una fecha: AAAA-MM-DD."),
        "date_from_datetime_inexact": _("Debe ser una fecha: AAAA-MM-DD."),
        "datetime_parsing": _("Debe ser un momento: AAAA-MM-DDThh:mm:ss y su zona, como -06:00."),
        "datetime_from_date_parsing": _("Debe ser un momento: AAAA-MM-DDThh:mm:ss y su zona, como -06:00."),
        "datetime_type": _("Debe ser un momento: AAAA-MM-DDThh:mm:ss y su zona, como -06:00."),
        "timezone_aware": _("Debe ser un momento: AAAA-MM-DDThh:mm:ss y su zona, como -06:00."),
    }
)


def problem(
    request: HttpRequest,
    status: int,
    *,
    code: str = "",
    detail: str = "",
    errors: Iterable[FaultOut] = (),
    article: str = "",
) -> JsonResponse:
    """Return a problem as a response; what is not said is taken from the table of statuses."""
    said = SAID.get(status, SAID[400])
    body = Problem(
        title=str(said.title),
        status=status,
        code=code or said.code,
        detail=detail or str(said.detail),
        instance=request.path,
        errors=list(errors),
        article=article or None,
    )
    return JsonResponse(body.model_dump(exclude_none=True), status=status, content_type=PROBLEM_TYPE)


def of_domain_error(request: HttpRequest, error: DomainError) -> JsonResponse:
    """Return a foreseen error with its own code and words, the article it rests on, and the fields it names."""
    status = next(status for kind, status in STATUS if isinstance(error, kind))
    detail = error.message.in_language(get_language())
    faults = error.faults if isinstance(error, FaultyPetitionError) else ()
    errors = [FaultOut(field=one.field, message=one.words.in_language(get_language())) for one in faults]
    return problem(request, status, code=error.code, detail=detail, article=error.article, errors=errors)


def of_validation(request: HttpRequest, error: ValidationError) -> JsonResponse:
    """Return every fault of the request at once; a body that is no JSON is a bad request."""
    faults = [FaultOut(field=_place(one["loc"]), message=_fault(one)) for one in error.errors]
    return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, errors=faults)


def _place(where: Sequence[str | int]) -> str:
    """Return a place as the sender knows it, without the name the argument has in the code."""
    return ".".join(str(part) for part in where if part != ARGUMENT)


def _fault(error: Mapping[str, Any]) -> str:
    words = FAULTS.get(error["type"])
    if words is None:
        return str(error["msg"])
    context = dict(error.get("ctx", {}))
    if "expected" in context:
        context["expected"] = context["expected"].replace(" or ", ", ")  # the validator speaks English alone
    return str(words) % context


def of_http_error(request: HttpRequest, error: HttpError) -> JsonResponse:
    """Return an error of the framework: no key, a missing token, too many requests, a body that is no JSON."""
    return problem(request, error.status_code)


def of_missing(request: HttpRequest, _error: Http404) -> JsonResponse:
    """Return that there is no such thing."""
    return problem(request, HTTPStatus.NOT_FOUND)


def of_suspicion(request: HttpRequest, error: SuspiciousOperation) -> JsonResponse:
    """Return what Django refuses by itself: above a limit, or malformed."""
    large = isinstance(error, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE if large else HTTPStatus.BAD_REQUEST)


def of_unreadable_form(request: HttpRequest, _error: MultiPartParserError) -> JsonResponse:
    """Return the problem of a form that cannot be taken apart."""
    return problem(request, HTTPStatus.BAD_REQUEST)


def of_failure(request: HttpRequest, error: Exception) -> JsonResponse:
    """Return that we failed, without a word about how; the log has it."""
    log.error("Internal Server Error: %s", request.path, exc_info=error, extra={"status_code": 500, "request": request})
    return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR)
