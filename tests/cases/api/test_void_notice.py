import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.inquiry import notified_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "void-notice"


def test_a_notice_is_annulled_and_its_term_with_it() -> None:
    told = Person(Role.SUPERVISOR).acts(VERB, notified_case(), number=1, reason="domicilio equivocado")
    assert told["records"]["notices"][0]["void_on"] == str(days_ago(0))
    assert "IMPORTER_ANSWER" not in [one["kind"] for one in told["clocks"]]


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        pytest.param({"number": 1, "reason": " "}, 400, "no_reason", id="no reason"),
        pytest.param({"number": 2, "reason": "x"}, 404, "unknown_notice", id="no such notice"),
    ],
)
def test_what_cannot_be_is_refused(sent: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.SUPERVISOR), VERB, notified_case(), status, code, **sent)
