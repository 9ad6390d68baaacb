import pytest

from cases.models import Case
from cases.services import suspend_terms
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import SUPERVISOR, filed_petition, noon, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "resume-terms"


def suspended() -> Case:
    case, on = filed_petition(days_ago(5)), days_ago(3)
    return suspend_terms(
        seen=seen(case), from_on=on, instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=noon(on)
    )


def test_the_clocks_run_again() -> None:
    told = Person(Role.SUPERVISOR).acts(VERB, suspended(), until_on=str(days_ago(1)), reason="cesó")
    assert all(one["target_on"] for one in told["clocks"])
    assert told["suspensions"][0]["until_on"] == str(days_ago(1))


def test_what_runs_is_not_resumed() -> None:
    sent = {"until_on": str(days_ago(1)), "reason": "cesó"}
    told = refused(Person(Role.SUPERVISOR), VERB, filed_petition(days_ago(5)), 409, "barred", **sent)
    assert told["article"] == "LFPA art. 28"


@pytest.mark.parametrize("days", [-1, 4], ids=["a day to come", "a day before the suspension"])
def test_a_day_that_cannot_be_is_refused(days: int) -> None:
    sent = {"until_on": str(days_ago(days)), "reason": "cesó"}
    refused(Person(Role.SUPERVISOR), VERB, suspended(), 400, "invalid_term", **sent)
