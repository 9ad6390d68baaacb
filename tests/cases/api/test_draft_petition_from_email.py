import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kernel.domain.actors import Role
from tests.cases.api.people import Person
from tests.cases.api.petitioners import DRAFTS, everything, petitioner
from tests.cases.formats.test_eml import message
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def eml(data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("solicitud.eml", data or message().as_bytes(), "message/rfc822")


def test_a_message_becomes_a_draft_of_intake() -> None:
    told = answer(Person(Role.INTAKE).send(f"{DRAFTS}/from-email", file=eml()))
    assert (told["arrival"], told["content"]["petitioner"]["name"]) == ("EMAIL", "Ana Inventada")
    assert [one["name"] for one in told["files"]] == ["solicitud.eml"]
    assert told["sent_at"].startswith("2026-03-02")


def test_the_same_message_is_one_draft_and_a_colleague_is_told() -> None:
    who, other = Person(Role.INTAKE), Person(Role.INTAKE, Role.NOTIFIER)
    first, second = (answer(who.send(f"{DRAFTS}/from-email", file=eml())) for _ in range(2))
    assert first["reference"] == second["reference"]
    before = everything()
    problem(other.send(f"{DRAFTS}/from-email", file=eml()), 409, "email_received")
    assert everything() == before


def test_what_is_no_message_and_whoever_is_not_of_intake_is_refused() -> None:
    who, other = Person(Role.INTAKE), petitioner()
    before = everything()
    problem(who.send(f"{DRAFTS}/from-email", file=eml(b"no message")), 400, "unreadable_email")
    problem(other.send(f"{DRAFTS}/from-email", file=eml()), 403, "not_competent")
    assert everything() == before
