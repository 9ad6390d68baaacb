"""Machines that call the API, and what it must say when it refuses."""

import json
from datetime import UTC, datetime
from typing import Any, cast

from django.http import HttpResponse
from django.test import Client

from kernel.domain.actors import COMMAND_LINE
from kernel.services.api_keys import issue_key

SCOPES = ("screening.check", "screening.upload", "screening.read")


class Machine:
    """A client with a key; ``name`` is the author its acts carry."""

    def __init__(self, *scopes: str) -> None:
        key, secret = issue_key(name="aduana", scopes=scopes, owner=None, actor=COMMAND_LINE, at=datetime.now(UTC))
        self.name = f"key:{key.prefix}"
        self.client = Client(headers={"X-API-Key": secret}, raise_request_exception=False)

    def get(self, path: str, **data: Any) -> HttpResponse:
        return cast(HttpResponse, self.client.get(f"/api/v1{path}", data))

    def post(self, path: str, data: Any) -> HttpResponse:
        return cast(HttpResponse, self.client.post(f"/api/v1{path}", data, content_type="application/json"))

    def send(self, path: str, **form: Any) -> HttpResponse:
        return cast(HttpResponse, self.client.post(f"/api/v1{path}", form))


def answer(response: Any) -> Any:
    return json.loads(response.content)


def problem(response: Any, status: int, code: str) -> dict[str, Any]:
    """Return the problem, having checked its form."""
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = answer(response)
    assert set(told) - {"article"} == {"type", "title", "status", "code", "detail", "instance", "errors"}
    assert told["status"] == status
    assert told["code"] == code
    assert told["title"]
    assert told["detail"]
    return told
