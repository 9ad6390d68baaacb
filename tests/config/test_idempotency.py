"""Idempotency-Key at the edge of the API, tried on cases and on screenings."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cases.api import lists
from cases.api.acting import done
from cases.models import Case, CaseDocument
from config import openapi
from config.api import api
from config.idempotency import APART, DONE_AGAIN
from kernel.domain.actors import Role
from kernel.models import Document, IdempotentRequest, LedgerEntry
from kernel.services import idempotency
from tests.cases.api.people import Person, act_path, unchanged
from tests.cases.factories import filed_petition
from tests.screening.api.clients import SCOPES, Machine, answer, problem
from tests.screening.api.test_screen_declaration import DECLARATION
from tests.screening.api.test_screen_file import CSV, form
from tests.screening.finished import list_in_use

pytestmark = pytest.mark.django_db
PATH = "/cases"
SENT = {"channel": "VUCEM"}
REASON = {"reason": "riesgo"}


def test_the_same_request_is_done_once_and_answered_alike() -> None:
    who = Person(Role.PETITIONER)
    first, entries = who.post(PATH, SENT, key="a"), LedgerEntry.objects.count()
    again = who.post(PATH, SENT, key="a")
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert first["Location"] == again["Location"]
    assert first["Content-Type"] == again["Content-Type"]
    assert ("Idempotent-Replayed" in first, again["Idempotent-Replayed"]) == (False, "true")
    assert (Case.objects.count(), LedgerEntry.objects.count()) == (1, entries)


def test_without_a_mark_it_is_done_each_time() -> None:
    who = Person(Role.PETITIONER)
    assert answer(who.post(PATH, SENT))["reference"] != answer(who.post(PATH, SENT))["reference"]
    assert not IdempotentRequest.objects.exists()


def test_the_mark_of_one_request_does_not_fit_another() -> None:
    who = Person(Role.PETITIONER)
    who.post(PATH, SENT, key="a")
    with unchanged():
        problem(who.post(PATH, {"channel": "WINDOW"}, key="a"), 422, "idempotency_key_reused")
    case = Case.objects.get()
    with unchanged():
        response = who.post(act_path("withdraw-petition", case), {"version": 1}, key="a")
        problem(response, 422, "idempotency_key_reused")


def test_somebody_elses_mark_is_another() -> None:
    one, other = Person(Role.PETITIONER), Person(Role.PETITIONER, Role.IMPORTER)
    assert answer(one.post(PATH, SENT, key="a")) != answer(other.post(PATH, SENT, key="a"))
    assert Case.objects.count() == 2


def test_a_refusal_is_answered_alike_even_when_it_would_be_none_by_now() -> None:
    who, case = Person(Role.SUPERVISOR), filed_petition()
    path, sent = act_path("prioritise-case", case), {"version": 2, **REASON}
    first = problem(who.post(path, sent, key="a"), 409, "case_changed")
    who.post(path, {"version": 1, **REASON})
    with unchanged():
        assert problem(who.post(path, sent, key="a"), 409, "case_changed") == first
    problem(who.post(path, sent, key="b"), 409, "barred")


def test_a_request_that_is_being_answered_is_not_answered_beside() -> None:
    who = Person(Role.PETITIONER)
    first = who.post(PATH, SENT, key="a")
    IdempotentRequest.objects.update(status=None, taken_at=timezone.now())
    with unchanged():
        problem(who.post(PATH, SENT, key="a"), 409, "request_in_flight")
    IdempotentRequest.objects.update(taken_at=timezone.now() - idempotency.LEASE)
    assert answer(who.post(PATH, SENT, key="a"))["reference"] != answer(first)["reference"]


def test_what_failed_on_our_side_left_nothing_and_can_be_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    who = Person(Role.PETITIONER)

    def broken(*_args: object) -> None:
        raise RuntimeError("after the act, before its answer")

    with monkeypatch.context() as failing, unchanged():
        failing.setattr(lists, "done", broken)
        problem(who.post(PATH, SENT, key="a"), 500, "internal")
    assert who.post(PATH, SENT, key="a").status_code == 201


def test_whoever_was_taken_over_undoes_what_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    who = Person(Role.PETITIONER)

    def slow(*args: Any) -> Any:
        IdempotentRequest.objects.update(taken_at=timezone.now() + timedelta(seconds=1))
        return done(*args)

    monkeypatch.setattr(lists, "done", slow)
    with unchanged():
        problem(who.post(PATH, SENT, key="a"), 409, "request_in_flight")


@pytest.mark.parametrize("key", ["", "a b", "x" * 256])
def test_a_mark_that_cannot_be_kept_is_refused(key: str) -> None:
    with unchanged():
        problem(Person(Role.PETITIONER).post(PATH, SENT, key=key), 400, "invalid_idempotency_key")


def test_faults_are_told_before_the_mark_is_taken() -> None:
    who = Person(Role.PETITIONER)
    problem(who.post(PATH, {}, key="a"), 422, "invalid")
    assert who.post(PATH, SENT, key="a").status_code == 201


def test_reading_takes_no_mark() -> None:
    who = Person(Role.INTAKE)
    who.client.defaults["HTTP_IDEMPOTENCY_KEY"] = "a"
    assert who.get(PATH).status_code == 200
    assert not IdempotentRequest.objects.exists()


def test_a_form_is_the_same_when_its_fields_and_files_are() -> None:
    who, case = Person(Role.INTAKE), filed_petition()
    who.client.defaults["HTTP_IDEMPOTENCY_KEY"] = "a"

    def send(content: bytes) -> Any:
        return who.send(act_path("add-document", case), version=1, file=SimpleUploadedFile("prueba.txt", content))

    first, again = send(b"uno"), send(b"uno")
    assert first.status_code == again.status_code == 200
    assert first.content == again.content
    assert CaseDocument.objects.count() == 1
    problem(send(b"dos"), 422, "idempotency_key_reused")


def _operations(router: Any) -> Iterator[Any]:
    for view in router.path_operations.values():
        yield from view.operations
    for _, part, *_ in router._routers:
        yield from _operations(part)


def test_what_is_answered_otherwise_is_called_as_the_operations_are() -> None:
    found = [one for _, router in api._routers for one in _operations(router)]
    assert [one.operation_id for one in found if one.view_func.__name__ != one.operation_id] == []
    assert {one.operation_id for one in found if one.methods == ["POST"]} >= APART | DONE_AGAIN


def test_a_file_that_is_screened_may_carry_a_mark() -> None:
    list_in_use()
    machine = Machine(*SCOPES)
    machine.client.defaults["HTTP_IDEMPOTENCY_KEY"] = "a"
    told = [answer(machine.send("/screening-runs", **form())) for _ in range(2)]
    assert told[0] == told[1]
    assert Document.objects.get().size == len(CSV.encode())


def test_a_body_that_calls_itself_a_form_is_compared_by_its_bytes() -> None:
    list_in_use()
    machine = Machine(*SCOPES)

    def send(body: bytes) -> Any:
        kind = "multipart/form-data; boundary=x"
        return machine.client.post("/api/v1/screenings", body, content_type=kind, headers={"Idempotency-Key": "a"})

    first = send(json.dumps(DECLARATION).encode())
    assert first.status_code == 201
    problem(send(json.dumps(DECLARATION | {"number": "FAC-78"}).encode()), 422, "idempotency_key_reused")


def lose(who: Person, role: Role) -> None:
    who.account.groups.remove(Group.objects.get(name=role))


def test_who_lost_a_role_gets_no_answer_again() -> None:
    who, case = Person(Role.INTAKE, Role.PETITIONER), filed_petition()
    path, sent = (
        act_path("prevent-petition", case),
        {"version": 2, "notified_on": "2026-01-01", "cure_days": 5, "reason": "falta"},
    )
    problem(who.post(path, sent, key="a"), 409, "case_changed")
    lose(who, Role.INTAKE)
    with unchanged():
        problem(who.post(path, sent, key="a"), 403, "forbidden")


def test_who_is_no_longer_the_petitioner_gets_no_answer_again() -> None:
    who, other = Person(Role.PETITIONER), Person(Role.PETITIONER, Role.IMPORTER)
    answer(who.post(PATH, SENT, key="a"))
    Case.objects.update(petitioner=other.actor.name)
    with unchanged():
        problem(who.post(PATH, SENT, key="a"), 404, "unknown_case")


def test_every_operation_that_changes_something_says_that_it_takes_a_mark() -> None:
    for path, methods in json.loads(openapi.description())["paths"].items():
        for method, operation in methods.items():
            taken = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "header"}
            marked = method == "post" and operation["operationId"] not in DONE_AGAIN
            assert taken == ({"Idempotency-Key"} if marked else set()), path
            assert not marked or "409" in operation["responses"], path
