from typing import Any

import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, unchanged
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
PATH = "/cases/own-motion"
SENT = {"source": {"kind": "TIP", "public_id": "AVISO-1", "text": "aviso inventado"}, "reason": "indicios suficientes"}


def test_the_authority_starts_by_itself() -> None:
    response = Person(Role.SUPERVISOR).post(PATH, SENT)
    assert response.status_code == 201
    told = answer(response)
    assert (told["stage"], told["origin"]) == ("INVESTIGATION", "OWN_MOTION")
    assert told["unit"]["source"] == SENT["source"]
    assert response["Location"].endswith(told["reference"])


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SUPERVISOR}))
def test_nobody_else_starts(role: Role) -> None:
    with unchanged():
        assert Person(role).post(PATH, SENT).status_code == 403


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"reason": " "}, 400, "no_reason", id="no reason"),
        pytest.param({"kind": "PARTY"}, 422, "invalid", id="a kind that is none"),
        pytest.param({"source": {"text": "x" * 501}}, 422, "invalid", id="a source without end"),
        pytest.param({"source": {"url": "x"}}, 422, "invalid", id="a field that is none"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, Any], status: int, code: str) -> None:
    with unchanged():
        problem(Person(Role.SUPERVISOR).post(PATH, SENT | other), status, code)
