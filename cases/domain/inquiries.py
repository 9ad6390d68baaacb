"""What is asked of other authorities, national and foreign, and what a foreign institution has determined."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from kernel.domain.errors import InputError, NotFoundError
from kernel.domain.text import Text

NO_MATTER: Final = Text("Escriba qué se pide.", "Write what is asked.")
NO_INSTITUTION: Final = Text("Diga a qué institución y de qué país.", "Say which institution, and of which country.")
NO_SUCH_REQUEST: Final = Text(
    "El expediente no tiene una petición de informes {number}.", "There is no request {number}."
)
NO_SUCH_DETERMINATION: Final = Text(
    "El expediente no tiene una determinación {number}.", "The case has no determination {number}."
)
ANSWERED_BEFORE: Final = Text("Ya se recibió la respuesta", "The answer was recorded before")
ANNULLED: Final = Text("La determinación fue anulada en el extranjero", "The determination was annulled abroad")
PROPOSED_BEFORE: Final = Text("Ya se propuso adoptarla", "Its adoption was proposed before")
INCOMPLETE: Final = Text(
    "Escriba institución, país, referencia, bienes y lo que determinó.",
    "Write institution, country, reference, goods and what it determined.",
)


class Authority(StrEnum):
    """Whom the ministry asks: a national authority, or an institution of another country."""

    SE = "SE"
    ANAM = "ANAM"
    SRE = "SRE"
    FGR = "FGR"
    FOREIGN = "FOREIGN"

    def is_national(self) -> bool:
        """Return whether a term runs for its answer (LFPA art. 55); nothing says one for a foreign institution."""
        return self is not Authority.FOREIGN


class NoSuchRequestError(NotFoundError):
    """A case has no request of the number."""

    code: ClassVar[str] = "unknown_request"

    def __init__(self, number: int) -> None:
        super().__init__(NO_SUCH_REQUEST.filled(number=number))


class NoSuchDeterminationError(NotFoundError):
    """A case has no foreign determination of the number."""

    code: ClassVar[str] = "unknown_determination"

    def __init__(self, number: int) -> None:
        super().__init__(NO_SUCH_DETERMINATION.filled(number=number))


class RequestError(InputError):
    """A request does not say what is asked, or of whom."""

    code: ClassVar[str] = "invalid_request"


class DeterminationError(InputError):
    """A foreign determination lacks something by which it is known."""

    code: ClassVar[str] = "invalid_determination"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, of whom, and the day the request was received; ``document`` is the number of the letter."""

    authority: Authority
    matter: str
    asked_on: date
    institution: str = ""
    country: str = ""
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Determined:
    """What a foreign institution determined, on which goods, and the number of the document that says so."""

    institution: str
    country: str
    reference: str
    determined_on: date
    goods: str
    text: str
    document: int | None = None


def request_key(number: int) -> str:
    """Return what the term of a request is said to run against."""
    return f"request:{number}"


def check_asked(asked: Asked) -> None:
    """Return quietly when a request says what is asked, and of whom.

    Raises:
        RequestError: it does not.

    """
    if not asked.matter.strip():
        raise RequestError(NO_MATTER)
    if not asked.authority.is_national() and not (asked.institution.strip() and asked.country):
        raise RequestError(NO_INSTITUTION)


def check_determined(said: Determined) -> None:
    """Return quietly when everything by which a determination is known is said.

    Raises:
        DeterminationError: something is missing.

    """
    if not all(part.strip() for part in (said.institution, said.country, said.reference, said.goods, said.text)):
        raise DeterminationError(INCOMPLETE)
