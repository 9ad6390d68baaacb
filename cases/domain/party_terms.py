"""The terms that the authority starts while it investigates: which there are, and how many days each has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Final

from cases.domain.decision_clock import check_days
from cases.domain.errors import BarredError, TermError
from cases.domain.rules import Bounds, Rule, RuleSet
from cases.domain.terms import TermKind
from kernel.domain.errors import NotFoundError
from kernel.domain.text import Text

FIXED: Final = Text("El plazo es de {days} días hábiles", "The term is of {days} business days")
NO_DAYS_SET: Final = Text("Fije los días hábiles del plazo.", "Set the business days of the term.")
NOT_STARTED_SO: Final = Text(
    "El plazo {kind} no se inicia por separado: corre con su acto.",
    "The term {kind} is not started by itself: it runs with its act.",
)
NO_SUCH_TERM: Final = Text("El expediente no tiene un plazo {number}.", "The case has no term {number}.")
MET_BEFORE: Final = Text("El plazo ya se tuvo por cumplido", "The term was met before")


class NoSuchTermError(NotFoundError):
    """A case has no term of the number."""

    code: ClassVar[str] = "unknown_term"

    def __init__(self, number: int) -> None:
        super().__init__(NO_SUCH_TERM.filled(number=number))


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A term to be started: what for, the day its notice took effect, against whom, and its days where they are set."""

    kind: TermKind
    notified_on: date
    party: str = ""
    days: int | None = None


def days_of(rules: RuleSet, new: NewTerm) -> int:
    """Return the business days of a term: those the law fixes, or those set within its bounds.

    Raises:
        TermError: the term runs with an act of its own, or its days are not set.
        BarredError: other days are set than the law admits.

    """
    fixed: Mapping[TermKind, Rule[int]] = MappingProxyType(
        {TermKind.IMPORTER_ANSWER: rules.importer_answer_days, TermKind.OPINION: rules.opinion_days}
    )
    bounded: Mapping[TermKind, Rule[Bounds]] = MappingProxyType({TermKind.EVIDENCE: rules.evidence_days})
    if new.kind in fixed:
        rule = fixed[new.kind]
        if new.days not in {None, rule.value}:
            raise BarredError(FIXED.filled(days=rule.value), article=rule.article)
        return rule.value
    if new.kind not in bounded:
        raise TermError(NOT_STARTED_SO.filled(kind=new.kind))
    if new.days is None:
        raise TermError(NO_DAYS_SET)
    check_days(bounded[new.kind], new.days)
    return new.days
