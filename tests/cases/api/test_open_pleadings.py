import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import admitted_case, filed_petition, heard_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "open-pleadings"


def sent(**other: object) -> dict[str, object]:
    return {"notified_on": str(days_ago(0)), "days": 5} | other


def test_the_term_for_pleadings_starts() -> None:
    told = Person(Role.INVESTIGATOR).acts(VERB, heard_case(), **sent())
    assert told["stage"] == "PLEADINGS"
    assert [(term["kind"], term["days"]) for term in told["terms"]][-1] == ("PLEADINGS", 5)


def test_an_importer_must_be_heard_before() -> None:
    told = refused(Person(Role.INVESTIGATOR), VERB, admitted_case(), 409, "barred", **sent())
    assert told["article"] == "LFPA art. 56"


def test_a_petition_that_was_not_admitted_has_no_pleadings() -> None:
    refused(Person(Role.INVESTIGATOR), VERB, filed_petition(), 409, "barred", **sent())


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"days": 11}, 409, "barred", id="too many days"),
        pytest.param({"days": "x"}, 422, "invalid", id="no number"),
        pytest.param({"notified_on": "2999-01-01"}, 400, "invalid_term", id="a notice to come"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INVESTIGATOR), VERB, heard_case(), status, code, **sent(**other))
