"""Acts on days off: those that are shipped, and invented ones named for their situation."""

from datetime import date
from importlib.resources import files

from cases.domain.calendars import BOTH, CalendarName, DayOffAct, OffSpan
from cases.formats.day_off_csv import read_day_off_acts
from kernel.domain.text import Text

SHIPPED = read_day_off_acts((files("cases") / "data" / "day_off_acts.csv").read_bytes())
HOLY_WEEK = OffSpan(date(2026, 4, 2), date(2026, 4, 3))


def act_2026(*spans: OffSpan, lies_over: frozenset[CalendarName] = BOTH) -> DayOffAct:
    """Return an invented act on the whole year 2026; without spans of its own it names two days of Holy Week."""
    return DayOffAct(
        code="PRUEBA-2026",
        instrument="Acuerdo inventado 2026",
        published_on=date(2025, 12, 20),
        units="toda la Secretaría",
        spans=spans or (HOLY_WEEK,),
        known_from=date(2026, 1, 1),
        known_until=date(2026, 12, 31),
        lies_over=lies_over,
    )


def doubtful(span: OffSpan) -> OffSpan:
    """Return a span that may not be off."""
    return OffSpan(span.first_on, span.last_on, Text("dudoso", "doubtful"))
