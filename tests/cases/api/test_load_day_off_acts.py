from datetime import date
from typing import Any, cast

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from cases.formats.day_off_csv import MOST_BYTES
from cases.models import CalendarAct, Case
from cases.queries import replayed_state, state_of
from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from tests.cases.calendar_files import acts_file, calendar_state
from tests.cases.factories import filed_petition
from tests.pages import signed_in
from tests.screening.api.clients import Machine, answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def send(client: Client, file: SimpleUploadedFile | None = None, **form: Any) -> HttpResponse:
    return cast(HttpResponse, client.post("/api/v1/calendars/acts", {"file": file or acts_file(), **form}))


def test_without_apply_it_is_told_what_would_move_and_nothing_is_changed() -> None:
    case = filed_petition(date(2025, 10, 30))
    before = calendar_state()
    told = answer(send(signed_in(Role.SUPERVISOR)))
    assert (told["applied"], told["new"], told["changed"], told["unchanged"]) == (False, ["PRUEBA-2026"], [], [])
    assert told["cases"] == 1
    assert told["directions"]["LATER"] == len(told["moves"])
    decision = next(move for move in told["moves"] if move["kind"] == "DECISION")
    assert decision == {
        "reference": case.reference,
        "series": "2025/0001",
        "kind": "DECISION",
        "term": 0,
        "direction": "LATER",
        "before": {"target_on": "2026-07-17", "certain_on": "2026-07-22"},
        "after": {"target_on": "2026-07-21", "certain_on": "2026-07-24"},
    }
    assert calendar_state() == before


def test_with_apply_and_the_mark_of_what_was_seen_it_is_loaded() -> None:
    filed_petition(date(2025, 10, 30))
    client = signed_in(Role.SUPERVISOR)
    seen = answer(send(client))
    done = answer(send(client, apply=True, seen=seen["mark"]))
    assert (done["applied"], done["moves"]) == (True, seen["moves"])
    case = Case.objects.with_records().get()
    assert replayed_state(case) == state_of(case)
    assert LedgerEntry.objects.filter(verb="move_deadlines").count() == 1
    assert answer(send(client))["unchanged"] == ["PRUEBA-2026"]


@pytest.mark.parametrize(("cases", "told"), [(0, None), (4, None), (5, 5)])
def test_who_may_not_read_cases_is_told_how_many_move_and_of_none(cases: int, told: int | None) -> None:
    for _ in range(cases):
        filed_petition(date(2025, 10, 30))
    found = answer(send(signed_in(Role.ADMIN)))
    assert (found["cases"], found["directions"], found["moves"], found["next"]) == (told, None, [], None)
    assert found["new"] == ["PRUEBA-2026"]


def test_what_was_seen_otherwise_is_not_loaded() -> None:
    client = signed_in(Role.SUPERVISOR)
    seen = answer(send(client))
    filed_petition(date(2025, 10, 30))
    before = calendar_state()
    problem(send(client, apply=True, seen=seen["mark"]), 409, "seen_otherwise")
    assert calendar_state() == before


def test_the_moves_come_a_page_at_a_time() -> None:
    filed_petition(date(2025, 10, 30))
    client = signed_in(Role.SUPERVISOR)
    whole = answer(send(client))["moves"]
    first = answer(send(client, limit=1))
    assert (first["moves"], first["next"]) == (whole[:1], 1)
    rest = answer(send(client, after=1))
    assert (rest["moves"], rest["next"]) == (whole[1:], None)


@pytest.mark.parametrize(
    ("form", "status", "code"),
    [
        pytest.param({"file": SimpleUploadedFile("x.csv", b"colour\nred\n")}, 400, "invalid_day_off_file", id="faults"),
        pytest.param({"file": SimpleUploadedFile("x.csv", b"")}, 400, "not_a_table", id="an empty file"),
        pytest.param({"file": SimpleUploadedFile("x.csv", b"a" * (MOST_BYTES + 1))}, 413, "too_large", id="too large"),
        pytest.param({"seen": "x"}, 422, "invalid", id="a mark that is none"),
        pytest.param({"limit": 0}, 422, "invalid", id="no limit"),
    ],
)
def test_what_is_wrong_is_a_problem_and_changes_nothing(form: dict[str, Any], status: int, code: str) -> None:
    before = calendar_state()
    problem(send(signed_in(Role.SUPERVISOR), apply=True, **form), status, code)
    assert calendar_state() == before


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.SUPERVISOR, Role.ADMIN}])
def test_a_role_without_the_permission_is_refused(role: Role) -> None:
    client = signed_in(role)
    before = calendar_state()
    problem(send(client, apply=True), 403, "forbidden")
    assert calendar_state() == before


def test_no_key_loads_acts() -> None:
    machine = Machine("calendar.load")
    problem(machine.send("/calendars/acts", file=acts_file(), apply=True), 403, "forbidden")
    assert not CalendarAct.objects.filter(code="PRUEBA-2026").exists()


def test_a_marked_file_is_read_from_its_start_after_its_bytes_were_compared() -> None:
    client = signed_in(Role.SUPERVISOR)
    client.defaults["HTTP_IDEMPOTENCY_KEY"] = "a"
    told = [answer(send(client, apply=True)) for _ in range(2)]
    assert told[0] == told[1]
    assert told[0]["new"] == ["PRUEBA-2026"]
    assert LedgerEntry.objects.filter(verb="load_day_off_act", subject="calendar:PRUEBA-2026").count() == 1
