"""Reads a national list in CSV: one row for each prohibited good and producer, all faults found at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from kernel.domain.text import Text
from kernel.formats.cells import CellError
from kernel.formats.csv_table import NotATableError, Row, Table, read_table
from kernel.formats.table_faults import Fault, FaultyTableError
from resolutions.domain.in_force import PROHIBITING, AnnulmentAct, Good, NamedProducer, ResolutionAct
from resolutions.formats.columns import (
    ALIASES,
    ANNULMENT,
    COLUMNS,
    GOOD,
    PRODUCER,
    REQUIRED,
    RESOLUTION,
    columns_of,
    spanish,
)

SIGNATURE: Final = frozenset({"number", "outcome", "effective_on", "tariff_codes"})  # no other list has all four


class NationalListError(FaultyTableError):
    """The file of a national list has faults; all of them are told and nothing was loaded."""

    code: ClassVar[str] = "invalid_national_list"
    told: ClassVar[Text] = Text(
        "La lista nacional tiene {count} faltas y no se cargó nada:",
        "The national list has {count} faults and nothing was loaded:",
    )


@dataclass(frozen=True, slots=True)
class NationalList:
    """The acts that a file holds."""

    resolutions: tuple[ResolutionAct, ...]
    annulments: tuple[AnnulmentAct, ...]


@dataclass(slots=True)
class _Draft:
    """A resolution while its rows are read: the first row that gave each part rules the later ones."""

    line: int
    values: dict[str, Any]
    readable: bool = True
    goods: dict[int, dict[str, Any]] = field(default_factory=dict)
    producers: dict[int, dict[str, NamedProducer]] = field(default_factory=dict)
    annulment: dict[str, Any] = field(default_factory=dict)


def is_national(columns: Iterable[str]) -> bool:
    """Return whether a header, in Spanish or English, is that of a national list."""
    return {ALIASES.get(column, column) for column in columns} >= SIGNATURE


def is_national_file(data: bytes) -> bool:
    """Return whether the bytes are a table with the header of a national list."""
    try:
        return is_national(read_table(data).columns)
    except NotATableError:
        return False


def read_national_list(data: bytes) -> NationalList:
    """Return the acts in the bytes of a CSV file.

    Raises:
        NationalListError: with every fault of the file, each with its line.

    """
    table = read_table(data).renamed(ALIASES)
    faults = list(_table_faults(table))
    if faults:
        raise NationalListError(faults)
    drafts: dict[str, _Draft] = {}
    for row in table.rows:
        _add_row(row, drafts, faults)
    for draft in drafts.values():
        faults.extend(_draft_faults(draft))
    faults.extend(_repeated_annulments(drafts.values()))
    if faults:
        raise NationalListError(faults)
    return NationalList(
        tuple(_resolution(draft) for draft in drafts.values()),
        tuple(_annulment(draft) for draft in drafts.values() if draft.annulment),
    )


def _table_faults(table: Table) -> Iterator[Fault]:
    missing = [name for name in REQUIRED if name not in table.columns]
    if missing:
        es, en = ", ".join(spanish(name) for name in missing), ", ".join(missing)
        yield Fault(1, Text(f"faltan las columnas {es}", f"the columns {en} are missing"))
    unknown = [name for name in table.columns if name not in COLUMNS]
    if unknown:
        names = ", ".join(unknown)
        yield Fault(1, Text(f"columnas desconocidas: {names}", f"unknown columns: {names}"))
    if not table.rows:
        yield Fault(1, Text("no hay ninguna fila", "there is no row"))


def _add_row(row: Row, drafts: dict[str, _Draft], faults: list[Fault]) -> None:
    values, wrong = _cells(row)
    faults.extend(wrong)
    number = row.get("number")
    if not number:
        faults.append(Fault(row.line, Text("falta el número de la resolución", "the resolution's number is missing")))
        return
    draft = drafts.setdefault(number, _Draft(row.line, {}))
    faults.extend(_agree(row, draft.values, _part(values, RESOLUTION)))
    if wrong:
        draft.readable = False  # what the row would have added is not known, so nothing is said to be missing
        return
    if values["description"] or values["tariff_codes"] or values["producer"]:
        faults.extend(_add_good(row, draft, values))
    faults.extend(_agree(row, draft.annulment, {k: v for k, v in _part(values, ANNULMENT).items() if v}))


def _cells(row: Row) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = {}
    faults = []
    if row.overlong:
        faults.append(Fault(row.line, Text("tiene más valores que columnas", "it has more values than columns")))
    for name, column in COLUMNS.items():
        written = row.get(name)
        try:
            values[name] = column.read(written) if written or name != "outcome" else None
        except CellError as error:
            values[name] = None
            faults.append(Fault(row.line, Text(f"{spanish(name)}: {error.reason.es}", f"{name}: {error.reason.en}")))
        if column.limit and len(written) > column.limit:
            es, en = f"{column.spanish}: más de {column.limit} letras", f"{name}: more than {column.limit} characters"
            reason = Text(es, en)
            faults.append(Fault(row.line, reason))
    return values, faults


def _part(values: dict[str, Any], part: str) -> dict[str, Any]:
    return {name: values[name] for name in columns_of(part)}


def _agree(row: Row, known: dict[str, Any], given: dict[str, Any]) -> Iterator[Fault]:
    """Take over what is given for the first time; what was given before may be repeated or left blank."""
    for name, value in given.items():
        if not value:
            continue
        if known.setdefault(name, value) != value:
            yield Fault(
                row.line,
                Text(
                    f"{spanish(name)} contradice una fila anterior de la misma resolución",
                    f"{name} contradicts an earlier row of the same resolution",
                ),
            )


def _add_good(row: Row, draft: _Draft, values: dict[str, Any]) -> Iterator[Fault]:
    place = values["position"]
    good = draft.goods.setdefault(place, {"line": row.line})
    yield from _agree(row, good, _part(values, GOOD))
    producer = _part(values, PRODUCER)
    name = producer.pop("producer")
    if not name:
        if any(producer.values()):
            yield Fault(row.line, Text("falta el nombre del productor", "the producer's name is missing"))
        return
    named = draft.producers.setdefault(place, {})
    if name in named:
        yield Fault(row.line, Text(f"el productor «{name}» se repite", f"the producer “{name}” is repeated"))
    named[name] = NamedProducer(name=name, **{key.removeprefix("producer_"): v for key, v in producer.items()})


def _draft_faults(draft: _Draft) -> Iterator[Fault]:
    yield from _order_of_days(draft.line, draft.values, "")
    if not draft.readable:
        return
    yield from _lacking(draft.line, draft.values, RESOLUTION)
    if draft.values.get("outcome") in PROHIBITING and not draft.goods:
        yield Fault(draft.line, Text("no describe ningún bien", "it describes no good"))
    for good in draft.goods.values():
        yield from _lacking(good["line"], good, GOOD)
    if draft.annulment:
        for name in columns_of(ANNULMENT):
            if not draft.annulment.get(name):
                yield Fault(draft.line, Text(f"falta {spanish(name)}", f"{name} is missing"))
        yield from _order_of_days(draft.line, draft.annulment, "annulment_")
        yield from _annulled_before_it_was_issued(draft)


def _lacking(line: int, values: dict[str, Any], part: str) -> Iterator[Fault]:
    for name in columns_of(part):
        if COLUMNS[name].required and not values.get(name):
            yield Fault(line, Text(f"falta {spanish(name)}", f"{name} is missing"))


def _order_of_days(line: int, values: dict[str, Any], prefix: str) -> Iterator[Fault]:
    issued, effective = values.get(f"{prefix}issued_on"), values.get(f"{prefix}effective_on")
    if issued and effective and effective < issued:
        yield Fault(
            line,
            Text(
                f"{spanish(f'{prefix}effective_on')} es anterior a {spanish(f'{prefix}issued_on')}",
                f"{prefix}effective_on is before {prefix}issued_on",
            ),
        )


def _annulled_before_it_was_issued(draft: _Draft) -> Iterator[Fault]:
    issued, annulled = draft.values.get("issued_on"), draft.annulment.get("annulment_issued_on")
    if issued and annulled and annulled < issued:
        yield Fault(
            draft.line,
            Text("anulacion_emitida es anterior a emitida", "annulment_issued_on is before issued_on"),
        )


def _repeated_annulments(drafts: Iterable[_Draft]) -> Iterator[Fault]:
    seen: set[str] = set()
    for draft in drafts:
        number = draft.annulment.get("annulment_number", "")
        if number in seen:
            yield Fault(
                draft.line,
                Text(f"la anulación {number} ya anula otra resolución", f"annulment {number} ends another resolution"),
            )
        seen.update([number] if number else [])


def _resolution(draft: _Draft) -> ResolutionAct:
    goods = []
    for place, good in sorted(draft.goods.items()):
        values = {"position": place} | {name: value for name, value in good.items() if name in columns_of(GOOD)}
        goods.append(Good(**values, producers=tuple(draft.producers.get(place, {}).values())))
    return ResolutionAct(**draft.values, goods=tuple(goods))


def _annulment(draft: _Draft) -> AnnulmentAct:
    values = {key.removeprefix("annulment_"): value for key, value in draft.annulment.items()}
    return AnnulmentAct(resolution=draft.values["number"], **values)
