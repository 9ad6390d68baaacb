from datetime import date

import pytest

from cases.models import Case
from cases.services import declare_lapse, prioritise_case
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import FILED, SUPERVISOR, filed_petition, noon, own_motion_case, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "restore-order"


def prioritised() -> Case:
    return prioritise_case(seen=seen(filed_petition()), reason="riesgo", actor=SUPERVISOR, at=noon(FILED))


def test_the_case_goes_back_to_its_place() -> None:
    told = Person(Role.SUPERVISOR).acts(VERB, prioritised(), reason="cesó el riesgo")
    assert (told["unit"]["prioritised"], told["unit"]["priority_reason"]) == (False, "")


def test_an_ended_case_has_no_place_in_the_order() -> None:
    case = declare_lapse(seen=seen(own_motion_case(date(2023, 6, 1))), actor=SUPERVISOR, at=noon(date(2026, 1, 5)))
    refused(Person(Role.SUPERVISOR), VERB, case, 409, "barred", reason="cesó el riesgo")


def test_it_takes_reasons() -> None:
    refused(Person(Role.SUPERVISOR), VERB, prioritised(), 400, "no_reason", reason="")


def test_a_case_that_is_in_its_place_is_not_put_back() -> None:
    told = refused(Person(Role.SUPERVISOR), VERB, filed_petition(), 409, "barred", reason="cesó el riesgo")
    assert told["article"] == "LFPA art. 46"
