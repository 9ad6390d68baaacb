import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import admitted_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "record-determination"

SENT = {
    "institution": "CBP",
    "country": "Estados Unidos",
    "reference": "WRO-1",
    "determined_on": "2024-05-01",
    "goods": "algodón",
    "text": "hallazgo inventado",
}


def test_a_determination_is_put_on_file() -> None:
    told = Person(Role.INVESTIGATOR).acts(VERB, admitted_case(), **SENT)
    found = told["records"]["determinations"][0]
    assert (found["country"], found["reference"], found["proposed_on"]) == ("USA", "WRO-1", None)


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"reference": " "}, 400, "invalid_determination", id="no reference"),
        pytest.param({"determined_on": str(days_ago(-1))}, 400, "invalid_term", id="a day to come"),
        pytest.param({"country": "Ninguno"}, 422, "invalid", id="no country"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INVESTIGATOR), VERB, admitted_case(), status, code, **(SENT | other))
