import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person
from tests.cases.api.petitioners import DRAFTS, everything, petitioner
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_a_draft_is_begun_and_shows_all_it_lacks() -> None:
    who = petitioner()
    response = who.post(DRAFTS, {})
    assert response.status_code == 201
    told = answer(response)
    assert response["Location"] == f"/api/v1{DRAFTS}/{told['reference']}"
    assert {one["code"] for one in told["faults"]} >= {"PETITIONER_NAME_MISSING", "GOODS_MISSING"}
    assert (told["requisites_met"], told["requisites"]) == (1, 13)  # the signature is counted on
    assert answer(who.get(f"{DRAFTS}/{told['reference']}")) == told


def test_the_same_key_begins_one_draft() -> None:
    who = petitioner()
    first, second = (answer(who.post(DRAFTS, {}, key="k1")) for _ in range(2))
    assert first == second
    assert len(answer(who.get(DRAFTS))["items"]) == 1


@pytest.mark.parametrize(
    ("role", "arrival", "status"),
    [
        (Role.PETITIONER, "PAPER", 403),
        (Role.PETITIONER, "VUCEM", 403),
        (Role.INTAKE, "PORTAL", 403),
        (Role.SUPERVISOR, "PORTAL", 403),
        (Role.CUSTOMS, "PAPER", 403),
        (Role.INTAKE, "PAPER", 201),
    ],
)
def test_each_writes_what_is_theirs(role: Role, arrival: str, status: int) -> None:
    who = Person(role)
    before = everything()
    assert who.post(DRAFTS, {"arrival": arrival}).status_code == status
    assert (everything() == before) == (status == 403)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ({"colour": "red"}, "body.content.colour"),
        ({"grounds": "x" * 25_001}, "body.content.grounds"),
        ({"goods": [{"codes": [{"code": 5}]}]}, "body.content.goods.0.codes.0.code"),
    ],
)
def test_what_the_form_does_not_have_is_refused_by_field(content: dict[str, object], field: str) -> None:
    who = petitioner()
    before = everything()
    told = problem(who.post(DRAFTS, {"content": content}), 422, "invalid")
    assert [one["field"] for one in told["errors"]] == [field]
    assert everything() == before


def test_a_control_character_is_told_with_its_field() -> None:
    told = problem(petitioner().post(DRAFTS, {"content": {"grounds": "a\x00"}}), 400, "invalid_petition")
    assert [one["field"] for one in told["errors"]] == ["grounds"]
