"""The documents of a case file, each classified with its reason (LGTAIP 2025, arts. 104, 112-115)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, ClassVar, Final

from django.db import transaction

from cases.domain.case import Seen
from cases.domain.classification import WHILE_PENDING, Classified, check_classified
from cases.domain.conditions import check_petitioner
from cases.domain.procedure import Step
from cases.domain.steps import STEPS
from cases.formats.case_file import DocumentLostError
from cases.models import Case, CaseDocument
from cases.services.acting import Acting, record_act, take_for_step
from kernel.domain.actors import Actor, Role
from kernel.domain.errors import ConflictError, NotFoundError
from kernel.domain.text import Text
from kernel.models import Document
from kernel.queries import document_path
from kernel.services.documents import clean_name, store_document

IN_FILE: Final = Text(
    "El documento ya está en el expediente con el número {number}.", "The document is number {number} of the case."
)
NO_SUCH_DOCUMENT: Final = Text("El expediente no tiene un documento {number}.", "The case has no document {number}.")


class InFileError(ConflictError):
    """The same bytes are in the case file already."""

    code: ClassVar[str] = "document_in_file"


class NoSuchDocumentError(NotFoundError):
    """A case has no document of the number."""

    code: ClassVar[str] = "unknown_document"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it is received: its name and its bytes, a part at a time."""

    name: str
    chunks: Iterable[bytes]


@transaction.atomic
def receive_document(*, seen: Seen, upload: Upload, actor: Actor, at: datetime) -> Case:
    """Store a file and put it into a case file; where it may not be put there, nothing is stored.

    Raises:
        InFileError, NotCompetentError: as ``add_document`` says.

    """
    document = store_document(upload.chunks, name=upload.name, actor=actor, at=at)
    return add_document(seen=seen, document=document, name=upload.name, actor=actor, at=at)


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
        InFileError: the same bytes are in the file.
        NotCompetentError: a petitioner who is not that of the case adds it.

    """
    acting = take_for_step(seen, Step.ADD_DOCUMENT, actor=actor, at=at)
    if not actor.roles & (STEPS[Step.ADD_DOCUMENT].roles - {Role.PETITIONER}):
        check_petitioner(acting.case.petitioner, actor.name)
    rows = acting.case.documents
    same = rows.filter(document=document).first()
    if same is not None:
        raise InFileError(IN_FILE.filled(number=same.number))
    file_document(acting, document, name)
    return record_act(acting, Step.ADD_DOCUMENT)


def file_document(acting: Acting, document: Document, name: str) -> CaseDocument:
    """Return a document of the case in hand: the one with the same bytes, else a new one, confidential as yet."""
    rows = CaseDocument.objects.filter(case=acting.case)
    return rows.filter(document=document).first() or CaseDocument.objects.create(
        case=acting.case,
        document=document,
        number=rows.count() + 1,
        name=clean_name(name),
        added_on=acting.on,
        classification=WHILE_PENDING.level.value,
        basis=WHILE_PENDING.basis,
        reason=WHILE_PENDING.reason,
    )


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
