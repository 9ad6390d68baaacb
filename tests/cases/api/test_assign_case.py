from datetime import date
from uuid import UUID

import pytest

from cases.services import declare_lapse
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import SUPERVISOR, filed_petition, noon, own_motion_case, seen
from tests.screening.api.clients import answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "assign-case"


def test_the_case_is_in_somebodys_hands() -> None:
    person = Person(Role.INVESTIGATOR)
    reference = str(person.account.reference)
    told = Person(Role.SUPERVISOR).acts(VERB, filed_petition(), assignee=reference, reason="turno")
    assert told["unit"]["assignee"] == reference
    assert answer(person.get("/cases/agenda"))["items"]


def test_only_who_works_on_cases_is_given_one() -> None:
    officer = str(Person(Role.CUSTOMS).account.reference)
    told = refused(
        Person(Role.SUPERVISOR), VERB, filed_petition(), 403, "not_competent", assignee=officer, reason="turno"
    )
    assert told["article"] == "LFPA art. 3"


def test_an_ended_case_is_in_nobodys_hands() -> None:
    person = str(Person(Role.INVESTIGATOR).account.reference)
    case = declare_lapse(seen=seen(own_motion_case(date(2023, 6, 1))), actor=SUPERVISOR, at=noon(date(2026, 1, 5)))
    refused(Person(Role.SUPERVISOR), VERB, case, 409, "barred", assignee=person, reason="turno")


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"assignee": "x"}, 422, "invalid", id="no reference"),
        pytest.param({"assignee": str(UUID(int=1))}, 404, "unknown_assignee", id="nobody"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, str], status: int, code: str) -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(), status, code, **{"reason": "turno"} | other)
