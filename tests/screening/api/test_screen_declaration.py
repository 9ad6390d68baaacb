from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from importers.models import Ingestion
from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from screening.models import ScreeningRun
from tests.pages import signed_in
from tests.screening.api.clients import SCOPES, Machine, answer, problem
from tests.screening.finished import list_in_use

pytestmark = pytest.mark.django_db

PATH = "/screenings"
HOSHINE = {"role": "SUPPLIER", "name": "HOSHINE SILICON IND CO LTD", "country": "CHN"}
LINE: dict[str, Any] = {"tariff_code": "28046101", "origin": "CHN", "parties": [HOSHINE]}
DECLARATION: dict[str, Any] = {"number": "FAC-77", "lists": ["uflpa"], "as_of": "2026-05-18", "lines": [LINE]}


def nothing_kept() -> bool:
    return not (ScreeningRun.objects.exists() or Ingestion.objects.exists())


def test_the_answer_comes_at_once_with_everything_needed_to_explain_it() -> None:
    list_in_use()
    clear = {"tariff_code": "64039999", "origin": "ITA", "parties": [{"role": "PRODUCER", "name": "Calzature Rossi"}]}
    response = Machine(*SCOPES).post(PATH, {**DECLARATION, "lines": [clear, LINE]})
    assert response.status_code == 201
    told = answer(response)
    assert response["Location"] == f"/api/v1/screenings/{told['reference']}"
    assert "no-store" in response["Cache-Control"]
    assert told["counts"] == {"NOT_SCREENED": 0, "STOP": 0, "REVIEW": 0, "WATCH": 1, "UNKNOWN": 0, "CLEAR": 1}
    assert [item["name"] for item in told["lists"]] == ["uflpa"]
    worst = told["lines"][0]
    assert (worst["sequence"], worst["verdict"], worst["declaration"]) == (2, "WATCH", "FAC-77")
    hit = worst["hits"][0]
    assert hit["good_name"] == "Hoshine Silicon Industry Co., Ltd."
    assert hit["criteria"][0]["criterion"] == "PRODUCER"
    assert hit["criteria"][0]["answer"] == "MET"
    assert len(hit["clears"]) == len(hit["criteria"])
    assert "registration number" in hit["clears"][0]["en"]
    assert {pair["listed"] for pair in hit["words"]} == {"HOSHINE", "SILICON", "INDUSTRY"}
    assert set(hit["reasons"]) == {"es", "en"}
    assert "PRODUCER" in worst["not_declared"]


def test_parties_of_the_declaration_speak_for_every_line() -> None:
    list_in_use()
    lines = [{"tariff_code": "28046101", "origin": "CHN"}] * 2
    told = answer(Machine(*SCOPES).post(PATH, {**DECLARATION, "lines": lines, "parties": [HOSHINE]}))
    assert [line["verdict"] for line in told["lines"]] == ["WATCH", "WATCH"]


def test_a_virtual_operation_is_marked() -> None:
    list_in_use()
    told = answer(Machine(*SCOPES).post(PATH, {**DECLARATION, "key": "V1"}))
    assert told["lines"][0]["no_border"] is True


def test_the_same_declaration_again_has_the_same_reference() -> None:
    list_in_use()
    machine = Machine(*SCOPES)
    first, second = (answer(machine.post(PATH, DECLARATION)) for _ in range(2))
    assert first == second
    assert ScreeningRun.objects.count() == 1


