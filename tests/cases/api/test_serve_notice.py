import pytest

from cases.domain.notices import NoticeChannel
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.inquiry import ordered_notice, with_proof

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "serve-notice"


def test_the_term_of_the_importer_starts_with_the_effect() -> None:
    case, on = with_proof(ordered_notice()), str(days_ago(0))
    told = Person(Role.NOTIFIER).acts(VERB, case, number=1, served_on=on, proof=1)
    assert [(one["party"], one["from_on"], one["days"]) for one in told["terms"]] == [("party:1", on, 20)]
    assert told["records"]["notices"][0]["term"] == 1


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        pytest.param({"number": 1}, 400, "no_proof", id="nothing proves it"),
        pytest.param({"number": 2, "proof": 1}, 404, "unknown_notice", id="no such notice"),
        pytest.param({"number": 1, "proof": 2}, 404, "unknown_document", id="no such proof"),
    ],
)
def test_what_cannot_be_is_refused(sent: dict[str, object], status: int, code: str) -> None:
    case = with_proof(ordered_notice())
    refused(Person(Role.NOTIFIER), VERB, case, status, code, served_on=str(days_ago(0)), **sent)


def test_an_edict_is_published_three_days() -> None:
    case = with_proof(ordered_notice(NoticeChannel.EDICT))
    sent = {"number": 1, "served_on": "2025-02-10", "completed_on": "2025-02-11", "proof": 1}
    refused(Person(Role.NOTIFIER), VERB, case, 400, "invalid_term", **sent)
