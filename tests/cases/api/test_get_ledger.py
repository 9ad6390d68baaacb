import hashlib
import json

import pytest

from kernel.domain.actors import Role
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


def test_a_petitioner_does_not_read_it_and_others_know_of_no_case() -> None:
    who = Person(Role.PETITIONER)
    path = f"/cases/{filed_petition(petitioner=who.actor).reference}/ledger"
    problem(who.get(path), 403, "forbidden")
    problem(Person(Role.IMPORTER).get(path), 404, "unknown_case")
