"""The case file as one zip that anybody can check without this system: index, ledger extract, documents.

``index.json`` says what the case is and the SHA-256 of every other member; ``ledger.jsonl`` holds the entries of the
case, one a line, each with its hash. What the index hashes to is recorded in the ledger when the file is made.
"""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, BinaryIO, ClassVar, Final

from kernel.domain.chain import Link, canonical, moment
from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text

FORMAT: Final = "tamiz-case-file/1"
INDEX, LEDGER = "index.json", "ledger.jsonl"
CHUNK: Final = 1 << 20
SUFFIX: Final = re.compile(r"\.[a-z0-9]{1,8}$")
UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError)

LOST: Final = Text(
    "Falta el contenido del documento {number}, o no es el que se guardó; no se exportó nada.",
    "The content of document {number} is missing or not what was stored; nothing was exported.",
)


class DocumentLostError(UnavailableError):
    """The bytes of a document are not where they were stored, or are others."""

    code: ClassVar[str] = "document_lost"

    def __init__(self, number: int) -> None:
        super().__init__(LOST.filled(number=number))


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A document of a case: its number, the name it was filed under, its hash, and where its bytes lie."""

    number: int
    name: str
    sha256: str
    path: Path

    def member(self) -> str:
        """Return its name in the zip, which no file system misreads; what it was called stands in the index."""
        suffix = SUFFIX.search(self.name.lower())
        return f"documents/{self.number:04}{suffix.group() if suffix else ''}"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a case file holds: the state of the case, its entries and documents, when and by whom it was made.

    ``people`` are the names of those whom the entries know by reference alone, as they are known when it is made.
    """

    reference: str
    state: Mapping[str, Any]
    links: Sequence[Link]
    documents: Sequence[FiledDocument]
    made_at: datetime
    made_by: str
    people: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Any] = field(default_factory=dict)  # what the ledger keeps the SHA-256 of, or nothing


@dataclass(slots=True)
class _Members:
    """The members written so far, with their hashes."""

    zip: zipfile.ZipFile
    made_at: datetime
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, name: str, chunks: Iterable[bytes]) -> str:
        """Write a member and return its SHA-256."""
        info = zipfile.ZipInfo(name, self.made_at.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        digest, size = hashlib.sha256(), 0
        with self.zip.open(info, "w", force_zip64=True) as member:
            for chunk in chunks:
                member.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        self.files[name] = {"sha256": digest.hexdigest(), "size": size}
        return digest.hexdigest()


def write_case_file(file: CaseFile, target: BinaryIO) -> str:
    """Write a case file as a zip and return the SHA-256 of its index, which vouches for all the rest.

    Raises:
        DocumentLostError: the bytes of a document are gone or altered; what was written is to be thrown away.

    """
    with zipfile.ZipFile(target, "w") as whole:
        members = _Members(whole, file.made_at)
        members.add(LEDGER, (_line(link) for link in file.links))
        for document in file.documents:
            _add_document(members, document)
        index = {
            "format": FORMAT,
            "reference": file.reference,
            "made_at": moment(file.made_at),
            "made_by": file.made_by,
            "people": dict(file.people),
            "state": file.state,
            "records": file.records,
            "documents": {str(one.number): {"name": one.name, "file": one.member()} for one in file.documents},
            "files": dict(members.files),
        }
        return members.add(INDEX, [json.dumps(index, ensure_ascii=False, indent=1, sort_keys=True).encode()])


def _line(link: Link) -> bytes:
    return json.dumps({"entry": json.loads(canonical(link.entry)), "hash": link.hash}, sort_keys=True).encode() + b"\n"


def _add_document(members: _Members, document: FiledDocument) -> None:
    try:
        with document.path.open("rb") as content:
            found = members.add(document.member(), chunks_of(content))
    except FileNotFoundError as error:
        raise DocumentLostError(document.number) from error
    if found != document.sha256:
        raise DocumentLostError(document.number)


def chunks_of(content: IO[bytes]) -> Iterator[bytes]:
    """Yield what is read, a part at a time."""
    while chunk := content.read(CHUNK):
        yield chunk
