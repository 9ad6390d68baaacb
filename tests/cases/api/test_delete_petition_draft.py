import pytest

from tests.cases.api.petitioners import DRAFTS, another_petitioner, everything, filed, petitioner, written
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_a_draft_is_thrown_away() -> None:
    who = petitioner()
    draft = written(who)
    path = f"{DRAFTS}/{draft['reference']}"
    assert answer(who.post(f"{path}/delete", {"version": draft["version"]})) == {"reference": draft["reference"]}
    problem(who.get(path), 404, "unknown_petition")


def test_another_version_another_author_and_a_filed_one_are_kept() -> None:
    who = petitioner()
    draft, done = written(who), filed(who)
    path = f"{DRAFTS}/{draft['reference']}/delete"
    other = another_petitioner()
    before = everything()
    problem(who.post(path, {"version": 1}), 409, "draft_changed")
    problem(other.post(path, {"version": draft["version"]}), 404, "unknown_petition")
    problem(who.post(f"{DRAFTS}/{done['folio']}/delete", {"version": 3}), 409, "petition_filed")
    assert everything() == before
