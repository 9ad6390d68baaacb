"""Days and moments as documents of the authority write them, in Spanish whatever the language of a page."""

from datetime import date, datetime
from typing import Final

MONTHS: Final = (
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


def written_day(day: date) -> str:
    """Return a day in words: 2 de marzo de 2026."""
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


def written_moment(at: datetime) -> str:
    """Return a moment in words, with its zone: 2 de marzo de 2026, 12:00:05 (UTC-06:00)."""
    zone = at.strftime("%z")
    return f"{written_day(at)}, {at:%H:%M:%S} (UTC{zone[:3]}:{zone[3:5]})"
