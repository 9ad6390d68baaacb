import pytest

from cases.models import Petition
from cases.services import prevent_petition
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago
from tests.cases.api.petitioners import DRAFTS, another_petitioner, filed, from_vucem, petitioner, window
from tests.cases.factories import INTAKE, noon, seen
from tests.screening.api.clients import Machine, answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_where_it_stands_is_told_to_petitioner_and_unit_and_to_nobody_else() -> None:
    who = petitioner()
    told = filed(who)
    path = f"/petitions/{told['folio']}"
    assert answer(who.get(path)) == told
    assert answer(Person(Role.INVESTIGATOR).get(path)) == told
    for other in (another_petitioner(), Person(Role.CUSTOMS), window(), Machine("screening.read")):
        problem(other.get(path), 404, "unknown_petition")


def test_any_key_of_vucem_reads_what_came_from_there() -> None:
    machine = window()
    told = answer(machine.post("/petitions", from_vucem(machine)))
    assert answer(window().get(f"/petitions/{told['vucem_folio']}")) == told
    problem(Machine("screening.read").get(f"/petitions/{told['folio']}"), 404, "unknown_petition")


def test_a_prevention_shows_with_its_term() -> None:
    who = petitioner()
    told = filed(who)
    case = Petition.objects.get().case
    assert case is not None
    today = days_ago(0)
    prevent_petition(
        seen=seen(case),
        notified_on=case.started_on,
        cure_days=5,
        reason="x",
        actor=INTAKE,
        at=noon(max(today, case.started_on)),
    )
    standing = answer(who.get(f"/petitions/{told['folio']}"))["case"]
    assert standing["stage"] == "PREVENTED"
    assert {clock["kind"] for clock in standing["clocks"]} == {"DECISION", "CURE"}


def test_a_draft_is_no_petition_yet_and_blanks_are_none() -> None:
    who = petitioner()
    draft = answer(who.post(DRAFTS, {}))
    for folio in (draft["reference"], "nothing", "%20"):
        problem(who.get(f"/petitions/{folio}"), 404, "unknown_petition")
