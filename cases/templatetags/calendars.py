"""Words of calendars and days for the pages."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django import template
from django.utils.translation import get_language

from cases.domain.calendars import CalendarName, OffDay
from cases.domain.terms import Reason
from cases.wording import CALENDAR_WORDS, WEEKDAYS, off_reasons

register: Final = template.Library()


@register.filter
def calendar_word(name: CalendarName) -> str:
    """Return what a calendar is called."""
    return CALENDAR_WORDS[name].in_language(get_language())


@register.filter
def calendar_list(names: Iterable[CalendarName]) -> str:
    """Return what several calendars are called, in their order."""
    wanted = frozenset(names)
    return ", ".join(calendar_word(name) for name in CalendarName if name in wanted)


@register.filter
def weekday(day: date) -> str:
    """Return the day of the week."""
    return WEEKDAYS[day.weekday()].in_language(get_language())


@register.filter
def reasons(day: OffDay) -> tuple[Reason, ...]:
    """Return every instrument that says that a day is off."""
    return off_reasons(day)
