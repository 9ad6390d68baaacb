import pytest

from kernel.domain.actors import Role
from tests.cases.api.documents import case_with_document
from tests.cases.api.people import Person, refused
from tests.screening.api.clients import answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "classify-document"


def sent(**other: object) -> dict[str, object]:
    said = {"number": 1, "classification": "PUBLIC", "basis": "LGTAIP art. 65", "reason": "sin datos personales"}
    return said | other


def test_a_document_is_classified_anew() -> None:
    case, who = case_with_document(), Person(Role.TRANSPARENCY)
    who.acts(VERB, case, **sent())
    document = answer(Person(Role.AUDITOR).get(f"/cases/{case.reference}/documents"))["items"][0]
    assert (document["classification"], document["basis"]) == ("PUBLIC", "LGTAIP art. 65")


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"number": 2}, 404, "unknown_document", id="no such document"),
        pytest.param({"classification": "SECRET"}, 422, "invalid", id="no classification"),
        pytest.param({"classification": "RESERVED"}, 400, "invalid_classification", id="a reserve without end"),
        pytest.param({"until": "2999-01-01"}, 400, "invalid_classification", id="an end of what is public"),
        pytest.param({"basis": ""}, 400, "invalid_classification", id="no article"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.TRANSPARENCY), VERB, case_with_document(), status, code, **sent(**other))
