"""What is known of lists by their name: which are fetched, what they are called, how they may be laid out."""

import re
from collections.abc import Mapping
from typing import Final

LIST_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
NATIONAL: Final = "nacional"
DEMO_NATIONAL: Final = "demo-nacional"
NATIONAL_NAMES: Final = frozenset({NATIONAL, DEMO_NATIONAL})
DEMO: Final = "demo-"  # the demonstration's lists carry it before their name; they say DEMO and do not go stale
NATIONAL_TITLE: Final = "Lista nacional de bienes prohibidos"
TITLES: Final[Mapping[str, str]] = {
    NATIONAL: NATIONAL_TITLE,
    "uflpa": "UFLPA Entity List (DHS)",
    "wro": "Withhold Release Orders and Findings (CBP)",
}
FORMATS: Final[Mapping[str, frozenset[str]]] = {  # a list of another name may have any format
    "uflpa": frozenset({"uflpa_csv", "dhs_page"}),
    "wro": frozenset({"wro_csv"}),
}
SHRINKS_BY: Final = 10  # per cent; agencies take a few firms off at a time; a tenth gone is rather a broken page


def is_demo_name(name: str) -> bool:
    """Return whether a name is that of a list of the demonstration."""
    return name.startswith(DEMO)


def title_of(name: str) -> str:
    """Return what people call a list; those of the demonstration say DEMO first."""
    plain = name.removeprefix(DEMO)
    title = TITLES.get(plain, plain)
    return f"DEMO · {title}" if is_demo_name(name) else title


def formats_of(name: str) -> frozenset[str]:
    """Return the formats in which a list may come; empty when any will do."""
    return FORMATS.get(name.removeprefix(DEMO), frozenset())


def shrinks(before: int, now: int) -> bool:
    """Return whether a list lost more than a tenth of its entries."""
    return now * 100 < before * (100 - SHRINKS_BY)
