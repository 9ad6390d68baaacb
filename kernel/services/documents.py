"""Documents: bytes kept once, under the address that is their SHA-256."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
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
from kernel.services.ledger import record

NAME_LENGTH: Final = 255
TOO_LARGE: Final = Text(
    "El archivo pasa de {limit} bytes, que es el máximo. Divídalo y envíe las partes.",
    "The file is larger than {limit} bytes, which is the limit. Split it and send the parts.",
)


@dataclass(frozen=True, slots=True)
class _Received:
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
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=root, prefix="receiving-")  # readable by the server's user alone
    path = Path(part)
    try:
        with os.fdopen(handle, "wb") as file:
            received = _receive(chunks, file, path, limit)
        return _keep(received, name=name, actor=actor, at=at)
    finally:
        path.unlink(missing_ok=True)


def _receive(chunks: Iterable[bytes], file: BinaryIO, path: Path, limit: int | None) -> _Received:
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
    return _Received(path, digest.hexdigest(), size, media_type(head))


@transaction.atomic
def _keep(received: _Received, *, name: str, actor: Actor, at: datetime) -> Document:
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
