from datetime import date

import pytest

from cases.services import join_case
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import SUPERVISOR, admitted_case, filed_petition, noon, own_motion_case, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "separate-case"


def test_a_joined_case_goes_on_by_itself() -> None:
    case, lead, on = own_motion_case(), admitted_case(), date(2025, 2, 3)
    case = join_case(seen=seen(case), lead=seen(lead), reason="mismo productor", actor=SUPERVISOR, at=noon(on))
    told = Person(Role.SUPERVISOR).acts(VERB, case, reason="otro productor")
    assert (told["unit"]["lead"], told["stage"]) == (None, "INVESTIGATION")


def test_what_is_not_joined_is_not_separated() -> None:
    told = refused(Person(Role.SUPERVISOR), VERB, admitted_case(), 409, "barred", reason="otro productor")
    assert told["article"] == "LFPA art. 45"


def test_what_was_not_admitted_is_not_separated() -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(), 409, "barred", reason="otro productor")
