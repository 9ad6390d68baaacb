"""Names and codes of countries, Spanish or English, to ISO 3166 alpha-3 codes."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

# names in use on lists and declarations that the common locale data do not have
OTHER_NAMES: Final = {
    "prc": "CHN",
    "mainland china": "CHN",
    "peoples republic of china": "CHN",
    "republica popular china": "CHN",
    "republica popular de china": "CHN",
    "hong kong": "HKG",
    "macau": "MAC",
    "macao": "MAC",
    "taiwan roc": "TWN",
    "republic of korea": "KOR",
    "korea south": "KOR",
    "republica de corea": "KOR",
    "korea north": "PRK",
    "dprk": "PRK",
    "burma": "MMR",
    "birmania": "MMR",
    "myanmar": "MMR",
    "ivory coast": "CIV",
    "cote divoire": "CIV",
    "turkey": "TUR",
    "turkiye": "TUR",
    "democratic republic of congo": "COD",
    "democratic republic of the congo": "COD",
    "congo democratic republic of the": "COD",
    "congo democratic republic": "COD",
    "drc": "COD",
    "congo": "COG",
    "republic of the congo": "COG",
    "swaziland": "SWZ",
    "eswatini": "SWZ",
    "czech republic": "CZE",
    "republica checa": "CZE",
    "russian federation": "RUS",
    "federacion rusa": "RUS",
    "viet nam": "VNM",
    "united states of america": "USA",
    "usa": "USA",
    "estados unidos de america": "USA",
    "eua": "USA",
    "uk": "GBR",
    "great britain": "GBR",
    "england": "GBR",
    "uae": "ARE",
    "the bahamas": "BHS",
    "the gambia": "GMB",
    "east timor": "TLS",
    "cape verde": "CPV",
    "crimea region of ukraine": "UKR",
    "palestine": "PSE",
    "vatican": "VAT",
    "holland": "NLD",
    "arabia saudita": "SAU",
    "brunei darussalam": "BRN",
    "suazilandia": "SWZ",
    "palestina": "PSE",
    "lao": "LAO",
    "kyrgyz republic": "KGZ",
    "santa sede": "VAT",
    "congo la republica democratica del": "COD",
    "corea la republica de": "KOR",
    "corea la republica democratica popular de": "PRK",
}


# ISO 3166-3, one of private use, and the one that stands for an unknown country, which no origin may differ from
WITHDRAWN: Final = frozenset({"BUR", "CPT", "DDR", "FXX", "QUU", "TMP", "YMD", "ZAR", "ZZZ"})
AMBIGUOUS_ALONE: Final = frozenset({"congo", "corea", "korea"})  # what follows a comma or bracket tells which


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", letters.replace("'", "").replace(".", "")).strip()


@cache
def alpha3_codes() -> dict[str, str]:
    """Return the alpha-3 code of each alpha-2 code of a country or territory that has one."""
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    return {twos[0]: three for three, twos in aliases.items() if _is_current(three, twos)}


def _is_current(three: str, twos: list[str]) -> bool:
    if len(three) != 3 or not three.isalpha() or three in WITHDRAWN or three[0] == "X":  # X: for private use
        return False
    return len(twos) == 1 and len(twos[0]) == 2 and twos[0] in Locale("en").territories


def _names() -> Iterator[tuple[str, str]]:
    for language in ("es", "en"):
        territories = Locale(language).territories
        for two, three in alpha3_codes().items():
            if two in territories:
                yield _plain(territories[two]), three
    yield from OTHER_NAMES.items()


@cache
def _by_name() -> dict[str, str]:
    return dict(_names())


def country_code(text: str) -> str:
    """Return the alpha-3 code that a name, an alpha-2 or an alpha-3 code stands for; empty when none is known."""
    written = text.strip()
    if written.upper() in alpha3_codes().values():
        return written.upper()
    by_code_or_name = alpha3_codes().get(written.upper(), "") or _by_name().get(_plain(written), "")
    return by_code_or_name or _before_the_addition(written)


def _before_the_addition(written: str) -> str:
    """Return the code of what stands before a comma or bracket: ``Turkey (Türkiye)``, ``Bolivia, Estado de``."""
    short = _plain(re.split(r"[,(\[]", written)[0])
    return "" if short in AMBIGUOUS_ALONE else _by_name().get(short, "")
