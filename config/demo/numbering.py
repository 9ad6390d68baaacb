"""Three hundred declarations in the order of the file, each with its number, office and dates."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from config.demo.model import Fault, Pedimento
from config.demo.ordinary import declarations
from config.demo.planted import PLANTED

SEED: Final = 20261103
COUNT: Final = 300
FIRST_DAY: Final = datetime(2026, 10, 1, 8, 0)  # noqa: DTZ001 - the tables give times without a zone
OFFICES: Final = ("160", "240", "270", "400", "430", "470", "510", "800", "810", "850")
PATENTS: Final = ("9001", "9002", "9003", "9004", "9005")  # no broker has these
ROUND: Final = 50  # after so many declarations office and patent come together again


@dataclass(frozen=True, slots=True)
class Numbered:
    """A declaration with what 501 says of its number and days."""

    pedimento: Pedimento
    office: str
    patent: str
    number: str
    received: datetime
    paid: datetime

    @property
    def reference(self) -> str:
        """Return the number as people write it: ``YY AA PPPP NNNNNNN``."""
        return f"{self.received:%y} {self.office[:2]} {self.patent} {self.number}"

    @property
    def key(self) -> tuple[str, str, str]:
        """Return the three columns that every table begins with."""
        return self.patent, self.number, self.office


def numbered() -> tuple[Numbered, ...]:
    """Return the declarations of the demo file, the same ones each time."""
    rng = random.Random(SEED)  # noqa: S311 - the same file each time is the point
    without_row = sum(p.fault is Fault.NO_HEADER_ROW for p in PLANTED)
    ordinary = list(declarations(rng, COUNT - len(PLANTED) + without_row))
    everything = [*PLANTED, *ordinary]
    rng.shuffle(everything)
    entries = [_number(i, pedimento, rng) for i, pedimento in enumerate(everything)]
    return tuple(_with_used_number(entries, i) if e.pedimento.again else e for i, e in enumerate(entries))


def _with_used_number(entries: list[Numbered], i: int) -> Numbered:
    """Return an entry under the number of another of the same office and patent, some days apart."""
    return replace(entries[i], number=entries[i - ROUND if i >= ROUND else i + ROUND].number)


def _number(i: int, pedimento: Pedimento, rng: random.Random) -> Numbered:
    received = FIRST_DAY + timedelta(days=i // 12, minutes=41 * (i % 12), seconds=rng.randrange(60))
    year = (received.year - 1 if pedimento.other_year else received.year) % 10
    return Numbered(
        pedimento,
        OFFICES[i % len(OFFICES)],
        PATENTS[i % len(PATENTS)],
        f"{year}{i + 1:06d}",
        received,
        received + timedelta(minutes=rng.randrange(5, 300)),
    )
