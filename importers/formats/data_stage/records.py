"""From the rows of Data Stage tables to records and their faults."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from importers.domain import cleaning, values
from importers.domain.catalogues import Known
from importers.domain.faults import fault
from importers.domain.records import (
    ORIGIN_SUPPLIER,
    SUPPLIER,
    DeclarationRecord,
    Fault,
    ImporterRecord,
    LineRecord,
    PartyRecord,
)
from importers.domain.tariff import TARIFF_CODE
from importers.formats.data_stage.rows import Row
from importers.formats.reads import Detail, Record

Outcome = tuple[Record | None, list[Fault]]


def declaration_key(row: Mapping[str, str]) -> str:
    """Return how the tables name a declaration, ``PPPP-NNNNNNN-SSS``; a blank when the parts are no numbers."""
    return _key(row.get("patent", ""), row.get("number", ""), row.get("section", ""))


@lru_cache(maxsize=65_536)
def _key(patent: str, number: str, section: str) -> str:
    parts = ((patent, 4), (number, 7), (section, 3))
    if any(not text.isascii() or not text.isdigit() or len(text) > length for text, length in parts):
        return ""
    return "-".join(text.zfill(length) for text, length in parts)


def version(row: Mapping[str, str]) -> str:
    """Return the payment date of a row in one spelling, a blank when it says none or an impossible one."""
    try:
        paid = values.moment(row.get("paid_at", ""))
    except ValueError:
        return ""
    return paid.strftime("%Y%m%d%H%M%S") if paid else ""


def read_declaration(row: Row, known: Known) -> Outcome:
    """Return the declaration of a 501 row; an impossible date rejects it."""
    v = row.values
    received, paid, faults = _moments(v, "received_at", "paid_at")
    if faults:
        return None, faults
    dated = received or paid
    key = declaration_key(v)
    patent, number, section = key.split("-")
    address = {name: v[name] for name in ("street", "exterior", "interior", "postal_code", "city", "state", "country")}
    record = DeclarationRecord(
        number=number,
        source_key=key,
        year=f"{dated.year % 100:02d}" if dated else "",
        office=section[:2],
        section=section[2],
        patent=patent,
        key=v["key"],
        operation=v["operation"],
        kind=v["kind"],
        received_at=received,
        paid_at=paid,
        importer=ImporterRecord(v["rfc"], v["name"], {name: text for name, text in address.items() if text}),
        line_number=row.line_number,
        raw=row.raw,
    )
    return cleaning.clean_declaration(record, known)


def _moments(v: Mapping[str, str], *names: str) -> tuple[datetime | None, datetime | None, list[Fault]]:
    faults, found = [], []
    for name in names:
        try:
            found.append(values.moment(v[name]))
        except ValueError:
            found.append(None)
            faults.append(fault("impossible_date", value=v[name], column=name))
    return found[0], found[-1], faults


def read_line(row: Row, known: Known) -> Outcome:
    """Return the line of a 551 row; no tariff code, no sequence or an impossible date rejects it."""
    v = row.values
    _, paid, rejects = _moments(v, "paid_at")
    number = cleaning.sequence(v["sequence"])
    if number is None:
        rejects.append(fault("bad_sequence", value=v["sequence"]))
    if rejects or number is None:
        return None, rejects
    if v["tariff_code"] and len(v["tariff_code"]) != TARIFF_CODE:
        return None, [fault("bad_tariff_code", value=v["tariff_code"])]
    faults: list[Fault] = []
    quantity, customs_value, usd = (_decimal(v, name, faults) for name in ("quantity", "customs_value", "value_usd"))
    record = LineRecord(
        sequence=number,
        tariff_code=v["tariff_code"],
        nico=v["nico"],
        description=v["description"],
        origin=v["origin"],
        seller_country=v["seller_country"],
        quantity=quantity,
        unit=v["unit"],
        customs_value=customs_value,
        value_usd=usd,
        brand=v["brand"],
        model=v["model"],
        product_code=v["product_code"],
        line_number=row.line_number,
        raw=row.raw,
    )
    cleaned, found = cleaning.clean_line(record, known, on=paid.date() if paid else None)
    return cleaned, faults + found


def _decimal(v: Mapping[str, str], name: str, faults: list[Fault]) -> Decimal | None:
    try:
        return values.number(v[name])
    except ValueError:
        faults.append(fault("bad_number", value=v[name], column=name))
        return None


def read_supplier(row: Row, known: Known) -> Outcome:
    """Return the supplier of a 505 row; a date nobody screens by never loses a supplier."""
    v = row.values
    faults = []
    for name in ("invoiced_on", "paid_at"):
        try:
            values.moment(v[name])
        except ValueError:
            faults.append(fault("bad_date", value=v[name], column=name))
    record = PartyRecord(
        role=SUPPLIER,
        name=v["name"],
        tax_id=v["tax_id"],
        country=v["country"],
        address=" ".join(part for part in (v["street"], v["exterior"], v["interior"]) if part),
        city=v["city"],
        postal_code=v["postal_code"],
        invoice=v["invoice"],
        line_number=row.line_number,
    )
    cleaned, found = cleaning.clean_party(record, known)
    return cleaned, faults + found


def read_bill(row: Row, _known: Known) -> Outcome:
    """Return the transport document of a 503 row."""
    return Detail("bills", {"number": row.values["bill"], "kind": row.values["kind"]}), []


def read_container(row: Row, _known: Known) -> Outcome:
    """Return the container of a 504 row; one in six has a number of ISO 6346, the others are trailers or rail cars."""
    return Detail("containers", {"number": row.values["container"], "kind": row.values["kind"]}), []


def _of_line(row: Row, field: str, value: Mapping[str, object] | str) -> Outcome:
    number = cleaning.sequence(row.values["sequence"])
    if number is None:
        return None, [fault("bad_sequence", value=row.values["sequence"])]
    return Detail(field, value, number), []


def read_permit(row: Row, _known: Known) -> Outcome:
    """Return the permit of a 553 row."""
    return _of_line(row, "permits", {name: row.values[name] for name in ("key", "permit", "signature")})


def read_identifier(row: Row, _known: Known) -> Outcome:
    """Return the identifier of a 554 row."""
    return _of_line(row, "identifiers", {name: row.values[name] for name in ("key", "complement1", "complement2")})


def origin_supplier(detail: Detail, line_number: int) -> PartyRecord | None:
    """Return the supplier in the country of origin that identifier PO names in complement 2 (apendice 8)."""
    if detail.field != "identifiers" or not isinstance(detail.value, Mapping):
        return None
    name = str(detail.value["complement2"])
    if detail.value["key"] != "PO" or not name:
        return None
    return PartyRecord(role=ORIGIN_SUPPLIER, name=name[:255], line_number=line_number)


def read_remark(row: Row, _known: Known) -> Outcome:
    """Return the remark of a 558 row."""
    return _of_line(row, "remarks", row.values["remark"])


READERS: Final[Mapping[str, Callable[[Row, Known], Outcome]]] = MappingProxyType(
    {
        "501": read_declaration,
        "503": read_bill,
        "504": read_container,
        "505": read_supplier,
        "551": read_line,
        "553": read_permit,
        "554": read_identifier,
        "558": read_remark,
    }
)
