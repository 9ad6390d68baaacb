"""What of a case file a party to it is told, whom the rest is not for (LFPA art. 33, LGTAIP arts. 113, 115)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from cases.domain.decision_clock import Milestone
from cases.domain.procedure import VERBS, Act, Stage, Step
from cases.domain.state import State
from cases.domain.terms import TermKind

# What is decided of the evidence, and of going on without the petition, is between authorities.
OF_THE_UNIT: Final = frozenset(
    {Act.START_ON_OWN_MOTION, Act.RETURN_FOR_EVIDENCE, Act.CONTINUE_ON_OWN_MOTION, Act.DECLARE_LAPSED}
)
MOVE_DEADLINES: Final = "move_deadlines"  # what a change of the calendars leaves in every case that it moves
# What a party is told of that is done beside the acts; of the notices and submissions of others it learns nothing here.
NOTICED: Final = (Step.NAME_PETITIONER, Step.EXTEND, Step.SUSPEND, Step.RESUME)
# The acts of the procedure, and what happened to its terms; how the unit organises its work is its own affair.
TOLD_TO_PARTIES: Final = frozenset(VERBS[one] for one in (*Act, *NOTICED) if one not in OF_THE_UNIT) | {MOVE_DEADLINES}
# Those whose reasons are addressed to the petitioner; those of the others may speak of somebody else.
REASONS_FOR_PARTIES: Final = frozenset(
    VERBS[one] for one in (Act.PREVENT, Act.DISMISS, Step.EXTEND, Step.SUSPEND, Step.RESUME)
)
# What is addressed to whoever petitioned is not told to the other parties: it may tell who that is (LGTAIP 112-VII).
REASONS_FOR_PETITIONERS: Final = frozenset(VERBS[one] for one in (Act.PREVENT, Act.DISMISS))
DEADLINES: Final = "deadlines"
FIELDS_FOR_PARTIES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"case": frozenset({"stage", "outcome", "act_number"})}
)
# The days and terms that run for or against a petitioner; those of importers and of other authorities are theirs.
TERMS_FOR_ALL: Final = frozenset({Milestone.DECISION.value, TermKind.PLEADINGS.value})
TERMS_FOR_PETITIONERS: Final = TERMS_FOR_ALL | {TermKind.CURE.value}
DISCLOSED_IN: Final = frozenset({Stage.PLEADINGS, Stage.DECISION})  # the file is at the parties' disposal (LFPA 56)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may see a case: of the unit, its petitioner, or the notified party of a key."""

    of_unit: bool = False
    petitioner: bool = False
    party: str = ""

    def sees_term(self, kind: str, party: str) -> bool:
        """Return whether a term or day of a kind that runs against a party is for the reader."""
        if self.of_unit or (self.party and party == self.party):
            return True
        return kind in self.kinds()

    def told(self, change: State) -> State:
        """Return the part of what an entry changed that the reader is told."""
        return change if self.of_unit else change_for_parties(change, self.kinds())

    def kinds(self) -> frozenset[str]:
        """Return the kinds of the days and terms that a party which reads is told of, whomever they run against."""
        return TERMS_FOR_PETITIONERS if self.petitioner else TERMS_FOR_ALL

    def is_told_reason(self, verb: str) -> bool:
        """Return whether the reasons of an entry are for the reader."""
        if self.of_unit:
            return True
        return verb in REASONS_FOR_PARTIES and (self.petitioner or verb not in REASONS_FOR_PETITIONERS)

    def sees_of(self, party: str) -> bool:
        """Return whether what concerns a party of a key, "" for the petitioner, is for the reader."""
        return self.of_unit or (self.party == party if party else self.petitioner)

    def sees_document(self, stage: str, *, for_parties: bool) -> bool:
        """Return whether a document that is not public is at the reader's disposal with the pleadings."""
        return not self.of_unit and for_parties and stage in DISCLOSED_IN


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


def change_for_parties(change: State, kinds: frozenset[str] = TERMS_FOR_PETITIONERS) -> dict[str, Any]:
    """Return the part of what an entry changed that a party is told, of the deadlines those of some kinds."""
    return {
        section: {name: value for name, value in values.items() if _is_told(section, name, kinds)}
        for section, values in change.items()
        if section in (*FIELDS_FOR_PARTIES, DEADLINES)
    }


def _is_told(section: str, name: str, kinds: frozenset[str]) -> bool:
    """Return whether a value is for parties; a deadline is called by what ends and the number of its term."""
    if section == DEADLINES:
        return name.partition(" ")[0] in kinds
    return name in FIELDS_FOR_PARTIES[section]
