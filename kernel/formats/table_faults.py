"""The faults of a table that people fill in, all told at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from kernel.domain.errors import InputError
from kernel.domain.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the file: the line (1 is the header) and what to correct there."""

    line: int
    reason: Text


class FaultyTableError(InputError):
    """A file has faults; all of them are told, by line, and nothing was loaded.

    ``told`` is what stands before them; ``{count}`` in it is how many they are.
    """

    told: ClassVar[Text]

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        es = "\n".join(f"  línea {fault.line}: {fault.reason.es}" for fault in self.faults)
        en = "\n".join(f"  line {fault.line}: {fault.reason.en}" for fault in self.faults)
        told = self.told.filled(count=len(self.faults))
        super().__init__(Text(f"{told.es}\n{es}", f"{told.en}\n{en}"))
