import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.services.test_inquiries import annul, determined

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "propose-adoption"


def test_an_adoption_is_proposed_with_its_reasons() -> None:
    told = Person(Role.INVESTIGATOR).acts(VERB, determined(), number=1, reason="mismo productor")
    found = told["records"]["determinations"][0]
    assert (found["proposed_on"], found["proposal_reason"]) == (str(days_ago(0)), "mismo productor")


def test_what_does_not_stand_is_not_proposed() -> None:
    who = Person(Role.INVESTIGATOR)
    refused(who, VERB, annul(determined()), 409, "barred", number=1, reason="x")
    refused(who, VERB, determined(), 404, "unknown_determination", number=2, reason="x")
