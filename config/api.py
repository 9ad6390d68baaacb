"""The one API: who is let in, how often, and what every error looks like."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path
from django.utils import timezone
from django.views.defaults import page_not_found
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import APIKeyHeader, SessionAuth
from ninja.throttling import SimpleRateThrottle

from cases.api import router as cases
from cases.api.calendar import router as calendar
from cases.api.petitions import router as petitions
from config import problems
from config.idempotency import CHANGING, DONE_AGAIN, PARAMETER, answer_once, keep_answers
from kernel.access import actor_of
from kernel.domain.actors import Actor
from kernel.domain.errors import DomainError
from kernel.models import Account
from kernel.schemas import PROBLEM_TYPE
from kernel.services.api_keys import authenticate_key
from screening.api import router as screening

API_PATH: Final = "api/v1/"
ALLOWANCES: Final = ("20/s", "600/m")  # a burst, and what a customs system sends in a busy minute
DESCRIPTION: Final = (
    "Screens import declarations against the prohibited-goods list and watch lists, and keeps the case files of the "
    "procedure. Machines send `X-API-Key`; each key sees what it asked for and nothing else, and none opens a case "
    "file: these are for people with a session and the roles for it; VUCEM files petitions and reads back their stage. "
    "An act names the `version` of the case that its author saw. Every POST but the export takes an `Idempotency-Key`; "
    "who has lost a role or the case since gets a refusal, not the first answer again. A key or account asks 20 times "
    "a second and 600 times a minute at most (429, `Retry-After`). "
    "Errors are problem details (RFC 9457) in Spanish or, with `Accept-Language: en`, in English. "
    "Rows that could not be read are NOT_SCREENED and never counted as CLEAR."
)


class ApiKey(APIKeyHeader):
    """A machine's key; it comes first, so that a key is judged by its scopes even beside a session."""

    param_name = "X-API-Key"

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """Return whose key it is, None when there is none or it is no longer good."""
        return authenticate_key(key, at=timezone.now()) if key else None


class Session(SessionAuth):
    """A signed-in person; every request that changes something needs the token of the page."""

    def __call__(self, request: HttpRequest) -> Account | None:
        """Return who is signed in; a request that brought a key is not let in by its session instead."""
        if ApiKey.param_name in request.headers or not request.user.is_authenticated:
            return None
        account: Account | None = super().__call__(request)
        return account

    def authenticate(self, request: HttpRequest, key: str | None) -> Account | None:
        """Return the account behind the session, whose token has been checked."""
        return request.user if isinstance(request.user, Account) else None


class ActorThrottle(SimpleRateThrottle):
    """Counts what one key or account asks for, in the cache all workers share."""

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """Return the place of the count."""
        return f"throttle:{self.rate}:{actor_of(request).name}"


class Api(NinjaAPI):
    """The API, with its errors described as what they are."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """Return the description; every error is declared as a problem, and what is changed can be marked as one."""
        schema = super().get_openapi_schema(path_prefix=f"/{API_PATH}", **options)
        for operations in schema["paths"].values():
            for method, operation in operations.items():
                if method.upper() == CHANGING and operation["operationId"] not in DONE_AGAIN:
                    operation["parameters"] = [*operation["parameters"], PARAMETER]
                for status, answer in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        answer["content"] = {PROBLEM_TYPE: answer["content"]["application/json"]}
        return schema


THROTTLES: Final = tuple(ActorThrottle(rate) for rate in ALLOWANCES)
api: Final = Api(
    title="Tamiz",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    urls_namespace="api-1",
    auth=[ApiKey(), Session()],
    throttle=[*THROTTLES],
)
api.add_decorator(keep_answers, mode="view")
api.add_decorator(answer_once, mode="operation")
api.add_router("", screening)
api.add_router("", cases)
api.add_router("", petitions)
api.add_router("", calendar)
HANDLERS: Final[tuple[tuple[type[Exception], Callable[..., HttpResponse]], ...]] = (
    (DomainError, problems.of_domain_error),
    (ValidationError, problems.of_validation),
    (HttpError, problems.of_http_error),
    (Http404, problems.of_missing),
    (SuspiciousOperation, problems.of_suspicion),
    (MultiPartParserError, problems.of_unreadable_form),
    (Exception, problems.of_failure),
)
for kind, handler in HANDLERS:
    api.add_exception_handler(kind, handler)


def urls() -> tuple[list[URLPattern | URLResolver], str, str]:
    """Return the addresses of the API; who may enter is decided by its keys and sessions, not by the pages' gate."""
    patterns, app, namespace = api.urls
    views = [one for one in patterns if isinstance(one, URLPattern)]
    return [path(str(one.pattern), _at_the_edge(one.callback), name=one.name) for one in views], app, namespace


def _at_the_edge(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def edge(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = view(request, *args, **kwargs)
        except Http404 as error:
            return problems.of_missing(request, error)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        told = problems.problem(request, HTTPStatus.METHOD_NOT_ALLOWED)
        told["Allow"] = response["Allow"]
        return told

    edge.csrf_exempt = True  # type: ignore[attr-defined]  # the session's gate asks for the token itself
    edge.login_required = False  # type: ignore[attr-defined]  # read by LoginRequiredMiddleware
    return edge


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that an address does not exist: as a problem under the API, as a page elsewhere."""
    if request.path.startswith(f"/{API_PATH}"):
        return problems.problem(request, HTTPStatus.NOT_FOUND)
    return page_not_found(request, exception)
