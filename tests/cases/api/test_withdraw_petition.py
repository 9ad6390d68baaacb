import pytest

from cases.services import continue_on_own_motion, withdraw_petition
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import FILED, SUPERVISOR, filed_petition, noon, own_motion_case, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "withdraw-petition"


def test_the_case_ends() -> None:
    who = Person(Role.PETITIONER)
    assert who.acts(VERB, filed_petition(petitioner=who.actor))["stage"] == "WITHDRAWN"


def test_a_case_that_was_to_go_on_goes_on() -> None:
    who = Person(Role.PETITIONER)
    case = filed_petition(petitioner=who.actor)
    case = continue_on_own_motion(seen=seen(case), reason="interés público", actor=SUPERVISOR, at=noon(FILED))
    told = who.acts(VERB, case)
    assert (told["stage"], told["ended_on"]) == ("INVESTIGATION", None)


def test_nobody_withdraws_twice() -> None:
    who = Person(Role.PETITIONER)
    case = withdraw_petition(seen=seen(filed_petition(petitioner=who.actor)), actor=who.actor, at=noon(FILED))
    assert refused(who, VERB, case, 409, "barred")["article"] == "LFPA art. 57"


def test_a_case_on_own_motion_is_not_theirs() -> None:
    refused(Person(Role.PETITIONER), VERB, own_motion_case(), 404, "unknown_case")
