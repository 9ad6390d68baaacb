"""WATCH: a foreign list names the firm, or the goods of a place whoever made them."""

from dataclasses import replace
from typing import Final

from config.demo.model import Item, Pedimento, Supplier, case
from config.demo.planted.goods import (
    AMERICAN,
    BICYCLES,
    CELLS,
    DIAMONDS,
    FASTENERS,
    FISH,
    GLOVES,
    PVC,
    RAW_COTTON,
    SALT,
    TOMATO_PASTE,
    TONER,
    TRADER,
    TROUSERS,
    TYRES,
    WEAVER,
    YARN,
)

Named = tuple[str, Item, str, str, str, str]

# the supplier's name, what it sells, the entry, how its name stands in the file
BY_NAME: Final[tuple[Named, ...]] = (
    ("AKSU HUAFU COLOR SPINNING CO., LTD.", YARN, "U:DHS-01", "M", "nombre exacto", "exact name"),
    ("HUAFU COLOR SPINNING (AKSU) CO LTD", FASTENERS, "U:DHS-01", "M", "otro orden", "other order of words"),
    ("AKESU HUAFU MELANGE YARN CO LTD", YARN, "U:DHS-01", "M", "alias", "alias"),
    ("CHAOHU YOUNGOR COLOR SPINNING TECHNOLOGY CO., LTD.", YARN, "U:DHS-02", "M", "nombre anterior", "former name"),
    (
        "CHAOHU XINYA COLOUR SPINNING TECH",
        FASTENERS,
        "U:DHS-02",
        "M",
        "nombre anterior, abreviado",
        "former, shortened",
    ),
    ("BAODING LYSZD TRADE & BUSINESS CO LTD", TROUSERS, "U:DHS-03", "M", "signo & por «and»", "sign & for “and”"),
    ("CAMEL GROUP CO LTD", FASTENERS, "U:DHS-04", "M", "sin puntos", "without points"),
    ("CHANGJI YIDA TEXTILE CO.,LTD", YARN, "U:DHS-05", "M", "alias", "alias"),
    ("JIANGSU GAOZHAO NEW ENERGY DEVELOPMENT CO LTD", CELLS, "U:DHS-07", "M", "nombre anterior", "former name"),
    ("KTK HOLDING", FASTENERS, "U:DHS-09", "M", "alias corto", "short alias"),
    (
        "LOP COUNTY MEIXIN HAIR PRODUCTS CO LTD",
        FASTENERS,
        "U:DHS-10",
        "M",
        "sin coma ni puntos",
        "without comma or points",
    ),
    ("C/O NINESTAR CORP.", TONER, "U:DHS-11", "M", "con C/O delante", "with C/O before it"),
    ("RIZHAO MEIJIA GROUP", replace(FISH, origin="CHN"), "U:DHS-12", "M", "alias", "alias"),
    ("DEHUI (DALIAN) INTERNATIONAL TRADE CO., LTD.", FASTENERS, "U:DHS-13", "M", "alias", "alias"),
    ("XINJIANG COTTON INDUSTRY GROUP JIASHI COTTON INDUSTRY CO., LTD.", YARN, "U:DHS-15", "M", "a 60", "cut to 60"),
    ("XINJIANG DAQIN ENERGY CO LTD", CELLS, "U:DHS-16", "M", "alias", "alias"),
    ("XPCC", FASTENERS, "U:DHS-17", "M", "siglas", "acronym"),
    ("XINJIANG TIANHONG NEW EIGHT COTTON INDUSTRY CO", YARN, "U:DHS-18", "M", "alias", "alias"),
    ("XINJIANG ZHONG TAI CHEMICAL CO LTD", PVC, "U:DHS-19", "M", "palabra partida", "split word"),
    ("XINJIANG ZHONGTAI (GROUP) CO LTD", PVC, "U:DHS-20", "M", "con paréntesis", "with brackets"),
    ("YILI ZHUOWAN GARMENT MFG CO LTD", TROUSERS, "U:DHS-21", "M", "abreviatura MFG", "abbreviation MFG"),
    ("ZHUHAI NINESTAR INFORMATION TECHNOLOGY CO LTD", TONER, "U:DHS-22", "M", "sin puntos", "without points"),
    ("ZHUHAI PANTUM ELECTRONIC CO LTD", TONER, "U:DHS-23", "M", "sin la S", "without the S"),
    ("ZIJIN MINING GROUP COMPANY LIMITED", FASTENERS, "U:DHS-24", "M", "forma escrita entera", "legal form spelt out"),
    ("HOTAN TAIDA APPAREL CO., LTD.", TROUSERS, "W:CBP-02", "M", "Hotan es Hetian", "Hotan is Hetian"),
    ("LIEN YI HSING NO.12", FISH, "W:CBP-06", "M", "el buque, sin espacio", "the vessel, without space"),
    ("DALIAN OCEAN FISHING CO LTD", FISH, "W:CBP-08", "M", "dueña de los buques", "owner of the vessels"),
    ("HOSHINE SILICON IND. CO. LTD.", FASTENERS, "W:CBP-09", "M", "abreviatura IND", "abbreviation IND"),
    ("SELECT (NANTONG) SAFETY PRODUCTS CO LTD", GLOVES, "W:CBP-11", "M", "filial nombrada", "named subsidiary"),
)
ELSEWHERE: Final[tuple[tuple[Supplier, Item, str, str, str], ...]] = (
    (Supplier("TAEPYUNG SALT FARM", "SN", "KOR", "SINAN", "58824"), SALT, "W:CBP-12", "la salina", "the salt farm"),
    (Supplier("GIANT MFG CO LTD", "SN", "TWN", "TAICHUNG", "437"), BICYCLES, "W:CBP-13", "abreviatura", "abbreviation"),
    (
        Supplier("FIREMOUNT GROUP LTD", "SN", "MUS", "PORT LOUIS", "11328"),
        replace(TROUSERS, origin="MUS"),
        "W:CBP-14",
        "nombre exacto",
        "exact name",
    ),
    (
        Supplier("LINGLONG INTERNATIONAL EUROPE DOO ZRENJANIN", "SN", "SRB", "ZRENJANIN", "23000"),
        TYRES,
        "W:CBP-15",
        "D.O.O. sin puntos",
        "D.O.O. without points",
    ),
    (
        Supplier("NEEDLE CRAFT LTD.", "SN", "JOR", "IRBID", "21110"),
        replace(TROUSERS, origin="JOR"),
        "W:CBP-16",
        "nombre exacto",
        "exact name",
    ),
)


