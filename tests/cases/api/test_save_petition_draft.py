import pytest

from tests.cases.api.petitioners import DRAFTS, everything, petitioner, written
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_what_is_saved_is_told_again() -> None:
    who = petitioner()
    draft = written(who)
    sent = {"version": draft["version"], "content": {"grounds": " el fundamento "}}
    told = answer(who.post(f"{DRAFTS}/{draft['reference']}/save", sent))
    assert (told["version"], told["content"]["grounds"]) == (draft["version"] + 1, "el fundamento")


def test_two_windows_lose_nothing() -> None:
    who = petitioner()
    draft = written(who)
    path = f"{DRAFTS}/{draft['reference']}/save"
    kept = answer(who.post(path, {"version": draft["version"], "content": {"grounds": "una"}}))
    before = everything()
    problem(who.post(path, {"version": draft["version"], "content": {"grounds": "otra"}}), 409, "draft_changed")
    assert everything() == before
    assert answer(who.get(f"{DRAFTS}/{draft['reference']}")) == kept


def test_a_document_that_never_came_is_not_named() -> None:
    who = petitioner()
    draft = written(who)
    sent = {"version": draft["version"], "content": {"exhibits": [{"document": "b" * 64}]}}
    before = everything()
    problem(who.post(f"{DRAFTS}/{draft['reference']}/save", sent), 400, "invalid_petition")
    assert everything() == before
