import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kernel.domain.actors import Role
from tests.cases.api.people import Person, act_path, days_ago, unchanged
from tests.cases.factories import filed_petition
from tests.cases.inquiry import make_notified
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "receive-submission"


def file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def test_a_party_hands_in_a_text_with_several_files() -> None:
    who, case = Person(Role.IMPORTER), filed_petition(days_ago(7))
    make_notified(case, who.actor.name)
    files = [file("a.pdf", b"%PDF-1.7 a"), file("b.pdf", b"%PDF-1.7 b")]
    told = answer(who.send(act_path(VERB, case), version=case.version, kind="ANSWER", text="niega", files=files))
    handed = told["records"]["submissions"][0]
    assert (handed["party"], handed["timeliness"], handed["text"]) == ("party:1", "NO_TERM", "niega")
    assert [one["decision"] for one in handed["exhibits"]] == ["PENDING", "PENDING"]


def test_a_text_alone_is_enough_and_nothing_is_not() -> None:
    who, case = Person(Role.INTAKE), filed_petition(days_ago(7))
    with unchanged():
        problem(who.send(act_path(VERB, case), version=1, kind="OTHER"), 400, "empty_submission")
        problem(who.send(act_path(VERB, case), version=1, kind="SUPERVENING", text="x"), 400, "no_reason")
        problem(who.send(act_path(VERB, case), version=1, kind="TEA", text="x"), 422, "invalid")
        refused = who.send(act_path(VERB, case), version=1, kind="OTHER", files=[file("a.pdf", b"%PDF")], party=4)
        problem(refused, 404, "unknown_party")
    told = answer(who.send(act_path(VERB, case), version=1, kind="OTHER", text="aclara"))
    assert told["records"]["submissions"][0]["party"] == ""


def test_a_stranger_is_told_of_no_case_and_nothing_is_stored() -> None:
    case = filed_petition(days_ago(7))
    with unchanged():
        sent = Person(Role.IMPORTER).send(act_path(VERB, case), version=1, kind="ANSWER", files=[file("a", b"x")])
        problem(sent, 404, "unknown_case")
