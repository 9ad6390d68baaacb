"""What a line says, in the form the judge compares, and what it leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import Final

from screening.engine.correlation import edition
from screening.engine.goods import Said
from screening.engine.somebody import names_somebody
from screening.engine.types import Line, Party

MAKERS: Final = frozenset({"PRODUCER", "ORIGIN_SUPPLIER"})
SELLER: Final = "SUPPLIER"
CONSIGNEE: Final = "CONSIGNEE"  # where the goods go says nothing of who made them


@lru_cache(maxsize=100_000)  # about 10 MB; the names of a file come again and again
def is_somebody(name: str) -> bool:
    """Tell whether a declared name is one (:func:`.somebody.names_somebody`)."""
    return names_somebody(name)


class Openness(IntEnum):
    """How far a line leaves open who made its goods: by another name, what the names that there are exclude."""

    MAKER_NAMED = 0  # every entry that names other producers
    SELLER_NAMED = 1  # a foreign entry; a national one stays open, for a seller's name clears nobody (ADR 3)
    NOBODY_NAMED = 2


@dataclass(frozen=True, slots=True)
class Declared:
    """What a line says, as the judge needs it: comparable parties only; ``edition`` is the year of its tariff."""

    code: str
    nico: str
    description: str
    origin: str
    virtual: bool
    parties: tuple[Party, ...]
    edition: str = ""

    def said(self) -> Said:
        """Return what the line says of its goods."""
        return Said(self.code, self.nico, self.description, self.edition)

    def openness(self) -> Openness:
        """Return how far the line leaves open who made its goods."""
        if self.names_a_maker():
            return Openness.MAKER_NAMED
        return Openness.SELLER_NAMED if self.names_its_party() else Openness.NOBODY_NAMED

    def names_a_maker(self) -> bool:
        """Tell whether a producer or an origin supplier is declared, not the seller alone."""
        return any(party.role in MAKERS and is_somebody(party.name) for party in self.parties)

    def names_its_party(self) -> bool:
        """Tell whether the maker is named, or every seller whose goods these may be: one without a name is anybody."""
        if self.names_a_maker():
            return True
        named = [party for party in self.parties if is_somebody(party.name)]
        return bool(named) and (len(named) == len(self.parties) or any(party.attributed for party in named))


def declared(line: Line) -> Declared:
    """Return what a line says: its comparable parties, each once, a seller in its country."""
    parties = tuple(dict.fromkeys(located(p, line.seller_country) for p in line.parties if comparable(p)))
    return Declared(
        line.tariff_code,
        line.nico,
        line.description,
        line.origin,
        line.virtual,
        parties,
        edition(line.tariff_version),
    )


def comparable(party: Party) -> bool:
    """Tell whether a party says something; one of several sellers says, by saying nothing, that it may be anybody."""
    said = (party.name, party.tax_id, party.city, party.postal_code)  # a place counts without a name
    return party.role != CONSIGNEE and (not party.attributed or any(text.strip() for text in said))


def located(party: Party, seller_country: str) -> Party:
    """Return the line's own seller with the seller country of the line, where it declares no country itself."""
    lacks = party.role == SELLER and party.attributed and not party.country and seller_country
    return replace(party, country=seller_country) if lacks else party


def not_declared(code: str, origin: str, parties: Sequence[Party]) -> tuple[str, ...]:
    """Return the codes of what a line leaves out: SUPPLIER, PRODUCER, ORIGIN, GOODS."""
    roles = {party.role for party in parties if is_somebody(party.name)}
    missing: Mapping[str, bool] = {
        "SUPPLIER": SELLER not in roles,
        "PRODUCER": not roles & MAKERS,
        "ORIGIN": not origin,
        "GOODS": not code,
    }
    return tuple(name for name, absent in missing.items() if absent)
