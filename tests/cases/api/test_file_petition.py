from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, unchanged
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
PATH = "/cases"


def test_petitioners_file_their_own() -> None:
    who = Person(Role.PETITIONER)
    response = who.post(PATH, {"channel": "VUCEM"})
    assert response.status_code == 201
    told = answer(response)
    assert (told["stage"], told["origin"], told["version"], told["unit"]) == ("RECEIVED", "PETITION", 1, None)
    assert response["Location"] == f"/api/v1/cases/{told['reference']}"
    assert answer(who.get(f"/cases/{told['reference']}")) == told


def test_intake_records_what_was_sent_before_and_who_petitions() -> None:
    petitioner = Person(Role.PETITIONER)
    sent = {"channel": "WINDOW", "sent_at": "2025-01-13T10:00:00-06:00", "petitioner": petitioner.actor.name}
    told = answer(Person(Role.INTAKE).post(PATH, sent))
    assert (told["started_on"], told["unit"]["petitioner"]) == ("2025-01-13", petitioner.actor.name)
    assert petitioner.get(f"/cases/{told['reference']}").status_code == 200


def test_petitioners_gain_no_place_by_an_earlier_date() -> None:
    sent = {"channel": "VUCEM", "sent_at": (datetime.now(UTC) - timedelta(days=30)).isoformat()}
    with unchanged():
        told = problem(Person(Role.PETITIONER).post(PATH, sent), 403, "not_competent")
    assert told["article"] == "LFPA art. 19"


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PETITIONER, Role.INTAKE}))
def test_nobody_else_files(role: Role) -> None:
    with unchanged():
        assert Person(role).post(PATH, {"channel": "VUCEM"}).status_code == 403


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        pytest.param({}, 422, "invalid", id="no channel"),
        pytest.param({"channel": "PIGEON"}, 422, "invalid", id="a channel that is none"),
        pytest.param({"channel": "VUCEM", "sent_at": "2025-01-13T10:00:00"}, 422, "invalid", id="no time zone"),
        pytest.param({"channel": "VUCEM", "sent_at": "2999-01-13T10:00:00Z"}, 400, "invalid_term", id="a day to come"),
        pytest.param({"channel": "EMAIL", "sent_at": "2025-01-13T10:00:00Z"}, 409, "barred", id="not by e-mail then"),
        pytest.param({"channel": "VUCEM", "sent_at": "1999-01-13T10:00:00Z"}, 400, "no_rule_set", id="before the law"),
        pytest.param({"channel": "VUCEM", "petitioner": "x" * 101}, 422, "invalid", id="a name without end"),
    ],
)
def test_what_cannot_be_is_refused(sent: dict[str, Any], status: int, code: str) -> None:
    with unchanged():
        problem(Person(Role.INTAKE).post(PATH, sent), status, code)


def test_it_is_filed_today() -> None:
    told = answer(Person(Role.PETITIONER).post(PATH, {"channel": "WINDOW"}))
    assert told["started_on"] >= str(days_ago(0))
