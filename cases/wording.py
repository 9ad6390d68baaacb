"""What the pages, the API and the command line call terms, calendars and days off, in both languages."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from cases.domain.calendars import CalendarName, DayOffAct, OffDay, OffSpan
from cases.domain.file_words import DEADLINE_WORDS
from cases.domain.rules import Bounds, Rule
from cases.domain.terms import Reason, TermKind
from cases.domain.wording import told
from kernel.domain.text import Text

CALENDAR_WORDS: Final[Mapping[CalendarName, Text]] = MappingProxyType(
    {
        CalendarName.LFPA: Text("LFPA art. 28", "LFPA art. 28"),
        CalendarName.OFFICIAL: Text("Calendario Oficial", "official calendar"),
        CalendarName.UNION: Text("unión de ambos", "union of both"),
    }
)
WEEKDAYS: Final = (
    Text("lunes", "Monday"),
    Text("martes", "Tuesday"),
    Text("miércoles", "Wednesday"),
    Text("jueves", "Thursday"),
    Text("viernes", "Friday"),
    Text("sábado", "Saturday"),
    Text("domingo", "Sunday"),
)
TERM: Final = Text("Plazo de {days} días hábiles desde el {from_on}", "Term of {days} business days from {from_on}")
DIFFER: Final = Text(
    "Contra particulares rige la unión: {party}. Si corre contra la autoridad, su objetivo interno es {authority}.",
    "Against private parties the union governs: {party}. Against the authority its internal target is {authority}.",
)
PROVISIONAL: Final = Text(
    "PROVISIONAL: acuerdo de {year} no cargado; el día puede ser posterior, no anterior.",
    "PROVISIONAL: act for {year} not loaded; the day may be later, not earlier.",
)
DOUBTFUL: Final = Text("DUDOSO: {span}, {instrument}: {doubt}.", "DOUBTFUL: {span}, {instrument}: {doubt}.")
WITH: Final = Text(
    "Con esos días la unión da el {day} (--calendar {name}).",
    "With those days the union gives {day} (--calendar {name}).",
)
SKIPPED: Final = Text("Días que no cuentan, calendario {name}:", "Days skipped, calendar {name}:")
IN_YEAR: Final = Text("{name}: {count} días hábiles en {year}", "{name}: {count} business days in {year}")
SETTLED: Final = Text("Acuerdo de {year} cargado: {codes}.", "Act for {year} loaded: {codes}.")
UNSETTLED: Final = Text(
    "PROVISIONAL: acuerdo de {year} no cargado; puede haber más días inhábiles.",
    "PROVISIONAL: act for {year} not loaded; there may be more days off.",
)
LOADED: Final = (
    Text("Acuerdos nuevos: {codes}", "New acts: {codes}"),
    Text("Acuerdos corregidos: {codes}", "Corrected acts: {codes}"),
    Text("Sin cambios: {codes}", "Unchanged: {codes}"),
)
MOVED_DAYS: Final = Text(
    "Cada vencimiento es el día al que se atiene y, si es otro, / el fin cierto.",
    "Each deadline is the day to go by and, where it is another, / the certain end.",
)
DAY_ONE: Final = Text(
    "El {from_on} es {weekday}, día inhábil; el día uno es el {first_weekday} {first_on}.",
    "{from_on} is a {weekday}, a day off; day one is {first_weekday}, {first_on}.",
)
NONE_SKIPPED: Final = Text(
    "Ningún día del plazo deja de contar, calendario {name}.", "Every day of the term counts, calendar {name}."
)
SPAN: Final = Text("{first} a {last}", "{first} to {last}")
DAYS_OF: Final = Text("{name}: {days} días ({article})", "{name}: {days} days ({article})")
DAYS_FROM: Final = Text("{name}: {days} días o más ({article})", "{name}: {days} days or more ({article})")
DAYS_BETWEEN: Final = Text("{name}: de {days} a {most} días ({article})", "{name}: {days} to {most} days ({article})")


def reason_words(reason: Reason) -> Text:
    """Return why a day does not count: the instrument and, where there is one, its day in the DOF."""
    published = f" (DOF {reason.published_on})" if reason.published_on else ""
    return Text(f"{reason.instrument.es}{published}", f"{reason.instrument.en}{published}")


def span_words(first: date, last: date) -> Text:
    """Return a span of days, a single day as one."""
    return Text(str(first), str(first)) if first == last else SPAN.filled(first=str(first), last=str(last))


def day_one_words(from_on: date, first_on: date) -> Text:
    """Return that a term starts on a day off, and which day is its day one."""
    weekday, first_weekday = WEEKDAYS[from_on.weekday()], WEEKDAYS[first_on.weekday()]
    return told(DAY_ONE, from_on=_iso(from_on), weekday=weekday, first_on=_iso(first_on), first_weekday=first_weekday)


def _iso(day: date) -> Text:
    return Text(day.isoformat(), day.isoformat())


def doubtful_words(act: DayOffAct, span: OffSpan) -> Text:
    """Return which days of an act may be off and why it is not sure."""
    instrument = Text(act.instrument, act.instrument)
    days = span_words(span.first_on, span.last_on)
    return told(DOUBTFUL, span=days, instrument=instrument, doubt=span.doubt or Text("", ""))


def off_reasons(day: OffDay) -> tuple[Reason, ...]:
    """Return every instrument that says that a day is off."""
    return tuple(Reason(Text(off.instrument, off.instrument), off.published_on) for off in day.instruments)


def ruled_term_words(kind: TermKind, rule: Rule[int] | Rule[Bounds]) -> Text:
    """Return what a term is called and how many days the rule set gives it."""
    name, value = DEADLINE_WORDS[kind], rule.value
    least, most = (value.least, value.most) if isinstance(value, Bounds) else (value, value)
    text = DAYS_FROM if most is None else DAYS_OF if least == most else DAYS_BETWEEN
    return told(text.filled(name="{name}", days=least, most=most, article=rule.article), name=name)
