import pytest

from cases.services import suspend_terms
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import SUPERVISOR, filed_petition, noon, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "suspend-terms"


def sent(**other: object) -> dict[str, object]:
    return {"from_on": str(days_ago(1)), "instrument": "declaratoria", "reason": "sismo"} | other


def test_no_clock_runs() -> None:
    told = Person(Role.SUPERVISOR).acts(VERB, filed_petition(days_ago(5)), **sent())
    assert [one["target_on"] for one in told["clocks"] if one["kind"] == "DECISION"] == [None]
    assert told["suspensions"][0]["until_on"] is None


def test_what_is_suspended_is_not_suspended_again() -> None:
    case, on = filed_petition(days_ago(5)), days_ago(2)
    case = suspend_terms(
        seen=seen(case), from_on=on, instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=noon(on)
    )
    told = refused(Person(Role.SUPERVISOR), VERB, case, 409, "barred", **sent())
    assert told["article"] == "LFPA art. 28"


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"from_on": "2999-01-01"}, 400, "invalid_term", id="a day to come"),
        pytest.param({"instrument": "\u200b"}, 400, "no_instrument", id="an act that nobody can see"),
        pytest.param({"from_on": None}, 422, "invalid", id="no day"),
        pytest.param({"reason": ""}, 400, "no_reason", id="no reason"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(days_ago(5)), status, code, **sent(**other))
