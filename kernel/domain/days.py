"""How a day is written in a sentence: one way in each language, never to be read the other way round."""

from datetime import date
from typing import Final

MONTHS_ES: Final = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
MONTHS_EN: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spanish_day(day: date) -> str:
    """Return a day as Spanish sentences write it: 18 de mayo de 2026."""
    return f"{day.day} de {MONTHS_ES[day.month - 1]} de {day.year}"


def english_day(day: date) -> str:
    """Return a day as English sentences and tables write it: 18 May 2026."""
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"
