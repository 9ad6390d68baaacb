"""The files that come with a petition: looked at before they are kept, limited in size and number."""

import tempfile
from datetime import datetime
from typing import ClassVar, Final

from django.db import transaction

from cases.formats.attachment import check_attachment
from cases.formats.case_file import chunks_of
from cases.models import Petition, PetitionFile
from cases.services.documents import Upload
from cases.services.petition_drafts import SeenDraft, check_version, subject_of_petition, take_draft, touch
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, InputError, NotFoundError, TooLargeError
from kernel.domain.text import Text
from kernel.models import Document
from kernel.services.documents import clean_name, store_document
from kernel.services.ledger import record, take_turn

LARGEST: Final = 100 << 20  # bytes of one file, as other authorities take them
MOST_FILES: Final = 300  # of a petition, and of what VUCEM sends ahead
IN_MEMORY: Final = 1 << 20

TOO_LARGE: Final = Text(
    "El archivo pasa de {most} MB, que es el máximo. Divídalo y envíe las partes.",
    "The file is larger than {most} MB, which is the limit. Split it and send the parts.",
)
TOO_MANY: Final = Text(
    "Ya hay {most} archivos, que es el máximo.", "There are {most} files already, which is the limit."
)
NAMED: Final = Text(
    "La solicitud cita ese archivo; quite primero la cita y guarde.",
    "The petition names that file; remove the mention first and save.",
)
NO_SUCH_FILE: Final = Text("La solicitud no tiene un archivo {number}.", "The petition has no file {number}.")


class TooManyFilesError(InputError):
    """A petition has as many files as it may."""

    code: ClassVar[str] = "too_many_files"


class FileNamedError(ConflictError):
    """The petition still names the file."""

    code: ClassVar[str] = "file_named"


class NoSuchFileError(NotFoundError):
    """A petition has no file of the number."""

    code: ClassVar[str] = "unknown_file"


@transaction.atomic
def attach_file(*, reference: str, upload: Upload, actor: Actor, at: datetime) -> PetitionFile:
    """Put a file with a draft and return it; the same bytes again are the file that is there.

    The draft is of another version then: what was to be signed before did not cover the file.

    Raises:
        NoSuchPetitionError, PetitionFiledError: as ``take_draft`` says.
        TooLargeError, UnsafeFileError: the file cannot be received.
        TooManyFilesError: there are as many as may be.

    """
    petition = take_draft(reference, actor)
    document = received_document(upload, actor=actor, at=at)
    return attach(petition, document, upload.name, actor=actor, at=at)


def attach(petition: Petition, document: Document, name: str, *, actor: Actor, at: datetime) -> PetitionFile:
    """Put a stored document with a draft in hand, once."""
    rows = petition.files.all()
    same = rows.filter(document=document).first()
    if same is not None:
        return same
    last = rows.last()
    if rows.count() >= MOST_FILES:
        raise TooManyFilesError(TOO_MANY.filled(most=MOST_FILES))
    row = PetitionFile.objects.create(
        owner=actor.name,
        petition=petition,
        document=document,
        number=1 if last is None else last.number + 1,
        name=clean_name(name),
        added_at=at,
    )
    touch(petition, at)
    detail = {"number": row.number, "sha256": document.sha256}
    record("attach_file", subject=subject_of_petition(petition), actor=actor, at=at, detail=detail)
    return row


@transaction.atomic
def detach_file(*, seen: SeenDraft, number: int, actor: Actor, at: datetime) -> Petition:
    """Take a file away from a draft.

    Raises:
        NoSuchPetitionError, PetitionFiledError, DraftChangedError: as ``save_draft`` says.
        NoSuchFileError: there is none of the number.
        FileNamedError: the petition names it.

    """
    petition = take_draft(seen.reference, actor)
    check_version(petition, seen)
    row = petition.files.filter(number=number).select_related("document").first()
    if row is None:
        raise NoSuchFileError(NO_SUCH_FILE.filled(number=number))
    if row.document.sha256 in petition.says().documents():
        raise FileNamedError(NAMED)
    row.delete()
    touch(petition, at)
    detail = {"number": number, "sha256": row.document.sha256}
    record("detach_file", subject=subject_of_petition(petition), actor=actor, at=at, detail=detail)
    return petition


@transaction.atomic
def receive_file_ahead(*, upload: Upload, actor: Actor, at: datetime) -> Document:
    """Keep a file that belongs to a petition still to be sent by the same machine; the same bytes are kept once.

    Raises:
        TooLargeError, UnsafeFileError: the file cannot be received.
        TooManyFilesError: as many wait as may.

    """
    take_turn()
    waiting = PetitionFile.objects.filter(owner=actor.name, petition__isnull=True)
    if waiting.count() >= MOST_FILES:
        raise TooManyFilesError(TOO_MANY.filled(most=MOST_FILES))
    document = received_document(upload, actor=actor, at=at)
    PetitionFile.objects.get_or_create(
        owner=actor.name, petition=None, document=document, defaults={"name": clean_name(upload.name), "added_at": at}
    )
    return document


def received_document(upload: Upload, *, actor: Actor, at: datetime) -> Document:
    """Return a file as a stored document, once it was seen that it may be received.

    Raises:
        TooLargeError, UnsafeFileError: it may not; nothing is stored.

    """
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
        size = 0
        for chunk in upload.chunks:
            size += len(chunk)
            if size > LARGEST:
                raise TooLargeError(TOO_LARGE.filled(most=LARGEST >> 20))
            file.write(chunk)
        check_attachment(file, clean_name(upload.name))  # type: ignore[arg-type]  # a file in all but its class
        return store_document(chunks_of(file), name=upload.name, actor=actor, at=at)
