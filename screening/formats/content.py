"""What a reader returns: the entries of a list file, what it left out and why, and how the file is laid out."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Final

from kernel.domain.errors import InputError
from kernel.domain.text import Text
from screening.engine import Authority, ListedGood

SEVERAL: Final = "|"
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
NO_NAME: Final = Text("la fila no nombra nada", "the row names nothing")


def american_day(text: str) -> date | None:
    """Return the day an agency of the United States writes, month first; None for anything else."""
    for pattern in _DAYS:
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None


def several(text: str) -> tuple[str, ...]:
    """Return the values that a bar separates, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(SEVERAL) if part.strip()))


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
    """Return a key made of the words of the parts, at most 100 characters."""
    words = re.findall(r"[a-z0-9]+", " ".join(parts).lower())
    return "-".join(words)[:100].strip("-")


def with_own_keys(goods: Sequence[ListedGood]) -> tuple[ListedGood, ...]:
    """Return the entries with ``-2``, ``-3`` after a key that is used again."""
    used: Counter[str] = Counter()
    keyed = []
    for good in goods:
        used[good.key] += 1
        keyed.append(good if used[good.key] == 1 else replace(good, key=f"{good.key}-{used[good.key]}"))
    return tuple(keyed)


def fingerprint(goods: Iterable[ListedGood]) -> str:
    """Return the SHA-256 over the entries in canonical form, whatever their order."""
    forms = sorted(
        json.dumps(good.to_dict(), sort_keys=True, ensure_ascii=False, separators=(",", ":")) for good in goods
    )
    return hashlib.sha256("\n".join(forms).encode()).hexdigest()
