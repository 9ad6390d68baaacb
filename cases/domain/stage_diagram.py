"""The stages and the acts between them as a page of documentation, written from the tables alone."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from cases.domain.procedure import Act, Stage
from cases.domain.stages import ENDED, MOVES, NEW, Condition, Move
from cases.domain.wording import ACT_WORDS, ROLE_WORDS, STAGE_WORDS, listed
from kernel.domain.text import Text

# The stages of a case that nothing ends before its time, in their order.
WAY: Final = (Stage.RECEIVED, Stage.INVESTIGATION, Stage.PLEADINGS, Stage.DECISION, Stage.RESOLVED)
START: Final = "[*]"  # how Mermaid writes the start and the end
HEAD: Final = """# Stages of a case

Written from `cases/domain/stages.py` by `make golden`; a test compares them. An act that is not drawn from a stage is
refused there. Continuing on own motion leaves a case in its stage.

```mermaid
stateDiagram-v2
"""
TABLE: Final = """```

| act | from | to | by | agreed by | besides | article |
|---|---|---|---|---|---|---|
"""
CONDITION_WORDS: Final = MappingProxyType(
    {
        Condition.FIRST_IN_FIRST_THIRD: "once, within the first third of the term",
        Condition.CURE_TERM_OVER: "the term to cure is over, if it was prevented",
        Condition.IMPORTER_HEARD: "an importer was heard, or its term is over",
        Condition.PLEADINGS_OVER: "the term for pleadings is over",
        Condition.NOT_THE_DRAFTER: "by another person than drafted it",
        Condition.IN_FILING_ORDER: "in filing order, or with reasoned priority",
        Condition.FROM_PETITION: "a petition stands",
        Condition.FROM_OWN_MOTION: "on own motion",
        Condition.LAPSE_TERM_OVER: "30 business days past the decision term",
    }
)


def way_to(stage: Stage, *, own_motion: bool, passed: Sequence[Stage] = ()) -> tuple[Stage, ...]:
    """Return the stages that a case passes, the present one among them; one that ended early has those it ``passed``.

    ``passed`` are the stages it was in, each time it came to one.
    """
    way = WAY[1:] if own_motion else WAY
    if stage in way:
        return way
    if stage in ENDED:
        return (*dict.fromkeys((way[0], *passed)), stage) if stage not in passed else tuple(dict.fromkeys(passed))
    return (way[0], stage, *way[1:])


def stage_page() -> str:
    """Return the diagram and the table of the acts as Markdown."""
    names = "".join(f"    {stage}: {_both(STAGE_WORDS[stage])}\n" for stage in Stage)
    arrows = "".join(f"    {arrow}\n" for arrow in _arrows())
    rows = "".join(_row(act, move) for act, move in MOVES.items())
    return f"{HEAD}{names}{arrows}{TABLE}{rows}"


def _arrows() -> Iterator[str]:
    for act, move in MOVES.items():
        for origin in (None, *Stage):
            if origin in move.origins and move.target is not None:
                yield f"{origin or START} --> {move.target}: {_both(ACT_WORDS[act])}"
    yield from (f"{stage} --> {START}" for stage in Stage if stage in ENDED)


def _row(act: Act, move: Move) -> str:
    origins = "-" if move.origins == NEW else ", ".join(stage for stage in Stage if stage in move.origins)
    cells = (
        _both(ACT_WORDS[act]),
        origins,
        move.target or "stays",
        listed(move.roles, ROLE_WORDS).en,
        listed(move.agreed_by, ROLE_WORDS).en or "-",
        "; ".join(CONDITION_WORDS[one] for one in Condition if one in move.conditions) or "-",
        move.article,
    )
    return f"| {' | '.join(cells)} |\n"


def _both(text: Text) -> str:
    return f"{text.es} / {text.en}"
