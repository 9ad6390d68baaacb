from datetime import date

import pytest

from cases.models import Case
from cases.services import prevent_petition
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import INTAKE, filed_petition, noon, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "cure-petition"


def test_its_petitioner_cures_and_the_clock_goes_on() -> None:
    who = Person(Role.PETITIONER)
    told = who.acts(VERB, prevented(who))
    assert told["stage"] == "RECEIVED"
    assert told["terms"][0]["met_on"] is not None


def test_another_petitioner_learns_nothing_of_the_case() -> None:
    case = prevented(Person(Role.PETITIONER, Role.IMPORTER))
    refused(Person(Role.PETITIONER), VERB, case, 404, "unknown_case")


def test_nothing_is_cured_that_was_not_prevented() -> None:
    who = Person(Role.PETITIONER)
    told = refused(who, VERB, filed_petition(petitioner=who.actor), 409, "barred")
    assert told["article"] == "LFPA art. 17-A"


def prevented(who: Person) -> Case:
    case, on = filed_petition(petitioner=who.actor), date(2025, 2, 10)
    return prevent_petition(
        seen=seen(case), notified_on=on, cure_days=5, reason="falta el origen", actor=INTAKE, at=noon(on)
    )
