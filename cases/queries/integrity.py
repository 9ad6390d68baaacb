"""Whether what the ledger says of a case is as it was written, and whether it leads to the case as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cases.domain.state import ReplayError
from cases.models import Case
from cases.queries.case import entries_of, replayed_state, state_of
from kernel.domain.chain import GENESIS, entry_hash
from kernel.domain.text import Text
from kernel.models import LedgerEntry

BATCH: Final = 500  # numbers asked for at once; SQLite takes no more than some thousands
ALTERED: Final = Text(
    "El asiento {seq} no es como se escribió, o no continúa al anterior.",
    "Entry {seq} is not as it was written, or does not follow the one before.",
)
OTHER_STATE: Final = Text(
    "Los asientos no llevan al estado que el expediente muestra.",
    "The entries do not lead to the state that the case shows.",
)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """How many entries of a case were checked, and what is wrong, None when nothing is."""

    entries: int
    fault: Text | None


def altered_entries(rows: Sequence[LedgerEntry]) -> frozenset[int]:
    """Return the numbers of the entries that are not as they were written or do not follow the one before."""
    before = _hashes([row.seq - 1 for row in rows]) | {0: GENESIS}
    return frozenset(
        row.seq
        for row in rows
        if row.hash != entry_hash(row.as_entry()) or row.previous_hash != before.get(row.seq - 1)
    )


def _hashes(numbers: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(numbers), BATCH):
        rows = LedgerEntry.objects.filter(seq__in=numbers[start : start + BATCH])
        found.update(rows.values_list("seq", "hash"))
    return found


def checked_file(case: Case) -> CheckedFile:
    """Return the outcome of reading every entry of a case: its hash, what it follows, and where they all lead."""
    rows = entries_of(case)
    altered = altered_entries(rows)
    if altered:
        return CheckedFile(len(rows), ALTERED.filled(seq=min(altered)))
    try:
        same = replayed_state(case) == state_of(case)
    except ReplayError as error:
        return CheckedFile(len(rows), error.message)
    return CheckedFile(len(rows), None if same else OTHER_STATE)
