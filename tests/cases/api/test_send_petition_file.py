import hashlib

import pytest

from cases.models import PetitionFile
from kernel.domain.actors import Role
from tests.cases.api.people import Person
from tests.cases.api.petitioners import REPORT, everything, pdf, window
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_a_file_waits_for_its_petition_once() -> None:
    machine = window()
    told = [answer(machine.send("/petitions/files", file=pdf())) for _ in range(2)]
    assert told[0] == told[1]
    assert told[0]["sha256"] == hashlib.sha256(REPORT).hexdigest()
    assert PetitionFile.objects.count() == 1


def test_a_program_and_whoever_is_not_vucem_are_refused() -> None:
    machine, person = window(), Person(Role.INTAKE)
    before = everything()
    problem(machine.send("/petitions/files", file=pdf(b"MZ\x90")), 400, "unsafe_file")
    problem(person.send("/petitions/files", file=pdf()), 403, "forbidden")
    assert everything() == before
