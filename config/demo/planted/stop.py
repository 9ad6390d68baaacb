"""STOP: a national resolution in force, and the line meets every criterion of it."""

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
    RAW_COTTON,
    SANDALS,
    SHIRTS,
    SHRIMP,
    TOMATO_PASTE,
    TRADER,
    WIGS,
)

QUIMERA: Final = Supplier(
    "ZIXU WUYOU QUIMERA TEXTILE CO., LTD.", "91330109MA2FABULA", "CHN", "HANGZHOU", "311200", "FABLE ROAD 8"
)
FABULA: Final = Supplier("HU CAU FABULA GARMENT JOINT STOCK COMPANY", "0200123456", "VNM", "HAI PHONG", "180000")
SANDAL_MAKER: Final = Supplier("PT KHAYALAN QUIMERA SEPATU", "N/A", "IDN", "TANGERANG", "15111")
SILICON: Final = Supplier(
    "HUANXIANG ESPEJISMO SILICON MATERIAL CO., LTD.", "91650106MA77HUANX", "CHN", "URUMQI", "830011", "MIRAGE AVENUE 1"
)
CARPET_MAKER: Final = Supplier("KALPANIK FANTASIA CARPETS PVT. LTD.", "S/N", "IND", "BHADOHI", "221401")
BATTERY_MAKER: Final = Supplier("GASANG UTOPIA BATTERY CO., LTD.", "1208600065", "KOR", "CHEONGJU", "28116")

