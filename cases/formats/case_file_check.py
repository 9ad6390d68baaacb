"""Checks a case file against itself: every hash, every entry, and that the entries lead to the state it tells."""

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from typing import Any, BinaryIO, ClassVar, Final

from cases.domain.state import CHANGE, replayed, subject_of
from cases.formats.case_file import FORMAT, INDEX, LEDGER, UNREADABLE, chunks_of
from kernel.domain.chain import Entry, Link, entry_hash
from kernel.domain.errors import DomainError, InputError
from kernel.domain.text import Text, printable

MOST: Final = 32 << 20  # bytes of the index or the ledger extract that are read: no case has as many
MOST_IN_ALL: Final = 64 << 30  # bytes of all members: more than anybody reads in a case
MOST_MEMBERS: Final = 20_000  # documents of a case, and more
MOST_FAULTS: Final = 20  # that are told one by one
LONGEST: Final = 120  # signs of a name that somebody else chose
# Who waits for another's act to be written writes a moment before it; nobody waits as long as this.
WAITING: Final = timedelta(minutes=10)
TEXTS: Final = frozenset({"actor", "channel", "verb", "subject", "previous_hash"})
NO_SHAPE: Final = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)

NO_ZIP: Final = Text("El archivo no es un zip que se pueda leer.", "The file is no zip that can be read.")
NO_CASE_FILE: Final = Text(
    "El archivo no es un expediente exportado: no tiene un índice legible.",
    "The file is no exported case file: it has no index that can be read.",
)
TOO_MUCH: Final = Text(
    "El archivo es más grande, o tiene más partes, que cualquier expediente; no se leyó.",
    "The file is larger, or has more parts, than any case; it was not read.",
)
AND_MORE: Final = Text("y {count} fallas más.", "and {count} more faults.")
EARLIER: Final = Text(
    "Asiento {seq}: dice ser de antes que el anterior.", "Entry {seq}: says it is from before the last."
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
    """A case file does not hold; the first faults are told, and how many more there are."""

    code: ClassVar[str] = "case_file"

    def __init__(self, faults: Iterable[Text]) -> None:
        found = iter(faults)
        told, more = tuple(islice(found, MOST_FAULTS)), sum(1 for _ in found)
        self.faults = (*told, AND_MORE.filled(count=more)) if more else told
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
    there = whole.infolist()
    if len(there) > MOST_MEMBERS or sum(one.file_size for one in there) > MOST_IN_ALL:
        raise CaseFileError([TOO_MUCH])
    if INDEX not in whole.namelist():
        raise CaseFileError([NO_CASE_FILE])
    data = _read(whole, INDEX)
    index = _index(data)
    _refuse(_member_faults(whole, index))
    links = list(_links(_read(whole, LEDGER)))
    _refuse(chain(_link_faults(index, links), _state_faults(index, links)))
    return Checked(index.reference, index.made_at, len(links), len(index.documents), hashlib.sha256(data).hexdigest())


def _refuse(faults: Iterator[Text]) -> None:
    if (first := next(faults, None)) is not None:
        raise CaseFileError(chain([first], faults))


def _read(whole: zipfile.ZipFile, name: str) -> bytes:
    """Return a member; what it announces is what is read of it at most."""
    size = whole.getinfo(name).file_size
    if size > MOST:
        raise CaseFileError([TOO_MUCH])
    with whole.open(name) as member:
        return member.read(size + 1)  # without a number all would be unpacked, whatever was announced


def _index(data: bytes) -> _Index:
    try:
        said = json.loads(data)
        found = _Index(
            reference=_text(said["reference"]),
            made_at=_moment(said["made_at"]).isoformat(),
            state=dict(said["state"]),
            documents={str(number): dict(one) for number, one in said["documents"].items()},
            files={str(name): dict(one) for name, one in said["files"].items()},
        )
    except NO_SHAPE as error:
        raise CaseFileError([NO_CASE_FILE]) from error
    if said.get("format") != FORMAT or LEDGER not in found.files:
        raise CaseFileError([NO_CASE_FILE])
    return found


def _text(said: Any) -> str:
    if isinstance(said, str):
        return said
    raise TypeError("no text")


def _moment(said: Any) -> datetime:
    at = datetime.fromisoformat(_text(said))
    if at.tzinfo is None:
        raise ValueError("no time zone")
    return at.astimezone(UTC)


def _member_faults(whole: zipfile.ZipFile, index: _Index) -> Iterator[Text]:
    there = Counter(whole.namelist())
    wanted = Counter([INDEX, *index.files])
    different = {name for name in there | wanted if there[name] != wanted[name]}
    for name in sorted(different):
        yield DIFFERENT.filled(name=_shown(name))
    for name, said in index.files.items():
        if name not in different and not _is_as_said(whole, name, said):
            yield ALTERED.filled(name=_shown(name))


def _is_as_said(whole: zipfile.ZipFile, name: str, said: dict[str, Any]) -> bool:
    """Return whether a member is what the index says; one of another size is not even read."""
    return whole.getinfo(name).file_size == said.get("size") and _digest(whole, name) == said.get("sha256")


def _shown(name: str) -> str:
    return printable(name[:LONGEST])


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
            yield Link(_entry(said["entry"]), _text(said["hash"]))
        except NO_SHAPE as error:
            raise CaseFileError([BAD_LINE.filled(name=LEDGER, line=number)]) from error


def _entry(said: Any) -> Entry:
    """Return an entry, its fields being of the kinds that the ledger writes."""
    entry = Entry(**said | {"at": _moment(said["at"])})
    texts = all(isinstance(getattr(entry, one.name), str) for one in fields(entry) if one.name in TEXTS)
    if type(entry.seq) is not int or entry.seq < 1 or not texts or not isinstance(entry.detail, dict):
        raise TypeError("no entry")
    return entry


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
        if before is not None and entry.at < before.entry.at - WAITING:
            yield EARLIER.filled(seq=entry.seq)
        before = link


def _is_whole(link: Link) -> bool:
    try:
        return entry_hash(link.entry) == link.hash
    except NO_SHAPE:  # a field that no entry has
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
    except NO_SHAPE:  # shapes that no case has
        return [OTHER_STATE]


def _other_state(index: _Index, links: list[Link]) -> Iterator[Text]:
    state = replayed((link.entry.seq, link.entry.verb, link.entry.detail.get(CHANGE, {})) for link in links)
    if state != index.state or state.get("case", {}).get("reference") != index.reference:
        yield OTHER_STATE
    told = state.get("documents", {})
    for number in sorted(told.keys() | index.documents.keys()):
        file = index.files.get(index.documents.get(number, {}).get("file", ""), {})
        if told.get(number, {}).get("sha256") != file.get("sha256"):
            yield OTHER_DOCUMENT.filled(number=_shown(number))
