from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from config.jobs import HANDLERS
from kernel.domain.actors import Role
from kernel.models import Document, Job
from kernel.services.jobs import run_next
from tests.pages import signed_in
from tests.screening.api.clients import SCOPES, Machine, answer, problem
from tests.screening.finished import list_in_use

pytestmark = pytest.mark.django_db

PATH = "/screening-runs"
CSV = (
    "pedimento,fraccion,origen,proveedor,pais proveedor\n"
    "FAC-1,28046101,CHN,HOSHINE SILICON IND CO LTD,CHN\n"
    "FAC-2,64039999,ITA,CALZATURE ROSSI SRL,ITA\n"
    "FAC-3,,CHN,NADIE,CHN\n"
)


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"
    settings.TAMIZ_RUN_FILES = tmp_path / "runs"


def form(**fields: Any) -> dict[str, Any]:
    sent = {"file": SimpleUploadedFile("mayo.csv", CSV.encode()), "lists": ["uflpa"], "as_of": "2026-05-18", **fields}
    return {name: value for name, value in sent.items() if value is not None}


def worked_off() -> int:
    done = 0
    while run_next(HANDLERS, clock=timezone.now):
        done += 1
    return done


def test_a_file_is_taken_as_a_job_and_screened() -> None:
    list_in_use()
    machine = Machine(*SCOPES)
    response = machine.send(PATH, **form())
    assert response.status_code == 202
    told = answer(response)
    assert response["Location"] == f"/api/v1/screening-runs/{told['reference']}"
    assert (told["state"], told["counts"], told["links"], told["error"]) == ("QUEUED", None, None, None)
    assert worked_off() == 1
    told = answer(machine.client.get(response["Location"]))
    assert told["state"] == "DONE"
    assert told["counts"] == {"NOT_SCREENED": 1, "STOP": 0, "REVIEW": 0, "WATCH": 1, "UNKNOWN": 0, "CLEAR": 1}
    assert machine.client.get(told["links"]["verdicts"]).status_code == 200


def test_several_lists_are_given_by_repeating_the_field() -> None:
    list_in_use()
    list_in_use("wro")
    machine = Machine(*SCOPES)
    machine.send(PATH, **form(lists=["uflpa", "wro"]))
    assert Job.objects.get().payload["lists"] == ["uflpa", "wro"]


def test_the_same_file_again_is_the_same_job() -> None:
    list_in_use()
    machine = Machine(*SCOPES)
    references = {answer(machine.send(PATH, **form()))["reference"] for _ in range(2)}
    assert len(references) == 1
    assert Job.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        pytest.param({"file": None}, "file", id="no file"),
        pytest.param({"lists": None}, "lists", id="no list"),
        pytest.param({"lists": ["../secrets.csv"]}, "lists.0", id="a path for a list"),
        pytest.param({"lists": ["uflpa"] * 21}, "lists", id="too many lists"),
        pytest.param({"as_of": "yesterday"}, "as_of", id="no day"),
    ],
)
def test_what_is_wrong_is_named_and_no_job_is_made(fields: dict[str, Any], place: str) -> None:
    list_in_use()
    told = problem(Machine(*SCOPES).send(PATH, **form(**fields)), 422, "invalid")
    assert [fault["field"].partition(".")[2] for fault in told["errors"]] == [place]
    assert not Job.objects.exists()
    assert not Document.objects.exists()


def test_a_list_that_is_not_loaded_refuses_the_file_before_any_work() -> None:
    told = problem(Machine(*SCOPES).send(PATH, **form()), 503, "list_unavailable")
    assert "uflpa" in told["detail"]
    assert not Job.objects.exists()
    assert not Document.objects.exists()


def test_a_day_to_come_is_refused() -> None:
    list_in_use()
    problem(Machine(*SCOPES).send(PATH, **form(as_of="2999-01-01")), 400, "future_day")
    assert not Document.objects.exists()


def test_a_file_above_the_limit_is_refused(settings: Any) -> None:
    settings.TAMIZ_UPLOAD_LIMIT = 50
    list_in_use()
    problem(Machine(*SCOPES).send(PATH, **form()), 413, "too_large")
    assert not Document.objects.exists()


def test_a_file_that_cannot_be_read_ends_as_a_failed_job_with_words() -> None:
    list_in_use()
    machine = Machine(*SCOPES)
    sent = machine.send(PATH, **form(file=SimpleUploadedFile("a.zip", b"\x00\x01\x02 not a zip")))
    worked_off()
    told = answer(machine.client.get(sent["Location"]))
    assert told["state"] == "FAILED"
    assert told["error"]["message"]["es"]
    assert told["error"]["message"]["en"]
    assert told["counts"] is None


def test_without_a_key_nobody_is_let_in() -> None:
    problem(Client().post(f"/api/v1{PATH}", form()), 401, "not_authenticated")
    assert not Job.objects.exists()


def test_a_key_without_the_scope_is_refused() -> None:
    list_in_use()
    problem(Machine("screening.read", "screening.check").send(PATH, **form()), 403, "forbidden")
    assert not Job.objects.exists()
    assert not Document.objects.exists()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CUSTOMS, Role.ADMIN}))
def test_a_role_without_the_permission_is_refused(role: Role) -> None:
    list_in_use()
    problem(signed_in(role).post(f"/api/v1{PATH}", form()), 403, "forbidden")
    assert not Job.objects.exists()


def test_a_form_that_cannot_be_taken_apart_is_a_bad_request() -> None:
    machine = Machine(*SCOPES)
    response = machine.client.post(f"/api/v1{PATH}", "--x", content_type="multipart/form-data")  # no boundary
    problem(response, 400, "bad_request")
    assert not Job.objects.exists()
