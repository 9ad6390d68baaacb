import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.inquiry import with_importer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "issue-notice"

SENT = {"party": 1, "subject": "HEARING", "channel": "ELECTRONIC"}


def test_a_notice_is_ordered_and_nothing_runs_yet() -> None:
    told = Person(Role.NOTIFIER).acts(VERB, with_importer(), **SENT)
    notice = told["records"]["notices"][0]
    assert (notice["effective_on"], notice["article"], told["terms"]) == (None, "LFPA art. 35-II, LFEA art. 11", [])


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"channel": "EMAIL"}, 409, "barred", id="e-mail before the amendment"),
        pytest.param({"party": 2}, 404, "unknown_party", id="no such party"),
        pytest.param({"document": 9}, 404, "unknown_document", id="no such document"),
        pytest.param({"subject": "EVIDENCE"}, 400, "invalid_term", id="evidence without days"),
        pytest.param({"days": 10}, 409, "barred", id="other days than the law fixes"),
        pytest.param({"channel": "PIGEON"}, 422, "invalid", id="no channel"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.NOTIFIER), VERB, with_importer(), status, code, **(SENT | other))
