"""People who call the API of the case file, and what they must find untouched when they are refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, cast

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.models import Case
from cases.queries import state_of
from kernel.domain.actors import Actor, Role
from kernel.models import Document
from tests.cases.acting import entries
from tests.pages import account_with
from tests.screening.api.clients import answer, problem


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


class Person:
    """Somebody signed in with some roles; ``actor`` is the author that its acts carry."""

    def __init__(self, *roles: Role) -> None:
        self.account = account_with(*roles)
        self.actor: Actor = self.account.as_actor("web")
        self.client = Client(raise_request_exception=False)
        self.client.force_login(self.account)

    def get(self, path: str, **data: Any) -> HttpResponse:
        return cast(HttpResponse, self.client.get(f"/api/v1{path}", data))

    def post(self, path: str, sent: dict[str, Any], *, key: str | None = None) -> HttpResponse:
        headers = {} if key is None else {"Idempotency-Key": key}
        response = self.client.post(f"/api/v1{path}", sent, content_type="application/json", headers=headers)
        return cast(HttpResponse, response)

    def send(self, path: str, **form: Any) -> HttpResponse:
        return cast(HttpResponse, self.client.post(f"/api/v1{path}", form))

    def act(self, verb: str, case: Case, **sent: Any) -> HttpResponse:
        """Attempt an act or step on a case as it is now."""
        return self.post(act_path(verb, case), {"version": case.version, **sent})

    def acts(self, verb: str, case: Case, **sent: Any) -> dict[str, Any]:
        """Do it, and return the case as the API tells it."""
        response = self.act(verb, case, **sent)
        assert response.status_code == 200, response.content
        told: dict[str, Any] = answer(response)
        assert told["version"] == case.version + 1
        return told


def queries(who: Person, path: str) -> int:
    """Return how many queries a list takes, once the caches of the process are warm."""
    who.get(path)
    with CaptureQueriesContext(connection) as found:
        assert who.get(path).status_code == 200
    return len([one for one in found.captured_queries if '"cache"' not in one["sql"]])


def act_path(verb: str, case: Case) -> str:
    return f"/cases/{case.reference}/acts/{verb}"


def refused(who: Person, verb: str, case: Case, status: int, code: str, **sent: Any) -> dict[str, Any]:
    """Return the problem that answers an act, having seen that it changed nothing."""
    with unchanged():
        return problem(who.act(verb, case, **sent), status, code)


@contextmanager
def unchanged() -> Iterator[None]:
    """See that no case, entry or document changes."""
    before = _everything()
    yield
    assert _everything() == before


def _everything() -> tuple[object, ...]:
    cases = [(state_of(case), case.version) for case in Case.objects.order_by("pk")]
    return cases, entries(), Document.objects.count()
