"""The clock of the decision: until when the authority may prevent, extend and decide, and when a case lapses."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cases.domain.calendars import Calendars
from cases.domain.errors import BarredError
from cases.domain.rules import Bounds, Rule, RuleSet
from cases.domain.terms import Deadlines, Side, Suspension, TermFacts, days_used, deadline, under
from kernel.domain.text import Text
from kernel.domain.workdays import Workdays

NOTHING_FILED: Final = Text(
    "Un procedimiento iniciado de oficio no tiene escrito que prevenir",
    "A procedure started on own motion has no filing to be prevented",
)
PREVENTED_BEFORE: Final = Text(
    "Ya se previno una vez; no se puede prevenir de nuevo", "A prevention was made before; there is only one"
)
PAST_THE_THIRD: Final = Text(
    "El primer tercio del plazo terminó el {day}; ya no se puede prevenir ni desechar por incompleta",
    "The first third of the term ended on {day}; the filing can no longer be prevented or dismissed as incomplete",
)
OUT_OF_BOUNDS: Final = Text(
    "El plazo debe ser de {least} días hábiles o más, y no más de {most}; se fijaron {days}",
    "The term must be of {least} business days or more, and no more than {most}; {days} were set",
)
TOO_FEW: Final = Text(
    "El plazo debe ser de {least} días hábiles o más; se fijaron {days}",
    "The term must be of {least} business days or more; {days} were set",
)
EXTENDED_BEFORE: Final = Text(
    "El plazo ya se prorrogó; solo se prorroga una vez", "The term was extended before; it is extended only once"
)
TERM_OVER: Final = Text(
    "El plazo original terminó el {day}; ya no se puede prorrogar",
    "The original term ended on {day}; it can no longer be extended",
)
NOT_OWN_MOTION: Final = Text(
    "Solo caducan por esta causa los procedimientos iniciados de oficio",
    "Only procedures started on own motion lapse on this ground",
)
NOT_YET: Final = Text("La caducidad no se produce antes de que termine el {day}", "Nothing lapses before {day} is over")
SUSPENDED: Final = Text("El plazo está suspendido y no caduca", "The term is suspended and does not lapse")


class Milestone(StrEnum):
    """The days to watch, in the order in which they come."""

    LAST_TO_PREVENT = "LAST_TO_PREVENT"  # LFPA 17-A
    LAST_TO_EXTEND = "LAST_TO_EXTEND"  # the end of the original term
    HALF_EXTENSION = "HALF_EXTENSION"  # LFPA 31: what comes after is exposed to challenge
    DECISION = "DECISION"  # silence after it means refusal (LFPA 17)
    LAPSE = "LAPSE"  # LFPA 60, own motion alone


@dataclass(frozen=True, slots=True)
class Prevention:
    """The one prevention: the day its notice took effect and the day it was answered, None while it is not."""

    notified_on: date
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What the clock of a case is computed from; ``started_on`` is the filing, or the start on own motion.

    ``force_majeure`` and suspensions by the DOF come as ``suspensions``; the prevention suspends by itself if timely.
    """

    rules: RuleSet
    started_on: date
    own_motion: bool = False
    prevention: Prevention | None = None
    suspensions: tuple[Suspension, ...] = ()
    extended_on: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionClock:
    """The days to watch under each calendar; those that do not concern the case are left out."""

    milestones: Mapping[Milestone, Deadlines]

    def target(self) -> date | None:
        """Return the day the authority aims at: the earliest end of the decision term, None while suspended."""
        return self.milestones[Milestone.DECISION].against(Side.AUTHORITY)


def decision_clock(facts: DecisionFacts, calendars: Calendars) -> DecisionClock:
    """Return the days to watch in a case, each under each calendar.

    Raises:
        TermError: a fact lies before the start of the case or where no calendar reaches.

    """
    ends = {name: _milestones(facts, workdays) for name, workdays in calendars.workdays.items()}
    found = [one for one in Milestone if any(one in each for each in ends.values())]
    return DecisionClock(
        MappingProxyType(
            {
                one: under({name: each.get(one) for name, each in ends.items()}, facts.started_on, calendars)
                for one in found
            }
        )
    )


def term_facts(facts: DecisionFacts, workdays: Workdays) -> TermFacts:
    """Return the decision term under one calendar: suspended by a timely prevention, as long as a timely extension."""
    term = _term(facts, workdays)
    if _is_extended(facts, term, workdays):
        term = replace(term, days=term.days + facts.rules.extension_days.value)
    return term


