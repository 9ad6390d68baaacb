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
# What a party is told of that is done beside the acts; of the notices and submissions of others it learns nothing here.
NOTICED: Final = (Step.NAME_PETITIONER, Step.EXTEND, Step.SUSPEND, Step.RESUME)
# The acts of the procedure, and what happened to its terms; how the unit organises its work is its own affair.
TOLD_TO_PARTIES: Final = frozenset(VERBS[one] for one in (*Act, *NOTICED) if one not in OF_THE_UNIT)
# Those whose reasons are addressed to the petitioner; those of the others may speak of somebody else.
REASONS_FOR_PARTIES: Final = frozenset(
    VERBS[one] for one in (Act.PREVENT, Act.DISMISS, Step.EXTEND, Step.SUSPEND, Step.RESUME)
)
# What is addressed to whoever petitioned is not told to the other parties: it may tell who that is (LGTAIP 112-VII).
REASONS_FOR_PETITIONERS: Final = frozenset(VERBS[one] for one in (Act.PREVENT, Act.DISMISS))
FIELDS_FOR_PARTIES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"case": frozenset({"stage", "outcome", "act_number"}), "deadlines": frozenset({"DECISION 0"})}
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
        return kind in (TERMS_FOR_PETITIONERS if self.petitioner else TERMS_FOR_ALL)

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


def change_for_parties(change: State) -> dict[str, Any]:
    """Return the part of what an entry changed that a party is told."""
    return {
        section: {name: value for name, value in values.items() if name in FIELDS_FOR_PARTIES[section]}
        for section, values in change.items()
        if section in FIELDS_FOR_PARTIES
    }
