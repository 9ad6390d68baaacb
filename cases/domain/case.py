"""What a case is opened with and known by: its kind, where it came from, its public reference."""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime
from enum import StrEnum
from typing import ClassVar, Final

from cases.domain.calendars import RULES_FROM, RULES_UNTIL
from cases.domain.errors import TermError
from kernel.domain.errors import ConflictError, InputError, NotFoundError
from kernel.domain.text import Text, is_blank

DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nobody mistakes one for another
LENGTH: Final = 12
REFERENCE_BITS: Final = 5 * LENGTH  # too many to be guessed or counted
ALIKE: Final = str.maketrans("ILO", "110", " -")
GROUP: Final = 4  # signs between two hyphens
PART: Final = str.maketrans("ILO", "110", " ")  # of a part nobody knows where its hyphens go
SERIES: Final = re.compile(r"(?:(?P<year>20\d\d)\s*[/-]\s*)?(?P<number>\d{1,6})", re.ASCII)

NO_SUCH_CASE: Final = Text(
    "No existe el expediente «{reference}», o no puede usted conocerlo.",
    "There is no case “{reference}”, or you may not know of it.",
)
CHANGED: Final = Text(
    "Otra persona actuó en el expediente {reference} mientras lo veía. Véalo de nuevo y repita lo que aún proceda.",
    "Somebody else acted in case {reference} while you were looking at it. Look again and repeat what is still due.",
)
NO_REASON: Final = Text("Escriba la motivación (LFPA art. 3).", "Write the reasons (LFPA art. 3).")
NO_INSTRUMENT: Final = Text(
    "Diga qué acuerdo o declaratoria suspende los plazos, en 255 signos o menos.",
    "Say which act or declaration suspends the terms, in 255 signs or less.",
)
INSTRUMENT_LENGTH: Final = 255
NO_NAME: Final = Text(
    "Diga con qué cuenta actúa la persona solicitante.", "Say with which account the petitioner acts."
)
NAME_LENGTH: Final = 100
REASON_LENGTH: Final = 5_000  # two pages: more belongs into a document of the case file
NOT_IN_CASE: Final = Text(
    "El {day} queda fuera de lo posible: va del {first} al {last}.",
    "{day} lies outside what is possible: {first} to {last}.",
)


class NoSuchCaseError(NotFoundError):
    """No case has the reference."""

    code: ClassVar[str] = "unknown_case"

    def __init__(self, reference: str) -> None:
        shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in reference)  # no answer holds a surrogate
        super().__init__(NO_SUCH_CASE.filled(reference=shown))


class CaseChangedError(ConflictError):
    """The case is no longer as the actor saw it; nothing was done."""

    code: ClassVar[str] = "case_changed"

    def __init__(self, reference: str) -> None:
        super().__init__(CHANGED.filled(reference=reference))


class NoReasonError(InputError):
    """An act that needs reasons was given none."""

    code: ClassVar[str] = "no_reason"


class NoInstrumentError(InputError):
    """It is not said which act suspends the terms."""

    code: ClassVar[str] = "no_instrument"


class NoPetitionerError(InputError):
    """It is not said who petitions."""

    code: ClassVar[str] = "no_petitioner"


class Origin(StrEnum):
    """What starts a case (LFPA art. 14)."""

    PETITION = "PETITION"
    OWN_MOTION = "OWN_MOTION"


class CaseKind(StrEnum):
    """What a case is to decide; cases of one kind are of like nature (LFPA art. 46)."""

    INVESTIGATION = "INVESTIGATION"
    ANNULMENT = "ANNULMENT"
    UPDATE = "UPDATE"


class Ground(StrEnum):
    """Why a petition is dismissed, which is then the outcome of the case."""

    INCOMPLETE = "INCOMPLETE"  # not cured as it was asked to be (LFPA 17-A)
    INADMISSIBLE = "INADMISSIBLE"  # who asks may not, or it is nothing that the mechanism decides


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a case came from, in words that no layer above need explain: ``HIT``, its public id, a line of text."""

    kind: str = ""
    public_id: str = ""
    text: str = ""


NO_SOURCE: Final = SourceRef()


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as the actor saw it; an act on what has changed since is refused."""

    reference: str
    version: int


def reference_of(number: int) -> str:
    """Return the reference that writes a number of ``REFERENCE_BITS`` bits: ``7K3M-9QXR-04TZ``."""
    signs = "".join(DIGITS[number >> shift & 31] for shift in range(REFERENCE_BITS - 5, -1, -5))
    return "-".join(re.findall("....", signs))


def read_reference(written: str) -> str:
    """Return a reference as it is kept from how somebody wrote it: small letters, without hyphens, O for 0."""
    signs = written.upper().translate(ALIKE)
    return "-".join(re.findall("....", signs)) if len(signs) == LENGTH else written


def is_reference(reference: str) -> bool:
    """Return whether a case could have the reference; what is not made of its signs is asked of no database."""
    return len(reference) == LENGTH + 2 and set(reference) <= {*DIGITS, "-"}


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for: a part of the reference, or the running number of the series, with its year if given."""

    reference: str
    number: int | None = None
    year: int | None = None


def read_sought(written: str) -> Sought:
    """Return what somebody looks for who writes a reference, a part of one, or a series as ``2026/0012`` or ``12``."""
    series = SERIES.fullmatch(written.strip())
    part = read_reference(written.strip()).upper().translate(PART)
    if series is None:
        return Sought(part)
    if len(part) < GROUP:
        part = ""  # a short number is one of the series: it stands in too many references
    return Sought(part, int(series["number"]), int(series["year"]) if series["year"] else None)


def check_reason(reason: str) -> str:
    """Return the reason of an act without blanks around it.

    Raises:
        NoReasonError: it is empty.

    """
    if is_blank(reason):
        raise NoReasonError(NO_REASON)
    return reason.strip()


def check_instrument(instrument: str) -> str:
    """Return the act that suspends the terms without blanks around it.

    Raises:
        NoInstrumentError: it is empty, or too long for an act to be named.

    """
    if is_blank(instrument) or len(instrument.strip()) > INSTRUMENT_LENGTH:
        raise NoInstrumentError(NO_INSTRUMENT)
    return instrument.strip()


def check_moment(at: datetime) -> datetime:
    """Return a moment that can be told in every time zone.

    Raises:
        TermError: it cannot.

    """
    if not MINYEAR < at.year < MAXYEAR:  # the first and the last have no other time zones
        raise TermError(NOT_IN_CASE.filled(day=at.date(), first=RULES_FROM, last=RULES_UNTIL))
    return at


def check_name(petitioner: str) -> str:
    """Return the name of the actor who petitions without blanks around it.

    Raises:
        NoPetitionerError: it is empty, or no actor's name.

    """
    name = petitioner.strip()
    if not 0 < len(name) <= NAME_LENGTH:
        raise NoPetitionerError(NO_NAME)
    return name


def check_between(day: date, first: date, last: date) -> None:
    """Return quietly when a day that a fact is said of is possible, both ends included.

    Raises:
        TermError: it is before the first or after the last.

    """
    if not first <= day <= last:
        raise TermError(NOT_IN_CASE.filled(day=day, first=first, last=last))
