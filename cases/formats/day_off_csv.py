"""Reads acts on days off in CSV, a row for each span of days; ``docs/reference/days-off.md`` describes the columns."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Final

from cases.domain.calendars import BOTH, RULES_FROM, RULES_UNTIL, CalendarName, DayOffAct, OffSpan
from kernel.domain.text import Text
from kernel.formats.cells import CellError, day
from kernel.formats.csv_table import Row, Table, read_table
from kernel.formats.table_faults import Fault, FaultyTableError

MOST_BYTES: Final = 1_000_000  # an act names some dozens of days
LONGEST_SPAN: Final = 366  # days; vacations last weeks, a slip in a year lasts longer
OVER: Final = {
    "": BOTH,
    "both": BOTH,
    "ambos": BOTH,
    "lfpa": frozenset({CalendarName.LFPA}),
    "official": frozenset({CalendarName.OFFICIAL}),
    "oficial": frozenset({CalendarName.OFFICIAL}),
}

TOO_LARGE: Final = Text(
    "Es demasiado grande para ser una lista de días inhábiles.", "It is too large to be a list of days off."
)
MISSING_COLUMNS: Final = Text("faltan las columnas {es}", "the columns {en} are missing")
UNKNOWN_COLUMNS: Final = Text("columnas desconocidas: {names}", "unknown columns: {names}")
NO_ROWS: Final = Text("no hay ninguna fila", "there is no row")
MISSING: Final = Text("falta {es}", "{en} is missing")
OVERLONG: Final = Text("tiene más valores que columnas", "it has more values than columns")
TOO_LONG: Final = Text("{es}: más de {limit} letras", "{en}: more than {limit} characters")
CONTRADICTS: Final = Text(
    "{es} contradice una fila anterior del mismo acuerdo", "{en} contradicts an earlier row of the same act"
)
OUTSIDE: Final = Text(
    "{es}: {day} está fuera de los calendarios, que van del {first} al {last}",
    "{en}: {day} is outside the calendars, which go from {first} to {last}",
)
BACKWARDS: Final = Text("{last_es} es anterior a {first_es}", "{last_en} is before {first_en}")
SPAN_TOO_LONG: Final = Text("el periodo dura más de un año", "the span lasts more than a year")
REPEATED: Final = Text("{day} ya está en otra fila del mismo acuerdo", "{day} is in another row of the same act")
HALF_KNOWN: Final = Text(
    "conocido_desde y conocido_hasta van juntos o ninguno", "known_from and known_until go together or not at all"
)


def _text(value: str) -> str:
    return value


def _code(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9./-]+", value):
        raise CellError(
            Text(
                f"«{value}» no es una clave de letras sin acento, cifras, puntos, diagonales y guiones",
                f"“{value}” is not a code of plain letters, digits, points, slashes and hyphens",
            )
        )
    return value


def _over(value: str) -> frozenset[CalendarName]:
    found = OVER.get(value.lower())
    if found is None:
        raise CellError(
            Text(f"«{value}» no es ambos, lfpa ni oficial", f"“{value}” is none of both, lfpa and official")
        )
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Spanish name, how its cells are read, whether it tells of the act or of the days, its limits."""

    spanish: str
    read: Callable[[str], Any] = _text
    of_act: bool = True
    required: bool = False
    limit: int = 0


COLUMNS: Final = {
    "act": Column("acto", _code, required=True, limit=60),
    "instrument": Column("instrumento", required=True, limit=255),
    "published_on": Column("publicado", day, required=True),
    "units": Column("unidades", required=True, limit=500),
    "known_from": Column("conocido_desde", day),
    "known_until": Column("conocido_hasta", day),
    "lies_over": Column("sobre", _over),
    "source": Column("fuente", limit=500),
    "first_on": Column("desde", day, of_act=False, required=True),
    "last_on": Column("hasta", day, of_act=False),
    "doubt": Column("duda", of_act=False, limit=255),
    "doubt_en": Column("duda_en", of_act=False, limit=255),
}
ALIASES: Final = {column.spanish: name for name, column in COLUMNS.items()}
REQUIRED: Final = tuple(name for name, column in COLUMNS.items() if column.required)
WITHIN: Final = ("first_on", "last_on", "known_from", "known_until")  # days that must lie where a calendar reaches


class DayOffFileError(FaultyTableError):
    """A file of acts on days off has faults; all of them are told and nothing was loaded."""

    code: ClassVar[str] = "invalid_day_off_file"
    told: ClassVar[Text] = Text(
        "El archivo de días inhábiles tiene {count} faltas y no se cargó nada:",
        "The file of days off has {count} faults and nothing was loaded:",
    )
    told_one: ClassVar[Text | None] = Text(
        "El archivo de días inhábiles tiene una falta y no se cargó nada:",
        "The file of days off has one fault and nothing was loaded:",
    )


@dataclass(slots=True)
class _Draft:
    """An act while its rows are read: what was said of it first, and its days so far."""

    line: int
    readable: bool = True
    values: dict[str, Any] = field(default_factory=dict)
    spans: list[OffSpan] = field(default_factory=list)