def _term(facts: DecisionFacts, workdays: Workdays) -> TermFacts:
    """Return the original term under one calendar, suspended by the prevention if that was timely."""
    rules = facts.rules
    term = TermFacts(
        facts.started_on, rules.decision_days.value, facts.suspensions, from_day_counts=rules.filing_day_counts.value
    )
    prevention = facts.prevention
    if prevention is None or not _is_timely(rules, term, prevention.notified_on, workdays):
        return term
    article = rules.preventions.article
    pause = Suspension(prevention.notified_on, prevention.answered_on, article)
    return replace(term, suspensions=(*term.suspensions, pause))


def _is_timely(rules: RuleSet, term: TermFacts, notified_on: date, workdays: Workdays) -> bool:
    return days_used(term, notified_on, workdays) <= rules.prevention_days()


def _is_extended(facts: DecisionFacts, term: TermFacts, workdays: Workdays) -> bool:
    """Return whether the extension came before the original term ended, under one calendar."""
    if facts.extended_on is None:
        return False
    ends_on = deadline(term, workdays)
    return ends_on is None or facts.extended_on <= ends_on


def _milestones(facts: DecisionFacts, workdays: Workdays) -> dict[Milestone, date | None]:
    """Return the days under one calendar; each is a number of days of the same count."""
    rules, original, whole = facts.rules, _term(facts, workdays), term_facts(facts, workdays)
    numbers = {Milestone.DECISION: whole.days}
    if facts.prevention is None and not facts.own_motion:
        numbers[Milestone.LAST_TO_PREVENT] = rules.prevention_days()
    if facts.extended_on is None:
        numbers[Milestone.LAST_TO_EXTEND] = original.days
    if whole.days > rules.exposed_after_days():
        numbers[Milestone.HALF_EXTENSION] = rules.exposed_after_days()
    if facts.own_motion:
        numbers[Milestone.LAPSE] = whole.days + rules.lapse_days.value
    return {one: deadline(replace(whole, days=days), workdays) for one, days in numbers.items()}


def check_prevention(facts: DecisionFacts, calendars: Calendars, *, on: date) -> None:
    """Return quietly when the authority may still prevent on a day.

    Raises:
        BarredError: nothing was filed that could be incomplete, it prevented before, or the first third of the
            term is over under every calendar (LFPA 17-A).

    """
    article = facts.rules.preventions.article
    if facts.own_motion:
        raise BarredError(NOTHING_FILED, article=article)
    if facts.prevention is not None:
        raise BarredError(PREVENTED_BEFORE, article=article)
    last = decision_clock(facts, calendars).milestones[Milestone.LAST_TO_PREVENT].latest()
    if last is not None and on > last:
        raise BarredError(PAST_THE_THIRD.filled(day=last), article=article)


def check_days(rule: Rule[Bounds], days: int) -> None:
    """Return quietly when a term that the authority sets is as long as the law admits.

    Raises:
        BarredError: it is shorter or longer.

    """
    least, most = rule.value.least, rule.value.most
    if days >= least and (most is None or days <= most):
        return
    message = TOO_FEW if most is None else OUT_OF_BOUNDS
    raise BarredError(message.filled(least=least, most=most, days=days), article=rule.article)


def check_extension(facts: DecisionFacts, calendars: Calendars, *, on: date) -> None:
    """Return quietly when the decision term may be extended on a day: once, and before the original term ends.

    Raises:
        BarredError: it was extended before, or the original term is over under every calendar.

    """
    article = facts.rules.extensions.article
    if facts.extended_on is not None:
        raise BarredError(EXTENDED_BEFORE, article=article)
    last = decision_clock(facts, calendars).milestones[Milestone.LAST_TO_EXTEND].latest()
    if last is not None and on > last:
        raise BarredError(TERM_OVER.filled(day=last), article=article)


def check_lapse(facts: DecisionFacts, calendars: Calendars, *, on: date) -> None:
    """Return quietly when a case started on own motion has lapsed by a day, under every calendar (LFPA 60).

    Raises:
        BarredError: the case started with a petition, is suspended, or has not lapsed yet.

    """
    article = facts.rules.lapse_days.article
    if not facts.own_motion:
        raise BarredError(NOT_OWN_MOTION, article=article)
    last = decision_clock(facts, calendars).milestones[Milestone.LAPSE].latest()
    if last is None:
        raise BarredError(SUSPENDED, article=article)
    if on <= last:
        raise BarredError(NOT_YET.filled(day=last), article=article)
