"""Reads a user's own list in CSV; ``docs/reference/list-files.md`` describes its columns."""

import re
from datetime import date
from typing import Final

from kernel.domain.countries import country_code
from kernel.domain.text import Text
from kernel.formats.csv_table import Row, Table, several
from screening.domain.name_parts import says_something, unique
from screening.engine import Authority, ListedGood, ListedProducer
from screening.engine.goods import names_all_goods
from screening.formats.content import KEY_LIMIT, ListContent, content_of, day_in, entry_or_omission, slug

FORMAT: Final = "custom_csv"
ALIASES: Final = {
    alias: column
    for column, aliases in {
        "id": ("key", "clave", "identificador"),
        "name": ("nombre", "entity", "entidad", "producer", "productor", "firm", "empresa", "razon_social"),
        "aliases": ("alias", "other_names", "otros_nombres", "tambien_conocido_como", "also_known_as"),
        "former_names": ("nombres_anteriores", "antes_conocido_como", "formerly_known_as"),
        "identifiers": ("identificadores", "tax_id", "id_fiscal", "rfc", "uscc", "registro"),
        "country": ("pais", "country_code"),
        "places": ("lugares", "lugar", "place"),
        "tariff_codes": ("fracciones", "fraccion", "tariff_code", "hs", "hs_code", "hs_codes", "fraccion_arancelaria"),
        "tariff_version": ("version_tarifa",),
        "origins": ("origenes", "origen", "origin", "pais_origen", "country_of_origin"),
        "goods": ("good", "bienes", "bien", "mercancias", "mercancia", "merchandise", "descripcion", "description"),
        "in_force_on": ("desde", "fecha", "date", "effective_date", "vigente_desde"),
        "act": ("acto", "cita", "fuente", "source"),
        "status": ("estado", "situacion"),
    }.items()
    for alias in aliases
}
ONE_OF: Final = frozenset({"name", "goods", "tariff_codes", "origins"})  # what a list can be of
EMPTY: Final = Text("la fila no dice nombre, bienes, fracción ni origen", "the row has no name, goods, code or origin")
BAD_CODE: Final = Text(
    "la fracción «{code}» no tiene 2, 4, 6, 8 o 10 dígitos: ¿se perdió un cero al principio?",
    "the code “{code}” does not have 2, 4, 6, 8 or 10 digits: was a zero lost at its beginning?",
)
BAD_COUNTRY: Final = Text("«{country}» no es un país conocido", "“{country}” is not a known country")


def read_custom_table(table: Table, *, list_name: str) -> ListContent:
    """Return an entry for each row; every column that is filled is a criterion of its entry."""
    read = (entry_or_omission(row, row.get("name") or row.get("goods"), _good(row, list_name)) for row in table.rows)
    return content_of(f"{FORMAT}:{','.join(table.columns)}", Authority.CUSTOM, read)


def _good(row: Row, list_name: str) -> ListedGood | Text:
    """Return the entry of a row, or why it has none."""
    codes = tuple(re.sub(r"[.\s-]", "", code) for code in several(row.get("tariff_codes")))
    wrong = [code for code in codes if not re.fullmatch(r"(?:[0-9]{2}){1,5}", code)]
    if wrong:
        return BAD_CODE.filled(code=wrong[0])
    origins, named = several(row.get("origins")), says_something(row.get("name"))
    if not named and not origins and (codes or row.get("goods")):
        origins = several(row.get("country"))  # a list of goods and countries names the country of origin
    unknown = [origin for origin in origins if not country_code(origin)]
    if unknown:
        return BAD_COUNTRY.filled(country=unknown[0])
    goods = bool(row.get("goods")) and not names_all_goods(row.get("goods"))
    if not (named or codes or origins or goods):
        return EMPTY
    return _entry(row, list_name, codes, tuple(country_code(origin) for origin in origins))


def _entry(row: Row, list_name: str, codes: tuple[str, ...], origins: tuple[str, ...]) -> ListedGood:
    goods, name = row.get("goods"), row.get("name") if says_something(row.get("name")) else ""
    places = several(row.get("places"))
    return ListedGood(
        key=row.get("id")[:KEY_LIMIT] or slug(name or goods, *codes, *origins),
        list_name=list_name,
        authority=Authority.CUSTOM,
        producers=(_producer(row, places),) if name else (),
        tariff_codes=codes,
        tariff_version=row.get("tariff_version"),
        goods_words=goods,
        origins=origins,
        places=() if name else places,
        description=Text(goods, goods) if goods else None,
        act=row.get("act"),
        in_force_on=_day(row.get("in_force_on")),
        status=row.get("status"),
    )


def _producer(row: Row, places: tuple[str, ...]) -> ListedProducer:
    name = row.get("name")
    return ListedProducer(
        name=name,
        aliases=tuple(alias for alias in _names(row.get("aliases")) if alias != name),
        former_names=_names(row.get("former_names")),
        identifiers=several(row.get("identifiers")),
        country=country_code(row.get("country")),
        places=places,
    )


def _names(text: str) -> tuple[str, ...]:
    """Return the names that a bar or a semicolon separates; a comma is part of many names."""
    return unique(re.split(r"[|;]", text))


def _day(text: str) -> date | None:
    """Return the day written year first, or day first as in Mexico; None for anything else."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text.strip())
    return day_in(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else text)
