from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases.domain.procedure import Act
from cases.domain.stages import MOVES
from cases.models import Case
from cases.queries import replayed_state, state_of
from kernel.domain.actors import Role
from tests.cases.acting import entries
from tests.cases.views.filled import WHY, account_of, client_of
from tests.pages import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
FILE, START = reverse("file_petition"), reverse("open_own_motion_case")
RECEIVED = {
    "channel": "WINDOW",
    "sent_at": "2026-03-02T17:45",
    "kind": "INVESTIGATION",
    "text": "hilo de algodón de un productor inventado",
    "folio": "OP-1",
}
STARTED = {"kind": "INVESTIGATION", "origin": "TIP", "text": "paneles", "folio": "AVISO-1", "reason": WHY}


def sent(client: Client, place: str, data: Mapping[str, object]) -> Any:
    return client.post(place, data)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("place", "act"), [(FILE, Act.FILE_PETITION), (START, Act.START_ON_OWN_MOTION)])
def test_the_form_is_shown_to_the_roles_of_the_table_and_to_no_other(place: str, act: Act, role: Role) -> None:
    status = signed_in(role).get(place).status_code
    assert status == (HTTPStatus.OK if role in MOVES[act].roles else HTTPStatus.FORBIDDEN)
    if role not in MOVES[act].roles:
        assert sent(client_of(role), place, RECEIVED | STARTED).status_code == HTTPStatus.FORBIDDEN
        assert not Case.objects.exists()


def test_whoever_is_not_signed_in_is_asked_to() -> None:
    assert Client().get(FILE).status_code == HTTPStatus.FOUND


def test_intake_records_a_petition_as_it_came_in() -> None:
    answer = sent(signed_in(Role.INTAKE), FILE, RECEIVED)
    case = Case.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (
        HTTPStatus.FOUND,
        reverse("case", kwargs={"reference": case.reference}),
    )
    assert (case.channel, case.rule_set, case.petitioner, case.source_id) == ("WINDOW", "RS-2025", "", "OP-1")
    assert timezone.localtime(case.filed_at).isoformat() == "2026-03-02T17:45:00-06:00"
    assert replayed_state(case) == state_of(case)


def test_intake_names_the_account_of_the_petitioner_where_there_is_one() -> None:
    account = account_of(Role.PETITIONER)
    sent(signed_in(Role.INTAKE), FILE, {**RECEIVED, "petitioner": account.email.upper()})
    assert Case.objects.get().petitioner == f"account:{account.reference}"


def test_a_petitioner_files_for_itself_and_at_the_moment_it_does() -> None:
    client, before = signed_in(Role.PETITIONER), timezone.now()
    assert 'name="sent_at"' not in client.get(FILE).content.decode()
    sent(client, FILE, {**RECEIVED, "petitioner": "otra@ejemplo.mx"})
    case = Case.objects.get()
    assert before <= case.filed_at <= timezone.now()
    assert (case.channel, case.petitioner) == ("VUCEM", account_of(Role.PETITIONER).as_actor("web").name)


def test_a_supervisor_starts_a_case_on_own_motion() -> None:
    answer = sent(signed_in(Role.SUPERVISOR), START, STARTED)
    case = Case.objects.get()
    assert (answer.status_code, case.stage, case.origin) == (HTTPStatus.FOUND, "INVESTIGATION", "OWN_MOTION")
    assert (case.source_kind, case.source_id, case.source_text) == ("TIP", "AVISO-1", "paneles")
    assert entries() == ["open_own_motion_case"]


def tomorrow() -> str:
    return (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        pytest.param({"channel": ""}, "id_channel_0", id="no channel"),
        pytest.param({"channel": "EMAIL", "sent_at": "2025-01-13T12:00"}, "id_channel_0", id="e-mail before 2025"),
        pytest.param({"sent_at": "2023-01-13T12:00"}, "id_sent_at", id="before the mechanism"),
        pytest.param({"sent_at": "ayer"}, "id_sent_at", id="a moment that is none"),
        pytest.param({"sent_at": "TOMORROW"}, "id_sent_at", id="a moment to come"),
        pytest.param({"text": " "}, "id_text", id="about nothing"),
        pytest.param({"text": "x" * 501}, "id_text", id="too long"),
        pytest.param({"petitioner": "nadie@ejemplo.mx"}, "id_petitioner", id="an account that is none"),
    ],
)
def test_a_fault_of_a_filing_is_told_at_its_field_and_opens_no_case(wrong: Mapping[str, str], field: str) -> None:
    data = {**RECEIVED, **{name: value.replace("TOMORROW", tomorrow()) for name, value in wrong.items()}}
    answer = sent(signed_in(Role.INTAKE), FILE, data)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#{field}"' in page
    assert "OP-1" in page
    assert not Case.objects.exists()
    assert entries() == []


def test_a_public_report_is_a_source_of_a_case_on_own_motion() -> None:
    sent(signed_in(Role.SUPERVISOR), START, {**STARTED, "origin": "REPORT", "folio": "INF-2026-1"})
    assert (Case.objects.get().source_kind, Case.objects.get().source_id) == ("REPORT", "INF-2026-1")


def test_a_start_without_reasons_opens_no_case() -> None:
    answer = sent(signed_in(Role.SUPERVISOR), START, {**STARTED, "reason": ""})
    assert (answer.status_code, 'href="#id_reason"' in answer.content.decode()) == (422, True)
    assert not Case.objects.exists()


@pytest.mark.parametrize(("place", "role", "data"), [(FILE, Role.INTAKE, RECEIVED), (START, Role.SUPERVISOR, STARTED)])
def test_a_form_that_is_sent_twice_opens_one_case(place: str, role: Role, data: dict[str, str]) -> None:
    client = signed_in(role)
    marked = data | {"once": client.get(place).context["once"]}
    first, again = (sent(client, place, marked) for _ in range(2))
    case = Case.objects.get()
    assert first.headers["Location"] == again.headers["Location"]
    assert f"ya abrió el expediente {case.reference}" in client.get(again.headers["Location"]).content.decode()
    assert len(entries()) == 1


def test_a_form_that_was_refused_and_mended_opens_its_case() -> None:
    client = signed_in(Role.SUPERVISOR)
    mark = client.get(START).context["once"]
    assert sent(client, START, {"once": mark}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sent(client, START, STARTED | {"once": mark}).status_code == HTTPStatus.FOUND
