from datetime import date

import pytest

from cases.services import prioritise_case, suspend_terms
from kernel.domain.actors import Role
from tests.cases.factories import SUPERVISOR, case_to_decide, filed_petition, noon, own_motion_case, seen
from tests.cases.pages import body, reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)
PLACE = "/expedientes/por-resolver/"


def test_the_cases_to_decide_stand_in_their_order_and_no_other_does() -> None:
    filed = filed_petition()
    first, own, late = case_to_decide(), case_to_decide(own_motion_case()), case_to_decide()
    waiting = suspend_terms(
        seen=seen(case_to_decide()),
        from_on=ON,
        instrument="declaratoria",
        reason="sismo",
        actor=SUPERVISOR,
        at=noon(ON),
    )
    prioritise_case(seen=seen(late), reason="riesgo", actor=SUPERVISOR, at=noon(ON))
    page = body(reader(Role.DECIDER)[0], PLACE)
    assert page.index(late.reference) < page.index(first.reference) < page.index(own.reference)
    assert filed.reference not in page
    assert waiting.reference not in page
    assert page.count("Negativa ficta") == 2  # silence refuses petitions alone


def test_each_kind_has_a_list_of_its_own() -> None:
    case = case_to_decide()
    client, _, _ = reader(Role.DECIDER)
    assert case.reference in body(client, f"{PLACE}?clase=x")
    assert "Nada por resolver" in body(client, f"{PLACE}?clase=ANNULMENT")
