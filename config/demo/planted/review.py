"""REVIEW: a national resolution; nothing excludes the line, and an officer must ask."""

from dataclasses import replace
from typing import Final

from config.demo.model import Pedimento, Supplier, case
from config.demo.planted.goods import (
    AMERICAN,
    BATTERIES,
    CARPETS,
    HANDLER,
    JEANS,
    JUMPERS,
    POLYSILICON,
    SANDALS,
    SHIRTS,
    SHRIMP,
    TOMATO_PASTE,
    TRADER,
    WEAVER,
    WIGS,
)
from config.demo.planted.stop import FABULA, QUIMERA, SANDAL_MAKER, SILICON

INLAND: Final = Supplier("FAROLILLO INLAND FOODS CO., LTD.", "91130100MA08FABUL", "CHN", "SHIJIAZHUANG", "050000")
WESTERN: Final = Supplier("FAROLILLO AGRI CO., LTD.", "91652900MA78FABUL", "CHN", "AKSU", "843000")

CASES: Final[tuple[Pedimento, ...]] = (
    case(
        "A1",
        TRADER,
        SHIRTS.planted(
            "REVIEW",
            "N:001/2025/1",
            "?MM-",
            "otro vendedor no descarta al productor",
            "another seller does not exclude the producer",
        ),
        JUMPERS.planted("REVIEW", "N:001/2025/1", "?MM-", "otro vendedor", "another seller"),
    ),
    case(
        "A1",
        WEAVER,
        replace(SHIRTS, nico="99").planted(
            "REVIEW",
            "N:001/2025/1",
            "?MM-",
            "una fábrica vende; no dice quién hizo",
            "a mill sells; who made is not said",
        ),
    ),
    case(
        "A1",
        HANDLER,
        JEANS.planted("REVIEW", "N:002/2025/1", "?MM-", "otro vendedor vietnamita", "another Vietnamese seller"),
    ),
    case(
        "A1",
        AMERICAN,
        BATTERIES.planted("REVIEW", "N:012/2026/1", "?M--", "sin productor declarado", "no producer declared"),
        CARPETS.planted("REVIEW", "N:011/2026/1", "?MM-", "sin productor declarado", "no producer declared"),
        SHRIMP.planted("REVIEW", "N:010/2026/1", "?MM-", "sin productor declarado", "no producer declared"),
        POLYSILICON.planted(
            "REVIEW", "N:009/2026/1", "?MM?", "ni productor ni lugar declarados", "neither producer nor place declared"
        ),
    ),
    case(
        "IN",
        None,
        SHIRTS.planted("REVIEW", "N:001/2025/1", "?MM-", "ninguna parte declarada", "no party declared"),
        JEANS.planted("REVIEW", "N:002/2025/1", "?MM-", "ninguna parte declarada", "no party declared"),
    ),
    case(
        "V1",
        None,
        SHIRTS.planted("REVIEW", "N:001/2025/1", "?MM-", "virtual sin proveedor", "virtual, no supplier"),
        BATTERIES.planted("REVIEW", "N:012/2026/1", "?M--", "virtual sin proveedor", "virtual, no supplier"),
    ),
    case(
        "A1",
        Supplier("", "SN", "CHN", "HANGZHOU", "311200"),
        SHIRTS.planted(
            "REVIEW", "N:001/2025/1", "?MM-", "proveedor sin nombre ni identificador", "supplier without name or id"
        ),
    ),
    case(
        "A1",
        Supplier("ZIXU QUIMERA TEXTILE CO., LTD.", "SN", "CHN", "HANGZHOU", "311200"),
        SHIRTS.planted("REVIEW", "N:001/2025/1", "NMM-", "falta una palabra propia", "a word of its own is missing"),
    ),
    case(
        "A1",
        Supplier("KHAYALAN QUIMERRA SEPATU NUSANTARA", "SN", "IDN", "TANGERANG", "15111"),
        SANDALS.planted("REVIEW", "N:003/2025/1", "NMM-", "una palabra de más", "one word more"),
    ),
    case(
        "A1",
        (QUIMERA, WEAVER),
        SHIRTS.planted(
            "REVIEW", "N:001/2025/1", "NMM-", "uno de dos proveedores", "one of two suppliers, no one's for sure"
        ),
    ),
    case(
        "A1",
        (TRADER, FABULA, HANDLER),
        JEANS.planted("REVIEW", "N:002/2025/1", "NMM-", "uno de tres proveedores", "one of three suppliers"),
        replace(JEANS, code="62034292", nico="99").planted(
            "REVIEW", "N:002/2025/1", "NMM-", "uno de tres proveedores", "one of three suppliers"
        ),
    ),
    case(
        "A1",
        FABULA,
        replace(JEANS, code="62034202", nico="00", description="PANTALONES CON PETO").planted(
            "REVIEW", "N:002/2025/1", "MNM-", "otra fracción de la subpartida", "another code of the subheading"
        ),
    ),
    case(
        "A1",
        SANDAL_MAKER,
        replace(SANDALS, nico="").planted(
            "REVIEW", "N:003/2025/1", "MNM-", "no se declaró el NICO", "the NICO is not declared"
        ),
        replace(SANDALS, nico="91").planted(
            "REVIEW", "N:003/2025/1", "MNM-", "otro NICO de la fracción", "another NICO of the code"
        ),
    ),
    case(
        "A1",
        QUIMERA,
        replace(SHIRTS, origin="KCD").planted(
            "REVIEW", "N:001/2025/1", "MM?-", "KCD: origen no declarado", "KCD: origin not declared"
        ),
        replace(SHIRTS, origin="QQQ").planted(
            "REVIEW", "N:001/2025/1", "MM?-", "país desconocido: origen no declarado", "unknown country: not declared"
        ),
    ),
    case(
        "A1",
        Supplier("HUANXIANG ESPEJISMO SILICON MATERIAL CO LTD", "SN", bare=True),
        POLYSILICON.planted(
            "REVIEW", "N:009/2026/1", "MMM?", "productor nombrado, lugar no", "producer named, place not"
        ),
    ),
    case(
        "A1",
        replace(SILICON, tax_id="SN", city="WUXI", postal_code="214000"),
        POLYSILICON.planted(
            "REVIEW",
            "N:009/2026/1",
            "MMM?",
            "el vendedor está fuera; la planta no se dice",
            "seller outside; plant unsaid",
        ),
    ),
    case(
        "A1",
        (WESTERN, INLAND),
        TOMATO_PASTE.planted(
            "REVIEW", "N:005/2025/1", "-MMN", "uno de dos proveedores está ahí", "one of two suppliers is there"
        ),
        WIGS.planted("REVIEW", "N:005/2025/2", "-MMN", "uno de dos proveedores está ahí", "one of two is there"),
    ),
    replace(
        case(
            "R1",
            TRADER,
            JUMPERS.planted("REVIEW", "N:001/2025/1", "?MM-", "también la rectificación", "a rectification as well"),
        ),
        rectifies=True,
    ),
    case(
        "AF",
        (QUIMERA, TRADER),
        replace(SHIRTS, nico="").planted(
            "REVIEW", "N:001/2025/1", "NMM-", "uno de dos proveedores", "one of two suppliers"
        ),
    ),
    case(
        "V5",
        (SILICON, INLAND),
        POLYSILICON.planted("REVIEW", "N:009/2026/1", "NMMN", "virtual; uno de dos", "virtual; one of two suppliers"),
    ),
)
