"""What is told to whoever attempts what the law does not admit."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from kernel.domain.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from kernel.domain.text import Text

NO_SUCH_ACT: Final = Text(
    "No está cargado ningún acuerdo «{code}»; están: {known}.", "No act “{code}” is loaded; these are: {known}."
)

NO_SUCH_CALENDAR: Final = Text(
    "No existe el calendario «{name}»; hay: {known}.", "There is no calendar “{name}”; these are: {known}."
)
NO_SUCH_YEAR: Final = Text(
    "Los calendarios van de {first} a {last}; no tienen el año {year}.",
    "The calendars go from {first} to {last}; they have no year {year}.",
)


class UnknownCalendarError(InputError):
    """There is no calendar of the name."""

    code: ClassVar[str] = "unknown_calendar"

    def __init__(self, name: str, *, known: Iterable[str]) -> None:
        super().__init__(NO_SUCH_CALENDAR.filled(name=name, known=", ".join(known)))


class UnknownYearError(NotFoundError):
    """The calendars do not reach the year."""

    code: ClassVar[str] = "unknown_year"

    def __init__(self, year: int, *, known: Sequence[int]) -> None:
        super().__init__(NO_SUCH_YEAR.filled(year=year, first=known[0], last=known[-1]))


class TermError(InputError):
    """The facts of a term contradict each other or lie where no calendar reaches."""

    code: ClassVar[str] = "invalid_term"


class UnknownActError(NotFoundError):
    """No act on days off has the code."""

    code: ClassVar[str] = "unknown_day_off_act"

    def __init__(self, code: str, *, known: Iterable[str]) -> None:
        super().__init__(NO_SUCH_ACT.filled(code=code, known=", ".join(known)))


class BarredError(ConflictError):
    """The law bars the act as the case stands; ``article`` is the one that does."""

    code: ClassVar[str] = "barred"

    def __init__(self, message: Text, *, article: str) -> None:
        super().__init__(_with_article(message, article))
        self.article = article


class NotCompetentError(ForbiddenError):
    """The role may not perform the act; ``article`` is the one that says who may."""

    code: ClassVar[str] = "not_competent"

    def __init__(self, message: Text, *, article: str) -> None:
        super().__init__(_with_article(message, article))
        self.article = article


def _with_article(message: Text, article: str) -> Text:
    return Text(f"{message.es} ({article}).", f"{message.en} ({article}).")
