"""Why what is possible by stage and role would be refused today all the same, as far as that is certain beforehand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from cases.domain.calendars import Calendars
from cases.domain.case import Ground
from cases.domain.conditions import (
    check_dismissal,
    check_new_pleadings,
    check_pleadings_over,
)
from cases.domain.decision_clock import DecisionFacts, check_extension, check_lapse
from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.hearing import check_importers_heard
from cases.domain.pending import CaseTerm
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import check_agreement
from cases.domain.submissions import PartyTerm
from cases.domain.terms import TermKind
from kernel.domain.actors import Actor
from kernel.domain.text import Text


@dataclass(frozen=True, slots=True)
class Standing:
    """What the conditions of an act look at: the case as it stands on a day, and who would act."""

    facts: DecisionFacts
    stage: Stage
    terms: tuple[CaseTerm, ...]
    agreed: Actor | None
    reader: Actor
    calendars: Calendars
    on: date
    party_terms: tuple[PartyTerm, ...] = ()
    importers: frozenset[str] = frozenset()  # the keys of those that are parties

    def cure(self) -> CaseTerm | None:
        """Return the term to cure the one prevention, if there was one."""
        return next((term for term in self.terms if term.kind is TermKind.CURE), None)


def _pleadings(case: Standing) -> None:
    # The day of the notice is today at the latest; who is not heard by today was not heard before.
    check_importers_heard(case.party_terms, case.importers, case.calendars, on=case.on)
    check_new_pleadings(case.terms, case.calendars, on=case.on)


def _dismissal(case: Standing) -> None:
    # On the ground that is open longest; on the other it may be refused still.
    check_dismissal(Ground.INADMISSIBLE, case.stage, case.cure(), case.calendars, on=case.on)


# A prevention is not here: its notice may be of an earlier day, so its refusal today is not certain.
CHECKS: Final[Mapping[Act | Step, Callable[[Standing], None]]] = MappingProxyType(
    {
        Act.DISMISS: _dismissal,
        Act.ADMIT: lambda case: check_agreement(Act.ADMIT, case.reader, case.agreed),
        Act.OPEN_PLEADINGS: _pleadings,
        Act.CLOSE_PLEADINGS: lambda case: check_pleadings_over(case.terms, case.calendars, on=case.on),
        Act.DECLARE_LAPSED: lambda case: check_lapse(case.facts, case.calendars, on=case.on),
        Step.EXTEND: lambda case: check_extension(case.facts, case.calendars, on=case.on),
    }
)


def why_barred(what: Act | Step, case: Standing) -> Text | None:
    """Return what an act or step would be refused with today, None where nothing is certain to bar it."""
    try:
        if what in CHECKS:
            CHECKS[what](case)
    except (BarredError, NotCompetentError) as error:
        return error.message
    return None
