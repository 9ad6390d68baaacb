import pytest

from cases.services import open_pleadings
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import INVESTIGATOR, heard_case, noon, pleaded_case, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "close-pleadings"


def test_the_case_is_ready_to_be_decided() -> None:
    assert Person(Role.INVESTIGATOR).acts(VERB, pleaded_case())["stage"] == "DECISION"


def test_the_term_must_be_over() -> None:
    case, on = heard_case(), days_ago(1)
    case = open_pleadings(seen=seen(case), notified_on=on, days=5, actor=INVESTIGATOR, at=noon(on))
    assert refused(Person(Role.INVESTIGATOR), VERB, case, 409, "barred")["article"] == "LFPA art. 56"


def test_there_must_be_pleadings() -> None:
    refused(Person(Role.INVESTIGATOR), VERB, heard_case(), 409, "barred")
