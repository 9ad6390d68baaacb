"""Reads withhold-release orders and findings of CBP: the agency's own CSV and tables with the same columns."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kernel.domain.countries import country_code
from kernel.domain.text import Text
from kernel.formats.csv_table import Row, Table, several
from screening.domain.name_parts import says_something
from screening.domain.order_entities import OrderedFirm, OrderEntity, read_order_entity
from screening.engine import Authority, ListedGood, ListedProducer
from screening.formats.content import (
    INACTIVE,
    KEY_LIMIT,
    NO_NAME,
    ListContent,
    american_day,
    content_of,
    entry_or_omission,
    slug,
    usual_day,
)
from screening.formats.uflpa_csv import producer

FORMAT: Final = "wro_csv"
ALIASES: Final = {
    alias: column
    for column, aliases in {
        "entity": ("manufacturer", "entity_manufacturer", "manufacturer_entity", "entity_name", "entities"),
        "merchandise": ("commodity", "goods", "product", "products", "merchandise_description"),
        "country": ("country_name", "country_of_origin"),
        "country_code": ("iso_country_code", "country_iso_code"),
        "type": ("order", "type_order", "order_type", "wro_finding", "wro_or_finding", "action", "action_type"),
        "date": ("effective_date", "date_issued", "issue_date", "order_date", "date_of_order", "date_effective"),
        "status": ("order_status", "wro_status", "current_status"),
        "remarks": ("remark", "notes", "comments"),
        "aliases": ("alias", "also_known_as", "a_k_a", "aka"),
    }.items()
    for alias in aliases
}
SIGNATURE: Final = frozenset({"entity", "country", "type", "date", "status"})
IN_FORCE: Final = (
    "active",
    "partially",
)  # Active; Partially Active, Partially Modified: what was removed is in remarks
ALL_GOODS: Final = frozenset({"all products", "all goods", "all", ""})
NOWHERE: Final = Text(
    "no nombra una empresa ni un país conocido: {country}", "names neither a firm nor a known country: {country}"
)
ALL_REMOVED: Final = Text("sus empresas fueron retiradas de la orden: {names}", "its firms were removed: {names}")


def read_wro_table(table: Table, *, list_name: str) -> ListContent:
    """Return an entry for each order in force; orders that are not, and rows without a name, are told apart."""
    read = (entry_or_omission(row, row.get("entity"), _good(row, list_name)) for row in table.rows)
    content = content_of(f"{FORMAT}:{','.join(table.columns)}", Authority.FOREIGN, read)
    return replace(content, dated_on=usual_day(row.get("source") for row in table.rows))


def _good(row: Row, list_name: str) -> ListedGood | Text:
    """Return the entry of a row, or why it has none."""
    if not says_something(row.get("entity")):
        return NO_NAME
    if not row.get("status").lower().startswith(IN_FORCE):
        return INACTIVE.filled(status=row.get("status") or "-")
    country = country_code(row.get("country_code")) or country_code(row.get("country"))
    entity = read_order_entity(
        row.get("entity"), country=country, aliases=several(row.get("aliases")), remarks=row.get("remarks")
    )
    if entity.removed and not entity.firms:
        return ALL_REMOVED.filled(names="; ".join(entity.removed))
    if not entity.firms and not country:
        return NOWHERE.filled(country=row.get("country") or "-")
    return _entry(row, list_name, country, entity)


def _entry(row: Row, list_name: str, country: str, entity: OrderEntity) -> ListedGood:
    merchandise = row.get("merchandise")
    kind = row.get("type") or "WRO"
    without_firms = not entity.firms
    words = "" if merchandise.lower() in ALL_GOODS else merchandise
    return ListedGood(
        key=row.get("id")[:KEY_LIMIT] or slug(kind, row.get("date"), row.get("entity")),
        list_name=list_name,
        authority=Authority.FOREIGN,
        producers=tuple(_producers(entity.firms)),
        goods_words=words or (row.get("entity") if without_firms else ""),
        origins=(country,) if without_firms else (),
        places=entity.places,
        description=_description(row, entity),
        act=f"CBP {kind} {row.get('date')}".strip(),
        in_force_on=american_day(row.get("date")),
        status=row.get("status"),
    )


def _producers(firms: Iterable[OrderedFirm]) -> Iterator[ListedProducer]:
    for firm in firms:
        yield producer(firm.names, firm.country, firm.places)


def _description(row: Row, entity: OrderEntity) -> Text | None:
    """Return the goods in the agency's words, with the remark where the order was modified."""
    goods = row.get("merchandise") or row.get("entity")
    if not entity.firms:
        goods = f"{row.get('entity').rstrip('.')}: {goods}" if row.get("merchandise") else goods
    if row.get("status").lower().startswith("partially") and row.get("remarks"):
        goods = f"{goods} ({row.get('remarks')})"
    return Text(goods, goods)
