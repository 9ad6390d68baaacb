"""What the page of a case says of the case itself."""

from datetime import date

import pytest

from cases.services import continue_on_own_motion, withdraw_petition
from kernel.domain.actors import Role
from tests.cases.factories import SUPERVISOR, filed_petition, noon, seen
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
