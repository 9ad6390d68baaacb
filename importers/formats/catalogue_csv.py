"""Reads official catalogues as CSV: the columns in use, told apart by their names."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from importers.formats.errors import UnknownColumnsError, UnreadableFileError
from kernel.domain.text import Text
from kernel.formats.csv_table import Row, Table, read_table

MOST_BYTES: Final = 64 * 1024**2  # unpacked; the whole tariff has 6 MB
GZIP: Final = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of a catalogue."""

    code: str
    name_es: str
    name_en: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A table of a catalogue: the columns it is known by, and how a row is read."""

    catalogue: str
    columns: tuple[str, ...]
    entry: Callable[[Row], Entry]


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _filled(row: Row, *names: str) -> dict[str, str]:
    return {name: row.get(name) for name in names if row.get(name)}


def _tariff(row: Row) -> Entry:
    texts = (row.get("fraccion_es_prev") or row.get("subpartida_es"), row.get("descripcion_nico"))
    return Entry(
        code=row.get("code10"),
        name_es=" / ".join(dict.fromkeys(text for text in texts if text)) or row.get("partida_es"),
        name_en=row.get("hs6_en"),
        detail=_filled(row, "unidad", "capitulo_es", "partida_es", "subpartida_es", "hs4_en"),
        valid_from=_date(row.get("vigencia_desde")),
        valid_until=_date(row.get("vigencia_hasta")),
    )


def _section(row: Row) -> Entry:
    """Return an aduana-sección; a section known by its name alone has no code and is left out."""
    section = row.get("seccion")
    code = row.get("aduana") + section if re.fullmatch(r"[0-9]", section) else ""
    return Entry(code, row.get("denominacion"))


def _office(row: Row) -> Entry:
    since, until = _date(row.get("desde")), _date(row.get("hasta"))
    return Entry(row.get("aduana"), row.get("nombre"), valid_from=since, valid_until=until)


def _key(row: Row) -> Entry:
    return Entry(row.get("clave"), row.get("descripcion"), detail=_filled(row, "grupo"))


def _unit(row: Row) -> Entry:
    return Entry(row.get("clave"), row.get("descripcion"))


def _exception(row: Row) -> Entry:
    return Entry(row.get("clave_saai_m3"), row.get("nombre"), detail={"iso": row.get("iso_alpha3")})


def _country(row: Row) -> Entry:
    return Entry(row.get("pais"), row.get("nombre"), detail={"iso": row.get("pais")})


# the first layout whose columns are all there is the table's
LAYOUTS: Final = (
    Layout("TARIFF", ("code10", "fraccion8", "nico"), _tariff),
    Layout("OFFICES", ("aduana", "seccion", "denominacion"), _section),
    Layout("OFFICES", ("aduana", "nombre"), _office),
    Layout("COUNTRIES", ("clave_saai_m3", "iso_alpha3", "nombre"), _exception),
    Layout("COUNTRIES", ("pais", "nombre"), _country),
    Layout("KEYS", ("clave", "grupo", "descripcion"), _key),
    Layout("UNITS", ("clave", "descripcion"), _unit),
)
CODES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "TARIFF": re.compile(r"[0-9]{8}(?:[0-9]{2})?"),
        "OFFICES": re.compile(r"[0-9]{2,3}"),
        "COUNTRIES": re.compile(r"[A-Z]{3}"),
        "KEYS": re.compile(r"[A-Z0-9]{2}"),
        "UNITS": re.compile(r"[1-9][0-9]?"),
    }
)
NOT_COUNTRIES: Final = frozenset({"ZZZ"})  # "any country" of other catalogues


def read_catalogue(data: bytes) -> tuple[str, list[Entry]]:
    """Return which catalogue a CSV holds, plain or gzip, and its entries.

    Raises:
        UnreadableFileError: if the columns are those of no catalogue, or a code or date cannot be.

    """
    table = read_table(_unpacked(data))
    layout = next((one for one in LAYOUTS if set(one.columns) <= set(table.columns)), None)
    if layout is None:
        known = "; ".join(dict.fromkeys(",".join(one.columns) for one in LAYOUTS))
        raise UnknownColumnsError(
            Text(
                f"El archivo no tiene las columnas de ningún catálogo; se conocen: {known}.",
                f"The file has the columns of no catalogue; known are: {known}.",
            )
        )
    return layout.catalogue, list(_entries(table, layout))


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(GZIP):
        return data
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        text = unpacker.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise UnreadableFileError(
            Text("El archivo gzip está dañado; descárguelo de nuevo.", "The gzip file is damaged; download it again.")
        ) from error
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise UnreadableFileError(
            Text(
                f"El archivo gzip pasa de {MOST_BYTES // 1024**2} MB o está incompleto.",
                f"The gzip file is above {MOST_BYTES // 1024**2} MB or cut off.",
            )
        )
    return text


def _entries(table: Table, layout: Layout) -> Iterator[Entry]:
    seen = set()
    for row in table.rows:
        try:
            entry = layout.entry(row)
        except ValueError as error:
            raise UnreadableFileError(_wrong(row.line, str(error))) from error
        if not entry.code or entry.code in NOT_COUNTRIES:
            continue
        if not CODES[layout.catalogue].fullmatch(entry.code) or not entry.name_es or entry.code in seen:
            raise UnreadableFileError(_wrong(row.line, entry.code))
        seen.add(entry.code)
        yield entry


def _wrong(line: int, value: str) -> Text:
    return Text(
        f"Línea {line}: «{value[:40]}» no es un código o una fecha del catálogo, viene dos veces o no tiene nombre.",
        f"Line {line}: “{value[:40]}” is no code or date of the catalogue, comes twice or has no name.",
    )
