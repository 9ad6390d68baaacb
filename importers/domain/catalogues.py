"""What the official catalogues know, in the form a row is read with."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Final, Self

from importers.domain.country_codes import pedimento_countries
from kernel.domain.countries import country_code

Period = tuple[date | None, date | None]  # first and last day; None where it is open
SPECIAL_CODES: Final = frozenset({"00000000", "99999999"})  # transit; global complementary (Anexo 22, partida)


@dataclass(frozen=True, slots=True)
class Tariff:
    """The fracciones that are loaded, each with its periods; ``complete`` is False while only the extract is."""

    periods: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)
    complete: bool = False
    reaches_back_to: date | None = None

    def covers(self, code: str, on: date | None) -> bool:
        """Tell whether the table has the fracción on that day; on a day it does not reach, whether it ever has it."""
        if code in SPECIAL_CODES:
            return True
        periods = self.periods.get(code)
        if periods is None:
            return False
        if on is None or (self.reaches_back_to is not None and on < self.reaches_back_to):
            return True
        return any((since is None or since <= on) and (until is None or on < until) for since, until in periods)


@dataclass(frozen=True, slots=True)
class Known:
    """All catalogues; ``reads_names`` admits names and ISO codes of countries beside those of apendice 4."""

    tariff: Tariff = field(default_factory=Tariff)
    countries: Mapping[str, str] = field(default_factory=pedimento_countries)
    offices: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    reads_names: bool = False

    def with_names(self) -> Self:
        """Return the same catalogues for files whose countries may be written in words."""
        return replace(self, reads_names=True)

    def country(self, written: str) -> str | None:
        """Return the ISO code of a declared country, a blank for a code that is no one country, None if unknown."""
        code = written.upper()
        if code in self.countries:
            return self.countries[code]
        if not self.reads_names:
            return None
        return _named(written) or None


@lru_cache(maxsize=4_096)
def _named(written: str) -> str:
    return country_code(written)