def _chinese(name: str) -> Supplier:
    return Supplier(name, "SN", "CHN", bare=True)


ZIJIN: Final = Supplier("ZIJIN MINING GROUP CO., LTD.", "SN", "CHN", "SHANGHANG", "364200")
KORLA: Final = Supplier("ZASCANDIL SPINNING CO., LTD.", "SN", "CHN", "KORLA", "841000")
BY_POSTCODE: Final = Supplier("ZASCANDIL YARNS CO., LTD.", "SN", "CHN", "PARQUE TEXTIL", "831100")
BY_DIGITS: Final = Supplier("ZASCANDIL FIBERS CO., LTD.", "91659001MA77FABUL", "CHN", "", "")

CASES: Final[tuple[Pedimento, ...]] = (
    *(
        case("A1", _chinese(name), item.planted("WATCH", entry, f"{answer}---", es, en))
        for name, item, entry, answer, es, en in BY_NAME
    ),
    *(
        case("A1", supplier, item.planted("WATCH", entry, "M---", es, en))
        for supplier, item, entry, es, en in ELSEWHERE
    ),
    case(
        "A1",
        TRADER,
        replace(FASTENERS, maker="KASHGAR CONSTRUCTION ENGINEERING (GROUP) CO., LTD.").planted(
            "WATCH", "U:DHS-08", "M---", "PO cortado a 30", "PO cut to 30"
        ),
        replace(FISH, maker="DA WANG").planted(
            "WATCH", "W:CBP-04", "M---", "PO nombra el buque", "PO names the vessel"
        ),
    ),
    case(
        "A1",
        (ZIJIN, TRADER),
        FASTENERS.planted("WATCH", "U:DHS-24", "N---", "uno de dos proveedores", "one of two suppliers"),
    ),
    case("IN", ZIJIN, FASTENERS.planted("WATCH", "U:DHS-24", "M---", "importación temporal", "temporary import")),
    case("V1", ZIJIN, FASTENERS.planted("WATCH", "U:DHS-24", "M---", "virtual", "virtual operation")),
    case(
        "V5",
        Supplier("AGROPECUARIOS TOM SA DE CV", "SN", "MEX", "SALTILLO", "25000"),
        Item("07020003", "MEX", "TOMATE BOLA FRESCO", "03", price=0.9).planted(
            "WATCH", "W:CBP-10", "M---", "virtual, entre empresas en México", "virtual, between firms in Mexico"
        ),
    ),
    # goods of a place, whoever made them
    case(
        "A1",
        AMERICAN,
        replace(YARN, origin="TKM").planted("WATCH", "W:CBP-01", "-MM-", "algodón de Turkmenistán", "Turkmen cotton"),
        replace(TROUSERS, origin="TKM").planted(
            "WATCH", "W:CBP-01", "-NM-", "prenda: puede llevar ese algodón", "garment: may hold that cotton"
        ),
    ),
    case(
        "AF",
        None,
        replace(YARN, origin="TKM").planted("WATCH", "W:CBP-01", "-MM-", "sin proveedor", "without a supplier"),
    ),
    case(
        "A1",
        KORLA,
        YARN.planted("WATCH", "W:CBP-07", "-MMM", "ciudad de la región", "city of the region"),
        TROUSERS.planted("WATCH", "W:CBP-07", "-NMM", "prenda: bien afín", "garment: akin"),
    ),
    case(
        "A1",
        Supplier("", "SN", "CHN", "SHIHEZI", "832000"),
        YARN.planted("WATCH", "W:CBP-07", "-MMM", "sin nombre, pero con domicilio", "no name, but an address"),
    ),
    case("A1", BY_POSTCODE, YARN.planted("WATCH", "W:CBP-07", "-MMM", "código postal 83xxxx", "postal code 83xxxx")),
    case("A1", BY_DIGITS, YARN.planted("WATCH", "W:CBP-07", "-MMM", "dígitos 65 del USCC", "digits 65 of the USCC")),
    case(
        "A1",
        BY_POSTCODE,
        replace(TOMATO_PASTE, code="20021001", description="TOMATES ENTEROS EN CONSERVA").planted(
            "WATCH", "W:CBP-07", "-MMM", "tomate de la región", "tomatoes of the region"
        ),
        replace(TOMATO_PASTE, code="21032002", nico="01", description="KÉTCHUP").planted(
            "WATCH", "W:CBP-07", "-NMM", "bien afín al tomate", "akin to tomatoes"
        ),
    ),
    case(
        "A1",
        (KORLA, WEAVER),
        YARN.planted("WATCH", "W:CBP-07", "-MMN", "uno de dos está en la región", "one of two is in the region"),
    ),
    case(
        "A1",
        Supplier("ZASCANDIL GEMS (PVT) LTD", "SN", "ZWE", "MARANGE", ""),
        DIAMONDS.planted("WATCH", "W:CBP-03", "-MMM", "la ciudad es la del campo", "the city is that of the field"),
    ),
    case(
        "A1",
        KORLA,
        replace(RAW_COTTON, origin="CHN").planted("WATCH", "W:CBP-07", "-MMM", "algodón de la región", "its cotton"),
    ),
)
