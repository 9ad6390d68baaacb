"""What the classification of a document in a case must say (LGTAIP 2025, arts. 104, 112-115)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from kernel.domain.documents import Classification
from kernel.domain.errors import InputError
from kernel.domain.text import Text

BASIS_LENGTH: Final = 255
MOST_YEARS: Final = 5  # LGTAIP art. 104; what may extend it is another decision
NO_BASIS: Final = Text(
    "Funde y motive la clasificación: artículo y razón (LGTAIP art. 113).",
    "Give the article and the reason of the classification (LGTAIP art. 113).",
)
NO_UNTIL: Final = Text(
    "Una reserva dice hasta cuándo, a más tardar el {last} (LGTAIP art. 104).",
    "A reserve says until when, {last} at the latest (LGTAIP art. 104).",
)
LONG_BASIS: Final = Text(
    "El fundamento pasa de {most} signos; deje ahí el artículo y lo demás en la razón.",
    "The basis is longer than {most} signs; leave the article there and the rest in the reason.",
)
UNTIL: Final = Text(
    "Solo lo reservado tiene término (LGTAIP art. 104 y 115).",
    "Only what is reserved has an end (LGTAIP arts. 104, 115).",
)


class ClassificationError(InputError):
    """A classification lacks what the law asks of it."""

    code: ClassVar[str] = "invalid_classification"


@dataclass(frozen=True, slots=True)
class Classified:
    """How a document is classified, the article, the reason and, of a reserve, its last day.

    ``for_parties`` puts it at the disposal of the parties once the pleadings are open (LFPA art. 56).
    """

    level: Classification
    basis: str
    reason: str
    until: date | None = None
    for_parties: bool = False


# LGTAIP art. 115, last paragraph: that a procedure exists is confidential while it is pending.
WHILE_PENDING: Final = Classified(
    Classification.CONFIDENTIAL, "LGTAIP art. 115", "Procedimiento contra particulares en trámite, sin clasificar aún"
)


def check_classified(said: Classified, *, on: date) -> None:
    """Return quietly when a classification made on a day says what the law asks of it.

    Raises:
        ClassificationError: article or reason is missing, the article is too long, a reserve has no end or one past
            five years, or something else has an end.

    """
    if not (said.basis.strip() and said.reason.strip()):
        raise ClassificationError(NO_BASIS)
    if len(said.basis) > BASIS_LENGTH:
        raise ClassificationError(LONG_BASIS.filled(most=BASIS_LENGTH))
    if said.level is not Classification.RESERVED:
        if said.until is not None:
            raise ClassificationError(UNTIL)
        return
    last = _years_later(on, MOST_YEARS)
    if said.until is None or not on < said.until <= last:
        raise ClassificationError(NO_UNTIL.filled(last=last))


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
