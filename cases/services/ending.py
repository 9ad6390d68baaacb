"""How a case under way ends: by the resolution of the layer above, or because it lapsed (LFPA art. 57, 59, 60)."""

import re
from datetime import datetime
from typing import ClassVar, Final

from django.db import transaction

from cases.domain.case import CaseKind, Seen
from cases.domain.conditions import check_drafter, check_order
from cases.domain.decision_clock import check_lapse
from cases.domain.hearing import check_evidence_decided
from cases.domain.procedure import Act
from cases.models import Case
from cases.queries.lists import first_to_decide
from cases.services.acting import Acting, joined_to, record_act, take_for_act
from cases.services.joining import release_joined
from kernel.domain.actors import Actor
from kernel.domain.errors import InputError
from kernel.domain.text import Text

OUTCOME: Final = re.compile(r"[A-Z][A-Z_]{0,19}")
ACT_NUMBER: Final = re.compile(r"\s*\S.{0,58}\s*")
NO_ENDING: Final = Text(
    "Diga el sentido de la resolución en mayúsculas, y su número, de 60 signos o menos.",
    "Say the outcome of the resolution in upper case, and its number, of 60 signs or less.",
)


class NoEndingError(InputError):
    """It is not said how the case ends."""

    code: ClassVar[str] = "no_ending"


@transaction.atomic
def close_case(*, seen: Seen, outcome: str, act_number: str, drafter: str, actor: Actor, at: datetime) -> Case:
    """End a case, and those joined to it, by the resolution that the layer above issues (LFPA art. 59).

    ``outcome`` is that layer's code, ``drafter`` the name of the actor who drafted. The layer above writes the
    resolution in the same transaction.

    Raises:
        NotCompetentError: the actor does not decide, or drafted it.
        BarredError: a case of the same kind is to be decided before (LFPA 46), evidence is not ruled on (50),
            or the stage does not admit it.
        NoEndingError: outcome or number is missing or too long.

    """
    acting, target = take_for_act(seen, Act.ISSUE_RESOLUTION, actor=actor, at=at)
    check_drafter(drafter, actor.name)
    if not OUTCOME.fullmatch(outcome) or not ACT_NUMBER.fullmatch(act_number):
        raise NoEndingError(NO_ENDING)
    _check_order(acting)
    everyone = [*joined_to(acting), acting]
    check_evidence_decided(pending=any(one.case.has_undecided() for one in everyone))
    for one in everyone:
        one.case.outcome, one.case.act_number = outcome, act_number.strip()
        one.move_to(target)
    for one in everyone[:-1]:
        record_act(one, Act.ISSUE_RESOLUTION, drafter=drafter, lead=acting.case.reference)
    return record_act(acting, Act.ISSUE_RESOLUTION, drafter=drafter)


@transaction.atomic
def declare_lapse(*, seen: Seen, actor: Actor, at: datetime) -> Case:
    """End a case on own motion whose decision term was over 30 days ago, under every calendar (LFPA art. 60).

    Raises:
        BarredError: the case rests on a petition, is suspended, or has not lapsed.

    """
    acting, target = take_for_act(seen, Act.DECLARE_LAPSED, actor=actor, at=at)
    check_lapse(acting.case.facts(), acting.calendars, on=acting.on)
    acting.move_to(target)
    release_joined(acting)
    return record_act(acting, Act.DECLARE_LAPSED)


def _check_order(acting: Acting) -> None:
    first = first_to_decide(CaseKind(acting.case.kind))
    check_order(None if first is None or first.pk == acting.case.pk else first.series)
