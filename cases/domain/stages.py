"""Where a case stands, the acts that move it and who performs them: one table, and the check against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.procedure import Act, Stage
from cases.domain.wording import ACT_WORDS, ROLE_WORDS, STAGE_WORDS, listed, told
from kernel.domain.actors import Actor, Role
from kernel.domain.text import Text


class Condition(StrEnum):
    """What the service of an act checks besides stage and role, on the facts of the case."""

    FIRST_IN_FIRST_THIRD = "FIRST_IN_FIRST_THIRD"  # the one prevention, within the first third of the term
    CURE_TERM_OVER = "CURE_TERM_OVER"  # where it was prevented
    IMPORTER_HEARD = "IMPORTER_HEARD"  # or its term is over
    PLEADINGS_OVER = "PLEADINGS_OVER"
    NOT_THE_DRAFTER = "NOT_THE_DRAFTER"  # four eyes
    IN_FILING_ORDER = "IN_FILING_ORDER"  # or a reasoned exception (LFPA 46)
    FROM_PETITION = "FROM_PETITION"
    FROM_OWN_MOTION = "FROM_OWN_MOTION"
    LAPSE_TERM_OVER = "LAPSE_TERM_OVER"  # 30 days past the decision term


NEW: Final = frozenset[Stage | None]({None})  # there is no case yet
OPEN: Final = frozenset[Stage | None](
    {Stage.RECEIVED, Stage.PREVENTED, Stage.INVESTIGATION, Stage.PLEADINGS, Stage.DECISION}
)
ENDED: Final = frozenset(Stage) - OPEN
UNDER_WAY: Final = frozenset[Stage | None]({Stage.INVESTIGATION, Stage.PLEADINGS, Stage.DECISION})

UNDER_CHECK: Final = frozenset[Stage | None]({Stage.RECEIVED, Stage.PREVENTED})  # the requisites of the petition

OF_PARTIES: Final = frozenset({Act.FILE_PETITION, Act.CURE, Act.WITHDRAW})
COMPETENCE: Final = "LFPA art. 3"  # an act is valid only if the competent body performs it
STANDING: Final = "LFPA art. 19"  # an interested party acts itself or by its representative
END: Final = "LFPA art. 57"  # what ends a procedure


@dataclass(frozen=True, slots=True)
class Move:
    """Where an act is possible, where it leads (None: the case stays), who performs it and the article it rests on."""

    origins: frozenset[Stage | None]
    target: Stage | None
    roles: frozenset[Role]
    article: str
    conditions: frozenset[Condition] = frozenset()
    agreed_by: frozenset[Role] = frozenset()


MOVES: Final[Mapping[Act, Move]] = MappingProxyType(
    {
        Act.FILE_PETITION: Move(
            NEW, Stage.RECEIVED, frozenset({Role.PETITIONER, Role.INTAKE}), "LFPA art. 14, 15"
        ),  # intake files what comes on paper, by e-mail or through VUCEM
        Act.START_ON_OWN_MOTION: Move(NEW, Stage.INVESTIGATION, frozenset({Role.SUPERVISOR}), "LFPA art. 14"),
        Act.PREVENT: Move(
            frozenset({Stage.RECEIVED}),
            Stage.PREVENTED,
            frozenset({Role.INTAKE}),
            "LFPA art. 17-A",
            frozenset({Condition.FIRST_IN_FIRST_THIRD}),
        ),
        Act.CURE: Move(frozenset({Stage.PREVENTED}), Stage.RECEIVED, frozenset({Role.PETITIONER}), "LFPA art. 17-A"),
        Act.DISMISS: Move(
            frozenset({Stage.RECEIVED, Stage.PREVENTED}),
            Stage.DISMISSED,
            frozenset({Role.SUPERVISOR}),
            "LFPA art. 17-A",
            frozenset({Condition.CURE_TERM_OVER}),
        ),
        Act.ADMIT: Move(
            frozenset({Stage.RECEIVED}),
            Stage.INVESTIGATION,
            frozenset({Role.INTAKE}),
            "LFPA art. 14",
            agreed_by=frozenset({Role.SUPERVISOR}),
        ),
        Act.OPEN_PLEADINGS: Move(
            frozenset({Stage.INVESTIGATION}),
            Stage.PLEADINGS,
            frozenset({Role.INVESTIGATOR}),
            "LFPA art. 56",
            frozenset({Condition.IMPORTER_HEARD}),
        ),
        Act.CLOSE_PLEADINGS: Move(
            frozenset({Stage.PLEADINGS}),
            Stage.DECISION,
            frozenset({Role.INVESTIGATOR}),
            "LFPA art. 56",
            frozenset({Condition.PLEADINGS_OVER}),
        ),
        Act.RETURN_FOR_EVIDENCE: Move(
            frozenset({Stage.DECISION}), Stage.INVESTIGATION, frozenset({Role.DECIDER}), "LFPA art. 49-52"
        ),
        Act.ISSUE_RESOLUTION: Move(
            frozenset({Stage.DECISION}),
            Stage.RESOLVED,
            frozenset({Role.DECIDER}),
            "LFPA art. 59",
            frozenset({Condition.NOT_THE_DRAFTER, Condition.IN_FILING_ORDER}),
        ),
        Act.WITHDRAW: Move(
            OPEN,
            Stage.WITHDRAWN,
            frozenset({Role.PETITIONER}),
            "LFPA art. 58",
            frozenset({Condition.FROM_PETITION}),
        ),
        Act.CONTINUE_ON_OWN_MOTION: Move(
            OPEN, None, frozenset({Role.SUPERVISOR}), "LFPA art. 58", frozenset({Condition.FROM_PETITION})
        ),
        Act.DECLARE_LAPSED: Move(
            UNDER_WAY,
            Stage.LAPSED,
            frozenset({Role.SUPERVISOR}),
            "LFPA art. 60",
            frozenset({Condition.FROM_OWN_MOTION, Condition.LAPSE_TERM_OVER}),
        ),
    }
)

ENDED_BEFORE: Final = Text(
    "El procedimiento terminó (etapa: {stage}); ya no es posible {act}",
    "The procedure has ended (stage: {stage}); it is no longer possible {act}",
)
NO_CASE: Final = Text("Aún no hay expediente; no es posible {act}", "There is no case yet; it is not possible {act}")
CASE_THERE: Final = Text("El expediente ya existe; no es posible {act}", "The case exists; it is not possible {act}")
NOT_NOW: Final = Text(
    "En la etapa «{stage}» no es posible {act}; lo es en: {origins}",
    "In the stage “{stage}” it is not possible {act}; it is in: {origins}",
)
NOT_YOURS: Final = Text(
    "No le corresponde {act}; corresponde a: {roles}", "It is not for you {act}; it is for: {roles}"
)
NOT_AGREED: Final = Text(
    "Para {act} se requiere el acuerdo de otra persona, de: {roles}",
    "It takes the agreement of another person {act}, one of: {roles}",
)


def check_act(act: Act, stage: Stage | None, roles: frozenset[Role]) -> Stage:
    """Return the stage that an act leads to; ``stage`` is None where there is no case yet.

    Raises:
        BarredError: the act is not possible in the stage; the error names the article.
        NotCompetentError: none of the roles performs the act; the error names the article.

    """
    move = MOVES[act]
    target = move.target or stage
    if stage not in move.origins or target is None:
        raise _barred(act, stage, move)
    if not roles & move.roles:
        article = STANDING if act in OF_PARTIES else COMPETENCE
        raise NotCompetentError(told(NOT_YOURS, act=ACT_WORDS[act], roles=_roles(move.roles)), article=article)
    return target


def check_agreement(act: Act, by: Actor, agreed: Actor | None) -> None:
    """Return quietly when another person with the role that the table names has agreed, or none is asked for.

    Raises:
        NotCompetentError: nobody agreed, the same person did, or one without the role.

    """
    needed = MOVES[act].agreed_by
    if needed and (agreed is None or agreed.name == by.name or not agreed.roles & needed):
        raise NotCompetentError(told(NOT_AGREED, act=ACT_WORDS[act], roles=_roles(needed)), article=COMPETENCE)


def _barred(act: Act, stage: Stage | None, move: Move) -> BarredError:
    word = ACT_WORDS[act]
    if stage is None:
        return BarredError(told(NO_CASE, act=word), article=move.article)
    if stage in ENDED:
        return BarredError(told(ENDED_BEFORE, stage=STAGE_WORDS[stage], act=word), article=END)
    if move.origins == NEW:
        return BarredError(told(CASE_THERE, act=word), article=move.article)
    origins = listed((origin for origin in move.origins if origin), STAGE_WORDS)
    return BarredError(told(NOT_NOW, stage=STAGE_WORDS[stage], act=word, origins=origins), article=move.article)


def _roles(roles: frozenset[Role]) -> Text:
    return listed(roles, ROLE_WORDS)
