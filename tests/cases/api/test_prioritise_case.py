from datetime import date

import pytest

from cases.services import declare_lapse, prioritise_case
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import FILED, SUPERVISOR, filed_petition, noon, own_motion_case, seen
from tests.screening.api.clients import answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "prioritise-case"


def test_the_case_goes_before_those_filed_earlier() -> None:
    filed_petition()
    case, who = own_motion_case(), Person(Role.SUPERVISOR)
    told = who.acts(VERB, case, reason="riesgo para la salud")
    assert (told["unit"]["prioritised"], told["unit"]["priority_reason"]) == (True, "riesgo para la salud")
    assert answer(who.get("/cases"))["items"][0]["reference"] == case.reference


def test_an_ended_case_has_no_place_in_the_order() -> None:
    case = declare_lapse(seen=seen(own_motion_case(date(2023, 6, 1))), actor=SUPERVISOR, at=noon(date(2026, 1, 5)))
    told = refused(Person(Role.SUPERVISOR), VERB, case, 409, "barred", reason="riesgo")
    assert told["article"] == "LFPA art. 57"


def test_it_takes_reasons() -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(), 400, "no_reason", reason="")


def test_a_case_is_put_first_once() -> None:
    case = prioritise_case(seen=seen(filed_petition()), reason="riesgo", actor=SUPERVISOR, at=noon(FILED))
    told = refused(Person(Role.SUPERVISOR), VERB, case, 409, "barred", reason="otro riesgo")
    assert told["article"] == "LFPA art. 46"
