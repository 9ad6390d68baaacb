"""The chain of the ledger: how an entry is written for hashing, and where a chain first breaks."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from kernel.domain.text import Text

GENESIS: Final = "0" * 64  # what the first entry follows

MISSING: Final = Text(
    "Falta el asiento {seq}: fue borrado o cambiado de lugar.", "Entry {seq} is missing: it was deleted or moved."
)
MOVED: Final = Text(
    "El asiento {seq} no continúa al anterior: uno de los dos fue alterado, intercambiado o insertado.",
    "Entry {seq} does not follow the one before: one of the two was altered, exchanged or inserted.",
)
ALTERED: Final = Text("El asiento {seq} fue alterado en alguno de sus datos.", "A field of entry {seq} was altered.")
CUT: Final = Text(
    "La bitácora termina antes del asiento {seq}: le cortaron el final.",
    "The ledger ends before entry {seq}: its tail was cut.",
)
BEYOND: Final = Text(
    "El asiento {seq} está más allá del final registrado: fue agregado por fuera.",
    "Entry {seq} lies beyond the recorded end: it was added from outside.",
)
OTHER_END: Final = Text(
    "El asiento {seq} no es el que se registró como último.", "Entry {seq} is not the one recorded as the last."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says, with the hash of the one before."""

    seq: int
    at: datetime
    actor: str
    channel: str
    verb: str
    subject: str
    detail: Mapping[str, Any]
    previous_hash: str


@dataclass(frozen=True, slots=True)
class Link:
    """An entry with the hash that was stored beside it."""

    entry: Entry
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain as it is remembered apart from the chain."""

    seq: int = 0
    hash: str = GENESIS


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry that is not as it was written, and why it is thought so."""

    seq: int
    reason: Text


def plain(value: Any) -> Any:
    """Return a detail in the form that every database gives back unchanged.

    Moments and days become ISO text, references text; numbers with a fraction become text, since JSON columns
    disagree about them; signs that no database keeps are replaced.

    Raises:
        TypeError: the value is nothing a ledger keeps.

    """
    if value is None:
        return None
    for kind, form in PLAIN_FORMS:
        if isinstance(value, kind):
            return form(value)
    return _plain_collection(value)


def _plain_collection(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {_clean(str(name)): plain(one) for name, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(one) for one in value]
    raise TypeError(f"a ledger keeps no {type(value).__name__}")


def _clean(text: str) -> str:
    """Replace the signs that PostgreSQL refuses: NUL and halves of a surrogate pair."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def moment(at: datetime) -> str:
    """Return a moment in UTC to the microsecond, the form that survives any database and time zone.

    Raises:
        ValueError: the moment has no time zone.

    """
    if at.tzinfo is None:
        raise ValueError("a moment of the ledger needs a time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


# The first kind that fits decides: a truth value is also an int, a moment also a day.
PLAIN_FORMS: Final[tuple[tuple[type, Callable[[Any], bool | int | str]], ...]] = (
    (bool, bool),
    (int, int),
    (str, _clean),
    (datetime, moment),
    (date, date.isoformat),
    (float, str),
    (Decimal, str),
    (UUID, str),
)


def canonical(entry: Entry) -> bytes:
    """Return the one way to write an entry: JSON of all its fields, names sorted, no spaces, ASCII alone."""
    fields = {
        "seq": entry.seq,
        "at": moment(entry.at),
        "actor": entry.actor,
        "channel": entry.channel,
        "verb": entry.verb,
        "subject": entry.subject,
        "detail": entry.detail,
        "previous_hash": entry.previous_hash,
    }
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()


def entry_hash(entry: Entry) -> str:
    """Return the SHA-256 of an entry over all its fields and the hash of the one before."""
    return hashlib.sha256(canonical(entry)).hexdigest()


@dataclass(slots=True)
class Check:
    """A chain read from its start, one link at a time."""

    end: Head = field(default_factory=Head)

    def first_break(self, links: Iterable[Link]) -> Broken | None:
        """Follow the links, in order, and return the first break; ``end`` is the last good link."""
        for link in links:
            if (broken := self._break_at(link)) is not None:
                return broken
            self.end = Head(link.entry.seq, link.hash)
        return None

    def _break_at(self, link: Link) -> Broken | None:
        expected = self.end.seq + 1
        if link.entry.seq != expected:
            return _broken(expected, MISSING)
        if link.entry.previous_hash != self.end.hash:
            return _broken(expected, MOVED)
        if entry_hash(link.entry) != link.hash:
            return _broken(expected, ALTERED)
        return None

    def against(self, head: Head) -> Broken | None:
        """Compare the end that was reached with the one remembered apart."""
        if head.seq > self.end.seq:
            return _broken(self.end.seq + 1, CUT)
        if head.seq < self.end.seq:
            return _broken(head.seq + 1, BEYOND)
        return None if head.hash == self.end.hash else _broken(head.seq, OTHER_END)


def _broken(seq: int, reason: Text) -> Broken:
    return Broken(seq, reason.filled(seq=seq))
