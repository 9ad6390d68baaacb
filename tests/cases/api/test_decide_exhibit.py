import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.services.test_submissions import with_exhibit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "decide-exhibit"

SENT = {"submission": 1, "exhibit": 1, "admitted": False, "reason": "impertinente"}


def test_an_exhibit_is_ruled_on_with_reasons() -> None:
    told = Person(Role.INVESTIGATOR).acts(VERB, with_exhibit(), **SENT)
    exhibit = told["records"]["submissions"][0]["exhibits"][0]
    assert (exhibit["decision"], exhibit["decision_reason"]) == ("REJECTED", "impertinente")


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"exhibit": 2}, 404, "unknown_exhibit", id="no such exhibit"),
        pytest.param({"reason": ""}, 400, "no_reason", id="no reason"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INVESTIGATOR), VERB, with_exhibit(), status, code, **(SENT | other))
