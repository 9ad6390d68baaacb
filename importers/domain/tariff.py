"""The tariff in force on a day; a code means something only with its version."""

from datetime import date
from typing import Final

TARIFF_CODE: Final = 8  # digits of a fracción (LIGIE); two more are the NICO
SUBHEADING: Final = 6  # digits that all countries share (HS)

# first day in force, name: laws of DOF 7-Jun-2022 and DOF 1-Jul-2020, and the tariff as amended for mid 2012
VERSIONS: Final = (
    (date(2022, 12, 12), "LIGIE 2022"),
    (date(2020, 12, 28), "TIGIE 2020"),  # the NICO begins here
    (date(2012, 7, 1), "TIGIE 2012"),
)


def tariff_version(on: date | None) -> str:
    """Return the tariff version in force on a day; blank when the day is not known or before the versions known."""
    if on is None:
        return ""
    return next((name for since, name in VERSIONS if on >= since), "")
