import hashlib
import json

import pytest

from kernel.domain.actors import Role
from tests.cases.api.documents import case_with_document
from tests.cases.api.people import Person
from tests.cases.factories import filed_petition, heard_case
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERBS = ["file_petition", "agree_to_admission", "admit_petition", "start_term", "meet_term"]


def test_entries_come_with_hashes_that_anybody_can_compute() -> None:
    case = heard_case()
    told = answer(Person(Role.AUDITOR).get(f"/cases/{case.reference}/ledger"))
    assert [item["verb"] for item in told["items"]] == VERBS
    for item in told["items"]:
        fields = {name: value for name, value in item.items() if name != "hash"}
        written = json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
        assert hashlib.sha256(written).hexdigest() == item["hash"]
    assert told["items"][1]["previous_hash"] == told["items"][0]["hash"]


def test_pages_follow_each_other() -> None:
    path, who = f"/cases/{heard_case().reference}/ledger", Person(Role.AUDITOR)
    first = answer(who.get(path, limit=3))
    rest = answer(who.get(path, limit=3, after=first["next"]))
    assert [*first["items"], *rest["items"]] == answer(who.get(path))["items"]
    problem(who.get(path, after="-1"), 400, "bad_cursor")


@pytest.mark.parametrize("place", ["ledger", "timeline"])
def test_what_tells_a_classified_document_is_for_those_who_read_it(place: str) -> None:
    case = case_with_document()
    path, digest = f"/cases/{case.reference}/{place}", case.documents.get().document.sha256
    assert digest in str(answer(Person(Role.AUDITOR).get(path)))
    notifier = Person(Role.NOTIFIER)
    told = str(answer(notifier.get(path)))
    assert digest not in told
    assert "media_type" not in told
    assert "LGTAIP art. 115" in told
    case.documents.update(classification="PUBLIC")
    assert digest in str(answer(notifier.get(path)))


def test_a_petitioner_does_not_read_it_and_others_know_of_no_case() -> None:
    who = Person(Role.PETITIONER)
    path = f"/cases/{filed_petition(petitioner=who.actor).reference}/ledger"
    problem(who.get(path), 403, "forbidden")
    problem(Person(Role.IMPORTER).get(path), 404, "unknown_case")
