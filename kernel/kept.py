"""A file that came with a form stays received when the form has to be sent again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from kernel.domain.actors import Actor
from kernel.models import Document
from kernel.services.documents import clean_name, store_document

SALT: Final = "kept-upload"
KEPT_FOR: Final = timedelta(hours=8)  # as long as a session
FILE, KEPT = "file", "kept"  # what the form calls the file, and what it carries instead of it


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file this account has sent, by the name it gave it; equal files share one document."""

    document: Document
    name: str
    token: str  # what the form carries so that the file need not be sent again


def received(request: HttpRequest, actor: Actor, *, at: datetime) -> KeptFile | None:
    """Return the file that came with a form, stored, else the one that came with an earlier try of it."""
    file = request.FILES.get(FILE)
    if not isinstance(file, UploadedFile) or not file.size:
        return kept(request, actor)
    name = clean_name(file.name or "")
    return _named(store_document(file.chunks(), name=name, actor=actor, at=at), name, actor)


def received_all(request: HttpRequest, actor: Actor, *, at: datetime) -> tuple[KeptFile, ...]:
    """Return every file that came with a form or with an earlier try of it, the earlier ones first."""
    earlier = (_found(token, actor) for token in request.POST.getlist(KEPT))
    files = [one for one in request.FILES.getlist(FILE) if isinstance(one, UploadedFile) and one.size]
    names = [clean_name(one.name or "") for one in files]
    new = [
        _named(store_document(one.chunks(), name=name, actor=actor, at=at), name, actor)
        for one, name in zip(files, names, strict=True)
    ]
    found = {one.document.pk: one for one in (*earlier, *new) if one is not None}
    return tuple(found.values())


def kept(request: HttpRequest, actor: Actor) -> KeptFile | None:
    """Return the file this account has sent with an earlier try of the form, None when there is none."""
    return _found(request.POST.get(KEPT, ""), actor)


def _found(token: str, actor: Actor) -> KeptFile | None:
    try:
        sha256, name, owner = signing.loads(token, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None
    document = Document.objects.filter(sha256=sha256).first() if owner == actor.name else None
    return _named(document, name, actor) if document else None


def _named(document: Document, name: str, actor: Actor) -> KeptFile:
    return KeptFile(document, name, signing.dumps([document.sha256, name, actor.name], salt=SALT))
