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

    def words(self) -> Text:
        """Return where it is and what it is."""
        return Text(f"línea {self.line}: {self.reason.es}", f"line {self.line}: {self.reason.en}")


class FaultyTableError(InputError):
    """A file has faults; all of them are told, by line, and nothing was loaded.

    ``told`` is what stands before them; ``{count}`` in it is how many they are. ``told_one`` stands before one alone.
    """

    told: ClassVar[Text]
    told_one: ClassVar[Text | None] = None

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        one = self.told_one if len(self.faults) == 1 else None
        head = (one or self.told).filled(count=len(self.faults))
        lines = [fault.words() for fault in self.faults]
        es = "\n".join(f"  {line.es}" for line in lines)
        en = "\n".join(f"  {line.en}" for line in lines)
        super().__init__(Text(f"{head.es}\n{es}", f"{head.en}\n{en}"))
