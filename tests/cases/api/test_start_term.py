import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import admitted_case, filed_petition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "start-term"


def sent(**other: object) -> dict[str, object]:
    return {"kind": "IMPORTER_ANSWER", "notified_on": str(days_ago(0)), "party": "importer:1"} | other


def test_a_term_starts_and_is_watched() -> None:
    told = Person(Role.INVESTIGATOR).acts(VERB, admitted_case(), **sent())
    assert [(term["number"], term["party"]) for term in told["terms"]] == [(1, "importer:1")]
    assert "IMPORTER_ANSWER" in [clock["kind"] for clock in told["clocks"]]


def test_it_starts_while_the_case_is_investigated() -> None:
    refused(Person(Role.INVESTIGATOR), VERB, filed_petition(), 409, "barred", **sent())


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"days": 3}, 409, "barred", id="other days than the law fixes"),
        pytest.param({"kind": "PLEADINGS"}, 400, "invalid_term", id="a term of an act of its own"),
        pytest.param({"kind": "EVIDENCE"}, 400, "invalid_term", id="days that nobody set"),
        pytest.param({"kind": "TEA"}, 422, "invalid", id="no term"),
        pytest.param({"party": "x" * 101}, 422, "invalid", id="a party without end"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INVESTIGATOR), VERB, admitted_case(), status, code, **sent(**other))
