"""A term on trial: when it would end under each calendar, what it skips, and where and why the calendars differ."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Final

from cases.domain.calendars import CalendarName, Calendars, DayOffAct, OffDay, OffSpan, calendars, days_off_in
from cases.domain.decision_clock import check_days
from cases.domain.errors import BarredError, TermError
from cases.domain.party_terms import FIXED, NO_DAYS_SET
from cases.domain.rules import Bounds, Rule, RuleSet
from cases.domain.rulesets import rules_on
from cases.domain.terms import Deadlines, Reason, Skipped, TermFacts, TermKind, deadline, deadlines, explain
from kernel.domain.workdays import DAY

MOST_DAYS: Final = 999  # business days: five times the longest term of the procedure
MOST_SUSPENSIONS: Final = 12  # no term was ever suspended as often


@dataclass(frozen=True, slots=True)
class SkippedSpan:
    """Days in a row that do not count, both ends included, all for the same reasons."""

    first_on: date
    last_on: date
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Days that may be off and were counted, and the day the term ends under the union were they off."""

    act: DayOffAct
    span: OffSpan
    union_on: date | None


@dataclass(frozen=True, slots=True)
class TermTrial:
    """A term with the day it ends under each calendar."""

    facts: TermFacts
    under: Calendars
    ends: Deadlines

    def day_one(self, name: CalendarName) -> date | None:
        """Return the first day that counts under a calendar where the term starts on a day off, else None."""
        workdays = self.under.workdays[name]
        if workdays.is_workday(self.facts.from_on):
            return None
        return next((day for day in self.facts.possible_days() if self.facts.counts(day, workdays)), None)

    def skipped(self, name: CalendarName) -> tuple[Skipped, ...]:
        """Return each day that does not count under a calendar until the term ends; none while it is suspended."""
        end = self.ends.by_calendar[name]
        return () if end is None else explain(self.facts, end, self.under.workdays[name])

    def skipped_spans(self, name: CalendarName) -> tuple[SkippedSpan, ...]:
        """Return the days that do not count under a calendar, those in a row for the same reasons together.

        While the term is suspended no other reason matters: a suspension is one span, whatever weekends lie in it.
        """
        return tuple(_spans(self._for_one_reason(day) for day in self.skipped(name)))

    def _for_one_reason(self, day: Skipped) -> Skipped:
        return Skipped(day.on, day.reasons[:1]) if self.facts.suspension_on(day.on) else day

    def differences(self) -> tuple[OffDay, ...]:
        """Return the days of the term that are off under some calendars alone: why its deadlines differ."""
        last = self.ends.latest()
        if last is None:
            return ()
        first = self.facts.first_possible()
        days = (day for year in range(first.year, last.year + 1) for day in days_off_in(year, self.under))
        return tuple(
            day
            for day in days
            if first <= day.on <= last
            and len(day.under) < len(self.under.workdays)
            and self.facts.suspension_on(day.on) is None
        )

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the days until the latest deadline that may be off, each with the day it would lead to."""
        last = self.ends.latest()
        found = () if last is None else self.under.doubtful(self.facts.from_on + DAY, last)
        return tuple(Doubt(act, span, self._union_with(act)) for act, span in found)

    def _union_with(self, act: DayOffAct) -> date | None:
        with_it = calendars(self.under.acts, self.under.also | {act.code})
        return deadline(self.facts, with_it.workdays[CalendarName.UNION])


def term_trial(facts: TermFacts, under: Calendars) -> TermTrial:
    """Return what comes of a term under these calendars.

    Raises:
        TermError: the term runs past the end of the calendars.

    """
    return TermTrial(facts, under, deadlines(facts, under))


def _spans(skipped: Iterable[Skipped]) -> Iterator[SkippedSpan]:
    numbered = enumerate(skipped)
    for (_, reasons), run in groupby(numbered, key=lambda pair: (pair[1].on - pair[0] * DAY, pair[1].reasons)):
        days = [day for _, day in run]
        yield SkippedSpan(days[0].on, days[-1].on, reasons)


def ruled_days(rules: RuleSet) -> Mapping[TermKind, Rule[int] | Rule[Bounds]]:
    """Return how many days each term of a rule set has, or between how many it may be set."""
    return MappingProxyType(
        {
            TermKind.DECISION: rules.decision_days,
            TermKind.CURE: rules.cure_days,
            TermKind.IMPORTER_ANSWER: rules.importer_answer_days,
            TermKind.EVIDENCE: rules.evidence_days,
            TermKind.OPINION: rules.opinion_days,
            TermKind.PLEADINGS: rules.pleadings_days,
            TermKind.NOTICE: rules.notice_days,
            TermKind.REVIEW: rules.review_days,
            TermKind.NULLITY: rules.nullity_days,
        }
    )


def tried_days(kind: TermKind | None, days: int | None, *, from_on: date) -> int:
    """Return the business days of a term on trial: as many as asked for, or as the law of its day gives to its kind.

    Raises:
        TermError: neither settles how many.
        BarredError: the law gives the kind other days than were asked for.
        NoRuleSetError: the kind is asked for on a day before there were rules.

    """
    rule = None if kind is None else ruled_days(rules_on(from_on))[kind]
    if rule is not None and isinstance(rule.value, int):
        if days not in {None, rule.value}:
            raise BarredError(FIXED.filled(days=rule.value), article=rule.article)
        return rule.value
    if days is None:
        raise TermError(NO_DAYS_SET)
    if rule is not None and isinstance(rule.value, Bounds):
        check_days(Rule(rule.value, rule.article, rule.certainty, rule.doubt), days)
    return days
