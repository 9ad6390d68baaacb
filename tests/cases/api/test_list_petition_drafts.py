import pytest

from tests.cases.api.petitioners import DRAFTS, another_petitioner, filed, petitioner, written
from tests.screening.api.clients import Machine, answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_drafts_are_their_authors_and_the_last_saved_comes_first() -> None:
    who, other = petitioner(), another_petitioner()
    one, two = written(who), written(who)
    written(other)
    filed(who)
    assert [row["reference"] for row in answer(who.get(DRAFTS))["items"]] == [two["reference"], one["reference"]]


def test_no_machine_has_drafts() -> None:
    problem(Machine("petitions.file").get(DRAFTS), 403, "forbidden")
