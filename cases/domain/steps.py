"""The steps that leave a case in its stage: who takes each, in which stages, and the article it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import (
    COMPETENCE,
    END,
    ENDED,
    ENDED_BEFORE,
    MOVES,
    NOT_NOW,
    NOT_YOURS,
    OPEN,
    STANDING,
    UNDER_WAY,
    check_act,
)
from cases.domain.wording import ROLE_WORDS, STAGE_WORDS, STEP_WORDS, listed, told
from kernel.domain.actors import Role

ANY: Final = frozenset[Stage | None](Stage)
SUPERVISED: Final = frozenset({Role.SUPERVISOR})
INVESTIGATED: Final = frozenset({Role.INVESTIGATOR})
NOTIFYING: Final = frozenset({Role.INVESTIGATOR, Role.NOTIFIER})
PARTIES: Final = frozenset({Role.PETITIONER, Role.IMPORTER})
STAFF: Final = frozenset({Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR, Role.DECIDER})
ORDER: Final = "LFPA art. 46"  # strict order of processing; whoever departs from it gives reasons
JOINDER: Final = "LFPA art. 45"
FORCE_MAJEURE: Final = "LFPA art. 28"
NOTIFICATION: Final = "LFPA art. 35-39"
OPINIONS: Final = "LFPA art. 53-55"
PROOF: Final = "LFPA art. 49-52"
COOPERATION: Final = "Acuerdo DOF 17-02-2023, Anexo Único"
NO_REFUSAL: Final = "LFPA art. 43"  # a reception desk takes whatever is filed; what it is worth is decided later


@dataclass(frozen=True, slots=True)
class StepRule:
    """The stages in which a step is possible, who takes it and the article it rests on."""

    stages: frozenset[Stage | None]
    roles: frozenset[Role]
    article: str


STEPS: Final[Mapping[Step, StepRule]] = MappingProxyType(
    {
        Step.NAME_PETITIONER: StepRule(OPEN, frozenset({Role.INTAKE}), "LFPA art. 19"),
        Step.AGREE_TO_ADMISSION: StepRule(frozenset({Stage.RECEIVED}), MOVES[Act.ADMIT].agreed_by, "LFPA art. 14"),
        Step.ASSIGN: StepRule(OPEN, SUPERVISED, "LFPA art. 21-27"),  # whoever has an interest must abstain
        Step.PRIORITISE: StepRule(OPEN, SUPERVISED, ORDER),
        Step.RESTORE_ORDER: StepRule(OPEN, SUPERVISED, ORDER),
        Step.JOIN: StepRule(UNDER_WAY, SUPERVISED, JOINDER),
        Step.SEPARATE: StepRule(UNDER_WAY, SUPERVISED, JOINDER),
        Step.EXTEND: StepRule(OPEN, SUPERVISED, "LFPA art. 31"),
        Step.SUSPEND: StepRule(OPEN, SUPERVISED, FORCE_MAJEURE),
        Step.RESUME: StepRule(OPEN, SUPERVISED, FORCE_MAJEURE),
        Step.START_TERM: StepRule(
            frozenset({Stage.INVESTIGATION}), frozenset({Role.INVESTIGATOR, Role.NOTIFIER}), "LFPA art. 32, 38"
        ),
        Step.MEET_TERM: StepRule(
            frozenset({Stage.INVESTIGATION}), frozenset({Role.INTAKE, Role.INVESTIGATOR}), "LFPA art. 32, 38"
        ),
        Step.ADD_DOCUMENT: StepRule(ANY, STAFF | {Role.PETITIONER, Role.NOTIFIER}, "LFPA art. 15, 43"),
        Step.CLASSIFY_DOCUMENT: StepRule(ANY, SUPERVISED | {Role.TRANSPARENCY}, "LGTAIP art. 112-115"),
        Step.EXPORT: StepRule(ANY, STAFF - {Role.INTAKE} | {Role.AUDITOR}, "LFPA art. 33"),
        Step.ADD_PARTY: StepRule(OPEN, frozenset({Role.INTAKE, Role.INVESTIGATOR}), STANDING),
        Step.CHANGE_PARTY: StepRule(OPEN, frozenset({Role.INTAKE, Role.INVESTIGATOR}), STANDING),
        Step.ISSUE_NOTICE: StepRule(ANY, NOTIFYING, NOTIFICATION),  # what ended a case is notified too
        Step.RECORD_ATTEMPT: StepRule(ANY, NOTIFYING, NOTIFICATION),
        Step.SERVE_NOTICE: StepRule(ANY, NOTIFYING, NOTIFICATION),
        Step.ACKNOWLEDGE_NOTICE: StepRule(ANY, PARTIES, "LFPA art. 35-38, LFEA art. 11"),
        Step.VOID_NOTICE: StepRule(ANY, SUPERVISED, NOTIFICATION),
        Step.MAKE_REQUEST: StepRule(frozenset({Stage.INVESTIGATION}), INVESTIGATED, OPINIONS),
        Step.ANSWER_REQUEST: StepRule(UNDER_WAY, frozenset({Role.INTAKE, Role.INVESTIGATOR}), OPINIONS),
        Step.RECORD_DETERMINATION: StepRule(UNDER_WAY, INVESTIGATED, COOPERATION),
        Step.PROPOSE_ADOPTION: StepRule(UNDER_WAY, INVESTIGATED, COOPERATION),
        Step.RECORD_ANNULMENT: StepRule(ANY, INVESTIGATED, COOPERATION),
        Step.RECEIVE_SUBMISSION: StepRule(ANY, PARTIES | {Role.INTAKE}, NO_REFUSAL),
        Step.DECIDE_EXHIBIT: StepRule(UNDER_WAY, INVESTIGATED, PROOF),
    }
)


def check_step(step: Step, stage: Stage, roles: frozenset[Role]) -> None:
    """Return quietly when a step may be taken in a stage by one of the roles.

    Raises:
        BarredError: the step is not possible in the stage; the error names the article.
        NotCompetentError: none of the roles takes the step; the error names the article.

    """
    rule, word = STEPS[step], STEP_WORDS[step]
    if stage not in rule.stages:
        if stage in ENDED:
            raise BarredError(told(ENDED_BEFORE, stage=STAGE_WORDS[stage], act=word), article=END)
        origins = listed((one for one in rule.stages if one), STAGE_WORDS)
        raise BarredError(told(NOT_NOW, stage=STAGE_WORDS[stage], act=word, origins=origins), article=rule.article)
    if not roles & rule.roles:
        raise NotCompetentError(told(NOT_YOURS, act=word, roles=listed(rule.roles, ROLE_WORDS)), article=COMPETENCE)


def check_possible(what: Act | Step, stage: Stage, roles: frozenset[Role]) -> None:
    """Return quietly when an act or step is possible in a stage for one of the roles; the facts may still bar it.

    Raises:
        BarredError: it is not possible in the stage; the error names the article.
        NotCompetentError: none of the roles performs it; the error names the article.

    """
    if isinstance(what, Act):
        check_act(what, stage, roles)
    else:
        check_step(what, stage, roles)
