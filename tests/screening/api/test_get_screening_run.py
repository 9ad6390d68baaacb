from uuid import uuid4

import pytest

from kernel.domain.actors import Role
from kernel.models import Job
from tests.pages import signed_in
from tests.screening.api.clients import SCOPES, Machine, answer, problem
from tests.screening.finished import AT, finished_run

pytestmark = pytest.mark.django_db


def job_of(machine: Machine, state: str = "RUNNING", **fields: object) -> Job:
    wanted = {"kind": "screen_upload", "key": uuid4().hex, "owner": machine.name, "created_at": AT, **fields}
    return Job.objects.create(state=state, **wanted)


def test_a_run_under_way_says_how_far_it_is() -> None:
    machine = Machine(*SCOPES)
    job = job_of(machine, done=40, total=100)
    told = answer(machine.get(f"/screening-runs/{job.reference}"))
    assert (told["state"], told["done"], told["total"]) == ("RUNNING", 40, 100)
    assert told["counts"] is None
    assert told["lists"] == []


def test_a_finished_run_says_its_counts_its_lists_and_where_the_rest_lies() -> None:
    machine = Machine(*SCOPES)
    job = job_of(machine, "DONE", result={"run": str(finished_run().reference)})
    told = answer(machine.get(f"/screening-runs/{job.reference}"))
    assert told["counts"]["NOT_SCREENED"] == 1
    assert told["counts"]["STOP"] == 1
    assert [(item["name"], item["demo"]) for item in told["lists"]] == [("nacional", False), ("uflpa", True)]
    assert told["as_of"] == "2026-05-18"
    base = f"/api/v1/screening-runs/{job.reference}"
    assert told["links"]["verdicts"] == f"{base}/verdicts"
    assert told["links"]["files"]["verdicts.csv"] == f"{base}/files/verdicts.csv"


def test_a_failed_run_says_why_in_both_languages() -> None:
    machine = Machine(*SCOPES)
    job = job_of(machine, "FAILED", error_code="not_a_zip", error_es="No es un zip.", error_en="Not a zip.")
    told = answer(machine.get(f"/screening-runs/{job.reference}"))
    assert told["error"] == {"code": "not_a_zip", "message": {"es": "No es un zip.", "en": "Not a zip."}}


def test_a_run_of_another_key_does_not_exist() -> None:
    job = job_of(Machine(*SCOPES))
    problem(Machine(*SCOPES).get(f"/screening-runs/{job.reference}"), 404, "not_found")


@pytest.mark.parametrize("role", [Role.CUSTOMS, Role.ANALYST, Role.AUDITOR, Role.ADMIN])
def test_people_who_may_read_screenings_see_those_of_every_key(role: Role) -> None:
    job = job_of(Machine(*SCOPES))
    assert signed_in(role).get(f"/api/v1/screening-runs/{job.reference}").status_code == 200


def test_a_key_without_the_scope_is_refused() -> None:
    machine = Machine("screening.upload")
    problem(machine.get(f"/screening-runs/{job_of(machine).reference}"), 403, "forbidden")


def test_a_job_of_another_kind_does_not_exist() -> None:
    machine = Machine(*SCOPES)
    problem(machine.get(f"/screening-runs/{job_of(machine, kind='other').reference}"), 404, "not_found")
