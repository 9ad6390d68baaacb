"""Reads single cells of tables that people fill in, with a reason in both languages where one is wrong."""

from datetime import date, datetime
from typing import Final

from kernel.domain.text import Text

NO_DAY: Final = Text(
    "«{value}» no es una fecha AAAA-MM-DD o DD/MM/AAAA", "“{value}” is not a date YYYY-MM-DD or DD/MM/YYYY"
)


class CellError(ValueError):
    """A value cannot be what its column asks for."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def day(value: str) -> date | None:
    """Return the date written ``2026-01-31`` or ``31/01/2026``; None for a blank.

    Raises:
        CellError: it is no date in either form.

    """
    if not value:
        return None
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(value, pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise CellError(NO_DAY.filled(value=value))
