"""Pages of long lists, and the marks after which they begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from kernel.domain.errors import InputError
from kernel.domain.text import Text

Row = TypeVar("Row")


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
