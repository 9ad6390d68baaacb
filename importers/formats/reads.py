"""What a reader yields for each row of a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from importers.domain.records import REJECTED, WARNING, DeclarationRecord, Fault, Issue, LineRecord, PartyRecord


@dataclass(frozen=True, slots=True)
class Detail:
    """A row that adds to a line or, without ``sequence``, to its declaration: ``field`` says where to."""

    field: str
    value: Mapping[str, Any] | str
    sequence: int | None = None


Record = DeclarationRecord | LineRecord | PartyRecord | Detail


@dataclass(frozen=True, slots=True)
class Read:
    """One row: the declaration it belongs to, what it says (None when rejected), and what was wrong with it.

    ``version`` is the payment date as the row writes it: a pedimento number may come again in another year.
    ``declaration`` is that of a line whose row brings it along.
    """

    key: str
    version: str
    record: Record | None
    file_name: str
    table: str
    line_number: int
    raw: str
    faults: tuple[Fault, ...] = ()
    declaration: DeclarationRecord | None = None

    def issues(self) -> list[Issue]:
        """Return the faults of the row with their place."""
        return [self.issue(fault) for fault in self.faults]

    def issue(self, fault: Fault) -> Issue:
        """Return a fault with the place of this row; a rejected row is kept whole."""
        return Issue(
            REJECTED if fault.rejected else WARNING,
            fault.code,
            fault.reason,
            self.file_name,
            self.table,
            self.line_number,
            self.raw if fault.rejected or self.record is None else "",
        )
