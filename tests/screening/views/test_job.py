import re
from typing import Any

import pytest

from kernel.domain.actors import Role
from kernel.models import Job
from tests.pages import signed_in
from tests.screening.finished import AT, finished_run

pytestmark = pytest.mark.django_db


def page_of(job: Job, **headers: str) -> Any:
    return signed_in(Role.CUSTOMS).get(f"/aduana/trabajos/{job.reference}/", headers=headers)


def job_that(state: str, **fields: object) -> Job:
    wanted = {"kind": "screen_upload", "payload": {"file_name": "mayo.zip"}, **fields}
    return Job.objects.create(key="1", owner="account:1", state=state, created_at=AT, **wanted)


def test_a_job_under_way_shows_how_far_it_is_and_asks_again_by_itself() -> None:
    job = job_that("RUNNING", done=30, total=120)
    body = page_of(job).content.decode()
    assert "mayo.zip" in body
    assert "30 de 120 (25 %)" in body
    assert f'hx-get="/aduana/trabajos/{job.reference}/" hx-trigger="every 1s"' in body


def test_it_can_be_followed_without_any_script() -> None:
    job = job_that("QUEUED")
    body = page_of(job).content.decode()
    assert re.search(rf'<a class="button[^"]*" href="/aduana/trabajos/{job.reference}/">Actualizar</a>', body)
    assert "Espera su turno" in body


def test_asking_again_brings_the_state_alone() -> None:
    body = page_of(job_that("RUNNING", done=1, total=2), **{"HX-Request": "true"}).content.decode()
    assert body.lstrip().startswith('<div id="job"')
    assert "<html" not in body


def test_a_finished_job_leads_to_its_run_with_and_without_script() -> None:
    run = finished_run()
    job = job_that("DONE", result={"run": str(run.reference)})
    client = signed_in(Role.CUSTOMS)
    address, target = f"/aduana/trabajos/{job.reference}/", f"/aduana/tamizados/{run.reference}/"
    assert client.get(address)["Location"] == target
    assert client.get(address, headers={"HX-Request": "true"})["HX-Redirect"] == target


def test_a_failed_job_says_why_offers_a_way_on_and_asks_no_more() -> None:
    job = job_that("FAILED", error_code="unreadable", error_es="No es un zip.", error_en="Not a zip.")
    body = page_of(job).content.decode()
    assert "No es un zip." in body
    assert 'href="/aduana/archivo/"' in body
    assert "hx-get" not in body


def test_a_page_that_waits_is_shown_anew_when_its_job_fails() -> None:
    assert page_of(job_that("FAILED"), **{"HX-Request": "true"})["HX-Refresh"] == "true"


def test_the_reason_is_told_in_the_language_of_the_page() -> None:
    job = job_that("FAILED", error_code="unreadable", error_es="No es un zip.", error_en="Not a zip.")
    assert "Not a zip." in page_of(job, **{"Accept-Language": "en"}).content.decode()


def test_jobs_of_other_kinds_have_no_page_here() -> None:
    assert page_of(job_that("QUEUED", kind="other")).status_code == 404
