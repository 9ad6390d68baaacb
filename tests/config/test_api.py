import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from ninja import Schema

from config import api, openapi
from kernel.domain.actors import Role
from kernel.models import ApiKey
from screening import api as screening_api
from tests.pages import signed_in
from tests.screening.api.clients import SCOPES, Machine, answer, problem

pytestmark = pytest.mark.django_db

RUN = "/screening-runs/00000000-0000-0000-0000-000000000000"


def operations() -> list[tuple[str, dict[str, Any]]]:
    paths = json.loads(openapi.description())["paths"]
    return [(f"{method} {path}", operation) for path, methods in paths.items() for method, operation in methods.items()]


def test_every_operation_declares_what_it_refuses_as_a_problem() -> None:
    for name, operation in operations():
        told = operation["responses"]
        assert {"401", "403", "422", "429", "500"} <= set(told), name
        for status, response in told.items():
            kind = "application/problem+json" if int(status) >= 400 else None
            assert kind is None or list(response["content"]) == [kind], f"{name} {status}"
        assert operation["security"] == [{"ApiKey": []}, {"Session": []}], name


def test_every_text_and_list_that_is_taken_has_a_limit() -> None:
    schemas = json.loads(openapi.description())["components"]["schemas"]
    taken = {name: schema for name, schema in schemas.items() if name.endswith("In")}
    assert {"ScreeningIn", "LineIn", "PartyIn"} <= set(taken)
    for name, schema in taken.items():
        for field, rule in schema["properties"].items():
            if rule.get("type") == "string":
                assert {"maxLength", "pattern", "enum", "format"} & set(rule), f"{name}.{field}"  # uuid, date
            if rule.get("type") == "array":
                assert "maxItems" in rule, f"{name}.{field}"


def _schemas(base: type[Schema]) -> Iterator[type[Schema]]:
    for one in base.__subclasses__():
        yield one
        yield from _schemas(one)


def test_no_two_schemas_share_a_name_since_the_description_would_tell_one_of_them_alone() -> None:
    own = {one for one in _schemas(Schema) if "schemas" in one.__module__.split(".")}
    count = Counter(one.__name__ for one in own)
    assert {"CaseOut", "TrialOut", "TermOut", "ScreeningIn"} <= set(count)
    assert [name for name, number in count.items() if number > 1] == []


def test_the_committed_description_is_that_of_the_code() -> None:
    assert openapi.main(["--check"]) == 0, "run make openapi"


def test_a_stale_description_is_found_out(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openapi, "TARGET", openapi.BASE_DIR / "docs" / "reference" / "missing.json")
    assert openapi.main(["--check"]) == 1


def test_the_description_is_open_and_served_from_here() -> None:
    response = Client().get("/api/v1/openapi.json")
    assert response.status_code == 200
    assert answer(response)["info"]["title"] == "Tamiz"


def test_an_address_that_does_not_exist_is_a_problem_and_elsewhere_a_page() -> None:
    for path in ("/api/v1/", "/api/v1/nothing", "/api/v1/screenings/"):
        told = problem(Client().get(path), 404, "not_found")
        assert told["instance"] == path
    assert Client().get("/nothing/")["Content-Type"].startswith("text/html")


def test_a_method_that_is_not_there_is_a_problem_that_names_those_that_are() -> None:
    response = Machine(*SCOPES).client.delete("/api/v1/screenings")
    problem(response, 405, "method_not_allowed")
    assert response["Allow"] == "POST"


@pytest.mark.parametrize("secret", ["", "x", "tamiz_000000000000_" + "x" * 43])
def test_a_wrong_key_is_refused_even_beside_a_good_session(secret: str) -> None:
    client = signed_in(Role.ADMIN)
    response = client.get(f"/api/v1{RUN}", headers={"X-API-Key": secret})
    problem(response, 401, "not_authenticated")


def test_a_revoked_key_is_refused() -> None:
    machine = Machine(*SCOPES)
    ApiKey.objects.update(revoked_at="2026-01-01T00:00:00Z")
    problem(machine.get(RUN), 401, "not_authenticated")


def test_a_key_is_judged_by_its_scopes_even_beside_a_session() -> None:
    machine = Machine("screening.check")
    machine.client.cookies = signed_in(Role.ADMIN).cookies
    problem(machine.get(RUN), 403, "forbidden")


def test_who_asks_too_often_is_told_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    machine, other = Machine(*SCOPES), Machine(*SCOPES)
    monkeypatch.setattr(api.THROTTLES[1], "num_requests", 3)
    first, *_, last = [machine.get(RUN) for _ in range(4)]
    assert first.status_code == 404
    problem(last, 429, "too_many_requests")
    assert int(last["Retry-After"]) >= 1
    assert other.get(RUN).status_code == 404


def test_what_fails_on_our_side_says_nothing_about_how(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("SELECT secret")

    monkeypatch.setattr(screening_api, "visible_job", broken)
    response = Machine(*SCOPES).get(RUN)
    problem(response, 500, "internal")
    assert b"secret" not in response.content


@pytest.mark.parametrize(("language", "title"), [("es-MX", "No existe"), ("en", "Not found"), ("fr", "No existe")])
def test_problems_are_told_in_the_language_asked_for(language: str, title: str) -> None:
    response = Client().get("/api/v1/nothing", headers={"Accept-Language": language})
    assert problem(response, 404, "not_found")["title"] == title


def test_django_shows_no_fault_pages_of_its_own_in_debug_mode_either() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from config import settings; print(settings.DEBUG, settings.TAMIZ_DEBUG)"],
        env={**os.environ, "TAMIZ_DEBUG": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["False", "True"]
