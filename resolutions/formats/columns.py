"""The columns of a national list in CSV; ``docs/reference/national-list.md`` describes them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from kernel.domain.countries import country_code
from kernel.domain.text import Text
from kernel.formats.cells import CellError, day
from kernel.formats.csv_table import several
from resolutions.domain.in_force import Outcome


def plain(value: str) -> str:
    """Return the text as it is."""
    return value


def tariff_codes(value: str) -> tuple[str, ...]:
    """Return tariff codes as digits: chapter, heading, subheading, fracción, or fracción with NICO."""
    codes = tuple(dict.fromkeys(re.sub(r"[.\s-]", "", part) for part in several(value)))
    wrong = [code for code in codes if not re.fullmatch(r"[0-9]+", code) or len(code) not in (2, 4, 6, 8, 10)]
    if wrong:
        listed = ", ".join(wrong)
        raise CellError(
            Text(
                f"«{listed}»: una fracción tiene 8 dígitos (10 con NICO; 2, 4 o 6 si se prohíbe el grupo entero)",
                f"“{listed}”: a tariff code has 8 digits (10 with NICO; 2, 4 or 6 where a whole group is prohibited)",
            )
        )
    return codes


def country(value: str) -> str:
    """Return the alpha-3 code of a country given by code or name; empty for a blank."""
    code = country_code(value) if value else ""
    if value and not code:
        raise CellError(Text(f"«{value}» no es un país conocido", f"“{value}” is not a known country"))
    return code


def countries(value: str) -> tuple[str, ...]:
    """Return the alpha-3 codes of the countries that a bar separates."""
    return tuple(dict.fromkeys(country(part) for part in several(value)))


def outcome(value: str) -> Outcome:
    """Return the outcome, written in English as stored or in Spanish."""
    words = {"PROBADO": Outcome.PROVEN, "NO PROBADO": Outcome.NOT_PROVEN, "ADOPTADO": Outcome.ADOPTED}
    words |= {member.value: member for member in Outcome}
    found = words.get(value.upper())
    if found is None:
        choices = ", ".join(Outcome)
        raise CellError(Text(f"«{value}» no es ninguno de {choices}", f"“{value}” is none of {choices}"))
    return found


def position(value: str) -> int:
    """Return the position of the good in its resolution; a blank is the first."""
    if not value:
        return 1
    if not re.fullmatch(r"[0-9]+", value) or not 1 <= int(value) <= 9999:
        raise CellError(Text(f"«{value}» no es un número del 1 al 9999", f"“{value}” is not a number from 1 to 9999"))
    return int(value)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: which part of the act it belongs to, how its cells are read, its Spanish name, how long it may be."""

    part: str
    read: Callable[[str], Any]
    spanish: str
    required: bool = False
    limit: int = 0


RESOLUTION: Final = "resolution"
GOOD: Final = "good"
PRODUCER: Final = "producer"
ANNULMENT: Final = "annulment"

COLUMNS: Final[dict[str, Column]] = {
    "number": Column(RESOLUTION, plain, "numero", required=True, limit=60),
    "outcome": Column(RESOLUTION, outcome, "sentido", required=True),
    "issued_on": Column(RESOLUTION, day, "emitida", required=True),
    "notified_on": Column(RESOLUTION, day, "notificada"),
    "published_on": Column(RESOLUTION, day, "publicada"),
    "effective_on": Column(RESOLUTION, day, "surte_efecto", required=True),
    "source": Column(RESOLUTION, plain, "fuente", limit=255),
    "position": Column(GOOD, position, "posicion"),
    "tariff_codes": Column(GOOD, tariff_codes, "fracciones", required=True),
    "tariff_version": Column(GOOD, plain, "version_tarifa", required=True, limit=12),
    "description": Column(GOOD, plain, "descripcion", required=True),
    "description_en": Column(GOOD, plain, "descripcion_en"),
    "traits": Column(GOOD, plain, "rasgos"),
    "origins": Column(GOOD, countries, "origenes"),
    "regions": Column(GOOD, several, "regiones"),
    "provenance": Column(GOOD, countries, "procedencias"),
    "inputs": Column(GOOD, several, "insumos"),
    "exclusions": Column(GOOD, plain, "exclusiones"),
    "producer": Column(PRODUCER, plain, "productor", limit=255),
    "producer_aliases": Column(PRODUCER, several, "productor_alias"),
    "producer_identifiers": Column(PRODUCER, several, "productor_identificadores"),
    "producer_country": Column(PRODUCER, country, "productor_pais"),
    "producer_region": Column(PRODUCER, plain, "productor_region", limit=120),
    "producer_city": Column(PRODUCER, plain, "productor_ciudad", limit=120),
    "producer_postal_code": Column(PRODUCER, plain, "productor_codigo_postal", limit=20),
    "producer_address": Column(PRODUCER, plain, "productor_domicilio", limit=255),
    "annulment_number": Column(ANNULMENT, plain, "anulacion_numero", limit=60),
    "annulment_issued_on": Column(ANNULMENT, day, "anulacion_emitida"),
    "annulment_effective_on": Column(ANNULMENT, day, "anulacion_surte_efecto"),
    "annulment_reason": Column(ANNULMENT, plain, "anulacion_motivo"),
}
ALIASES: Final = {column.spanish: name for name, column in COLUMNS.items()}
REQUIRED: Final = tuple(name for name, column in COLUMNS.items() if column.required)


def columns_of(part: str) -> tuple[str, ...]:
    """Return the names of the columns that make up a part of the act, in their order."""
    return tuple(name for name, column in COLUMNS.items() if column.part == part)


def spanish(name: str) -> str:
    """Return the Spanish name of a column."""
    return COLUMNS[name].spanish
