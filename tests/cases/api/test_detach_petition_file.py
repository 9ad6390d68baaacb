import pytest

from tests.cases.api.petitioners import DRAFTS, everything, pdf, petitioner, written
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_a_file_that_nothing_names_is_taken_away() -> None:
    who = petitioner()
    draft = written(who)
    path = f"{DRAFTS}/{draft['reference']}"
    answer(who.send(f"{path}/files", file=pdf(b"%PDF-1.7 otro")))
    told = answer(who.post(f"{path}/files/2/remove", {"version": draft["version"] + 1}))
    assert [one["number"] for one in told["files"]] == [1]


def test_a_file_that_is_named_or_is_none_stays_as_it_is() -> None:
    who = petitioner()
    draft = written(who)
    path = f"{DRAFTS}/{draft['reference']}/files"
    before = everything()
    problem(who.post(f"{path}/1/remove", {"version": draft["version"]}), 409, "file_named")
    problem(who.post(f"{path}/7/remove", {"version": draft["version"]}), 404, "unknown_file")
    problem(who.post(f"{path}/1/remove", {"version": 1}), 409, "draft_changed")
    assert everything() == before