def test_without_a_day_today_counts() -> None:
    list_in_use()
    told = answer(Machine(*SCOPES).post(PATH, {**DECLARATION, "as_of": None}))
    assert told["as_of"] == ScreeningRun.objects.get().as_of.isoformat()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"lists": []}, "body.lists", id="no list"),
        pytest.param({"lists": ["uflpa"] * 21}, "body.lists", id="too many lists"),
        pytest.param({"lists": ["../../etc/passwd"]}, "body.lists.0", id="a relative path for a list"),
        pytest.param({"lists": ["/etc/passwd"]}, "body.lists.0", id="a path for a list"),
        pytest.param({"lists": ["pyproject.toml"]}, "body.lists.0", id="a file name for a list"),
        pytest.param({"lines": []}, "body.lines", id="no line"),
        pytest.param({"lines": [LINE] * 201}, "body.lines", id="too many lines"),
        pytest.param(
            {"lines": [{**LINE, "tariff_code": "2804"}]}, "body.lines.0.tariff_code", id="a short tariff code"
        ),
        pytest.param({"lines": [{"origin": "CHN"}]}, "body.lines.0.tariff_code", id="no tariff code"),
        pytest.param({"lines": [{**LINE, "origin": "China"}]}, "body.lines.0.origin", id="a country by name"),
        pytest.param(
            {"lines": [{**LINE, "description": "x" * 1001}]}, "body.lines.0.description", id="a text without end"
        ),
        pytest.param({"parties": [{**HOSHINE, "role": "KING"}]}, "body.parties.0.role", id="an unknown role"),
        pytest.param({"parties": [HOSHINE] * 51}, "body.parties", id="too many parties"),
        pytest.param({"importer": "X"}, "body.importer", id="a field that does not exist"),
        pytest.param({"as_of": "31/12/2026"}, "body.as_of", id="a day in another form"),
        pytest.param({"number": "x" * 41}, "body.number", id="a reference without end"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(change: dict[str, Any], field: str) -> None:
    list_in_use()
    told = problem(Machine(*SCOPES).post(PATH, {**DECLARATION, **change}), 422, "invalid")
    assert [fault["field"] for fault in told["errors"]] == [field]
    assert told["errors"][0]["message"]
    assert nothing_kept()


def test_all_faults_are_told_at_once_in_the_language_asked_for() -> None:
    machine = Machine(*SCOPES)
    machine.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    told = problem(machine.post(PATH, {"lists": [], "lines": [{"tariff_code": "1"}]}), 422, "invalid")
    assert [fault["field"] for fault in told["errors"]] == ["body.lists", "body.lines.0.tariff_code"]
    assert told["title"] == "There is something to mend"
    assert told["errors"][0]["message"] == "Has fewer than 1 items."


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', "null"])
def test_a_body_that_is_no_declaration_is_refused(body: str) -> None:
    response = Machine(*SCOPES).post(PATH, body)
    assert response.status_code in (400, 422)
    assert response["Content-Type"] == "application/problem+json"
    assert nothing_kept()


def test_a_body_above_the_limit_is_refused(settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    problem(Machine(*SCOPES).post(PATH, DECLARATION), 413, "too_large")
    assert nothing_kept()


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"stale_after": datetime.now(UTC) - timedelta(days=1)}, id="stale"),
        pytest.param({"goods": ()}, id="empty"),
        pytest.param({"name": "other"}, id="not loaded"),
    ],
)
def test_a_list_that_cannot_be_trusted_refuses_the_declaration(fields: dict[str, Any]) -> None:
    list_in_use(**fields)
    told = problem(Machine(*SCOPES).post(PATH, DECLARATION), 503, "list_unavailable")
    assert "uflpa" in told["detail"]
    assert nothing_kept()


def test_a_day_to_come_is_refused() -> None:
    list_in_use()
    problem(Machine(*SCOPES).post(PATH, {**DECLARATION, "as_of": "2999-01-01"}), 400, "future_day")
    assert nothing_kept()


def test_without_a_key_nobody_is_let_in() -> None:
    response = Client().post("/api/v1/screenings", DECLARATION, content_type="application/json")
    problem(response, 401, "not_authenticated")
    assert nothing_kept()


def test_a_key_without_the_scope_is_refused() -> None:
    list_in_use()
    before = LedgerEntry.objects.count()
    problem(Machine("screening.read", "screening.upload").post(PATH, DECLARATION), 403, "forbidden")
    assert nothing_kept()
    assert LedgerEntry.objects.count() == before + 1  # the key itself


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CUSTOMS, Role.ADMIN}))
def test_a_role_without_the_permission_is_refused(role: Role) -> None:
    list_in_use()
    response = signed_in(role).post("/api/v1/screenings", DECLARATION, content_type="application/json")
    problem(response, 403, "forbidden")
    assert nothing_kept()


def test_a_signed_in_officer_needs_the_token_of_the_page() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    client.handler.enforce_csrf_checks = True
    problem(client.post("/api/v1/screenings", DECLARATION, content_type="application/json"), 403, "forbidden")
    assert nothing_kept()
    client.get("/aduana/embarque/")
    token = client.cookies["csrftoken"].value
    response = client.post(
        "/api/v1/screenings", DECLARATION, content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert response.status_code == 201


@pytest.mark.parametrize(
    "field", [{"tariff_code": "٢٨٠٤٦١٠١"}, {"tariff_code": "２８０４６１０１"}, {"nico": "٠١"}], ids=str
)
def test_digits_of_other_scripts_are_no_code(field: dict[str, str]) -> None:
    list_in_use()
    response = Machine(*SCOPES).post(PATH, {**DECLARATION, "lines": [LINE | field]})
    told = problem(response, 422, "invalid")
    assert told["errors"][0]["field"].endswith(next(iter(field)))
    assert nothing_kept()


def test_signs_that_no_database_keeps_do_not_hide_a_name() -> None:
    list_in_use()
    party = HOSHINE | {"name": "HOSHINE\0 SILICON\u202e IND CO LTD", "tax_id": "\0\x01", "city": "A\0"}
    sent = {**DECLARATION, "number": "FAC\0-77", "lines": [LINE | {"parties": [party], "description": "S\0\x02"}]}
    response = Machine(*SCOPES).post(PATH, sent)
    assert response.status_code == 201
    [line] = answer(response)["lines"]
    assert line["verdict"] == "WATCH"
    assert line["hits"][0]["party_name"] == "HOSHINE  SILICON IND CO LTD"
