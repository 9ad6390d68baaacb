"""Rows that cannot be read, and what leaves the country: no verdict, and the first counted before all others."""

from dataclasses import replace
from typing import Final

from config.demo.model import EXPORT, NOT_SCREENED, Fault, Item, Pedimento, case
from config.demo.planted.goods import AMERICAN, FASTENERS, HARNESSES, SHIRTS, TOYS, WEAVER
from config.demo.planted.stop import QUIMERA


def _faulty(item: Item, fault: Fault, es: str, en: str) -> Item:
    return replace(item, fault=fault).planted(NOT_SCREENED, "", "", es, en)


_LOST: Final = (NOT_SCREENED, "", "", "partida sin pedimento legible", "line without a readable declaration")
_LEAVES: Final = (EXPORT, "", "", "sale del país", "it leaves the country")

UNKNOWN_CODE: Final = Item("73269098", "CHN", "FRACCIÓN QUE NO EXISTE", "00", price=1.0)  # kept, with a warning

CASES: Final[tuple[Pedimento, ...]] = (
    case("A1", WEAVER, TOYS, _faulty(TOYS, Fault.FEWER_FIELDS, "faltan campos", "fields are missing"), TOYS),
    case("A1", WEAVER, TOYS, _faulty(FASTENERS, Fault.MORE_FIELDS, "una barra en el texto", "a bar within the text")),
    case("A1", QUIMERA, _faulty(SHIRTS, Fault.IMPOSSIBLE_DATE, "30 de febrero", "30 February"), TOYS),
    case("A1", WEAVER, FASTENERS, _faulty(TOYS, Fault.NO_TARIFF_CODE, "sin fracción", "no tariff code")),
    replace(case("A1", WEAVER, TOYS.planted(*_LOST), FASTENERS.planted(*_LOST)), fault=Fault.NO_HEADER_ROW),
    replace(case("A1", WEAVER, TOYS.planted(*_LOST)), fault=Fault.IMPOSSIBLE_DATE),
    replace(case("A1", AMERICAN, HARNESSES.planted(*_LEAVES), FASTENERS.planted(*_LEAVES)), export=True),
    replace(case("RT", QUIMERA, SHIRTS.planted(*_LEAVES)), export=True),
    replace(case("A1", WEAVER, TOYS, FASTENERS, UNKNOWN_CODE), other_year=True),
)
