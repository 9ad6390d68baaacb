"""What is told to whoever attempts what the law does not admit."""

from collections.abc import Iterable
from typing import ClassVar, Final

from kernel.domain.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from kernel.domain.text import Text

NO_SUCH_ACT: Final = Text(
    "No está cargado ningún acuerdo «{code}»; están: {known}.", "No act “{code}” is loaded; these are: {known}."
)


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
