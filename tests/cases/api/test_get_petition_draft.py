import pytest

from tests.cases.api.petitioners import DRAFTS, another_petitioner, petitioner, written
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_a_draft_is_told_with_files_faults_and_meter() -> None:
    who = petitioner()
    draft = written(who)
    told = answer(who.get(f"{DRAFTS}/{draft['reference']}"))
    assert told == draft
    assert [(one["number"], one["name"]) for one in told["files"]] == [(1, "informe.pdf")]
    assert [(one["code"], one["severity"]) for one in told["faults"]] == [("TARIFF_CODE_UNKNOWN", "WARNING")]
    assert told["requisites_met"] == told["requisites"]


def test_that_of_another_does_not_exist() -> None:
    draft = written(petitioner())
    problem(another_petitioner().get(f"{DRAFTS}/{draft['reference']}"), 404, "unknown_petition")
