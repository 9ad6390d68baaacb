import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import admitted_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "add-party"

SENT = {"role": "PRODUCER", "name": "新疆棉花公司", "country": "China"}


def test_a_party_is_added_with_its_key() -> None:
    told = Person(Role.INTAKE).acts(VERB, admitted_case(), **SENT)
    party = told["records"]["parties"][0]
    assert (party["key"], party["name"], party["country"]) == ("party:1", "新疆棉花公司", "CHN")


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"name": " "}, 400, "invalid_party", id="nobody"),
        pytest.param({"electronic": True}, 400, "invalid_party", id="electronic notices without an account"),
        pytest.param({"country": "Ninguno"}, 422, "invalid", id="no country"),
        pytest.param({"role": "JUDGE"}, 422, "invalid", id="no role"),
    ],
)
def test_what_is_not_enough_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INTAKE), VERB, admitted_case(), status, code, **(SENT | other))
