"""What the page of a case says of the case itself."""

from datetime import date
from io import BytesIO

import pytest

from cases.formats.case_file_check import check_case_file
from cases.models import Case
from cases.services import continue_on_own_motion, export_case_file, name_petitioner, withdraw_petition
from kernel.domain.actors import Role
from tests.cases.factories import (
    INTAKE,
    SUPERVISOR,
    admitted_case,
    filed_petition,
    noon,
    prevented_petition,
    seen,
)
from tests.cases.pages import body, reader
from tests.cases.services.test_moves import load
from tests.cases.views.test_case import place, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)


def test_only_a_case_that_went_on_without_its_petition_is_called_on_own_motion() -> None:
    client, _, _ = reader(Role.SUPERVISOR)
    petitioner, _, actor = reader(Role.PETITIONER)
    case = withdraw_petition(seen=seen(filed_petition(petitioner=actor)), actor=actor, at=noon(ON))
    assert not case.is_own_motion()
    for one in (client, petitioner):
        page = words(body(one, place(case)))
        assert "desistida el 17 de febrero de 2025" in page
        assert "de oficio" not in page
    case = continue_on_own_motion(
        seen=seen(filed_petition(petitioner=actor)), reason="interés", actor=SUPERVISOR, at=noon(ON)
    )
    case = withdraw_petition(seen=seen(case), actor=actor, at=noon(ON))
    assert case.is_own_motion()
    assert "de oficio desde el desistimiento" in words(body(client, place(case)))


def test_a_petitioner_is_told_that_a_calendar_moved_its_deadline() -> None:
    petitioner, _, actor = reader(Role.PETITIONER)
    case = filed_petition(date(2025, 10, 30), petitioner=actor)
    load()
    told = words(body(petitioner, place(case)).partition('id="historia"')[2].join(["<main>", "</main>"]))
    assert "Se movieron vencimientos por un cambio de calendario" in told
    assert "Vencimiento: resolución, el 21 de julio de 2026" in told
    assert "último día para prorrogar" not in told


def test_a_case_withdrawn_late_shows_the_stages_it_went_through_and_its_subject() -> None:
    petitioner, _, actor = reader(Role.PETITIONER)
    case = name_petitioner(seen=seen(admitted_case()), petitioner=actor.name, reason="poder", actor=INTAKE, at=noon(ON))
    Case.objects.update(source_text="Camisas de hospital")
    page = body(petitioner, place(case))
    assert "Asunto: Camisas de hospital" in words(page)
    assert 'class="button" href="/expedientes/' + case.reference + "/actos/withdraw" not in page
    assert "Desistirse" in page
    withdraw_petition(seen=seen(case), actor=actor, at=noon(ON))
    way = body(petitioner, place(case)).partition('<ol class="way"')[2].partition("</ol>")[0]
    way = words(f"<main>{way}</main>")
    assert [stage for stage in ("Recibida", "Investigación", "Desistida", "Alegatos") if stage in way] == [
        "Recibida",
        "Investigación",
        "Desistida",
    ]


def test_whom_a_term_runs_against_is_told_and_alike_deadlines_are_told_apart() -> None:
    client, _, _ = reader(Role.SUPERVISOR)
    page = words(body(client, place(prevented_petition())))
    assert "1. Desahogo de la prevención La persona solicitante" in page
    assert "Vencimiento: desahogo de la prevención (plazo 1), el 17 de febrero de 2025" in page


def test_what_is_certain_to_be_refused_is_shown_with_its_reason_and_without_a_link() -> None:
    client, _, _ = reader(Role.INTAKE)
    page = body(client, place(filed_petition()))
    assert "Hoy no: Para admitir se requiere el acuerdo de otra persona" in words(page)
    assert "/actos/admit-petition/" not in page


def test_the_hash_of_an_exported_index_can_be_compared_on_the_page() -> None:
    case, target = filed_petition(), BytesIO()
    digest = export_case_file(case_ref=case.reference, target=target, actor=SUPERVISOR, at=noon(ON))
    assert f"Huella (SHA-256) del índice: {digest}" in words(body(reader(Role.AUDITOR)[0], place(case)))
    assert checked(target) == digest


def checked(target: BytesIO) -> str:
    return check_case_file(target).index_sha256
