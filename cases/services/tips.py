"""What comes in from whoever gives a tip; the ledger says that it came and nothing of what it says."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Max

from cases.domain.case import REFERENCE_BITS, reference_of
from cases.domain.receipts import UnknownReceiptError, read_receipt
from cases.domain.tips import TipSaid, TipState, check_body, check_files, check_tip
from cases.formats.tip_files import plain_file
from cases.models import Tip, TipFile, TipMessage
from cases.services.receipts import mark_of, receipt_from, receipt_hash
from kernel.domain.actors import Actor, Role
from kernel.models import Document
from kernel.services.documents import clean_name, store_document
from kernel.services.ledger import record, take_turn

TIPSTER: Final = Actor("anonymous", "web", frozenset({Role.PUBLIC}))  # also for whoever happens to be signed in
STORED_AS: Final = "aviso"  # the name a sender gives to a file may say who they are: it stays with the tip


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was kept, and the name it was sent with."""

    document: Document
    name: str
    extension: str  # the ending that fits what it holds


@dataclass(frozen=True, slots=True)
class Receipt:
    """A tip that was received, the receipt of it, and whether this was the first time that it came."""

    tip: Tip
    digits: str
    is_new: bool


def keep_file(content: bytes, *, name: str, at: datetime) -> SentFile:
    """Keep a file of a tip; a picture is written anew, so that nothing stays in it but what it shows.

    Raises:
        RefusedFileError, UnreadablePictureError: it may not be kept.

    """
    named = clean_name(name)
    plain = plain_file(content, named)
    document = store_document([plain.content], name=f"{STORED_AS}.{plain.extension}", actor=TIPSTER, at=at)
    return SentFile(document, named, plain.extension)


@transaction.atomic
def receive_tip(*, said: TipSaid, files: Sequence[SentFile], token: str, at: datetime) -> Receipt:
    """Take a tip in; the form it came with makes it one, however often it is sent.

    Raises:
        TipError: it tells nothing, something is too long, or there are too many files.

    """
    check_tip(said)
    check_files(len(files))
    receipt = receipt_from(token)
    take_turn()
    tip = Tip.objects.filter(form_mark=mark_of(token)).first()
    if tip is not None:
        return Receipt(tip, receipt, is_new=False)
    tip = Tip.objects.create(
        reference=reference_of(secrets.randbits(REFERENCE_BITS)),
        receipt_hash=receipt_hash(receipt),
        form_mark=mark_of(token),
        received_at=at,
        state=TipState.RECEIVED.value,
        **_values(said),
    )
    _add_files(tip, files)
    record("receive_tip", subject=subject_of_tip(tip.reference), actor=TIPSTER, at=at)
    return Receipt(tip, receipt, is_new=True)


def _values(said: TipSaid) -> dict[str, Any]:
    texts = ("place", "goods", "producer", "happened", "known_how", "told_others", "contact", "account")
    values: dict[str, Any] = {name: getattr(said, name).strip() for name in texts}
    return values | {"language": said.language, "signs": sorted(said.signs)}


def subject_of_tip(reference: str) -> str:
    """Return what the ledger calls a tip."""
    return f"tip:{reference}"


def tip_of_receipt(written: str) -> Tip:
    """Return the tip of a receipt.

    Raises:
        MistypedReceiptError: it is no receipt; nothing was looked for.
        UnknownReceiptError: no tip has it.

    """
    tip = Tip.objects.filter(receipt_hash=receipt_hash(read_receipt(written))).first()
    if tip is None:
        raise UnknownReceiptError
    return tip


@transaction.atomic
def send_tip_message(*, tip: Tip, body: str, files: Sequence[SentFile], mark: str, at: datetime) -> bool:
    """Add what whoever gave a tip writes later; return whether it is the first time that the message comes.

    Raises:
        TipError: it is empty, too long, or has too many files.

    """
    text = body.strip() if files else check_body(body, "body")
    if text:
        check_body(text, "body")
    check_files(len(files))
    take_turn()
    if tip.messages.filter(mark=mark).exists():
        return False
    message = add_message(tip, text, author="", at=at, mark=mark)
    _add_files(tip, files, message)
    record("send_tip_message", subject=subject_of_tip(tip.reference), actor=TIPSTER, at=at)
    return True


def add_message(tip: Tip, body: str, *, author: str, at: datetime, mark: str = "") -> TipMessage:
    """Return the message, now the last of its tip; called in the transaction of what it belongs to."""
    last: int | None = tip.messages.aggregate(last=Max("number"))["last"]
    return TipMessage.objects.create(tip=tip, number=(last or 0) + 1, author=author, body=body, sent_at=at, mark=mark)


def _add_files(tip: Tip, files: Sequence[SentFile], message: TipMessage | None = None) -> None:
    last: int | None = tip.files.aggregate(last=Max("number"))["last"]
    TipFile.objects.bulk_create(
        TipFile(tip=tip, message=message, document=one.document, number=number, name=one.name, extension=one.extension)
        for number, one in enumerate(files, (last or 0) + 1)
    )
