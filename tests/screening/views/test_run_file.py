import csv
import json
from collections.abc import Iterable
from typing import cast

import pytest
from django.http import FileResponse
from django.test import Client

from kernel.domain.actors import Role
from screening.models import ScreeningRun
from tests.pages import signed_in
from tests.screening.finished import finished_run

pytestmark = pytest.mark.django_db


def taken(client: Client, run: ScreeningRun, name: str, **headers: str) -> tuple[FileResponse, str]:
    response = cast(FileResponse, client.get(f"/aduana/tamizados/{run.reference}/archivos/{name}", headers=headers))
    body = b"".join(cast(Iterable[bytes], response.streaming_content)) if response.streaming else response.content
    return response, body.decode()


@pytest.mark.parametrize("name", ["verdicts.csv", "hits.jsonl", "report.html"])
def test_files_are_taken_away_and_never_shown_in_the_page(name: str) -> None:
    response, body = taken(signed_in(Role.CUSTOMS), finished_run(), name)
    assert response.status_code == 200
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "KARGILIK" in body


def test_the_verdicts_have_a_row_for_each_line_and_each_rejected_row() -> None:
    _, body = taken(signed_in(Role.CUSTOMS), finished_run(), "verdicts.csv")
    rows = list(csv.DictReader(body.removeprefix("\ufeff").splitlines()))
    assert sorted(row["verdict"] for row in rows) == ["CLEAR", "NOT_SCREENED", "REVIEW", "STOP", "UNKNOWN", "WATCH"]


def test_the_hits_are_one_object_a_line() -> None:
    _, body = taken(signed_in(Role.CUSTOMS), finished_run(), "hits.jsonl")
    assert [json.loads(line)["verdict"] for line in body.splitlines()] == ["STOP", "REVIEW", "WATCH"]


def test_the_report_is_in_the_language_of_the_page() -> None:
    run, client = finished_run(), signed_in(Role.CUSTOMS)
    assert '<html lang="es' in taken(client, run, "report.html")[1]
    assert '<html lang="en' in taken(client, run, "report.html", **{"Accept-Language": "en"})[1]


def test_another_name_is_a_missing_page() -> None:
    response, _ = taken(signed_in(Role.CUSTOMS), finished_run(), "settings.py")
    assert response.status_code == 404


def test_an_unfinished_run_has_no_files() -> None:
    run = finished_run()
    ScreeningRun.objects.update(state=ScreeningRun.State.RUNNING)
    response, body = taken(signed_in(Role.CUSTOMS), run, "verdicts.csv")
    assert response.status_code == 409
    assert "no ha terminado" in body
