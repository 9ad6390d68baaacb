import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.services.test_inquiries import determined

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "record-annulment"


def test_an_annulment_abroad_is_recorded() -> None:
    told = Person(Role.INVESTIGATOR).acts(VERB, determined(), number=1, annulled_on=str(days_ago(0)), reason="boletín")
    assert told["records"]["determinations"][0]["annulled_on"] == str(days_ago(0))


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"reason": ""}, 400, "no_reason", id="no reason"),
        pytest.param({"annulled_on": "2024-01-01"}, 400, "invalid_term", id="before it was made"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    sent = {"number": 1, "annulled_on": str(days_ago(0)), "reason": "boletín"} | other
    refused(Person(Role.INVESTIGATOR), VERB, determined(), status, code, **sent)
