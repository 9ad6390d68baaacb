"""What parties hand in: on which term it bears, whether it was in time, and what is decided of each exhibit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, Final

from cases.domain.calendars import Calendars
from cases.domain.case import check_reason
from cases.domain.pending import CaseTerm
from cases.domain.procedure import Stage
from cases.domain.stages import ENDED
from cases.domain.terms import TermKind
from kernel.domain.errors import InputError, NotFoundError
from kernel.domain.text import Text

EMPTY: Final = Text("Escriba lo que manifiesta, o adjunte un archivo.", "Write what you state, or attach a file.")
NO_SUCH_EXHIBIT: Final = Text(
    "No hay una prueba {exhibit} en la promoción {number}.", "No exhibit {exhibit} in {number}."
)


class SubmissionKind(StrEnum):
    """What is handed in."""

    ANSWER = "ANSWER"
    EVIDENCE = "EVIDENCE"
    PLEADINGS = "PLEADINGS"
    SUPERVENING = "SUPERVENING"  # evidence of what nobody could know before; taken until the decision (LFPA art. 51)
    OTHER = "OTHER"


class Timeliness(StrEnum):
    """Whether something was handed in while it could be; what is late is received and decided on all the same."""

    IN_TIME = "IN_TIME"
    EXTEMPORANEOUS = "EXTEMPORANEOUS"
    NO_TERM = "NO_TERM"  # none runs for it


class ExhibitDecision(StrEnum):
    """What was decided of an exhibit (LFPA art. 50)."""

    PENDING = "PENDING"
    ADMITTED = "ADMITTED"
    REJECTED = "REJECTED"


BEARS_ON: Final[Mapping[SubmissionKind, TermKind]] = MappingProxyType(
    {
        SubmissionKind.ANSWER: TermKind.IMPORTER_ANSWER,
        SubmissionKind.EVIDENCE: TermKind.EVIDENCE,
        SubmissionKind.PLEADINGS: TermKind.PLEADINGS,
    }
)


class EmptySubmissionError(InputError):
    """Nothing is handed in."""

    code: ClassVar[str] = "empty_submission"


class NoSuchExhibitError(NotFoundError):
    """A case has no such submission, or it no such exhibit."""

    code: ClassVar[str] = "unknown_exhibit"

    def __init__(self, number: int, exhibit: int) -> None:
        super().__init__(NO_SUCH_EXHIBIT.filled(number=number, exhibit=exhibit))


@dataclass(frozen=True, slots=True)
class PartyTerm:
    """A term, and the key of whom it runs against; "" is everybody it concerns."""

    term: CaseTerm
    party: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is decided of an exhibit: the numbers of its submission and of itself, whether it is admitted, and why."""

    submission: int
    exhibit: int
    admitted: bool
    reason: str


def check_submission(kind: SubmissionKind, *, text: str, reason: str, has_files: bool) -> str:
    """Return the reasons of what is handed in, which supervening evidence needs.

    Raises:
        EmptySubmissionError: there is neither a text nor a file.
        NoReasonError: it does not say why it comes only now.

    """
    if not text.strip() and not has_files:
        raise EmptySubmissionError(EMPTY)
    return check_reason(reason) if kind is SubmissionKind.SUPERVENING else reason.strip()


def term_of(kind: SubmissionKind, party: str, terms: Sequence[PartyTerm], *, on: date) -> CaseTerm | None:
    """Return the latest term that bears on what a party hands in on a day, None when none has begun."""
    found = [
        one.term
        for one in terms
        if one.term.kind is BEARS_ON.get(kind) and one.party in {party, ""} and one.term.facts.from_on <= on
    ]
    return max(found, key=lambda term: term.number, default=None)


def timeliness(kind: SubmissionKind, stage: Stage, term: CaseTerm | None, under: Calendars, *, on: date) -> Timeliness:
    """Return whether what is handed in on a day was in time."""
    if stage in ENDED:
        return Timeliness.EXTEMPORANEOUS
    if kind is SubmissionKind.SUPERVENING:
        return Timeliness.IN_TIME
    if term is None:
        return Timeliness.NO_TERM
    return Timeliness.EXTEMPORANEOUS if term.is_over(under, on=on) else Timeliness.IN_TIME
