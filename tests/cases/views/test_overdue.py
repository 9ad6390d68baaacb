from datetime import date

import pytest

from cases.services import extend_term
from kernel.domain.actors import Role
from tests.cases.factories import SUPERVISOR, filed_petition, noon, own_motion_case, seen
from tests.cases.pages import body, reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
PLACE = "/expedientes/vencidos/"


def test_what_the_authority_let_pass_is_listed_the_oldest_first() -> None:
    second, first = filed_petition(date(2025, 1, 20)), own_motion_case()
    page = body(reader(Role.AUDITOR)[0], PLACE)
    assert page.index(first.reference) < page.index(second.reference)
    assert "Resolución" in page
    assert page.count("Negativa ficta") == 1


def test_an_extended_term_that_runs_is_not_listed() -> None:
    case = filed_petition(date(2026, 3, 2))
    extend_term(seen=seen(case), reason="complejidad", actor=SUPERVISOR, at=noon(date(2026, 3, 3)))
    assert case.reference not in body(reader(Role.SUPERVISOR)[0], PLACE)


def test_nothing_overdue_is_told() -> None:
    assert "Nada vencido" in body(reader(Role.SUPERVISOR)[0], PLACE)
    assert "Nothing overdue" in body(reader(Role.DECIDER)[0], PLACE, language="en")
