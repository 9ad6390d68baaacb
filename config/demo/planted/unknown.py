"""UNKNOWN: nothing excludes a listed good and nothing confirms it; never shown as clear."""

from dataclasses import replace
from typing import Final

from config.demo.model import Fault, Item, Pedimento, Supplier, case
from config.demo.planted.goods import (
    CELLS,
    DIAMONDS,
    FASTENERS,
    HARNESSES,
    PVC,
    SHIRTS,
    TOMATO_PASTE,
    TONER,
    TOYS,
    TROUSERS,
    TYRES,
    WEAVER,
    WIGS,
    YARN,
)

_NOBODY: Final = ("UNKNOWN", "U:DHS-04", "?---")


def _without_party(item: Item, es: str = "ninguna parte declarada", en: str = "no party declared") -> Item:
    return item.planted(*_NOBODY, es, en)


SHANDONG: Final = Supplier("QUISICOSA FOODS CO., LTD.", "91370600MA3FABULA", "CHN", "YANTAI", "264000")
BARE: Final = Supplier("QUISICOSA WEAVING CO., LTD.", "SN", "CHN", bare=True)
BARE_AFRICAN: Final = Supplier("QUISICOSA STONES (PVT) LTD", "SN", bare=True)

CASES: Final[tuple[Pedimento, ...]] = (
    case("V1", None, *(_without_party(item) for item in (HARNESSES, FASTENERS, PVC, TONER, HARNESSES, TOYS))),
    case("V1", None, *(_without_party(item) for item in (HARNESSES, HARNESSES, CELLS, FASTENERS))),
    case("V1", None, *(_without_party(HARNESSES) for _ in range(12))),
    case("V5", None, *(_without_party(item) for item in (HARNESSES, PVC, FASTENERS))),
    case("IN", None, *(_without_party(item) for item in (FASTENERS, PVC, TONER, HARNESSES, TYRES))),
    case("IN", None, *(_without_party(item) for item in (CELLS, FASTENERS, FASTENERS))),
    case("AF", None, *(_without_party(item) for item in (TONER, CELLS))),
    case(
        "A1",
        Supplier("", "N/A", "CHN", "SHENZHEN", "518000"),
        _without_party(TOYS, "proveedor sin nombre; N/A no es identificador", "no name; N/A is no identifier"),
    ),
    case(
        "A1",
        Supplier(".", "SN", "CHN", "SHENZHEN", "518000"),
        _without_party(FASTENERS, "un punto no es un nombre", "a point is no name"),
    ),
    case(
        "A1",
        Supplier("", "91440300MA5FABULA", "CHN", "SHENZHEN", "518000"),
        _without_party(
            PVC, "solo un identificador, que esa lista no tiene", "an identifier alone, which that list does not hold"
        ),
    ),
    case(
        "A1",
        Supplier("VARIOS PROVEEDORES", "SN", "CHN", "SHENZHEN", "518000"),
        _without_party(TONER, "«varios» no es un nombre", "“several” is no name"),
    ),
    case(
        "A1",
        Supplier("QUISICOSA GEARS CO LTD", "SN", "CHN", "SHENZHEN", fault=Fault.FEWER_FIELDS),
        _without_party(FASTENERS, "la fila del proveedor no se pudo leer", "the row of the supplier could not be read"),
    ),
    case(
        "A1",
        SHANDONG,
        TOMATO_PASTE.planted(
            "UNKNOWN", "N:005/2025/1", "-MM?", "el vendedor no dice dónde se hizo", "the seller does not say where made"
        ),
        WIGS.planted("UNKNOWN", "N:005/2025/2", "-MM?", "el vendedor no dice dónde", "the seller does not say where"),
    ),
    case(
        "A1",
        BARE,
        YARN.planted("UNKNOWN", "W:CBP-07", "-MM?", "proveedor sin domicilio", "supplier without an address"),
        TROUSERS.planted("UNKNOWN", "W:CBP-07", "-NM?", "proveedor sin domicilio", "supplier without an address"),
        replace(TOMATO_PASTE, code="20021001", description="TOMATES ENTEROS EN CONSERVA").planted(
            "UNKNOWN", "W:CBP-07", "-MM?", "proveedor sin domicilio", "supplier without an address"
        ),
    ),
    case(
        "A1",
        (WEAVER, Supplier("", "SN", bare=True)),
        _without_party(FASTENERS, "uno de dos proveedores no tiene nombre", "one of two suppliers has no name"),
    ),
    case(
        "A1",
        (WEAVER, BARE),
        YARN.planted("UNKNOWN", "W:CBP-07", "-MM?", "uno de dos no dice dónde está", "one of two does not say where"),
    ),
    case(
        "A1",
        BARE_AFRICAN,
        DIAMONDS.planted("UNKNOWN", "W:CBP-03", "-MM?", "proveedor sin domicilio", "supplier without an address"),
    ),
    case(
        "A1",
        WEAVER,
        replace(SHIRTS, origin="KCD").planted(
            "UNKNOWN",
            "N:001/2025/1",
            "?M?-",
            "ni productor ni origen declarados",
            "neither producer nor origin declared",
        ),
        replace(WIGS, origin="KCD").planted(
            "UNKNOWN", "N:005/2025/2", "-M??", "ni origen ni lugar declarados", "neither origin nor place declared"
        ),
    ),
    replace(
        case("R1", None, _without_party(FASTENERS, "rectificación sin proveedor", "rectification without a supplier")),
        rectifies=True,
    ),
)
