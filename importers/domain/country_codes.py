"""Country codes of a pedimento (Anexo 22, apendice 4) to ISO 3166 alpha-3."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from kernel.domain.countries import alpha3_codes
from kernel.domain.text import Text

RESERVED: Final = frozenset({"ASC", "DGA", "TAA"})  # exceptionally reserved by ISO, no countries of apendice 4


class NotIso(NamedTuple):
    """A code of apendice 4 that is not ISO's; ``iso`` is blank where no single country stands for it."""

    iso: str
    name: Text


EXCEPTIONS: Final[Mapping[str, NotIso]] = MappingProxyType(
    {
        "ZYA": NotIso("NLD", Text("Países Bajos", "Netherlands")),
        "ROM": NotIso("ROU", Text("Rumania", "Romania")),
        "CIA": NotIso("VAT", Text("Ciudad del Vaticano", "Vatican City")),
        "DSM": NotIso("FSM", Text("Micronesia", "Micronesia")),
        "LHM": NotIso("HMD", Text("Islas Heard y McDonald", "Heard & McDonald Islands")),
        "CUR": NotIso("CUW", Text("Curazao", "Curaçao")),
        "CXI": NotIso("CXR", Text("Isla de Navidad", "Christmas Island")),
        "XCH": NotIso("IOT", Text("Territorio Británico del Océano Índico", "British Indian Ocean Territory")),
        "FXA": NotIso("ATF", Text("Territorios Australes Franceses", "French Southern Territories")),
        "TMP": NotIso("TLS", Text("Timor Oriental", "Timor-Leste")),
        "GZA": NotIso("PSE", Text("Franja de Gaza", "Gaza Strip")),
        "PTY": NotIso("PAN", Text("Zona del Canal de Panamá", "Panama Canal Zone")),
        "ANT": NotIso("", Text("Antillas Neerlandesas", "Netherlands Antilles")),
        "RKE": NotIso("", Text("Islas del Canal", "Channel Islands")),
        "EMU": NotIso("", Text("Comunidad Europea", "European Community")),
        "PIK": NotIso("", Text("Islas del Pacífico (EE. UU.)", "Pacific Islands (US)")),
        "RUH": NotIso("", Text("Zona Neutral Iraq-Arabia Saudita", "Iraq-Saudi Arabia Neutral Zone")),
        "KCD": NotIso("", Text("País no declarado", "Country not declared")),
    }
)


@cache
def pedimento_countries() -> Mapping[str, str]:
    """Return the ISO code, or a blank, of every country code a pedimento may carry."""
    codes = {code: code for code in alpha3_codes().values() if code not in RESERVED}
    return MappingProxyType(codes | {code: exception.iso for code, exception in EXCEPTIONS.items()})
