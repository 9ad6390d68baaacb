"""How much of a term is left, counted in calendar days between two moments."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

SOON_DAYS: Final = 3  # the last working days before a weekend: time to act, not yet over


class Pace(StrEnum):
    """How pressing a term is."""

    AMPLE = "AMPLE"
    SOON = "SOON"
    OVER = "OVER"


@dataclass(frozen=True, slots=True)
class Countdown:
    """The days between now and the end of a term; negative once it is over."""

    until: datetime
    days: int
    pace: Pace

    def days_past(self) -> int:
        """Return how many days ago the term ended, 0 while it runs."""
        return max(0, -self.days)


def countdown(until: datetime, *, now: datetime) -> Countdown:
    """Return what is left from ``now`` to ``until``; both in the same time zone, since days turn at midnight."""
    days = (until.date() - now.date()).days
    if until <= now:
        return Countdown(until, days, Pace.OVER)
    return Countdown(until, days, Pace.SOON if days <= SOON_DAYS else Pace.AMPLE)
