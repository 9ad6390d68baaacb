"""What of a case file a party to it is told, whom the rest is not for (LFPA art. 33, LGTAIP arts. 113, 115)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from cases.domain.decision_clock import Milestone
from cases.domain.procedure import VERBS, Act, Step
from cases.domain.state import State
from cases.domain.terms import TermKind

# What is decided of the evidence, and of going on without the petition, is between authorities.
OF_THE_UNIT: Final = frozenset(
    {Act.START_ON_OWN_MOTION, Act.RETURN_FOR_EVIDENCE, Act.CONTINUE_ON_OWN_MOTION, Act.DECLARE_LAPSED}
)
MOVE_DEADLINES: Final = "move_deadlines"  # what a change of the calendars leaves in every case that it moves
# The acts of the procedure, and what happened to its terms; how the unit organises its work is its own affair.
TOLD_TO_PARTIES: Final = frozenset(
    VERBS[one] for one in (*Act, Step.NAME_PETITIONER, Step.EXTEND, Step.SUSPEND, Step.RESUME) if one not in OF_THE_UNIT
) | {MOVE_DEADLINES}
# Those whose reasons are addressed to the petitioner; those of the others may speak of somebody else.
REASONS_FOR_PARTIES: Final = frozenset(
    VERBS[one] for one in (Act.PREVENT, Act.DISMISS, Step.EXTEND, Step.SUSPEND, Step.RESUME)
)
DEADLINES: Final = "deadlines"
FIELDS_FOR_PARTIES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"case": frozenset({"stage", "outcome", "act_number"})}
)
# The days and terms that run for or against a petitioner; those of importers and of other authorities are theirs.
TERMS_FOR_PARTIES: Final = frozenset({Milestone.DECISION.value, TermKind.CURE.value, TermKind.PLEADINGS.value})


# What tells the bytes of a document: whoever has them finds out by it that they are in the file.
TELL_BYTES: Final = frozenset({"sha256", "size", "media_type"})


def change_for_reader(change: State, hidden: frozenset[str]) -> State:
    """Return what an entry changed, of the documents with the numbers ``hidden`` nothing that tells their bytes."""
    documents = change.get("documents")
    if not documents or hidden.isdisjoint(documents):
        return change
    shown = {
        number: {name: one for name, one in value.items() if name not in TELL_BYTES}
        if number in hidden and isinstance(value, Mapping)
        else value
        for number, value in documents.items()
    }
    return {**change, "documents": shown}


def change_for_parties(change: State) -> dict[str, Any]:
    """Return the part of what an entry changed that a party is told."""
    return {
        section: {name: value for name, value in values.items() if _is_told(section, name)}
        for section, values in change.items()
        if section in (*FIELDS_FOR_PARTIES, DEADLINES)
    }


def _is_told(section: str, name: str) -> bool:
    """Return whether a value is for parties; a deadline is called by what ends and the number of its term."""
    if section == DEADLINES:
        return name.partition(" ")[0] in TERMS_FOR_PARTIES
    return name in FIELDS_FOR_PARTIES[section]
