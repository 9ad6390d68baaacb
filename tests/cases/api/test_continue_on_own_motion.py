import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import filed_petition, own_motion_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "continue-on-own-motion"


def test_the_decision_is_kept_until_the_petition_is_withdrawn() -> None:
    told = Person(Role.SUPERVISOR).acts(VERB, filed_petition(), reason="interés público")
    assert told["stage"] == "RECEIVED"
    assert told["unit"]["continued_on"] == str(days_ago(0))
    assert VERB not in [one["verb"] for one in told["possible"]]


def test_a_case_on_own_motion_has_no_petition_to_lose() -> None:
    told = refused(Person(Role.SUPERVISOR), VERB, own_motion_case(), 409, "barred", reason="interés público")
    assert told["article"] == "LFPA art. 58"


def test_it_takes_reasons() -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(), 400, "no_reason", reason=" ")
