"""Numbers, dates and texts as files write them."""

import re
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

MEXICO_CITY: Final = ZoneInfo("America/Mexico_City")  # timestamps of a declaration carry no zone
FIRST_YEAR: Final = 1980
LAST_YEAR: Final = 2100  # no declaration is older or later: the date is a slip
LEFT_OF_POINT: Final = 15  # digits that the database keeps

_BLANKS: Final = " \t\r\n\f\v\x00\xa0"
_DIRT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # what no text needs and PostgreSQL or a page refuses
_LONE: Final = re.compile(r"[\ud800-\udfff]")  # halves of signs, which JSON can write and no encoding takes
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")  # turn the words that follow on a page, and say nothing
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_GROUPED: Final = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_MOMENTS: Final = (
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "%Y-%m-%d"),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}"), ""),
    (re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}"), "%d/%m/%Y"),
    (re.compile(r"[0-9]{2}-[0-9]{2}-[0-9]{4}"), "%d-%m-%Y"),
)


def clean(text: str) -> str:
    """Return a value without the blanks around it (spaces, NUL), without control characters and marks of direction."""
    text = text.strip(_BLANKS)
    return text if text.isprintable() else _TURNING.sub("", _LONE.sub(" ", _DIRT.sub(" ", text))).strip(_BLANKS)


def printable(text: str) -> str:
    """Return a raw row as it can be stored: NUL and other control characters become visible signs."""
    if text.isprintable():
        return text
    return _DIRT.sub(lambda found: chr(0x2400 + ord(found[0])) if found[0] != "\x7f" else "\u2421", text)


def number(text: str) -> Decimal | None:
    """Return a number written with a decimal point, thousands commas allowed; None for a blank.

    Raises:
        ValueError: if it is no number, or one too large to be true.

    """
    if not text:
        return None
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    value = Decimal(text)
    if value.adjusted() >= LEFT_OF_POINT:
        raise ValueError(text)
    return value


@lru_cache(maxsize=65_536)
def moment(text: str) -> datetime | None:
    """Return a date (at midnight) or a timestamp in Mexico City; None for a blank.

    Raises:
        ValueError: if there is no such date.

    """
    if not text:
        return None
    for shape, pattern in _MOMENTS:
        if shape.fullmatch(text):
            plain = datetime.strptime(text, pattern) if pattern else datetime.fromisoformat(text)  # noqa: DTZ007 - no zone is written
            if FIRST_YEAR <= plain.year <= LAST_YEAR:
                return plain.replace(tzinfo=MEXICO_CITY)
    raise ValueError(text)
