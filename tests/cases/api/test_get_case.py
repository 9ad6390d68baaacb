from datetime import date

import pytest

from cases.services import extend_term, suspend_terms
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago
from tests.cases.factories import FILED, SUPERVISOR, filed_petition, heard_case, noon, own_motion_case, seen
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
UNIT = {
    Role.INTAKE,
    Role.INVESTIGATOR,
    Role.SUPERVISOR,
    Role.DECIDER,
    Role.NOTIFIER,
    Role.TRANSPARENCY,
    Role.AUDITOR,
}


def test_a_case_comes_with_its_clocks_under_every_calendar() -> None:
    case = filed_petition(days_ago(5))
    told = answer(Person(Role.INTAKE).get(f"/cases/{case.reference}"))
    assert (told["stage"], told["stage_words"]) == ("RECEIVED", {"es": "recibida", "en": "received"})
    row = case.deadlines.get(kind="DECISION")
    decision = next(clock for clock in told["clocks"] if clock["kind"] == "DECISION")
    assert decision["lfpa_on"] == str(row.lfpa_on)
    assert decision["official_on"] == str(row.official_on)
    assert decision["union_on"] == str(row.union_on)
    assert (decision["provisional"], decision["past"]) == (row.provisional, False)
    assert told["deemed_refused"] is False
    assert told["unit"]["series"] == case.series


def test_it_says_what_the_reader_may_do_now() -> None:
    path = f"/cases/{filed_petition(days_ago(3)).reference}"
    verbs = {one["verb"]: one for one in answer(Person(Role.INTAKE).get(path))["possible"]}
    decided = {"prevent-petition", "admit-petition", "name-petitioner"}
    assert set(verbs) == decided | {"add-document", "add-party", "receive-submission"}
    assert verbs["prevent-petition"]["article"] == "LFPA art. 17-A"
    assert verbs["prevent-petition"]["words"] == {"es": "prevenir", "en": "to prevent"}
    assert answer(Person(Role.AUDITOR).get(path))["possible"] == []


def test_silence_over_its_term_is_told() -> None:
    assert answer(Person(Role.INTAKE).get(f"/cases/{filed_petition().reference}"))["deemed_refused"] is True
    assert answer(Person(Role.AUDITOR).get(f"/cases/{own_motion_case().reference}"))["deemed_refused"] is False


def test_terms_suspensions_and_extensions_are_told() -> None:
    case = extend_term(seen=seen(heard_case()), reason="prueba", actor=SUPERVISOR, at=noon(days_after()))
    case = suspend_terms(
        seen=seen(case),
        from_on=days_after(),
        instrument="declaratoria",
        reason="sismo",
        actor=SUPERVISOR,
        at=noon(days_after()),
    )
    told = answer(Person(Role.SUPERVISOR).get(f"/cases/{case.reference}"))
    assert told["extension_reason"] == "prueba"
    assert told["terms"][0]["party"] == "importer:1"
    assert told["suspensions"][0]["reason"] == "sismo"
    assert {clock["days_left"] for clock in told["clocks"]} == {None}


def test_a_reference_is_read_as_somebody_writes_it() -> None:
    case = filed_petition()
    written = case.reference.lower().replace("-", "")
    assert answer(Person(Role.INTAKE).get(f"/cases/{written}"))["reference"] == case.reference


def test_petitioners_see_of_their_case_what_concerns_them() -> None:
    who = Person(Role.PETITIONER)
    case = heard_case()
    type(case).objects.update(petitioner=who.actor.name)
    told = answer(who.get(f"/cases/{case.reference}"))
    assert told["unit"] is None
    assert told["terms"] == []
    assert [clock["kind"] for clock in told["clocks"]] == ["DECISION"]
    assert [one["verb"] for one in told["possible"]] == ["withdraw-petition", "add-document", "receive-submission"]
    assert "importer" not in str(told)


@pytest.mark.parametrize("role", Role)
def test_a_case_is_seen_by_the_unit_and_unknown_to_all_others(role: Role) -> None:
    who, reference = Person(role), filed_petition().reference
    response = who.get(f"/cases/{reference}")
    if role in UNIT:
        assert response.status_code == 200
        return
    told = problem(response, 404, "unknown_case")
    other = problem(who.get("/cases/0000-0000-0000"), 404, "unknown_case")
    same = {"detail", "instance"}
    assert {k: v for k, v in told.items() if k not in same} == {k: v for k, v in other.items() if k not in same}
    assert told["detail"].replace(reference, "") == other["detail"].replace("0000-0000-0000", "")


def days_after() -> date:
    return FILED.replace(day=22)
