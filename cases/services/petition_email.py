"""A petition that came by e-mail becomes a draft of intake: the message itself, its files, what it says."""

import io
from datetime import datetime
from typing import ClassVar, Final

from django.db import transaction

from cases.domain.petition.arrival import Arrival
from cases.domain.petition.codec import plain_content, read_content
from cases.domain.petition.content import PetitionContent
from cases.formats.attachment import check_attachment
from cases.formats.eml import LARGEST, TOO_LARGE, ReceivedEmail, read_email
from cases.models import Petition, PetitionFile
from cases.services.documents import Upload
from cases.services.petition_drafts import start_draft, touch
from cases.services.petition_files import attach
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, TooLargeError
from kernel.domain.text import Text
from kernel.models import Document
from kernel.services.documents import store_document
from kernel.services.ledger import take_turn

RECEIVED: Final = Text(
    "Ese correo ya se recibió: es la solicitud {reference}.", "That message was received: it is petition {reference}."
)


class EmailReceivedError(ConflictError):
    """Somebody has made a draft of the same message."""

    code: ClassVar[str] = "email_received"


@transaction.atomic
def draft_from_email(*, upload: Upload, actor: Actor, at: datetime) -> Petition:
    """Return a draft of what a message says, with the message and its files; the same message is one draft.

    Every file of the message is an exhibit whose purpose somebody still has to write.

    Raises:
        NotCompetentError: the actor is not of intake.
        TooLargeError, UnreadableEmailError: it is no message that can be read.
        UnsafeFileError: a file of it must not be received.
        EmailReceivedError: a colleague has made a draft of it.

    """
    take_turn()
    data = _whole(upload)
    message = read_email(data)
    for one in message.attachments:
        check_attachment(io.BytesIO(one.data), one.name)
    original = store_document([data], name=upload.name, actor=actor, at=at)
    known = _known(original)
    if known is not None:
        return _of_actor(known, actor)
    petition = start_draft(arrival=Arrival.EMAIL, actor=actor, at=at)
    attach(petition, original, upload.name, actor=actor, at=at)
    exhibits = [_exhibit(petition, one.name, one.data, actor, at) for one in message.attachments]
    petition.content = plain_content(_content(message, exhibits))
    petition.sent_at = message.sent_at if message.sent_at and message.sent_at <= at else at
    touch(petition, at)
    return petition


def _whole(upload: Upload) -> bytes:
    data = bytearray()
    for chunk in upload.chunks:
        data += chunk
        if len(data) > LARGEST:
            raise TooLargeError(TOO_LARGE.filled(most=LARGEST >> 20))
    return bytes(data)


def _known(original: Document) -> Petition | None:
    rows = PetitionFile.objects.filter(document=original, number=1, petition__arrival=Arrival.EMAIL.value)
    row = rows.select_related("petition").first()
    return None if row is None else row.petition


def _of_actor(petition: Petition, actor: Actor) -> Petition:
    if petition.owner != actor.name:
        raise EmailReceivedError(RECEIVED.filled(reference=petition.reference))
    return petition


def _exhibit(petition: Petition, name: str, data: bytes, actor: Actor, at: datetime) -> tuple[str, str]:
    row = attach(petition, store_document([data], name=name, actor=actor, at=at), name, actor=actor, at=at)
    return row.name, row.document.sha256


def _content(message: ReceivedEmail, exhibits: list[tuple[str, str]]) -> PetitionContent:
    narrative = "\n\n".join(part for part in (message.subject, message.text) if part)
    said = {
        "petitioner": {"name": message.name, "email": message.address},
        "facts": {"narrative": narrative},
        "exhibits": [
            {"number": number, "title": name, "document": sha256}
            for number, (name, sha256) in enumerate(dict.fromkeys(exhibits), 1)
        ],
    }
    return read_content(said)
