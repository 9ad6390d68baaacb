"""Pages of long lists: each begins after the last row of the one before, however many rows come between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

from kernel.domain.errors import InputError
from kernel.domain.text import Text

PAGE: Final = 50  # rows of a page

Row = TypeVar("Row")
Stored = TypeVar("Stored", bound=Model)


class BadCursorError(InputError):
    """The mark of a page is none that was given out."""

    code: ClassVar[str] = "bad_cursor"

    def __init__(self) -> None:
        super().__init__(
            Text(
                "La marca de página no es válida: empiece por la primera.",
                "The page mark is not valid: start with the first page.",
            )
        )


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows, the mark after which the next page begins ("" when there is none), and whether it is the first."""

    rows: Sequence[Row]
    next: str
    first: bool


def number_of(after: str | None) -> int | None:
    """Return the number that a mark holds, None for the first page.

    Raises:
        BadCursorError: if it is no number.

    """
    if not after:
        return None
    if not (after.isascii() and after.isdigit()) or len(after) > 18:
        raise BadCursorError
    return int(after)


def page_of(rows: QuerySet[Stored], *, last: int | None, limit: int) -> Page[Stored]:
    """Return the first of some rows in the order of their keys; ``last`` is the key that the page before ended with."""
    return cut(rows, first=last is None, limit=limit, mark=lambda row: str(row.pk))


def cut(rows: QuerySet[Stored], *, first: bool, limit: int, mark: Callable[[Stored], str]) -> Page[Stored]:
    """Return the first of some rows as a page; ``mark`` says where the next one begins."""
    found = list(rows[: limit + 1])
    return Page(found[:limit], mark(found[limit - 1]) if len(found) > limit else "", first=first)


def beyond(order: Sequence[str], values: Sequence[object]) -> Q:
    """Return the condition of the rows after one in an order of fields (``-`` turns it round), none of them null."""
    after, same = Q(), Q()
    for name, value in zip(order, values, strict=True):
        field = name.removeprefix("-")
        after |= same & Q(**{f"{field}__{'lt' if name.startswith('-') else 'gt'}": value})
        same &= Q(**{field: value})
    return after
