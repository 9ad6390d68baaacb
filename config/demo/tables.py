"""The rows of each table that a declaration becomes, with the quirks of real deliveries."""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from config.demo.importers import IMPORTERS
from config.demo.layout import COMPLEMENT_CUT, ID_CUT, NAME_CUT
from config.demo.model import Fault, Item, Supplier
from config.demo.numbering import Numbered
from config.demo.ordinary import currency

NUL: Final = "\0"
BLANKS: Final = ("", " ", NUL, "  ")  # how real rows spell nothing
IMPOSSIBLE: Final = "2026-02-30 10:00:00"
UNITS: Final = {"57": "4", "64": "9", "22": "8"} | dict.fromkeys(
    ("61", "62", "63", "65", "71", "84", "85", "87", "90", "94", "95", "96"), "6"
)
ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its values, whether it is written in UTF-8, and the line it stands for, if it is of 551."""

    table: str
    values: tuple[str, ...]
    utf8: bool = False
    item: Item | None = None
    sequence: int = 0


def decimal(value: float, places: int) -> str:
    """Return a number as the tables write it: no zero before the point."""
    return f"{value:.{places}f}".removeprefix("0")


def rows(entry: Numbered, rng: random.Random) -> Iterator[Row]:
    """Yield every row of a declaration, table by table."""
    pedimento, paid = entry.pedimento, f"{entry.paid:%Y-%m-%d %H:%M:%S}"
    values = [round(item.price * rng.randrange(40, 900), 2) for item in pedimento.items]
    if pedimento.fault is not Fault.NO_HEADER_ROW:
        yield _general(entry, rng)
        yield from _around(entry, rng)
    for supplier in pedimento.suppliers:
        yield _supplier(entry, supplier, sum(values) / len(pedimento.suppliers), rng)
    seller = next((s.country for s in pedimento.suppliers if s.country), "")
    for sequence, (item, value) in enumerate(zip(pedimento.items, values, strict=True), 1):
        yield _item(entry, sequence, replace(item, seller_country=item.seller_country or seller), value)
        yield from _about_item((*entry.key, item.code, str(sequence)), item, value, paid, rng)


def _general(entry: Numbered, rng: random.Random) -> Row:
    pedimento, importer = entry.pedimento, IMPORTERS[entry.pedimento.importer]
    received = f"{entry.received:%Y-%m-%d %H:%M:%S}"
    paid = f"{entry.paid:%Y-%m-%d %H:%M:%S}"
    kind = "2" if pedimento.rectifies else "1"
    amounts = ("18.35070", "0", "0", "0", "0", "0", decimal(rng.uniform(0.2, 9000), 3))
    operation = "2" if pedimento.export else "1"
    where = (importer.street, "", importer.number, importer.postal_code, importer.city)
    state = rng.choice((importer.state, NUL))
    days = (received, IMPOSSIBLE if pedimento.fault is Fault.IMPOSSIBLE_DATE else paid)
    about = (operation, pedimento.key, entry.office, "", importer.rfc, "", *amounts, "7", "1", "1", "9", importer.name)
    return Row("501", (*entry.key, *about, *where, state, "MEX", kind, *days))


def _around(entry: Numbered, rng: random.Random) -> Iterator[Row]:
    """Yield what the other tables say of a declaration: bills, days, duties, what it rectifies, the selection."""
    pedimento, paid = entry.pedimento, f"{entry.paid:%Y-%m-%d %H:%M:%S}"
    kind, operation = "2" if pedimento.rectifies else "1", "2" if pedimento.export else "1"
    yield Row("503", (*entry.key, f"DEMO{entry.number}", "MH"[int(entry.number) % 2], paid))
    if int(entry.number) % 3 == 0:
        yield Row("504", (*entry.key, "CSQU3054383" if int(entry.number) % 2 else f"REM{entry.number}", "1", paid))
    for day_kind, day in (("1", entry.received - timedelta(days=2)), ("2", entry.paid)):
        yield Row("506", (*entry.key, day_kind, f"{day:%Y-%m-%d} 00:00:00", paid))
    yield Row("507", (*entry.key, "ED", f"0436260{entry.number[1:]}", kind, "", paid))
    for tax, amount in (("15", "290"), ("1", str(rng.randrange(400, 9000)))):
        yield Row("510", (*entry.key, tax, "0", amount, kind, paid))
    if pedimento.rectifies:
        before = f"6{int(entry.number[1:]) + 500_000:06d}"
        earlier = f"{entry.received - timedelta(days=40):%Y-%m-%d} 00:00:00"
        origin = (before, entry.patent, entry.office)
        yield Row("701", (*entry.key, "R1", paid, *origin, "A1", earlier, *origin, paid))
    red = int(entry.number) % 28 == 0  # 3.6 % of real selections
    chosen = (*entry.key, "0", "1")
    moment = (f"{entry.paid:%Y-%m-%d}", f"{entry.paid:%H:%M}")
    yield Row("Sel", (*chosen, *moment, "0" if red else "1", pedimento.key, operation))
    if red:
        yield Row("Inci", (*chosen, *moment, *moment, "", "", pedimento.key, operation, "1", moment[0]))


def _supplier(entry: Numbered, supplier: Supplier, usd: float, rng: random.Random) -> Row:
    paid = f"{entry.paid:%Y-%m-%d %H:%M:%S}"
    cove = "COVE26" + "".join(rng.choices(ALPHABET, k=7))
    invoice = cove if rng.random() < 0.63 else str(uuid.UUID(int=rng.getrandbits(128), version=4))
    name = supplier.name[:NAME_CUT] + (NUL if rng.random() < 0.05 else "")
    issued = f"{entry.received - timedelta(days=9):%Y-%m-%d}"
    if supplier.bare:
        money = (" ", " ", "", "", " ", rng.choice(BLANKS))
        address = ("", "", "", "", "")
    else:
        amount = decimal(usd, 2)
        money = ("FOB", currency(supplier.country), amount, amount, supplier.country, rng.choice(BLANKS))
        address = (supplier.street, "", "8", supplier.postal_code, supplier.city)
    values: tuple[str, ...] = (*entry.key, issued, invoice, *money, supplier.tax_id[:ID_CUT], name, *address, paid)
    if supplier.fault is Fault.FEWER_FIELDS:
        values = values[:-4]
    return Row("505", values, supplier.utf8)


def _item(entry: Numbered, sequence: int, item: Item, value: float) -> Row:
    pedimento = entry.pedimento
    quantity = max(1.0, value / item.price) if item.price else 1.0
    pesos = str(round(value * 18.3507))
    unit = UNITS.get(item.code[:2], "1")
    code = "" if item.fault is Fault.NO_TARIFF_CODE else item.code
    paid = IMPOSSIBLE if item.fault is Fault.IMPOSSIBLE_DATE else f"{entry.paid:%Y-%m-%d %H:%M:%S}"
    what = (code, str(sequence), item.nico, item.description)
    worth = (decimal(item.price, 6), pesos, pesos, decimal(value, 2))
    measures = (decimal(quantity, 3), unit, decimal(quantity, 5), unit)
    countries = (item.origin, item.seller_country or item.origin, " ", NUL, " ", " ")
    operation = ("2" if pedimento.export else "1", pedimento.key)
    values: tuple[str, ...] = (
        *entry.key,
        *what,
        *worth,
        *measures,
        "0",
        "0",
        "1",
        "",
        "",
        "",
        *countries,
        *operation,
        paid,
    )
    if item.fault is Fault.FEWER_FIELDS:
        values = values[:-3]
    if item.fault is Fault.MORE_FIELDS:
        values = (*values[:6], "MEDIDA 3", "4 DE PULGADA", *values[7:])  # the bar of «3|4» splits the text
    return Row("551", values, item.utf8, item, sequence)


def _about_item(key: tuple[str, ...], item: Item, value: float, paid: str, rng: random.Random) -> Iterator[Row]:
    if item.fault is Fault.NO_TARIFF_CODE:
        return
    if item.maker:
        yield Row("554", (*key, "PO", str(round(value * 18.3507)), item.maker[:COMPLEMENT_CUT], paid), item.utf8)
    elif rng.random() < 0.08:
        yield Row("554", (*key, "EN", "U", "NOM-050-SCFI-2004", paid))
    if rng.random() < 0.04:
        yield Row("553", (*key, "NM", "", f"DEMO{rng.randrange(10**6):06d}", decimal(value, 2), "1.00000", paid))
    yield Row("557", (*key, "6", "0", str(rng.randrange(20, 4000)), paid))
    if item.remark:
        yield Row("558", (*key, "1", item.remark, paid))
