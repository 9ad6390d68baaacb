import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import case_to_decide, pleaded_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "return-for-evidence"


def test_the_case_is_investigated_again() -> None:
    told = Person(Role.DECIDER).acts(VERB, case_to_decide(), reason="falta la prueba del volumen")
    assert told["stage"] == "INVESTIGATION"


def test_it_is_for_a_case_that_was_to_be_decided() -> None:
    refused(Person(Role.DECIDER), VERB, pleaded_case(), 409, "barred", reason="falta")


def test_it_says_what_is_missing() -> None:
    refused(Person(Role.DECIDER), VERB, case_to_decide(), 400, "no_reason", reason="")
