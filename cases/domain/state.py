"""The state of a case as plain values, the change from one to the next, and the state that a row of changes leads to.

A change is a JSON merge patch (RFC 7396): what it names is set, what it names as null is gone, the rest stays.
"""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final

from cases.domain.procedure import VERBS, Act, Stage
from cases.domain.stages import MOVES, NEW, UNDER_CHECK
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text, printable

State = Mapping[str, Any]
LONGEST: Final = 60  # signs of a verb that nobody knows
CHANGE: Final = "change"  # where the entry of a case keeps what it changed
ACTS: Final[Mapping[str, Act]] = {verb: act for act, verb in VERBS.items() if isinstance(act, Act)}
KNOWN: Final = frozenset(VERBS.values()) | {"move_deadlines"}  # which a change of the calendars brings about
UNKNOWN_VERB: Final = Text(
    "El asiento {seq} dice algo que no se hace: {verb}.", "Entry {seq} says what is not done: {verb}."
)
ELSEWHERE: Final = Text(
    "El asiento {seq} ({verb}) deja el expediente en la etapa {stage}; lleva a {target}.",
    "Entry {seq} ({verb}) leaves the case in {stage}; it leads to {target}.",
)
MOVED_IN_VAIN: Final = Text(
    "El asiento {seq} ({verb}) no es posible en la etapa {stage}.", "Entry {seq} ({verb}) is not possible in {stage}."
)


def subject_of(reference: str) -> str:
    """Return what the ledger calls a case."""
    return f"case:{reference}"


class ReplayError(ConflictError):
    """The entries of a case do not follow from one another."""

    code: ClassVar[str] = "replay"


def change(before: State, after: State) -> dict[str, Any]:
    """Return the merge patch that leads from one state to another; neither holds a null."""
    patch: dict[str, Any] = {name: None for name in before if name not in after}
    for name, value in after.items():
        old = before.get(name)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            if inner := change(old, value):
                patch[name] = inner
        elif name not in before or old != value:
            patch[name] = value
    return patch


def changed(state: State, patch: State) -> dict[str, Any]:
    """Return a state with a merge patch applied."""
    result = dict(state)
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        elif isinstance(value, Mapping):
            old = result.get(name)
            result[name] = changed(old if isinstance(old, Mapping) else {}, value)
        else:
            result[name] = value
    return result


def replayed(entries: Iterable[tuple[int, str, State]]) -> dict[str, Any]:
    """Return the state that the entries of a case lead to; each is its number, verb and change.

    Raises:
        ReplayError: an act is recorded in a stage in which the law does not admit it or leads elsewhere than by law,
            a step moves the case, or nobody knows what was done.

    """
    state: dict[str, Any] = {}
    for seq, verb, patch in entries:
        stage = _stage(state)
        if verb not in KNOWN:
            raise ReplayError(UNKNOWN_VERB.filled(seq=seq, verb=printable(verb)[:LONGEST]))
        if (verb not in ACTS and stage is None) or not _is_possible(verb, stage):
            raise ReplayError(MOVED_IN_VAIN.filled(seq=seq, verb=verb, stage=stage or "-"))
        state = changed(state, patch)
        if (now := _stage(state)) != (target := _target(verb, stage, state)):
            raise ReplayError(ELSEWHERE.filled(seq=seq, verb=verb, stage=now or "-", target=target or "-"))
    return state


def _target(verb: str, stage: Stage | None, after: State) -> Stage | None:
    """Return where something that was done leaves a case: a step where it was, an act where the table says."""
    act = ACTS.get(verb)
    if act is None:
        return stage
    if act is Act.WITHDRAW and after.get("case", {}).get("continued_on"):  # it goes on on own motion (LFPA art. 58)
        return Stage.INVESTIGATION if stage in UNDER_CHECK else stage
    return MOVES[act].target or stage


def _stage(state: State) -> Stage | None:
    said = state.get("case", {}).get("stage")
    return None if said is None else Stage(said)


def _is_possible(verb: str, stage: Stage | None) -> bool:
    act = ACTS.get(verb)
    return act is None or (stage in MOVES[act].origins and (stage is None) == (MOVES[act].origins == NEW))
