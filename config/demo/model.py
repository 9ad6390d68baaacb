"""What the demo file is made of, before it is written: declarations, suppliers, lines, and what each line must get."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from kernel.domain.text import Text

LISTS: Final = {"N": "demo-nacional", "U": "demo-uflpa", "W": "demo-wro"}
ANSWERS: Final = {"M": "MET", "N": "NEAR", "X": "NOT_MET", "?": "NOT_DECLARED", "-": "-"}
NOT_SCREENED: Final = "NOT_SCREENED"  # the row cannot be read
EXPORT: Final = "EXPORT"  # what leaves the country gets no verdict
VIRTUAL: Final = frozenset({"V1", "V5"})  # keys used here whose goods never cross a border


@dataclass(frozen=True, slots=True)
class Plan:
    """The verdict a line was planted for, the entry it was planted against, and that entry's four answers.

    ``answers`` has one letter each for producer, goods, origin and place: M met, N near, X not met, ? not declared,
    - no such criterion.  It is empty when no single entry decides.
    """

    verdict: str
    entry: str
    answers: str
    why: Text

    @property
    def list_name(self) -> str:
        """Return the name of the list the line was planted against, or nothing."""
        return LISTS.get(self.entry[:1], "")

    @property
    def list_kind(self) -> str:
        """Return NATIONAL, FOREIGN or nothing."""
        return {"N": "NATIONAL", "U": "FOREIGN", "W": "FOREIGN"}.get(self.entry[:1], "")

    @property
    def key(self) -> str:
        """Return the key of the entry on its list, or nothing."""
        number = self.entry[2:]
        return f"DEMO/{number}" if self.entry.startswith("N:") else number


def plan(verdict: str, entry: str, answers: str, es: str, en: str) -> Plan:
    """Return the plan of a line; ``entry`` is ``N:001/2025/1``, ``U:DHS-04``, ``W:CBP-07`` or empty."""
    return Plan(verdict, entry, answers, Text(es, en))


class Fault(StrEnum):
    """What is wrong with a row, on purpose."""

    FEWER_FIELDS = "FEWER_FIELDS"
    MORE_FIELDS = "MORE_FIELDS"
    IMPOSSIBLE_DATE = "IMPOSSIBLE_DATE"
    NO_TARIFF_CODE = "NO_TARIFF_CODE"
    NO_HEADER_ROW = "NO_HEADER_ROW"  # lines whose declaration stands in no row of 501


@dataclass(frozen=True, slots=True)
class Supplier:
    """A row of table 505; ``bare`` ones leave currency, values, country and address empty, as 46 % of real rows do."""

    name: str = ""
    tax_id: str = ""
    country: str = ""
    city: str = ""
    postal_code: str = ""
    street: str = "CALLE INVENTADA"
    bare: bool = False
    utf8: bool = False
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A row of table 551; ``maker`` goes to identifier PO, complement 2, of table 554."""

    code: str
    origin: str
    description: str
    nico: str = "00"
    maker: str = ""
    seller_country: str = ""
    plan: Plan | None = None
    price: float = 0.0
    remark: str = ""
    utf8: bool = False
    fault: Fault | None = None

    def planted(self, verdict: str, entry: str, answers: str, es: str, en: str) -> Self:
        """Return the same line with the verdict it is planted for."""
        return replace(self, plan=plan(verdict, entry, answers, es, en))


@dataclass(frozen=True, slots=True)
class Pedimento:
    """A declaration: the rows of 501, 505 and 551 it becomes; the rest is filled in when it is numbered."""

    key: str
    suppliers: tuple[Supplier, ...]
    items: tuple[Item, ...]
    importer: int = 0
    export: bool = False
    rectifies: bool = False
    other_year: bool = False  # its number begins with the digit of the year before
    again: bool = False  # its number was used before, with another payment date
    fault: Fault | None = None


def case(key: str, supplier: Supplier | tuple[Supplier, ...] | None, *items: Item, importer: int = 0) -> Pedimento:
    """Return an import declaration with one supplier, several, or none."""
    suppliers = supplier if isinstance(supplier, tuple) else (supplier,) if supplier else ()
    return Pedimento(key, suppliers, items, importer=importer)