def read_day_off_acts(data: bytes) -> tuple[DayOffAct, ...]:
    """Return the acts in the bytes of a CSV file, in the order of their first rows.

    Raises:
        NotATableError: it is no table of text.
        DayOffFileError: with every fault of the file, each with its line.

    """
    table = read_table(data).renamed(ALIASES)
    faults = list(_table_faults(table))
    drafts: dict[str, _Draft] = {}
    if not faults:
        for row in table.rows:
            faults += _add_row(row, drafts)
        for draft in drafts.values():
            faults += _act_faults(draft)
    if faults:
        raise DayOffFileError(faults)
    return tuple(_act(code, draft) for code, draft in drafts.items())


def _table_faults(table: Table) -> Iterator[Fault]:
    missing = [name for name in REQUIRED if name not in table.columns]
    if missing:
        es = ", ".join(COLUMNS[name].spanish for name in missing)
        yield Fault(1, MISSING_COLUMNS.filled(es=es, en=", ".join(missing)))
    unknown = [name for name in table.columns if name not in COLUMNS]
    if unknown:
        yield Fault(1, UNKNOWN_COLUMNS.filled(names=", ".join(unknown)))
    if not table.rows:
        yield Fault(1, NO_ROWS)


def _add_row(row: Row, drafts: dict[str, _Draft]) -> list[Fault]:
    values, faults = _cells(row)
    faults += [Fault(row.line, _named(MISSING, name)) for name in ("act", "first_on") if not row.get(name)]
    if not row.get("act"):
        return faults
    draft = drafts.setdefault(row.get("act"), _Draft(row.line))
    faults += _agree(row, draft, values)
    if faults:
        draft.readable = False  # what the row would have added is not known, so nothing is said to be missing
        return faults
    span = OffSpan(values["first_on"], values.get("last_on") or values["first_on"], _doubt(values))
    faults += _span_faults(row.line, span, draft.spans)
    draft.spans.append(span)
    return faults


def _cells(row: Row) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = {}
    faults = [Fault(row.line, OVERLONG)] if row.overlong else []
    for name, column in COLUMNS.items():
        written = row.get(name)
        if not written:
            continue
        if column.limit and len(written) > column.limit:
            faults.append(Fault(row.line, _named(TOO_LONG, name, limit=column.limit)))
        try:
            values[name] = column.read(written)
        except CellError as error:
            reason = Text(f"{column.spanish}: {error.reason.es}", f"{name}: {error.reason.en}")
            faults.append(Fault(row.line, reason))
    return values, [*faults, *_outside(row.line, values)]


def _outside(line: int, values: dict[str, Any]) -> Iterator[Fault]:
    for name in WITHIN:
        found: date | None = values.get(name)
        if found is not None and not RULES_FROM <= found <= RULES_UNTIL:
            yield Fault(line, _named(OUTSIDE, name, day=found, first=RULES_FROM, last=RULES_UNTIL))


def _agree(row: Row, draft: _Draft, values: dict[str, Any]) -> Iterator[Fault]:
    """Take over what is said of the act for the first time; later rows may repeat it or leave it blank."""
    for name, column in COLUMNS.items():
        if column.of_act and name in values and draft.values.setdefault(name, values[name]) != values[name]:
            yield Fault(row.line, _named(CONTRADICTS, name))


def _span_faults(line: int, span: OffSpan, before: Iterable[OffSpan]) -> Iterator[Fault]:
    if span.last_on < span.first_on:
        yield Fault(line, _backwards("first_on", "last_on"))
    elif (span.last_on - span.first_on).days >= LONGEST_SPAN:
        yield Fault(line, SPAN_TOO_LONG)
    else:
        for other in before:
            if other.meets(span.first_on, span.last_on):
                yield Fault(line, REPEATED.filled(day=max(other.first_on, span.first_on)))


def _act_faults(draft: _Draft) -> Iterator[Fault]:
    for name, column in COLUMNS.items():
        if draft.readable and column.of_act and column.required and name not in draft.values:
            yield Fault(draft.line, _named(MISSING, name))
    known = (draft.values.get("known_from"), draft.values.get("known_until"))
    if (known[0] is None) != (known[1] is None):
        yield Fault(draft.line, HALF_KNOWN)
    elif known[0] is not None and known[1] < known[0]:
        yield Fault(draft.line, _backwards("known_from", "known_until"))


def _doubt(values: dict[str, Any]) -> Text | None:
    es, en = values.get("doubt", ""), values.get("doubt_en", "")
    return Text(es or en, en or es) if es or en else None


def _named(text: Text, name: str, **values: object) -> Text:
    return text.filled(es=COLUMNS[name].spanish, en=name, **values)


def _backwards(first: str, last: str) -> Text:
    es = {"first_es": COLUMNS[first].spanish, "last_es": COLUMNS[last].spanish}
    return BACKWARDS.filled(**es, first_en=first, last_en=last)


def _act(code: str, draft: _Draft) -> DayOffAct:
    values = draft.values
    return DayOffAct(
        code=code,
        instrument=values["instrument"],
        published_on=values["published_on"],
        units=values["units"],
        spans=tuple(sorted(draft.spans, key=lambda span: span.first_on)),
        known_from=values.get("known_from"),
        known_until=values.get("known_until"),
        lies_over=values.get("lies_over", BOTH),
        source=values.get("source", ""),
    )
