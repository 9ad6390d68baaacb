"""What the classification of a document in a case must say (LGTAIP 2025, arts. 104, 112-115)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from cases.domain.steps import STAFF
from kernel.domain.actors import Role
from kernel.domain.documents import Classification
from kernel.domain.errors import InputError
from kernel.domain.text import Text, is_blank

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


# What a classified document says is for those who weigh it, classify it or audit (LGTAIP arts. 113, 115).
READERS: Final = STAFF | {Role.TRANSPARENCY, Role.AUDITOR}


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
PENDING: Final = Text(
    "Procedimiento contra particulares en trámite, sin clasificar aún",
    "Pending procedure against private parties, not classified yet",
)
WHILE_PENDING: Final = Classified(Classification.CONFIDENTIAL, "LGTAIP art. 115", PENDING.es)


def reads(roles: frozenset[Role], level: Classification) -> bool:
    """Return whether one of the roles reads what is classified so in a case that it may see."""
    return level is Classification.PUBLIC or bool(roles & READERS)


def check_classified(said: Classified, *, on: date) -> None:
    """Return quietly when a classification made on a day says what the law asks of it.

    Raises:
        ClassificationError: article or reason is missing, the article is too long, a reserve has no end or one past
            five years, or something else has an end.

    """
    if is_blank(said.basis) or is_blank(said.reason):
        raise ClassificationError(NO_BASIS)
    if len(said.basis) > BASIS_LENGTH:
        raise ClassificationError(LONG_BASIS.filled(most=BASIS_LENGTH))
    if said.level is not Classification.RESERVED:
        if said.until is not None:
            raise ClassificationError(UNTIL)
        return
    last = years_later(on, MOST_YEARS)
    if said.until is None or not on < said.until <= last:
        raise ClassificationError(NO_UNTIL.filled(last=last))


def years_later(day: date, years: int) -> date:
    """Return the same day of a later year; of 29 February the day before where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
