"""What a file says, free of Django: declarations, their lines, the parties they name, and what was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from kernel.domain.text import Text

SUPPLIER: Final = "SUPPLIER"
PRODUCER: Final = "PRODUCER"
ORIGIN_SUPPLIER: Final = "ORIGIN_SUPPLIER"
CONSIGNEE: Final = "CONSIGNEE"

REJECTED: Final = "REJECTED"
WARNING: Final = "WARNING"

IMPORT: Final = "1"
EXPORT: Final = "2"  # kept and counted apart, never screened


@dataclass(frozen=True, slots=True)
class ImporterRecord:
    """The importer of record; ``address`` holds the parts that are filled."""

    rfc: str = ""
    name: str = ""
    address: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """A party as declared; ``attributed`` is False when it is one of several and may not be the line's."""

    role: str = SUPPLIER
    name: str = ""
    tax_id: str = ""
    country: str = ""
    address: str = ""
    city: str = ""
    postal_code: str = ""
    attributed: bool = True
    invoice: str = ""
    line_number: int = 0


@dataclass(frozen=True, slots=True)
class LineRecord:
    """One goods line; codes may stand as written until :func:`importers.domain.cleaning.clean_line` has read them."""

    sequence: int
    tariff_code: str
    nico: str = ""
    tariff_version: str = ""
    description: str = ""
    origin: str = ""
    origin_declared: str = ""
    seller_country: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    customs_value: Decimal | None = None
    value_usd: Decimal | None = None
    brand: str = ""
    model: str = ""
    product_code: str = ""
    permits: tuple[Mapping[str, str], ...] = ()
    identifiers: tuple[Mapping[str, str], ...] = ()
    remarks: str = ""
    line_number: int = 0
    raw: str = ""
    parties: tuple[PartyRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class DeclarationRecord:
    """A declaration; ``source_key`` is how its file names it, ``number`` a pedimento's or the caller's reference.

    A ``number`` of 15 or 16 digits is taken apart into year, office, section, patent and number.
    """

    number: str
    source_key: str = ""
    year: str = ""
    office: str = ""
    section: str = ""
    patent: str = ""
    key: str = ""
    operation: str = IMPORT
    regime: str = ""
    kind: str = ""
    received_at: datetime | None = None
    paid_at: datetime | None = None
    importer: ImporterRecord | None = None
    transport: Mapping[str, Any] = field(default_factory=dict)
    line_number: int = 0
    raw: str = ""
    parties: tuple[PartyRecord, ...] = ()
    lines: tuple[LineRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row: a stable code, the reason in words, and whether the row is lost for it."""

    code: str
    reason: Text
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """A fault with the place where it stands."""

    severity: str
    code: str
    reason: Text
    file_name: str = ""
    table: str = ""
    line_number: int = 0
    raw: str = ""
