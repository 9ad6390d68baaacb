"""Reads the UFLPA Entity List from a CSV with one row for each entity."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from kernel.domain.countries import country_code
from kernel.domain.text import Text
from kernel.formats.csv_table import Row, Table, several
from screening.domain.entity_names import EntityName, read_entity_name
from screening.domain.name_parts import says_something, unique
from screening.domain.places import places_in_name, places_in_region
from screening.engine import Authority, ListedGood, ListedProducer
from screening.formats.content import (
    KEY_LIMIT,
    NO_NAME,
    ListContent,
    american_day,
    content_of,
    entry_or_omission,
    slug,
    usual_day,
)

FORMAT: Final = "uflpa_csv"
SIGNATURE: Final = frozenset({"name", "section", "date_added", "includes_subsidiaries"})
SUBSECTION: Final = "2(d)(2)(B)"  # of the act: (i) in Xinjiang, (ii) labour transfer, (iv) export, (v) sourcing
UNVERIFIED: Final = "unverified"


def read_uflpa_table(table: Table, *, list_name: str) -> ListContent:
    """Return the entries of the list, each with its aliases, former names, places, sections and first day."""
    read = (entry_or_omission(row, row.get("name") or row.get("id"), _good(row, list_name)) for row in table.rows)
    content = content_of(f"{FORMAT}:{','.join(table.columns)}", Authority.FOREIGN, read)
    return replace(content, dated_on=usual_day(row.get("source") for row in table.rows))


def _good(row: Row, list_name: str) -> ListedGood | Text:
    """Return the entry of a row, or why it has none."""
    if not says_something(row.get("name")):
        return NO_NAME
    names = _names(row)
    places = places_in_region(row.get("region")) or places_of(names)
    return uflpa_good(
        row.get("id")[:KEY_LIMIT] or slug("uflpa", names.name),
        list_name,
        producer(names, country_code(row.get("country")), places),
        sections=several(row.get("section")),
        added_on=american_day(row.get("date_added")),
        status="" if row.get("verified") in ("", "1") else UNVERIFIED,
    )


def _names(row: Row) -> EntityName:
    read = read_entity_name(row.get("name"))
    former = several(row.get("former_names"))
    aliases = [name for name in (*read.aliases, *several(row.get("aliases"))) if name not in former]
    flagged = row.get("includes_subsidiaries").lower() in ("1", "true", "yes", "si", "sí")
    return EntityName(
        name=read.name,
        aliases=tuple(alias for alias in unique(aliases) if alias != read.name),
        former_names=unique([*read.former_names, *former]),
        includes_subsidiaries=flagged or read.includes_subsidiaries,
    )


def places_of(names: EntityName) -> tuple[str, ...]:
    """Return the places that any of a firm's names tells."""
    forms = (names.name, *names.aliases, *names.former_names)
    return unique(place for form in forms for place in places_in_name(form))


def producer(names: EntityName, country: str, places: tuple[str, ...]) -> ListedProducer:
    """Return a firm as the engine knows it."""
    return ListedProducer(
        name=names.name,
        aliases=names.aliases,
        former_names=names.former_names,
        country=country,
        places=places,
        includes_subsidiaries=names.includes_subsidiaries,
    )


def uflpa_good(
    key: str,
    list_name: str,
    *producers: ListedProducer,
    sections: Iterable[str],
    added_on: date | None,
    status: str = "",
) -> ListedGood:
    """Return one entity of the list: only its names are compared, for it is listed whatever it makes."""
    parts = ", ".join(f"({section})" for section in sorted(sections))
    return ListedGood(
        key=key,
        list_name=list_name,
        authority=Authority.FOREIGN,
        producers=producers,
        act=f"UFLPA Entity List, sec. {SUBSECTION}{parts}" if parts else "UFLPA Entity List",
        in_force_on=added_on,
        status=status,
    )
