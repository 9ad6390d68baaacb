import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import PETITIONER, filed_petition, own_motion_case, registered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "name-petitioner"


def test_another_account_may_act_for_the_petitioner() -> None:
    case, new = filed_petition(), Person(Role.PETITIONER)
    told = Person(Role.INTAKE).acts(VERB, case, petitioner=new.actor.name, reason="poder notarial 12")
    assert told["unit"]["petitioner"] == new.actor.name
    assert new.get(f"/cases/{case.reference}").status_code == 200


def test_a_case_on_own_motion_has_no_petitioner() -> None:
    refused(Person(Role.INTAKE), VERB, own_motion_case(), 409, "barred", petitioner="account:x", reason="poder")


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"petitioner": " "}, 400, "no_petitioner", id="nobody"),
        pytest.param({"petitioner": "key:abcdefgh"}, 400, "no_petitioner", id="a key"),
        pytest.param({"petitioner": "Pepe Pérez, CURP XXXX"}, 400, "no_petitioner", id="a person of flesh and blood"),
        pytest.param({"petitioner": "x" * 101}, 422, "invalid", id="a name without end"),
        pytest.param({"reason": ""}, 400, "no_reason", id="no proof of the powers"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, str], status: int, code: str) -> None:
    sent = {"petitioner": registered(PETITIONER).name, "reason": "poder"} | other
    refused(Person(Role.INTAKE), VERB, filed_petition(), status, code, **sent)
