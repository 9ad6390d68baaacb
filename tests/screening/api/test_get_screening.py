import pytest

from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from tests.pages import signed_in
from tests.screening.api.clients import SCOPES, Machine, answer, problem
from tests.screening.api.test_screen_declaration import DECLARATION
from tests.screening.finished import finished_run, list_in_use

pytestmark = pytest.mark.django_db


def asked(machine: Machine) -> str:
    reference: str = answer(machine.post("/screenings", DECLARATION))["reference"]
    return reference


def test_the_outcome_can_be_had_again() -> None:
    list_in_use()
    machine = Machine(*SCOPES)
    first = answer(machine.post("/screenings", DECLARATION))
    response = machine.get(f"/screenings/{first['reference']}")
    assert response.status_code == 200
    assert answer(response) == first


def test_the_outcome_of_another_key_does_not_exist() -> None:
    list_in_use()
    reference = asked(Machine(*SCOPES))
    problem(Machine(*SCOPES).get(f"/screenings/{reference}"), 404, "not_found")


def test_two_keys_that_ask_the_same_both_have_their_answer() -> None:
    list_in_use()
    one, other = Machine(*SCOPES), Machine(*SCOPES)
    reference = asked(one)
    assert asked(other) == reference
    assert other.get(f"/screenings/{reference}").status_code == 200
    assert one.get(f"/screenings/{reference}").status_code == 200
    verbs = LedgerEntry.objects.filter(subject=f"run:{reference}", actor=other.name).values_list("verb", flat=True)
    assert list(verbs) == ["ask_run"]


@pytest.mark.parametrize("role", [Role.CUSTOMS, Role.ANALYST, Role.AUDITOR, Role.ADMIN])
def test_people_who_may_read_screenings_see_those_of_every_key(role: Role) -> None:
    list_in_use()
    reference = asked(Machine(*SCOPES))
    assert signed_in(role).get(f"/api/v1/screenings/{reference}").status_code == 200


@pytest.mark.parametrize("role", [Role.PETITIONER, Role.INVESTIGATOR, Role.PUBLIC])
def test_a_role_without_the_permission_is_refused(role: Role) -> None:
    list_in_use()
    reference = asked(Machine(*SCOPES))
    problem(signed_in(role).get(f"/api/v1/screenings/{reference}"), 403, "forbidden")


def test_a_key_without_the_scope_is_refused() -> None:
    list_in_use()
    machine = Machine("screening.check")
    problem(machine.get(f"/screenings/{asked(machine)}"), 403, "forbidden")


def test_a_file_is_no_declaration() -> None:
    run = finished_run()
    problem(signed_in(Role.ADMIN).get(f"/api/v1/screenings/{run.reference}"), 404, "not_found")


@pytest.mark.parametrize("reference", ["00000000-0000-0000-0000-000000000000", "1", "../openapi.json", "%00"])
def test_what_is_no_reference_is_not_found(reference: str) -> None:
    problem(Machine(*SCOPES).get(f"/screenings/{reference}"), 404, "not_found")
