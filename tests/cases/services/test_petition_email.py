import io
import zipfile

import pytest

from cases.domain.errors import NotCompetentError
from cases.formats.attachment import UnsafeFileError
from cases.formats.eml import UnreadableEmailError
from cases.models import Petition
from cases.services import Captured, draft_from_email, file_petition_content, save_draft
from cases.services.petition_email import EmailReceivedError
from kernel.domain.actors import Actor, Role
from kernel.domain.errors import TooLargeError
from kernel.models import Document
from tests.cases.factories import INTAKE, PETITIONER, actor
from tests.cases.formats.test_eml import message
from tests.cases.petitions import AT, complete, seen_draft, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def mail(*files: tuple[str, bytes], text: str = "Los hechos.") -> bytes:
    made = message(text)
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def receive(data: bytes, by: Actor = INTAKE) -> Petition:
    return draft_from_email(upload=upload(data, "solicitud.eml"), actor=by, at=AT)


def test_a_message_becomes_a_draft_with_itself_and_its_files() -> None:
    petition = receive(mail(("informe.pdf", b"%PDF-1.7"), ("foto.png", b"\x89PNG\r\n")))
    said = petition.says()
    assert (said.petitioner.name, said.petitioner.email) == ("Ana Inventada", "ana@example.org")
    assert said.facts.narrative == "Solicitud\n\nLos hechos."
    assert [file.name for file in petition.files.all()] == ["solicitud.eml", "informe.pdf", "foto.png"]
    assert [(one.number, one.title, one.document) for one in said.exhibits] == [
        (number, file.name, file.document.sha256) for number, file in enumerate(petition.files.all()[1:], 1)
    ]
    assert petition.sent_at is not None
    assert petition.sent_at.isoformat() == "2026-03-02T11:30:00-06:00"


def test_what_came_by_e_mail_is_filed_as_of_its_sending() -> None:
    petition = receive(mail(("escrito.pdf", b"%PDF-1.7")))
    petition = save_draft(seen=seen_draft(petition), content=complete(petition.file_hashes()[1]), actor=INTAKE, at=AT)
    assert petition.sent_at is not None
    proof = Captured(petition.file_hashes()[1], petition.sent_at)
    done = file_petition_content(seen=seen_draft(petition), proof=proof, actor=INTAKE, at=AT)
    assert done.case is not None
    assert (done.case.channel, done.case.filed_at) == ("EMAIL", petition.sent_at)


def test_the_same_message_is_one_draft_and_a_colleague_is_told() -> None:
    data = mail()
    first = receive(data)
    assert receive(data) == first
    with pytest.raises(EmailReceivedError) as caught:
        receive(data, actor(Role.INTAKE, "account:beto"))
    assert first.reference in caught.value.message.es
    assert Petition.objects.count() == 1


def test_a_message_says_of_itself_that_it_comes_from_the_future_in_vain() -> None:
    data = mail().replace(b"2026 11:30:00", b"2031 11:30:00")
    assert receive(data).sent_at == AT


def test_a_long_message_is_cut_and_the_whole_of_it_is_among_the_files() -> None:
    petition = receive(mail(text="palabra larga " * 20_000))
    assert "sigue en el correo original" in petition.says().facts.narrative
    assert petition.files.get(number=1).document.size > 200_000


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("a.txt", b"\0" * (5 << 20))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"no message", UnreadableEmailError, id="no message"),
        pytest.param(mail(("informe.pdf", b"MZ\x90")), UnsafeFileError, id="a program renamed"),
        pytest.param(mail(("a.zip", bomb())), UnsafeFileError, id="an archive that swells"),
    ],
)
def test_what_must_not_be_received_leaves_nothing(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        receive(data)
    assert (Petition.objects.count(), Document.objects.count()) == (0, 0)


def test_a_message_that_no_server_takes_is_refused_while_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.services.petition_email.LARGEST", 10)
    with pytest.raises(TooLargeError):
        receive(mail())


def test_only_intake_receives_messages() -> None:
    with pytest.raises(NotCompetentError):
        receive(mail(), PETITIONER)
    assert (Petition.objects.count(), Document.objects.count()) == (0, 0)
