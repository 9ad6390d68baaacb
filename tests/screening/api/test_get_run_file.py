from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from tests.screening.api.clients import SCOPES, Machine, problem
from tests.screening.api.test_get_screening_run import job_of
from tests.screening.finished import finished_run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings: Any) -> None:
    settings.TAMIZ_RUN_FILES = tmp_path


def place_of(machine: Machine, name: str) -> str:
    job = job_of(machine, "DONE", result={"run": str(finished_run().reference)})
    return f"/screening-runs/{job.reference}/files/{name}"


@pytest.mark.parametrize("name", ["verdicts.csv", "hits.jsonl", "report.html"])
def test_files_come_as_attachments(name: str) -> None:
    machine = Machine(*SCOPES)
    response: Any = machine.get(place_of(machine, name))
    assert response.status_code == 200
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"KARGILIK" in b"".join(cast(Iterable[bytes], response.streaming_content))


@pytest.mark.parametrize("name", ["passwd", "..%2f..%2fsecret-key", "verdicts.csv.bak"])
def test_no_other_file_can_be_had(name: str) -> None:
    machine = Machine(*SCOPES)
    problem(machine.get(place_of(machine, name)), 404, "not_found")


def test_an_unfinished_run_has_no_files() -> None:
    machine = Machine(*SCOPES)
    problem(machine.get(f"/screening-runs/{job_of(machine).reference}/files/verdicts.csv"), 409, "conflict")


def test_the_files_of_another_key_do_not_exist() -> None:
    problem(Machine(*SCOPES).get(place_of(Machine(*SCOPES), "verdicts.csv")), 404, "not_found")
