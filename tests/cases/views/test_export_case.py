import io
import zipfile
from collections.abc import Iterable
from typing import cast

import pytest
from django.http import FileResponse

from cases.models import Case
from kernel.domain.actors import Role
from tests.cases.acting import entries
from tests.cases.factories import admitted_case
from tests.cases.pages import reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def place(case: Case) -> str:
    return f"/expedientes/{case.reference}/exportar/"


def test_the_whole_file_is_taken_away_and_the_ledger_keeps_a_note() -> None:
    case = admitted_case()
    response = cast(FileResponse, reader(Role.AUDITOR)[0].post(place(case)))
    content = b"".join(cast(Iterable[bytes], response.streaming_content))
    assert response["Content-Disposition"] == f'attachment; filename="{case.reference}.zip"'
    assert response["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        assert {"index.json", "ledger.jsonl"} <= set(whole.namelist())
    assert entries()[-1] == "export_case_file"


@pytest.mark.parametrize("role", [Role.INTAKE, Role.NOTIFIER, Role.TRANSPARENCY])
def test_who_may_not_have_the_whole_file_is_refused_and_nothing_is_noted(role: Role) -> None:
    case = admitted_case()
    before = entries()
    response = reader(role)[0].post(place(case))
    assert response.status_code == 403
    assert "LFPA art. 3" in response.content.decode()
    assert entries() == before
