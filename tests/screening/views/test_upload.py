from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from kernel.domain.actors import Role
from kernel.models import Document, Job
from kernel.uploads import LimitedUploadHandler
from tests.pages import signed_in
from tests.screening.finished import list_in_use

pytestmark = pytest.mark.django_db

ADDRESS = "/aduana/archivo/"
CSV = b"pedimento,fraccion,origen,proveedor\n26473044 6000101,28046101,CHN,HOSHINE SILICON\n"


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def sent(client: Client, **fields: object) -> Any:
    form = {
        "file": SimpleUploadedFile("mayo.csv", CSV),
        "lists": ["uflpa"],
        "as_of": timezone.localdate().isoformat(),
        **fields,
    }
    return client.post(ADDRESS, {name: value for name, value in form.items() if value is not None})


def test_a_file_becomes_a_job_and_the_page_leads_to_its_progress() -> None:
    list_in_use()
    response = sent(signed_in(Role.CUSTOMS))
    job = Job.objects.get()
    assert response["Location"] == f"/aduana/trabajos/{job.reference}/"
    assert job.payload["file_name"] == "mayo.csv"
    assert job.payload["lists"] == ["uflpa"]
    assert Document.objects.get().size == len(CSV)


def test_the_same_file_again_leads_to_the_same_job() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    first, second = sent(client), sent(client)
    assert first["Location"] == second["Location"]
    assert Job.objects.count() == 1


def test_the_lists_that_can_be_used_are_ticked_and_a_stale_one_is_closed() -> None:
    list_in_use()
    list_in_use("wro", stale_after=datetime.now(UTC) - timedelta(days=1))
    list_in_use("demo-uflpa", demo=True, stale_after=None)
    page = signed_in(Role.CUSTOMS).get(ADDRESS).content.decode()
    boxes = {part.split('"')[0]: part.split(">")[0] for part in page.split('name="lists" value="')[1:]}
    assert "checked" in boxes["uflpa"]
    assert "disabled" in boxes["wro"]
    assert "checked" not in boxes["demo-uflpa"]


def test_without_lists_there_is_no_form() -> None:
    page = signed_in(Role.CUSTOMS).get(ADDRESS).content.decode()
    assert "No hay ninguna lista cargada" in page
    assert 'type="file"' not in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"file": None}, "Elija un archivo.", id="no file"),
        pytest.param({"file": SimpleUploadedFile("a.csv", b"")}, "El archivo está vacío.", id="an empty file"),
        pytest.param({"lists": None}, "Marque al menos una lista.", id="no list"),
        pytest.param({"lists": ["../../etc/passwd"]}, "no hay ninguna «../../etc/passwd»", id="a path for a list"),
        pytest.param({"lists": ["wro"]}, "está vencida o vacía", id="a stale list"),
        pytest.param({"as_of": "31/31/2026"}, "Escriba una fecha válida", id="an impossible day"),
        pytest.param({"as_of": "2999-01-01"}, "Ese día aún no llega", id="a day to come"),
    ],
)
def test_what_is_wrong_is_said_and_no_job_is_made(fields: dict[str, object], words: str) -> None:
    list_in_use()
    list_in_use("wro", stale_after=datetime.now(UTC) - timedelta(days=1))
    response = sent(signed_in(Role.CUSTOMS), **fields)
    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="error-summary"' in page
    assert words in page
    assert not Job.objects.exists()


def test_a_file_already_received_need_not_be_sent_again() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    faulty = sent(client, lists=None)
    assert "mayo.csv" in faulty.content.decode()
    response = sent(client, file=None, kept=faulty.context["kept_token"])
    assert response.status_code == 302
    assert Job.objects.get().payload["file_name"] == "mayo.csv"


def test_a_mark_of_a_file_that_somebody_else_sent_is_worth_nothing() -> None:
    list_in_use()
    token = sent(signed_in(Role.CUSTOMS), lists=None).context["kept_token"]
    response = sent(signed_in(Role.ADMIN), file=None, kept=token)
    assert response.status_code == 422
    assert "Elija un archivo." in response.content.decode()


@pytest.mark.parametrize("token", ["", "x", "eyJ4IjoxfQ:1:abc"])
def test_a_forged_mark_of_a_file_is_worth_nothing(token: str) -> None:
    list_in_use()
    assert sent(signed_in(Role.CUSTOMS), file=None, kept=token).status_code == 422
    assert not Job.objects.exists()


def test_a_file_above_the_limit_is_refused_before_it_is_kept(settings: Any) -> None:
    settings.TAMIZ_UPLOAD_LIMIT = 20
    list_in_use()
    response = sent(signed_in(Role.CUSTOMS))
    assert response.status_code == 413
    assert not Document.objects.exists()
    assert not Job.objects.exists()


def test_the_form_cannot_be_sent_from_another_site() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    client.handler.enforce_csrf_checks = True
    assert sent(client).status_code == 403
    assert not Job.objects.exists()


def test_what_a_visitor_sends_is_not_read_before_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    def received(*_args: object) -> None:
        raise AssertionError("the file was read")

    monkeypatch.setattr(LimitedUploadHandler, "new_file", received)
    response = sent(Client(enforce_csrf_checks=True))
    assert response.status_code == 302
    assert response["Location"].startswith("/cuenta/entrar/")
