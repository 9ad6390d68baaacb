import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person
from tests.cases.api.petitioners import DRAFTS, everything, petitioner, written
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_intake_files_what_came_on_paper_as_of_its_day_and_for_its_petitioner() -> None:
    who, owner = Person(Role.INTAKE), petitioner()
    draft = written(who, arrival="PAPER")
    sent = {
        "version": draft["version"],
        "scan": draft["files"][0]["sha256"],
        "sent_at": "2026-01-13T10:00:00-06:00",
        "petitioner": owner.actor.name,
    }
    told = answer(who.post(f"{DRAFTS}/{draft['reference']}/capture", sent))
    assert (told["arrival"], told["case"]["started_on"]) == ("PAPER", "2026-01-13")
    assert answer(owner.get(f"/petitions/{told['folio']}")) == told
    assert answer(owner.get(f"/petitions/{told['folio']}/acuse"))["proof"]["scan_sha256"] == sent["scan"]


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"scan": "b" * 64}, 400, "no_folio", id="a scan that is none of its files"),
        pytest.param({"scan": ""}, 400, "no_folio", id="no scan"),
        pytest.param({"sent_at": "2999-01-13T10:00:00-06:00"}, 400, "invalid_term", id="a day to come"),
        pytest.param({"sent_at": "2020-01-13T10:00:00-06:00"}, 400, "no_rule_set", id="before the law"),
        pytest.param({"sent_at": "ayer"}, 422, "invalid", id="no moment"),
        pytest.param({"version": 1}, 409, "draft_changed", id="another version"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    who = Person(Role.INTAKE)
    draft = written(who, arrival="PAPER")
    sent = {
        "version": draft["version"],
        "scan": draft["files"][0]["sha256"],
        "sent_at": "2026-01-13T10:00:00-06:00",
    }
    before = everything()
    problem(who.post(f"{DRAFTS}/{draft['reference']}/capture", sent | other), status, code)
    assert everything() == before


def test_a_petitioner_captures_nothing() -> None:
    who = petitioner()
    draft = written(who)
    sent = {"version": draft["version"], "scan": draft["files"][0]["sha256"], "sent_at": "2026-01-13T10:00:00-06:00"}
    problem(who.post(f"{DRAFTS}/{draft['reference']}/capture", sent), 400, "wrong_proof")
