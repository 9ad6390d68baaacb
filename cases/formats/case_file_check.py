"""Checks a case file against itself: every hash, every entry, and that the entries lead to the state it tells."""

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, ClassVar, Final

from cases.domain.state import CHANGE, replayed, subject_of
from cases.formats.case_file import FORMAT, INDEX, LEDGER, UNREADABLE, chunks_of
from kernel.domain.chain import Entry, Link, entry_hash
from kernel.domain.errors import DomainError, InputError
from kernel.domain.text import Text

MOST: Final = 256 << 20  # bytes of the index or the ledger extract that are read: no case has as many

NO_ZIP: Final = Text("El archivo no es un zip que se pueda leer.", "The file is no zip that can be read.")
NO_CASE_FILE: Final = Text(
    "El archivo no es un expediente exportado: no tiene un índice legible.",
    "The file is no exported case file: it has no index that can be read.",
)
DIFFERENT: Final = Text("{name}: no está, se repite o sobra.", "{name}: is missing, repeated or too many.")
ALTERED: Final = Text("{name}: su contenido fue alterado.", "{name}: its content was altered.")
BAD_LINE: Final = Text("{name}: el renglón {line} no es un asiento.", "{name}: line {line} is no entry.")
BAD_ENTRY: Final = Text("Asiento {seq}: fue alterado.", "Entry {seq}: was altered.")
OF_ANOTHER: Final = Text("Asiento {seq}: es de otro expediente.", "Entry {seq}: is of another case.")
BAD_ORDER: Final = Text("Asiento {seq}: no sigue al anterior.", "Entry {seq}: does not follow the one before.")
OTHER_STATE: Final = Text(
    "Los asientos no llevan al estado que dice el índice.", "The entries do not lead to the state that the index tells."
)
OTHER_DOCUMENT: Final = Text(
    "Documento {number}: no es el que dicen los asientos.", "Document {number}: is not the one the entries tell."
)


class CaseFileError(InputError):
    """A case file does not hold; every fault is told."""

    code: ClassVar[str] = "case_file"

    def __init__(self, faults: Iterable[Text]) -> None:
        self.faults = tuple(faults)
        es = "\n".join(f"  {fault.es}" for fault in self.faults)
        en = "\n".join(f"  {fault.en}" for fault in self.faults)
        super().__init__(Text(f"El expediente no es íntegro:\n{es}", f"The case file does not hold:\n{en}"))


@dataclass(frozen=True, slots=True)
class Checked:
    """A case file that holds: whose, of when, how much, and the SHA-256 of its index, to compare with the ledger's."""

    reference: str
    made_at: str
    entries: int
    documents: int
    index_sha256: str


@dataclass(frozen=True, slots=True)
class _Index:
    reference: str
    made_at: str
    state: dict[str, Any]
    documents: dict[str, dict[str, str]]
    files: dict[str, dict[str, Any]]


def check_case_file(source: BinaryIO) -> Checked:
    """Return what a case file is when it holds.

    Raises:
        CaseFileError: with every fault that was found.

    """
    try:
        with zipfile.ZipFile(source) as whole:
            return _check(whole)
    except UNREADABLE as error:
        raise CaseFileError([NO_ZIP]) from error


def _check(whole: zipfile.ZipFile) -> Checked:
    if INDEX not in whole.namelist():
        raise CaseFileError([NO_CASE_FILE])
    data = _read(whole, INDEX)
    index = _index(data)
    faults = list(_member_faults(whole, index))
    if faults:
        raise CaseFileError(faults)
    links = list(_links(_read(whole, LEDGER)))
    faults = [*_link_faults(index, links), *_state_faults(index, links)]
    if faults:
        raise CaseFileError(faults)
    return Checked(index.reference, index.made_at, len(links), len(index.documents), hashlib.sha256(data).hexdigest())


def _read(whole: zipfile.ZipFile, name: str) -> bytes:
    with whole.open(name) as member:
        data = member.read(MOST + 1)
    if len(data) > MOST:
        raise CaseFileError([ALTERED.filled(name=name)])
    return data


def _index(data: bytes) -> _Index:
    try:
        said = json.loads(data)
        found = _Index(
            reference=str(said["reference"]),
            made_at=str(said["made_at"]),
            state=dict(said["state"]),
            documents={str(number): dict(one) for number, one in said["documents"].items()},
            files={str(name): dict(one) for name, one in said["files"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CaseFileError([NO_CASE_FILE]) from error
    if said.get("format") != FORMAT or LEDGER not in found.files:
        raise CaseFileError([NO_CASE_FILE])
    return found


def _member_faults(whole: zipfile.ZipFile, index: _Index) -> Iterator[Text]:
    there = Counter(whole.namelist())
    wanted = Counter([INDEX, *index.files])
    different = {name for name in there | wanted if there[name] != wanted[name]}
    for name in sorted(different):
        yield DIFFERENT.filled(name=name)
    for name, said in index.files.items():
        if name not in different and _digest(whole, name) != said.get("sha256"):
            yield ALTERED.filled(name=name)


def _digest(whole: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with whole.open(name) as member:
        for chunk in chunks_of(member):
            digest.update(chunk)
    return digest.hexdigest()


def _links(data: bytes) -> Iterator[Link]:
    for number, line in enumerate(data.splitlines(), 1):
        try:
            said = json.loads(line)
            entry = Entry(**said["entry"] | {"at": datetime.fromisoformat(said["entry"]["at"])})
            yield Link(entry, str(said["hash"]))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise CaseFileError([BAD_LINE.filled(name=LEDGER, line=number)]) from error


def _link_faults(index: _Index, links: list[Link]) -> Iterator[Text]:
    before: Link | None = None
    for link in links:
        entry = link.entry
        if not _is_whole(link):
            yield BAD_ENTRY.filled(seq=entry.seq)
        if entry.subject != subject_of(index.reference):
            yield OF_ANOTHER.filled(seq=entry.seq)
        if before is not None and not _follows(before, link):
            yield BAD_ORDER.filled(seq=entry.seq)
        before = link


def _is_whole(link: Link) -> bool:
    try:
        return entry_hash(link.entry) == link.hash
    except (ValueError, TypeError, AttributeError):  # a field that no entry has
        return False


def _follows(before: Link, link: Link) -> bool:
    """Return whether an entry comes after another, and is chained to it where none of another matter lies between."""
    step = link.entry.seq - before.entry.seq
    return step > 0 and (step > 1 or link.entry.previous_hash == before.hash)


def _state_faults(index: _Index, links: list[Link]) -> list[Text]:
    try:
        return list(_other_state(index, links))
    except DomainError as error:
        return [error.message]
    except (ValueError, TypeError, AttributeError):  # shapes that no case has
        return [OTHER_STATE]


def _other_state(index: _Index, links: list[Link]) -> Iterator[Text]:
    state = replayed((link.entry.seq, link.entry.verb, link.entry.detail.get(CHANGE, {})) for link in links)
    if state != index.state or state.get("case", {}).get("reference") != index.reference:
        yield OTHER_STATE
    told = state.get("documents", {})
    for number in sorted(told.keys() | index.documents.keys()):
        file = index.files.get(index.documents.get(number, {}).get("file", ""), {})
        if told.get(number, {}).get("sha256") != file.get("sha256"):
            yield OTHER_DOCUMENT.filled(number=number)
