"""What loading acts on days off would move, as its page shows it: how much, and a page of the deadlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.domain.file_words import DEADLINE_WORDS
from cases.queries import CalendarLoad, Direction, MovedDeadline
from kernel.domain.text import Text
from kernel.paging import number_of

ROWS: Final = 100
DIRECTION_WORDS: Final[MappingProxyType[Direction, str | Promise]] = MappingProxyType(
    {
        Direction.LATER: _("más tarde"),
        Direction.EARLIER: _("más temprano"),
        Direction.ASIDE: _("solo en un calendario"),
    }
)


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A deadline that would move, with its words."""

    move: MovedDeadline
    term: Text
    direction: str | Promise


@dataclass(frozen=True, slots=True)
class LoadPage:
    """How many deadlines move each way, and some of them; ``next`` and ``before`` are where other pages begin.

    Who may not read cases is told how many move in all, and that only where it tells of no case.
    """

    is_counted: bool
    counts: Sequence[tuple[str | Promise, int]]
    rows: Sequence[MoveRow]
    first: int
    next: int | None
    before: int | None


def load_page(would: CalendarLoad, *, after: str, may_read: bool) -> LoadPage:
    """Return a page of what loading would move.

    Raises:
        BadCursorError: ``after`` is no number.

    """
    start = number_of(after) or 0
    if not may_read:
        return LoadPage(is_counted=would.is_countable(), counts=(), rows=(), first=1, next=None, before=None)
    rows = [_row(move) for move in would.moved[start : start + ROWS]]
    end = start + len(rows)
    return LoadPage(
        is_counted=True,
        counts=[(DIRECTION_WORDS[direction], count) for direction, count in would.directions().items()],
        rows=rows,
        first=start + 1,
        next=end if end < len(would.moved) else None,
        before=max(0, start - ROWS) if start else None,
    )


def _row(move: MovedDeadline) -> MoveRow:
    return MoveRow(move, DEADLINE_WORDS[move.kind], DIRECTION_WORDS[move.direction])
