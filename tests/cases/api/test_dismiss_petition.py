import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import admitted_case, filed_petition, prevented_petition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "dismiss-petition"


def sent(**other: object) -> dict[str, object]:
    return {"ground": "INADMISSIBLE", "reason": "no es materia del mecanismo"} | other


def test_it_ends_the_case_on_its_ground() -> None:
    told = Person(Role.SUPERVISOR).acts(VERB, prevented_petition(), **sent(ground="INCOMPLETE"))
    assert (told["stage"], told["outcome"], told["clocks"]) == ("DISMISSED", "INCOMPLETE", [])
    assert told["ended_on"] == str(days_ago(0))


def test_what_was_not_prevented_is_not_incomplete() -> None:
    told = refused(Person(Role.SUPERVISOR), VERB, filed_petition(), 409, "barred", **sent(ground="INCOMPLETE"))
    assert told["article"] == "LFPA art. 17-A"


def test_what_was_admitted_is_not_dismissed() -> None:
    refused(Person(Role.SUPERVISOR), VERB, admitted_case(), 409, "barred", **sent())


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"ground": "UGLY"}, 422, "invalid", id="no ground"),
        pytest.param({"reason": ""}, 400, "no_reason", id="no reason"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(), status, code, **sent(**other))
