"""The page that says how to use the API, made from its own description."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from config.api import API_PATH, api


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: how it is called, what it does, its parameters and its answers."""

    method: str
    path: str
    name: str
    text: str
    parameters: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]


@login_not_required
@require_GET
def api_page(request: HttpRequest) -> HttpResponse:
    """Show every operation, and where the full description lies."""
    context = {"operations": operations(), "host": request.build_absolute_uri("/"), "path": API_PATH}
    return render(request, "config/api.html", context)


@cache
def operations() -> tuple[Operation, ...]:
    """Return the operations in the order of the description."""
    paths: Mapping[str, Mapping[str, Any]] = api.get_openapi_schema()["paths"]
    return tuple(_operations(paths))


def _operations(paths: Mapping[str, Mapping[str, Any]]) -> Iterator[Operation]:
    for path, methods in paths.items():
        for method, told in methods.items():
            answers = ((str(status), answer["description"]) for status, answer in told["responses"].items())
            yield Operation(
                method=method.upper(),
                path=path,
                name=told["operationId"],
                text=told["description"],
                parameters=tuple(parameter["name"] for parameter in told.get("parameters", ())),
                answers=tuple(answers),
            )
