from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Case
from kernel.domain.actors import Role
from tests.cases.api.people import Person
from tests.cases.api.petitioners import VUCEM_FOLIO, everything, from_vucem, signature, window
from tests.screening.api.clients import Machine, answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_what_was_signed_at_vucem_gets_its_folio() -> None:
    machine = window()
    response = machine.post("/petitions", from_vucem(machine))
    assert response.status_code == 201
    told = answer(response)
    assert (told["vucem_folio"], told["arrival"], told["case"]["stage"]) == (VUCEM_FOLIO, "VUCEM", "RECEIVED")
    assert response["Location"] == f"/api/v1/petitions/{told['folio']}"
    assert answer(machine.get(f"/petitions/{VUCEM_FOLIO}")) == told


def test_sent_again_it_is_the_same_by_its_folio_and_by_its_key() -> None:
    machine = window()
    sent = from_vucem(machine)
    first, second = answer(machine.post("/petitions", sent)), answer(machine.post("/petitions", sent))
    assert first == second
    headers = {"Idempotency-Key": "k1"}
    again = [
        machine.client.post("/api/v1/petitions", sent, content_type="application/json", headers=headers)
        for _ in range(2)
    ]
    assert [answer(one) for one in again] == [first, first]
    assert again[1]["Idempotent-Replayed"] == "true"
    assert Case.objects.count() == 1


def test_a_folio_of_vucem_is_not_used_twice() -> None:
    machine = window()
    sent = from_vucem(machine)
    answer(machine.post("/petitions", sent))
    before = everything()
    other = sent | {"content": sent["content"] | {"grounds": "otro"}}
    problem(machine.post("/petitions", other), 409, "vucem_folio_reused")
    assert everything() == before


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"signature": ""}, 400, "no_folio", id="unsigned"),
        pytest.param(signature("||1.0|otra||"), 400, "tampered", id="another text was signed"),
        pytest.param({"files": ["c" * 64]}, 400, "tampered", id="other files were signed"),
        pytest.param({"folio": ""}, 422, "invalid", id="no folio"),
        pytest.param({"folio": "x|y"}, 422, "invalid", id="a folio that is none"),
        pytest.param({"sent_at": "2026-03-02T10:00:00"}, 422, "invalid", id="no zone"),
        pytest.param({"content": {"colour": "red"}}, 422, "invalid", id="a field that is none"),
    ],
)
def test_what_cannot_be_filed_leaves_nothing(other: dict[str, object], status: int, code: str) -> None:
    machine = window()
    sent = from_vucem(machine) | other
    before = everything()
    problem(machine.post("/petitions", sent), status, code)
    assert everything() == before


def test_a_moment_to_come_is_refused() -> None:
    machine = window()
    sent = from_vucem(machine) | {"sent_at": (timezone.localtime() + timedelta(days=3)).isoformat()}
    assert machine.post("/petitions", sent).status_code == 400
    assert Case.objects.count() == 0


def test_only_a_key_of_vucem_files_like_this() -> None:
    sent = from_vucem(window())
    others = (Person(Role.INTAKE), Person(Role.PETITIONER), Machine("screening.check"))
    before = everything()
    for who in others:
        problem(who.post("/petitions", sent), 403, "forbidden")
    assert everything() == before
