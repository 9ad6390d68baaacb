import pytest
from django.utils import timezone

from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import admitted_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "make-request"


def sent(**other: object) -> dict[str, object]:
    return {"authority": "ANAM", "matter": "pedimentos", "asked_on": str(timezone.localdate())} | other


def test_a_national_authority_has_a_term() -> None:
    told = Person(Role.INVESTIGATOR).acts(VERB, admitted_case(), **sent())
    assert told["records"]["requests"][0]["term"] == 1
    assert [(one["kind"], one["party"]) for one in told["terms"]] == [("OPINION", "request:1")]


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"authority": "FOREIGN"}, 400, "invalid_request", id="no institution"),
        pytest.param({"matter": " "}, 400, "invalid_request", id="nothing is asked"),
        pytest.param({"asked_on": "2025-01-01"}, 400, "invalid_term", id="before the case began"),
        pytest.param({"document": 1}, 404, "unknown_document", id="no such document"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INVESTIGATOR), VERB, admitted_case(), status, code, **sent(**other))
