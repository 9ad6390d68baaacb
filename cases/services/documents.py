"""The documents of a case file, each classified with its reason (LGTAIP 2025, arts. 104, 112-115)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, ClassVar, Final

from django.db import transaction

from cases.domain.case import Seen
from cases.domain.classification import WHILE_PENDING, Classified, check_classified, reads
from cases.domain.conditions import check_petitioner
from cases.domain.procedure import VERBS, Step
from cases.domain.state import subject_of
from cases.domain.steps import STEPS
from cases.formats.case_file import DocumentLostError
from cases.models import Case, CaseDocument
from cases.services.acting import Acting, record_act, take_for_step
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.domain.errors import ConflictError, InputError, NotFoundError
from kernel.domain.text import Text
from kernel.models import Document, LedgerEntry
from kernel.queries import document_path
from kernel.services.documents import Received, clean_name, keep_document, received_file

IN_FILE: Final = Text(
    "El documento ya está en el expediente con el número {number}.", "The document is number {number} of the case."
)
EMPTY: Final = Text("El archivo está vacío.", "The file is empty.")
NO_SUCH_DOCUMENT: Final = Text("El expediente no tiene un documento {number}.", "The case has no document {number}.")


class InFileError(ConflictError):
    """The same bytes are in the case file already."""

    code: ClassVar[str] = "document_in_file"


class EmptyFileError(InputError):
    """A file that is to be put into a case has no bytes."""

    code: ClassVar[str] = "empty_file"


class NoSuchDocumentError(NotFoundError):
    """A case has no document of the number."""

    code: ClassVar[str] = "unknown_document"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it is received: its name and its bytes, a part at a time."""

    name: str
    chunks: Iterable[bytes]


def receive_document(*, seen: Seen, upload: Upload, actor: Actor, at: datetime) -> Case:
    """Store a file and put it into a case file; where it may not be put there, nothing is stored or even read.

    Nobody waits while it is read: the case is looked at before, and again in the transaction that keeps both.

    Raises:
        EmptyFileError: it has no bytes.
        InFileError, NotCompetentError: as ``add_document`` says.

    """
    with transaction.atomic():
        _take_to_add(seen, actor=actor, at=at)
    with received_file(upload.chunks) as file:
        if not file.size:
            raise EmptyFileError(EMPTY)
        return _keep(file, seen=seen, name=upload.name, actor=actor, at=at)


@transaction.atomic
def _keep(file: Received, *, seen: Seen, name: str, actor: Actor, at: datetime) -> Case:
    document = keep_document(file, name=name, actor=actor, at=at)
    return add_document(seen=seen, document=document, name=name, actor=actor, at=at)


def _take_to_add(seen: Seen, *, actor: Actor, at: datetime) -> Acting:
    """Return the case of somebody who may add to its file."""
    acting = take_for_step(seen, Step.ADD_DOCUMENT, actor=actor, at=at)
    if not actor.roles & (STEPS[Step.ADD_DOCUMENT].roles - {Role.PETITIONER}):
        check_petitioner(acting.case.petitioner, actor.name)
    return acting


def document_of(case: Case, number: int) -> CaseDocument:
    """Return a document of a case.

    Raises:
        NoSuchDocumentError: the case has no document of that number.

    """
    row = next((one for one in case.documents.all() if one.number == number), None)
    if row is None:
        raise NoSuchDocumentError(NO_SUCH_DOCUMENT.filled(number=number))
    return row


def open_document(row: CaseDocument) -> BinaryIO:
    """Return the bytes of a document, which the caller closes.

    Raises:
        DocumentLostError: they are gone.

    """
    try:
        return document_path(row.document).open("rb")
    except FileNotFoundError as error:
        raise DocumentLostError(row.number) from error


@transaction.atomic
def add_document(*, seen: Seen, document: Document, name: str, actor: Actor, at: datetime) -> Case:
    """Put a stored document into a case file; it is confidential until somebody classifies it (LGTAIP art. 115).

    Raises:
        InFileError: the same bytes are in the file, and the actor may know; from others they are taken once more.
        NotCompetentError: a petitioner who is not that of the case adds it.

    """
    acting = _take_to_add(seen, actor=actor, at=at)
    rows = acting.case.documents
    same = next((row for row in rows.filter(document=document) if _may_be_told(row, actor)), None)
    if same is not None:
        raise InFileError(IN_FILE.filled(number=same.number))
    acting.undo_agreement()
    put_in_file(acting, document, name)
    return record_act(acting, Step.ADD_DOCUMENT)


def file_document(acting: Acting, document: Document, name: str) -> CaseDocument:
    """Return a document of the case in hand: one with the same bytes that the actor may know of, else a new one."""
    rows = CaseDocument.objects.filter(case=acting.case, document=document)
    same = next((row for row in rows if _may_be_told(row, acting.actor)), None)
    if same is not None:
        return same
    acting.undo_agreement()
    return put_in_file(acting, document, name)


def put_in_file(acting: Acting, document: Document, name: str) -> CaseDocument:
    """Give a document its number in the file of the case in hand, confidential while nobody classifies it."""
    return CaseDocument.objects.create(
        case=acting.case,
        document=document,
        number=CaseDocument.objects.filter(case=acting.case).count() + 1,  # of those that this act put there too
        name=clean_name(name),
        added_on=acting.on,
        classification=WHILE_PENDING.level.value,
        basis=WHILE_PENDING.basis,
        reason=WHILE_PENDING.reason,
    )


def _may_be_told(row: CaseDocument, actor: Actor) -> bool:
    """Return whether the actor may know that a document is in the file: it reads it, or has filed it."""
    if reads(actor.roles, Classification(row.classification)):
        return True
    filed = LedgerEntry.objects.filter(
        subject=subject_of(row.case.reference),
        verb__in=[VERBS[one] for one in (Step.ADD_DOCUMENT, Step.RECEIVE_SUBMISSION)],
        actor=actor.name,
        detail__change__documents__has_key=str(row.number),
    )
    return filed.exists()


@transaction.atomic
def classify_document(*, seen: Seen, number: int, said: Classified, actor: Actor, at: datetime) -> Case:
    """Classify a document of a case anew; the ledger keeps how it was classified before.

    Raises:
        NoSuchDocumentError: the case has no document of that number.
        ClassificationError: article, reason or the end of a reserve is missing or not as the law asks.

    """
    acting = take_for_step(seen, Step.CLASSIFY_DOCUMENT, actor=actor, at=at)
    row = acting.case.documents.filter(number=number).first()
    if row is None:
        raise NoSuchDocumentError(NO_SUCH_DOCUMENT.filled(number=number))
    check_classified(said, on=acting.on)
    row.classification, row.until = said.level.value, said.until
    row.basis, row.reason, row.for_parties = said.basis.strip(), said.reason.strip(), said.for_parties
    row.save()
    return record_act(acting, Step.CLASSIFY_DOCUMENT, reason=row.reason)
