import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.inquiry import with_importer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "change-party"

SENT = {"number": 1, "role": "IMPORTER", "name": "Otro nombre", "reason": "acta"}


def test_what_is_recorded_of_a_party_is_corrected() -> None:
    told = Person(Role.INVESTIGATOR).acts(VERB, with_importer(), **SENT)
    party = told["records"]["parties"][0]
    assert (party["name"], party["revision"], party["electronic"]) == ("Otro nombre", 2, False)


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"number": 2}, 404, "unknown_party", id="no such party"),
        pytest.param({"reason": " "}, 400, "no_reason", id="no reason"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INVESTIGATOR), VERB, with_importer(), status, code, **(SENT | other))
