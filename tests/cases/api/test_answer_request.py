import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.services.test_inquiries import ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "answer-request"


def test_an_answer_however_late_is_recorded() -> None:
    told = Person(Role.INTAKE).acts(VERB, ask(), number=1, answered_on=str(days_ago(0)))
    assert told["records"]["requests"][0]["answered_on"] == str(days_ago(0))
    assert told["terms"][0]["met_on"] == str(days_ago(0))


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        pytest.param({"number": 2, "answered_on": "2025-02-03"}, 404, "unknown_request", id="no such request"),
        pytest.param({"number": 1, "answered_on": "2025-01-20"}, 400, "invalid_term", id="before it was asked"),
    ],
)
def test_what_cannot_be_is_refused(sent: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INTAKE), VERB, ask(), status, code, **sent)