CASES: Final[tuple[Pedimento, ...]] = (
    case(
        "A1",
        QUIMERA,
        SHIRTS.planted("STOP", "N:001/2025/1", "MMM-", "productor, fracción y origen", "producer, code and origin"),
        JUMPERS.planted("STOP", "N:001/2025/1", "MMM-", "la otra fracción listada", "the other code listed"),
        replace(SHIRTS, nico="1").planted(
            "STOP", "N:001/2025/1", "MMM-", "el NICO perdió su cero", "the NICO lost its zero"
        ),
        replace(SHIRTS, nico="").planted(
            "STOP", "N:001/2025/1", "MMM-", "la lista no pide NICO", "the list asks for no NICO"
        ),
    ),
    case(
        "A1",
        Supplier("Zixu Wuyou Quimera Textile", "", "CHN", "HANGZHOU", "311200"),
        SHIRTS.planted("STOP", "N:001/2025/1", "MMM-", "sin forma jurídica", "without the legal form"),
    ),
    case(
        "A1",
        Supplier("子虚乌有纺织有限公司", "N/A", "CHN", "杭州", "311200", "虚构路8号", utf8=True),
        SHIRTS.planted("STOP", "N:001/2025/1", "MMM-", "alias en chino", "alias in Chinese"),
    ),
    case(
        "A1",
        Supplier("WUYOU QUIMERA KNITWEAR FACTORY", ".", "CHN", "HANGZHOU", "311200"),
        JUMPERS.planted("STOP", "N:001/2025/1", "MMM-", "alias listado", "listed alias"),
    ),
    case(
        "A1",
        Supplier("ZARZAMORA DREAM EXPORTS LTD", "91330109MA2FABULA", "CHN", "NINGBO", "315000"),
        SHIRTS.planted(
            "STOP",
            "N:001/2025/1",
            "MMM-",
            "otro nombre, pero el identificador listado cortado a 17",
            "another name, but the listed identifier cut to 17",
        ),
    ),
    case(
        "A1",
        Supplier("ZIXU WUYOU QUIMERRA TEXTILE CO LTD", "0", bare=True),
        SHIRTS.planted(
            "STOP", "N:001/2025/1", "MMM-", "una letra de más; sin domicilio", "one letter more; no address"
        ),
    ),
    case(
        "A1",
        TRADER,
        replace(SHIRTS, maker="ZIXU WUYOU QUIMERA TEXTILE CO., LTD.", seller_country="HKG").planted(
            "STOP",
            "N:001/2025/1",
            "MMM-",
            "vende otro, pero PO nombra al productor, cortado a 30",
            "another sells, but PO names the producer, cut to 30",
        ),
    ),
    case(
        "A1",
        (QUIMERA, QUIMERA),
        SHIRTS.planted(
            "STOP", "N:001/2025/1", "MMM-", "dos facturas de un solo proveedor", "two invoices of one supplier"
        ),
    ),
    case(
        "IN",
        QUIMERA,
        SHIRTS.planted("STOP", "N:001/2025/1", "MMM-", "también la importación temporal", "temporary imports as well"),
    ),
    case(
        "A1",
        FABULA,
        JEANS.planted("STOP", "N:002/2025/1", "MMM-", "primer productor", "first producer"),
        replace(JEANS, code="62034292", nico="99").planted(
            "STOP", "N:002/2025/1", "MMM-", "la otra fracción listada", "the other code listed"
        ),
    ),
    case(
        "A1",
        Supplier("CÔNG TY CỔ PHẦN MAY HƯ CẤU FÁBULA", "0200123456", "VNM", "HẢI PHÒNG", "180000", utf8=True),
        JEANS.planted("STOP", "N:002/2025/1", "MMM-", "alias en vietnamita", "alias in Vietnamese"),
    ),
    case(
        "AF",
        Supplier("TUONG TUONG ESPEJISMO APPAREL CO LTD", "NA", "VNM", "BIEN HOA", "810000"),
        JEANS.planted("STOP", "N:002/2025/1", "MMM-", "segundo productor", "second producer"),
    ),
    case(
        "A1",
        HANDLER,
        replace(JEANS, maker="HUYEN THOAI MITO SEWING NO.7 FACTORY", seller_country="VNM").planted(
            "STOP", "N:002/2025/1", "MMM-", "PO nombra al tercer productor", "PO names the third producer"
        ),
    ),
    case(
        "A1",
        SANDAL_MAKER,
        SANDALS.planted("STOP", "N:003/2025/1", "MMM-", "fracción con el NICO listado", "code with the listed NICO"),
        replace(SANDALS, nico="7").planted(
            "STOP", "N:003/2025/1", "MMM-", "el NICO 07 perdió su cero", "NICO 07 lost its zero"
        ),
    ),
    case(
        "A1",
        AMERICAN,
        RAW_COTTON.planted(
            "STOP", "N:004/2025/1", "-MM-", "sin productor: cualquiera que sea", "no producer asked: whoever it is"
        ),
        replace(RAW_COTTON, nico="").planted(
            "STOP", "N:004/2025/1", "-MM-", "partida 5201 completa", "the whole heading 5201"
        ),
    ),
    case(
        "IN",
        None,
        RAW_COTTON.planted("STOP", "N:004/2025/1", "-MM-", "no hace falta proveedor", "no supplier is needed for it"),
    ),
    case(
        "A1",
        Supplier("FAROLILLO TOMATO PRODUCTS CO., LTD.", "SN", "CHN", "SHIHEZI", ""),
        TOMATO_PASTE.planted(
            "STOP", "N:005/2025/1", "-MMM", "la ciudad está en la región", "the city is in the region"
        ),
    ),
    case(
        "A1",
        Supplier("FAROLILLO FOODS CO., LTD.", "SN", "CHN", "ZONA INDUSTRIAL 3", "832000"),
        TOMATO_PASTE.planted("STOP", "N:005/2025/1", "-MMM", "código postal 83xxxx", "postal code 83xxxx"),
    ),
    case(
        "A1",
        Supplier("FAROLILLO AGRI CO., LTD.", "91652900MA78FABUL", "CHN", "", ""),
        TOMATO_PASTE.planted("STOP", "N:005/2025/1", "-MMM", "dígitos 65 del USCC", "digits 65 of the USCC"),
        WIGS.planted("STOP", "N:005/2025/2", "-MMM", "el otro bien de la resolución", "the other good of the act"),
    ),
    case(
        "A1",
        SILICON,
        POLYSILICON.planted("STOP", "N:009/2026/1", "MMMM", "los cuatro criterios", "all four criteria"),
    ),
    case(
        "A1",
        Supplier("幻想海市蜃楼硅材料有限公司", "91650106MA77HUANX", "CHN", "乌鲁木齐", "830011", utf8=True),
        POLYSILICON.planted("STOP", "N:009/2026/1", "MMMM", "alias en chino y postal", "Chinese alias and postal code"),
    ),
    case(
        "A1",
        Supplier(
            "JINTANAKAN LEYENDA FROZEN SHRIMP PROCESSING AND COLD STORAGE ENTERPRISE PUBLIC COMPANY LIMITED",
            "0105599999999",
            "THA",
            "SAMUT SAKHON",
            "74000",
        ),
        SHRIMP.planted("STOP", "N:010/2026/1", "MMM-", "nombre cortado a 60", "name cut to 60"),
        replace(SHRIMP, code="16052101", description="CAMARÓN PREPARADO").planted(
            "STOP", "N:010/2026/1", "MMM-", "la otra fracción listada", "the other code listed"
        ),
    ),
    case(
        "A1",
        CARPET_MAKER,
        CARPETS.planted("STOP", "N:011/2026/1", "MMM-", "partida 5701 completa", "the whole heading 5701"),
        replace(CARPETS, origin="NPL").planted(
            "STOP", "N:011/2026/1", "MMM-", "el otro origen listado", "the other origin listed"
        ),
    ),
    case(
        "A1",
        BATTERY_MAKER,
        BATTERIES.planted("STOP", "N:012/2026/1", "MM--", "de cualquier origen", "of any origin"),
        replace(BATTERIES, origin="POL").planted("STOP", "N:012/2026/1", "MM--", "origen Polonia", "origin Poland"),
        replace(BATTERIES, origin="KCD").planted(
            "STOP", "N:012/2026/1", "MM--", "origen no declarado, no se pide", "origin not declared, none is asked"
        ),
    ),
    case(
        "A1",
        Supplier("가상유토피아배터리 주식회사", "SN", "KOR", "청주", "28116", utf8=True),
        BATTERIES.planted("STOP", "N:012/2026/1", "MM--", "alias en coreano", "alias in Korean"),
    ),
    case(
        "V1",
        QUIMERA,
        SHIRTS.planted("STOP", "N:001/2025/1", "MMM-", "virtual: se reporta, no se detiene", "virtual: reported only"),
    ),
    case(
        "V5",
        BATTERY_MAKER,
        BATTERIES.planted(
            "STOP", "N:012/2026/1", "MM--", "virtual: se reporta, no se detiene", "virtual: reported only"
        ),
    ),
    replace(
        case(
            "R1",
            FABULA,
            JEANS.planted("STOP", "N:002/2025/1", "MMM-", "también la rectificación", "a rectification as well"),
        ),
        rectifies=True,
    ),
    replace(
        case(
            "A1",
            QUIMERA,
            SHIRTS.planted(
                "STOP",
                "N:001/2025/1",
                "MMM-",
                "número usado antes, otro día de pago",
                "number used before, paid another day",
            ),
        ),
        again=True,
    ),
)
