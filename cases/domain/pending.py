"""The days a case is watched for: those of its decision clock and those of the terms that run in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from cases.domain.calendars import Calendars
from cases.domain.decision_clock import DecisionFacts, Milestone, decision_clock
from cases.domain.procedure import Stage
from cases.domain.terms import RUNS_AGAINST, Deadlines, Side, Suspension, TermFacts, TermKind, deadlines

# A term matters while the case is in the stage that waits for it.
WAITED_FOR_IN: Final[Mapping[TermKind, frozenset[Stage]]] = MappingProxyType(
    {
        TermKind.CURE: frozenset({Stage.PREVENTED}),
        TermKind.IMPORTER_ANSWER: frozenset({Stage.INVESTIGATION}),
        TermKind.EVIDENCE: frozenset({Stage.INVESTIGATION}),
        TermKind.OPINION: frozenset({Stage.INVESTIGATION}),
        TermKind.PLEADINGS: frozenset({Stage.PLEADINGS}),
    }
)
# The days that, once past, mean that the authority is late; the others are chances to act or terms of parties.
OVERDUE_KINDS: Final = frozenset({Milestone.DECISION.value, TermKind.OPINION.value})
# The days up to which something may be done; once past they ask nothing of anybody.
CHANCES: Final = frozenset(
    {Milestone.LAST_TO_PREVENT.value, Milestone.LAST_TO_EXTEND.value, Milestone.HALF_EXTENSION.value}
)


def side_of(kind: str) -> Side:
    """Return whom a day that is watched runs against."""
    return Side.AUTHORITY if kind in frozenset(Milestone) else RUNS_AGAINST[TermKind(kind)]


@dataclass(frozen=True, slots=True)
class CaseTerm:
    """A term that runs in a case beside its decision: its number in the case, and the day it was met on."""

    number: int
    kind: TermKind
    facts: TermFacts
    met_on: date | None = None

    def is_met(self, *, on: date) -> bool:
        """Return whether what the term was for had come in by a day."""
        return self.met_on is not None and self.met_on <= on

    def is_over(self, calendars: Calendars, *, on: date) -> bool:
        """Return whether the term is past under every calendar; never while it is suspended."""
        last = deadlines(self.facts, calendars).latest()
        return last is not None and on > last


@dataclass(frozen=True, slots=True)
class WatchedDay:
    """What ends, the number of its term (0 for the decision), the day under each calendar and the day to go by."""

    kind: str
    term: int
    ends: Deadlines
    target: date | None


def watched_days(
    facts: DecisionFacts, stage: Stage, terms: Sequence[CaseTerm], calendars: Calendars
) -> tuple[WatchedDay, ...]:
    """Return the days a case in a stage is watched for, those of its decision first."""
    clock = decision_clock(facts, calendars).milestones
    of_decision = (
        _watched(milestone.value, 0, ends, Side.AUTHORITY)
        for milestone, ends in clock.items()
        if milestone is not Milestone.LAST_TO_PREVENT or stage is Stage.RECEIVED
    )
    of_terms = (
        _watched(term.kind.value, term.number, deadlines(term.facts, calendars), RUNS_AGAINST[term.kind])
        for term in terms
        if term.met_on is None and stage in WAITED_FOR_IN.get(term.kind, ())
    )
    return (*of_decision, *of_terms)


def _watched(kind: str, term: int, ends: Deadlines, side: Side) -> WatchedDay:
    return WatchedDay(kind, term, ends, ends.against(side))


def suspensions_of(from_on: date, suspensions: Sequence[Suspension]) -> tuple[Suspension, ...]:
    """Return the part of each suspension of a case that lies in a term that starts on a day."""
    return tuple(
        Suspension(max(one.from_on, from_on), one.until_on, one.article)
        for one in suspensions
        if one.until_on is None or one.until_on > from_on
    )
