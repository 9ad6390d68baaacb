"""CLEAR where a careless comparison would cry out: names, places and numbers that only look alike."""

from dataclasses import replace
from typing import Final

from config.demo.importers import NAMED_LIKE_A_PRODUCER
from config.demo.model import Item, Pedimento, Supplier, case
from config.demo.planted.goods import (
    CELLS,
    FASTENERS,
    FISH,
    HARNESSES,
    PVC,
    TONER,
    TOYS,
    TRADER,
    TROUSERS,
    WEAVER,
    YARN,
)

# sellers that share words with a listed firm and are another firm
OTHER_FIRMS: Final[tuple[tuple[str, Item, str, str, str], ...]] = (
    ("AKSU QUISICOSA COLOR SPINNING CO., LTD.", FASTENERS, "U:DHS-01", "otra palabra propia", "another own word"),
    ("ANHUI QUISICOSA NEW MATERIALS CO., LTD.", PVC, "U:DHS-02", "misma provincia y giro", "same province and trade"),
    (
        "BAODING TRASGO TRADE AND BUSINESS CO., LTD.",
        FASTENERS,
        "U:DHS-03",
        "misma ciudad y giro",
        "same city and trade",
    ),
    ("CAMELOT FARFULLA GROUP CO., LTD.", FASTENERS, "U:DHS-04", "Camelot no es Camel", "Camelot is not Camel"),
    ("CHANGJI ZIPIZAPE TEXTILE CO., LTD.", TOYS, "U:DHS-05", "mismo lugar y giro", "same place and trade"),
    (
        "JIANGSU TRASGO SOLAR TECHNOLOGY CO., LTD.",
        CELLS,
        "U:DHS-07",
        "misma provincia y giro",
        "same province and trade",
    ),
    ("KTM CRONOPIO GROUP", FASTENERS, "U:DHS-09", "siglas parecidas", "like initials"),
    ("NINETEEN FABLED STARS CORPORATION", TONER, "U:DHS-11", "Nineteen Stars no es Ninestar", "not Ninestar"),
    ("SHANDONG ZIPIZAPE GROUP CO., LTD.", FASTENERS, "U:DHS-12", "solo palabras comunes", "common words only"),
    (
        "DALIAN TRASGO INTERNATIONAL TRADE CO., LTD.",
        FASTENERS,
        "U:DHS-13",
        "solo palabras comunes",
        "common words only",
    ),
    ("WESTERN FARFULLA COPPER CO., LTD.", FASTENERS, "U:DHS-14", "«Western» solo no dice nada", "“Western” alone"),
    ("XINJIANG QUISICOSA COTTON INDUSTRY CO., LTD.", PVC, "U:DHS-18", "misma región y giro", "same region and trade"),
    ("XINJIANG ZARANDAJA CHEMICAL CO. LTD.", PVC, "U:DHS-19", "misma región y giro", "same region and trade"),
    (
        "YILI TRASGO GARMENT MANUFACTURING CO., LTD.",
        FASTENERS,
        "U:DHS-21",
        "mismo lugar y giro",
        "same place and trade",
    ),
    (
        "ZHUHAI CRONOPIO INFORMATION TECHNOLOGY CO. LTD.",
        TONER,
        "U:DHS-22",
        "misma ciudad y giro",
        "same city and trade",
    ),
    ("LIEN YI HSING NO. 21", FISH, "W:CBP-06", "otro número: otro buque", "another number: another vessel"),
    ("DALIAN CRONOPIO COASTAL FREIGHT CO. LTD.", FISH, "W:CBP-08", "misma ciudad, otro giro", "same city, other trade"),
    ("SHANGHAI TRASGO SAFETY PRODUCTS CO., LTD.", FASTENERS, "W:CBP-11", "misma ciudad y giro", "same city and trade"),
)

CASES: Final[tuple[Pedimento, ...]] = (
    *(
        case("A1", Supplier(name, "SN", "CHN", bare=True), item.planted("CLEAR", entry, "X---", es, en))
        for name, item, entry, es, en in OTHER_FIRMS
    ),
    # the importer, the description and the remarks are never compared with a list of producers
    case(
        "A1",
        WEAVER,
        FASTENERS.planted(
            "CLEAR",
            "N:001/2025/1",
            "?XM-",
            "se parece el importador, no el vendedor",
            "the importer is alike, not the seller",
        ),
        importer=NAMED_LIKE_A_PRODUCER,
    ),
    case(
        "A1",
        TRADER,
        Item("49019991", "CHN", "FOLLETOS DE ZIXU WUYOU QUIMERA TEXTILE CO", "00", price=0.3).planted(
            "CLEAR", "N:001/2025/1", "?XM-", "la descripción lo nombra", "the description names it"
        ),
        replace(TOYS, remark="REFACCION PARA CAMEL GROUP CO LTD").planted(
            "CLEAR", "U:DHS-04", "X---", "la observación lo nombra", "the remark names it"
        ),
    ),
    # places that only look like the region
    case(
        "A1",
        Supplier("TRASGO YARNS CO., LTD.", "91310115MA1FABULA", "CHN", "SHANGHAI", "200070", "XINJIANG ROAD 88"),
        YARN.planted("CLEAR", "W:CBP-07", "-MMX", "calle Xinjiang, en Shanghái", "Xinjiang Road, in Shanghai"),
    ),
    case(
        "A1",
        Supplier("TRASGO EXPORTS PVT LTD", "SN", "IND", "JAMSHEDPUR", "831001"),
        YARN.planted("CLEAR", "W:CBP-07", "-MMX", "831001 es de la India", "831001 is in India"),
    ),
    case(
        "A1",
        Supplier("TRASGO COTTON CO., LTD.", "91330206MA265FABU", "CHN", "", ""),
        YARN.planted(
            "CLEAR", "W:CBP-07", "-MMX", "el 65 no está en la región del USCC", "65 is not in the region digits"
        ),
    ),
    case(
        "A1", WEAVER, TROUSERS.planted("CLEAR", "W:CBP-07", "-NMX", "el vendedor está en Jiangsu", "seller in Jiangsu")
    ),
    case(
        "V1",
        WEAVER,
        HARNESSES.planted("CLEAR", "U:DHS-04", "X---", "virtual con otro vendedor", "virtual, another seller"),
    ),
)
