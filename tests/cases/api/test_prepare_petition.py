import pytest

from kernel.domain.actors import Role
from kernel.domain.cadena import read_cadena
from tests.cases.api.people import Person
from tests.cases.api.petitioners import DRAFTS, everything, petitioner, written
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_the_line_to_be_signed_is_the_same_until_the_draft_changes() -> None:
    who = petitioner()
    draft = written(who)
    path = f"{DRAFTS}/{draft['reference']}/cadena"
    first, second = (answer(who.post(path, {"version": draft["version"]})) for _ in range(2))
    assert first == second
    line = read_cadena(first["cadena"])
    assert (line.folio, line.petition_sha256) == (draft["reference"], first["content_sha256"])
    assert line.exhibits == (draft["files"][0]["sha256"],)


def test_without_filer_and_addressee_there_is_nothing_to_sign() -> None:
    who = petitioner()
    begun = answer(who.post(DRAFTS, {}))
    before = everything()
    told = problem(who.post(f"{DRAFTS}/{begun['reference']}/cadena", {"version": 1}), 400, "no_folio")
    assert {one["field"] for one in told["errors"]} == {"petitioner.name", "addressee.body"}
    assert everything() == before


def test_what_is_captured_is_not_signed() -> None:
    who = Person(Role.INTAKE)
    draft = written(who, arrival="PAPER")
    sent = {"version": draft["version"]}
    problem(who.post(f"{DRAFTS}/{draft['reference']}/cadena", sent), 400, "wrong_proof")
