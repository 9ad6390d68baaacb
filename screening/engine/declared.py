"""What a line says, in the form the judge compares, and what it leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from screening.engine.normalise import names_somebody
from screening.engine.types import Party

MAKERS: Final = frozenset({"PRODUCER", "ORIGIN_SUPPLIER"})


@dataclass(frozen=True, slots=True)
class Declared:
    """What a line says, as the judge needs it: comparable parties only."""

    code: str
    nico: str
    description: str
    origin: str
    virtual: bool
    parties: tuple[Party, ...]

    def names_a_maker(self) -> bool:
        """Tell whether a producer or an origin supplier is declared, not the seller alone."""
        return any(party.role in MAKERS and names_somebody(party.name) for party in self.parties)

    def names_its_party(self) -> bool:
        """Tell whether the maker is named, or every seller whose goods these may be: one without a name is anybody."""
        if self.names_a_maker():
            return True
        named = [party for party in self.parties if names_somebody(party.name)]
        return bool(named) and (len(named) == len(self.parties) or any(party.attributed for party in named))


def not_declared(code: str, origin: str, parties: Sequence[Party]) -> tuple[str, ...]:
    """Return the codes of what a line leaves out: SUPPLIER, PRODUCER, ORIGIN, GOODS."""
    roles = {party.role for party in parties if names_somebody(party.name)}
    missing: Mapping[str, bool] = {
        "SUPPLIER": "SUPPLIER" not in roles,
        "PRODUCER": not roles & MAKERS,
        "ORIGIN": not origin,
        "GOODS": not code,
    }
    return tuple(name for name, absent in missing.items() if absent)
