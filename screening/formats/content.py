"""What a reader returns: the entries of a list file, what it left out and why, and how the file is laid out."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Final

from kernel.domain.errors import InputError
from kernel.domain.text import Text
from kernel.formats.csv_table import Row
from screening.engine import Authority, ListedGood

_DAYS: Final = ("%Y-%m-%d", "%m/%d/%Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%m/%d/%y", "%Y/%m/%d")


class UnknownLayoutError(InputError):
    """The file is laid out in no way that is known; nothing in it is guessed."""

    code: ClassVar[str] = "unknown_list_layout"


@dataclass(frozen=True, slots=True)
class Omission:
    """A row that became no entry, and why."""

    line: int
    name: str
    reason: Text


@dataclass(frozen=True, slots=True)
class ListContent:
    """The entries of one file; ``layout`` names the format and its columns; ``dated_on`` is what the file says."""

    layout: str
    authority: Authority
    goods: tuple[ListedGood, ...]
    omissions: tuple[Omission, ...] = ()
    dated_on: date | None = None

    @property
    def format(self) -> str:
        """Return the name of the format, without its columns."""
        return self.layout.partition(":")[0]


INACTIVE: Final = Text("no está vigente: {status}", "not in force: {status}")
OVERLONG_ROW: Final = Text(
    "la fila tiene más valores que columnas: ponga entre comillas lo que lleva comas",
    "the row has more values than columns: quote what has commas in it",
)
OVERLONG_NAME: Final = Text("un nombre tiene más de 500 letras", "a name has more than 500 characters")
NAME_LIMIT: Final = 500  # what a hit can hold; the longest name on any agency's list has 160
KEY_LIMIT: Final = 100
NO_NAME: Final = Text("la fila no nombra nada", "the row names nothing")


def american_day(text: str) -> date | None:
    """Return the day an agency of the United States writes, month or year first; None for anything else."""
    for pattern in _DAYS:
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None


def day_in(text: str) -> date | None:
    """Return the day written ``2026-06-23`` or ``20260623`` somewhere in a text, the name of a file for example."""
    found = re.search(r"(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)", text)
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def usual_day(texts: Iterable[str]) -> date | None:
    """Return the day that most of the texts name: the rows of a list say where and when they were taken."""
    days = Counter(found for text in texts if (found := day_in(text)))
    return days.most_common(1)[0][0] if days else None


def slug(*parts: str) -> str:
    """Return a key made of the words of the parts without accents; of other scripts, of their hash."""
    text = " ".join(parts)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:KEY_LIMIT].strip("-")
    return words or hashlib.sha256(text.encode(errors="replace")).hexdigest()[:12]


def with_own_keys(goods: Sequence[ListedGood]) -> tuple[ListedGood, ...]:
    """Return the entries with ``-2``, ``-3`` after a key that is used again."""
    used: set[str] = set()
    last: dict[str, int] = {}  # the number given last to each key, so that the same key a thousand times costs no more
    keyed = []
    for good in goods:
        key, number = good.key, last.get(good.key, 1)
        while key in used:
            number += 1
            key = f"{good.key}-{number}"
        last[good.key] = number
        used.add(key)
        keyed.append(good if key == good.key else replace(good, key=key))
    return tuple(keyed)


def entry_or_omission(row: Row, name: str, read: ListedGood | Text) -> ListedGood | Omission:
    """Return the entry that was read from a row, or why the row has none."""
    if row.overlong:
        read = OVERLONG_ROW
    if isinstance(read, Text):
        return Omission(row.line, name[:NAME_LIMIT], read)
    names = (form for producer in read.producers for form in producer.names())
    return Omission(row.line, name[:NAME_LIMIT], OVERLONG_NAME) if any(len(n) > NAME_LIMIT for n in names) else read


def content_of(layout: str, authority: Authority, read: Iterable[ListedGood | Omission]) -> ListContent:
    """Return what was read of the rows of a file, each entry with a key of its own."""
    items = tuple(read)
    return ListContent(
        layout=layout,
        authority=authority,
        goods=with_own_keys([item for item in items if isinstance(item, ListedGood)]),
        omissions=tuple(item for item in items if isinstance(item, Omission)),
    )


def fingerprint(goods: Iterable[ListedGood]) -> str:
    """Return the SHA-256 over the entries in canonical form, whatever their order."""
    forms = sorted(
        json.dumps(good.to_dict(), sort_keys=True, ensure_ascii=False, separators=(",", ":")) for good in goods
    )
    return hashlib.sha256("\n".join(forms).encode()).hexdigest()
