from base64 import b64encode

import pytest

from cases.domain.petition.codec import plain_content
from cases.domain.petition.content import Addressee, PetitionContent
from kernel.domain.actors import Role
from tests.cases.api.people import Person
from tests.cases.api.petitioners import (
    DRAFTS,
    another_petitioner,
    everything,
    file,
    petitioner,
    signature,
    signed,
    written,
)
from tests.cases.petitions import complete
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_a_signed_draft_gets_its_folio_and_opens_its_case() -> None:
    who = petitioner()
    draft = written(who)
    told = answer(file(who, draft, signed(who, draft)))
    assert (told["folio"], told["arrival"], told["case"]["stage"]) == (draft["reference"], "PORTAL", "RECEIVED")
    assert [clock["kind"] for clock in told["case"]["clocks"]] == ["DECISION"]
    assert who.get(f"/cases/{told['case']['reference']}").status_code == 200
    assert answer(who.get(f"/petitions/{told['folio']}")) == told


def test_twice_is_once() -> None:
    who = petitioner()
    draft = written(who)
    sent = signed(who, draft)
    first, second = answer(file(who, draft, sent)), answer(file(who, draft, sent))
    assert first == second


def test_a_petition_that_says_next_to_nothing_is_received_all_the_same() -> None:
    who = petitioner()
    said = complete()
    draft = written(who, PetitionContent(petitioner=said.petitioner, addressee=Addressee("STPS")))
    told = answer(file(who, draft, signed(who, draft)))
    assert {"GROUNDS_MISSING", "FACTS_MISSING", "EVIDENCE_MISSING"} <= {one["code"] for one in told["faults"]}
    assert all(one["article"] for one in told["faults"])


def test_without_signature_there_is_no_folio() -> None:
    who = petitioner()
    draft = written(who)
    sent = signed(who, draft) | {"signature": ""}
    before = everything()
    told = problem(file(who, draft, sent), 400, "no_folio")
    assert [one["field"] for one in told["errors"]] == ["signature"]
    assert everything() == before


def test_another_text_that_was_signed_is_found_out() -> None:
    who = petitioner()
    draft = written(who)
    sent = signed(who, draft) | signature("||1.0|otra cosa||")
    before = everything()
    problem(file(who, draft, sent), 400, "tampered")
    assert everything() == before


def test_a_line_of_an_earlier_version_files_nothing() -> None:
    who = petitioner()
    draft = written(who)
    sent = signed(who, draft)
    content = plain_content(complete(draft["files"][0]["sha256"], grounds="otro fundamento"))
    saved = answer(who.post(f"{DRAFTS}/{draft['reference']}/save", {"version": draft["version"], "content": content}))
    before = everything()
    problem(file(who, draft, sent), 409, "draft_changed")
    problem(file(who, draft, sent | {"version": saved["version"]}), 409, "not_prepared")
    assert everything() == before


@pytest.mark.parametrize("name", ["certificate", "signature"])
@pytest.mark.parametrize("value", ["no base64!", "x" * 20_000, 5])
def test_what_cannot_be_read_is_refused(name: str, value: object) -> None:
    who = petitioner()
    draft = written(who)
    sent = signed(who, draft) | {name: value}
    before = everything()
    problem(file(who, draft, sent), 422, "invalid")
    assert everything() == before


def test_the_draft_of_another_does_not_exist() -> None:
    who = petitioner()
    draft = written(who)
    sent = signed(who, draft)
    problem(file(another_petitioner(), draft, sent), 404, "unknown_petition")
    problem(file(Person(Role.SUPERVISOR), draft, sent), 403, "forbidden")


def test_a_certificate_that_is_none_is_told_as_that() -> None:
    who = petitioner()
    draft = written(who)
    sent = signed(who, draft) | {"certificate": b64encode(b"no certificate").decode()}
    problem(file(who, draft, sent), 400, "unreadable_certificate")
