import pytest

from cases.services import assign_case, prevent_petition
from kernel.domain.actors import Role
from tests.cases.api.people import Person
from tests.cases.factories import FILED, INTAKE, SUPERVISOR, filed_petition, noon, person, seen
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def path_of(who: Person) -> str:
    """Return the timeline of a petition of somebody, assigned and prevented."""
    investigator = person("ana", Role.INVESTIGATOR)
    case = filed_petition(petitioner=who.actor)
    case = assign_case(
        seen=seen(case), assignee=investigator.reference, reason="por turno", actor=SUPERVISOR, at=noon(FILED)
    )
    case = prevent_petition(
        seen=seen(case), notified_on=FILED, cure_days=5, reason="falta el origen", actor=INTAKE, at=noon(FILED)
    )
    return f"/cases/{case.reference}/timeline"


def test_what_happened_comes_in_its_order_with_reasons() -> None:
    told = answer(Person(Role.AUDITOR).get(path_of(Person(Role.PETITIONER))))
    assert [item["verb"] for item in told["items"]] == ["file_petition", "assign_case", "prevent_petition"]
    last = told["items"][-1]
    assert (last["actor"], last["reason"]) == (INTAKE.name, "falta el origen")
    assert last["change"]["case"]["stage"] == "PREVENTED"


def test_petitioners_are_told_what_was_done_with_their_petition_and_not_by_whom() -> None:
    who = Person(Role.PETITIONER)
    told = answer(who.get(path_of(who)))
    assert [(item["verb"], item["actor"]) for item in told["items"]] == [
        ("file_petition", who.actor.name),
        ("prevent_petition", ""),
    ]
    assert told["items"][1]["reason"] == "falta el origen"
    assert told["items"][1]["change"]["case"] == {"stage": "PREVENTED"}
    assert "series" not in str(told)


def test_petitioners_are_not_told_how_much_is_done_in_other_cases() -> None:
    filed_petition()
    who = Person(Role.PETITIONER)
    path = path_of(who)
    assert [item["seq"] for item in answer(who.get(path))["items"]] == [1, 2]
    first = answer(who.get(path, limit=1))
    assert (first["items"][0]["seq"], first["next"]) == (1, "1")
    rest = answer(who.get(path, limit=1, after=first["next"]))
    assert ([item["seq"] for item in rest["items"]], rest["next"]) == ([2], None)


def test_pages_follow_each_other() -> None:
    path, who = path_of(Person(Role.PETITIONER)), Person(Role.AUDITOR)
    first = answer(who.get(path, limit=2))
    rest = answer(who.get(path, limit=2, after=first["next"]))
    assert [item["verb"] for item in (*first["items"], *rest["items"])] == [
        "file_petition",
        "assign_case",
        "prevent_petition",
    ]
    assert rest["next"] is None
    problem(who.get(path, after="x"), 400, "bad_cursor")


@pytest.mark.parametrize("role", [Role.IMPORTER, Role.CUSTOMS, Role.ADMIN])
def test_nobody_else_knows_of_it(role: Role) -> None:
    problem(Person(role).get(path_of(Person(Role.PETITIONER))), 404, "unknown_case")
