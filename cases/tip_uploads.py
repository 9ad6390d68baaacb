"""Files that come with a tip or a message, and stay received when the form has to be sent again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from cases.domain.tips import MOST_BYTES, MOST_FILES, TOO_MANY_FILES
from cases.services.tips import SentFile, keep_file
from kernel.domain.errors import InputError
from kernel.domain.text import Text
from kernel.models import Document
from kernel.uploads import SkippingUploadHandler

SALT: Final = "tip-file"
KEPT_FOR: Final = timedelta(hours=8)
FILES, KEPT = "attachments", "kept"  # what the form calls the files, and what it carries instead of them
TOO_LARGE: Final = Text(
    "«{name}» pasa de {most} MB. Mándelo en partes, o una versión más pequeña.",
    "“{name}” is larger than {most} MB. Send it in parts, or a smaller version.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was received, and what the form carries so that it need not be sent again."""

    sent: SentFile
    token: str


@dataclass(slots=True)
class Uploads:
    """What came with one sending of a form: the files that are kept, and what is wrong with the others."""

    kept: list[Kept] = field(default_factory=list)
    faults: list[Text] = field(default_factory=list)

    def files(self) -> list[SentFile]:
        """Return the files."""
        return [one.sent for one in self.kept]


def limit_uploads(request: HttpRequest) -> None:
    """Let no file above the limit onto the disk; called before anything reads the form."""
    request.upload_handlers = [SkippingUploadHandler(request, limit=MOST_BYTES)]


def carried(request: HttpRequest) -> Uploads:
    """Return the files that came with an earlier sending of the form."""
    return Uploads(kept=list(_carried(request)))


def uploads_of(request: HttpRequest, *, at: datetime) -> Uploads:
    """Return what came with a form, each new file stored; those beyond the number that fits are left out."""
    found = carried(request)
    new = [file for file in request.FILES.getlist(FILES) if isinstance(file, UploadedFile) and file.size]
    room = max(0, MOST_FILES - len(found.kept))
    if len(new) > room:
        found.faults.append(TOO_MANY_FILES.filled(most=MOST_FILES))
    for file in new[:room]:
        try:
            found.kept.append(_named(keep_file(file.read(), name=file.name or "", at=at)))
        except InputError as error:
            found.faults.append(error.message)
    found.faults += [TOO_LARGE.filled(name=name, most=MOST_BYTES // 2**20) for name in _skipped(request)]
    return found


def _carried(request: HttpRequest) -> Iterator[Kept]:
    for token in request.POST.getlist(KEPT)[:MOST_FILES]:
        try:
            sha256, name, extension = signing.loads(token, salt=SALT, max_age=KEPT_FOR)
        except signing.BadSignature:
            continue
        document = Document.objects.filter(sha256=sha256).first()
        if document is not None:
            yield _named(SentFile(document, name, extension))


def _named(sent: SentFile) -> Kept:
    return Kept(sent, signing.dumps([sent.document.sha256, sent.name, sent.extension], salt=SALT))


def _skipped(request: HttpRequest) -> list[str]:
    return [name for one in request.upload_handlers if isinstance(one, SkippingUploadHandler) for name in one.skipped]
