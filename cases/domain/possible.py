"""What may be done in a case now: by its stage and the reader's roles, and by what its facts leave open.

A reader is offered only this; whoever attempts more is refused by ``stages``, ``steps`` and ``conditions``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cases.domain.conditions import OF_PETITIONER, OWN_OF_JOINED
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import MOVES
from cases.domain.steps import STEPS
from kernel.domain.actors import Role


def possible(stage: Stage | None, roles: frozenset[Role]) -> tuple[Act | Step, ...]:
    """Return the acts and steps that the tables open to some roles in a stage; None is where there is no case yet."""
    acts = (act for act, move in MOVES.items() if stage in move.origins and roles & move.roles)
    steps = (step for step, rule in STEPS.items() if stage in rule.stages and roles & rule.roles)
    return (*acts, *steps)


class Thing(StrEnum):
    """What there may be in a case that a step is taken with."""

    PARTY = "PARTY"
    UNSERVED = "UNSERVED"
    NOTICE = "NOTICE"  # that was served
    UNACKNOWLEDGED = "UNACKNOWLEDGED"  # by the reader
    UNANSWERED = "UNANSWERED"
    DETERMINATION = "DETERMINATION"  # that stands
    PROPOSABLE = "PROPOSABLE"
    EXHIBIT = "EXHIBIT"


@dataclass(frozen=True, slots=True)
class Situation:
    """What the facts of a case say of it, as far as they open or close an act; ``is_petitioner`` is of the reader."""

    own_motion: bool
    continued: bool
    joined: bool
    prevented: bool
    extended: bool
    suspended: bool
    prioritised: bool
    terms_run: bool
    has_documents: bool
    is_petitioner: bool
    admission_agreed: bool
    at_hand: frozenset[Thing] = frozenset()


# What closes an act or step although the tables open it; what is not here the tables alone decide.
OPENS: Final[Mapping[Act | Step, Callable[[Situation], bool]]] = MappingProxyType(
    {
        Act.PREVENT: lambda case: not (case.prevented or case.own_motion),
        Act.CURE: lambda case: case.is_petitioner,
        Act.WITHDRAW: lambda case: case.is_petitioner and not case.own_motion,
        Act.CONTINUE_ON_OWN_MOTION: lambda case: not (case.own_motion or case.continued),
        Act.DECLARE_LAPSED: lambda case: case.own_motion,
        Step.NAME_PETITIONER: lambda case: not case.own_motion,
        Step.AGREE_TO_ADMISSION: lambda case: not case.admission_agreed,
        Step.PRIORITISE: lambda case: not case.prioritised,
        Step.RESTORE_ORDER: lambda case: case.prioritised,
        Step.JOIN: lambda case: not case.joined,
        Step.SEPARATE: lambda case: case.joined,
        Step.EXTEND: lambda case: not case.extended,
        Step.SUSPEND: lambda case: not case.suspended,
        Step.RESUME: lambda case: case.suspended,
        Step.MEET_TERM: lambda case: case.terms_run,
        Step.CLASSIFY_DOCUMENT: lambda case: case.has_documents,
        Step.CHANGE_PARTY: lambda case: Thing.PARTY in case.at_hand,
        Step.ISSUE_NOTICE: lambda case: Thing.PARTY in case.at_hand,
        Step.RECORD_ATTEMPT: lambda case: Thing.UNSERVED in case.at_hand,
        Step.SERVE_NOTICE: lambda case: Thing.UNSERVED in case.at_hand,
        Step.ACKNOWLEDGE_NOTICE: lambda case: Thing.UNACKNOWLEDGED in case.at_hand,
        Step.VOID_NOTICE: lambda case: bool({Thing.NOTICE, Thing.UNSERVED} & case.at_hand),
        Step.ANSWER_REQUEST: lambda case: Thing.UNANSWERED in case.at_hand,
        Step.PROPOSE_ADOPTION: lambda case: Thing.PROPOSABLE in case.at_hand,
        Step.RECORD_ANNULMENT: lambda case: Thing.DETERMINATION in case.at_hand,
        Step.DECIDE_EXHIBIT: lambda case: Thing.EXHIBIT in case.at_hand,
    }
)


# The layer above closes a case, with its resolution; the export is read and has a place of its own.
ELSEWHERE: Final = frozenset[Act | Step]({Act.ISSUE_RESOLUTION, Step.EXPORT})


def offered_in(case: Situation, stage: Stage, roles: frozenset[Role]) -> tuple[Act | Step, ...]:
    """Return what ``possible_in`` leaves open and is done as an act of the case file."""
    return tuple(one for one in possible_in(case, stage, roles) if one not in ELSEWHERE)


def possible_in(case: Situation, stage: Stage, roles: frozenset[Role]) -> tuple[Act | Step, ...]:
    """Return what ``possible`` opens and the facts of the case do not close."""
    return tuple(
        one
        for one in possible(stage, roles)
        if (one not in OPENS or OPENS[one](case))
        and (one in OWN_OF_JOINED or not case.joined)
        and (one in OF_PETITIONER or not case.is_petitioner)  # an official abstains (LFPA 21)
    )
