"""Documents: bytes kept once, under the address that is their SHA-256."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from django.conf import settings
from django.db import transaction

from kernel.domain.actors import Actor
from kernel.domain.errors import TooLargeError
from kernel.domain.text import Text
from kernel.formats.media_type import HEAD, media_type
from kernel.models import Document
from kernel.queries import document_path
from kernel.services.ledger import record, take_turn

NAME_LENGTH: Final = 255
TOO_LARGE: Final = Text(
    "El archivo pasa de {limit} bytes, que es el máximo. Divídalo y envíe las partes.",
    "The file is larger than {limit} bytes, which is the limit. Split it and send the parts.",
)


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes that came, in a file of their own until a document is made of them."""

    path: Path
    sha256: str
    size: int
    media_type: str


def store_document(
    chunks: Iterable[bytes], *, name: str, actor: Actor, at: datetime, limit: int | None = None
) -> Document:
    """Return the document of these bytes; the same bytes give the same document, whatever its name.

    Raises:
        TooLargeError: more than ``limit`` bytes came; nothing is kept.

    """
    with received_file(chunks, limit=limit) as received:
        return keep_document(received, name=name, actor=actor, at=at)


@contextmanager
def received_file(chunks: Iterable[bytes], *, limit: int | None = None) -> Iterator[Received]:
    """Yield bytes once all have come; what fails inside leaves none that no document has.

    Others wait for whoever has opened a transaction, so it is opened inside, when nothing is waited for any more.

    Raises:
        TooLargeError: more than ``limit`` bytes came.

    """
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=root, prefix="receiving-")  # readable by the server's user alone
    path = Path(part)
    try:
        with os.fdopen(handle, "wb") as file:
            received = _receive(chunks, file, path, limit)
        try:
            yield received
        except BaseException:
            if not path.exists():
                _forget(received.sha256)
            raise
    finally:
        path.unlink(missing_ok=True)


@transaction.atomic
def _forget(sha256: str) -> None:
    """Remove bytes whose document was not kept; another sender of the same bytes waits, and brings them again."""
    take_turn()
    if not Document.objects.filter(sha256=sha256).exists():
        document_path(Document(sha256=sha256)).unlink(missing_ok=True)


def _receive(chunks: Iterable[bytes], file: BinaryIO, path: Path, limit: int | None) -> Received:
    digest, size, head = hashlib.sha256(), 0, b""
    for chunk in chunks:
        size += len(chunk)
        if limit is not None and size > limit:
            raise TooLargeError(TOO_LARGE.filled(limit=limit))
        if len(head) < HEAD:
            head += chunk[:HEAD]
        digest.update(chunk)
        file.write(chunk)
    file.flush()
    os.fsync(file.fileno())
    return Received(path, digest.hexdigest(), size, media_type(head))


@transaction.atomic
def keep_document(received: Received, *, name: str, actor: Actor, at: datetime) -> Document:
    """Return the document of bytes that came; called in the transaction that does something with it."""
    take_turn()
    facts = {
        "size": received.size,
        "media_type": received.media_type,
        "name": clean_name(name),
        "created_at": at,
    }
    document, is_new = Document.objects.get_or_create(sha256=received.sha256, defaults=facts)
    path = document_path(document)
    path.parent.mkdir(parents=True, exist_ok=True)
    received.path.replace(path)  # an address has one content, so that writing it again changes nothing
    if is_new:
        detail = {"size": received.size, "media_type": received.media_type}
        record("store_document", subject=f"document:{received.sha256}", actor=actor, at=at, detail=detail)
    return document


def clean_name(name: str) -> str:
    """Return the last part of a file name as sent, without control characters, cut to what the table holds."""
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(sign for sign in last if sign.isprintable()).strip()
    return kept[-NAME_LENGTH:] or "document"
