"""CLEAR beside a national resolution: one criterion is not met, or the act has no effect on the day."""

from dataclasses import replace
from typing import Final

from config.demo.model import Pedimento, Supplier, case
from config.demo.planted.goods import (
    AMERICAN,
    BALLS,
    BATTERIES,
    CARPETS,
    COFFEE,
    HANDLER,
    JEANS,
    POLYSILICON,
    RAW_COTTON,
    SANDALS,
    SHIRTS,
    SHRIMP,
    TOMATO_PASTE,
    TOWELS,
    TOYS,
    TRADER,
    WIGS,
    YARN,
)
from config.demo.planted.stop import BATTERY_MAKER, CARPET_MAKER, FABULA, QUIMERA, SANDAL_MAKER
from config.demo.planted.watch import KORLA

SPANISH: Final = Supplier("ZARANDAJA CONSERVAS SL", "B99999999", "ESP", "BADAJOZ", "06001")

CASES: Final[tuple[Pedimento, ...]] = (
    # other goods
    case(
        "A1",
        QUIMERA,
        TOYS.planted(
            "CLEAR", "N:001/2025/1", "MXM-", "el productor listado, otro bien", "the listed producer, other goods"
        ),
    ),
    case(
        "A1",
        SANDAL_MAKER,
        replace(SANDALS, code="64039913", nico="01", description="CALZADO DE PIEL PARA HOMBRE").planted(
            "CLEAR", "N:003/2025/1", "MXM-", "otra subpartida", "another subheading"
        ),
    ),
    case(
        "A1",
        CARPET_MAKER,
        replace(CARPETS, code="57024201", description="ALFOMBRAS TEJIDAS SINTÉTICAS").planted(
            "CLEAR", "N:011/2026/1", "MXM-", "otra partida, 5702", "another heading, 5702"
        ),
    ),
    case(
        "A1",
        BATTERY_MAKER,
        replace(BATTERIES, code="85340004", nico="99", description="CIRCUITOS IMPRESOS").planted(
            "CLEAR", "N:012/2026/1", "MX--", "otro bien del productor", "other goods of the producer"
        ),
    ),
    # another origin
    case(
        "A1",
        QUIMERA,
        replace(SHIRTS, origin="BGD").planted(
            "CLEAR", "N:001/2025/1", "MMX-", "origen Bangladesh", "origin Bangladesh"
        ),
        replace(SHIRTS, origin="TWN").planted("CLEAR", "N:001/2025/1", "MMX-", "Taiwán no es CHN", "Taiwan is not CHN"),
    ),
    case(
        "A1",
        FABULA,
        replace(JEANS, origin="KHM").planted("CLEAR", "N:002/2025/1", "MMX-", "origen Camboya", "origin Cambodia"),
    ),
    case(
        "A1",
        AMERICAN,
        replace(RAW_COTTON, origin="UZB").planted("CLEAR", "N:004/2025/1", "-MX-", "algodón uzbeko", "Uzbek cotton"),
        replace(RAW_COTTON, origin="USA").planted("CLEAR", "N:004/2025/1", "-MX-", "algodón de EE. UU.", "US cotton"),
    ),
    case(
        "A1",
        SPANISH,
        replace(TOMATO_PASTE, origin="ESP").planted(
            "CLEAR", "N:005/2025/1", "-MX?", "tomate español", "Spanish tomatoes"
        ),
    ),
    case(
        "A1",
        KORLA,
        replace(TOMATO_PASTE, origin="ESP").planted(
            "CLEAR",
            "N:005/2025/1",
            "-MXM",
            "vende uno de la región, el origen es otro",
            "sold from there, made elsewhere",
        ),
        replace(WIGS, origin="IND").planted("CLEAR", "N:005/2025/2", "-MXM", "origen India", "origin India"),
        TOYS.planted("CLEAR", "N:005/2025/1", "-XMM", "de la región, pero otro bien", "from the region, other goods"),
    ),
    # another producer declared
    case(
        "A1",
        TRADER,
        replace(SHIRTS, maker="ZARANDAJA KNITTING MILL").planted(
            "CLEAR", "N:001/2025/1", "XMM-", "PO declara otro productor", "PO declares another producer"
        ),
        replace(POLYSILICON, maker="ZARANDAJA SILICON WORKS").planted(
            "CLEAR", "N:009/2026/1", "XMM?", "PO declara otro productor", "PO declares another producer"
        ),
        replace(BATTERIES, maker="ZARANDAJA CELLS CO").planted(
            "CLEAR", "N:012/2026/1", "XM--", "PO declara otro productor", "PO declares another producer"
        ),
        replace(SHRIMP, maker="ZARANDAJA AQUA FARMS").planted(
            "CLEAR", "N:010/2026/1", "XMM-", "PO declara otro productor", "PO declares another producer"
        ),
    ),
    case(
        "V1",
        None,
        replace(JEANS, maker="ZARANDAJA DENIM FACTORY").planted(
            "CLEAR", "N:002/2025/1", "XMM-", "virtual sin proveedor, pero con PO", "virtual, no supplier, but a PO"
        ),
    ),
    case(
        "A1",
        HANDLER,
        replace(JEANS, maker="HUYEN THOAI MITO SEWING NO. 9 FACTORY").planted(
            "CLEAR", "N:002/2025/1", "XMM-", "fábrica de otro número", "a factory of another number"
        ),
        replace(JEANS, maker="HU CAU LEYENDA GARMENT JSC").planted(
            "CLEAR",
            "N:002/2025/1",
            "XMM-",
            "empresa hermana, otro nombre propio",
            "sister firm, another name of its own",
        ),
    ),
    # acts without effect on the day
    case(
        "A1",
        Supplier("TASAWWUR INEXISTENTE SPORTS (PVT.) LTD.", "SN", "PAK", "SIALKOT", "51310"),
        BALLS.planted("CLEAR", "", "", "la resolución no probó la práctica", "the act found nothing proven"),
    ),
    case(
        "A1",
        Supplier("FAZENDA MIRAGEM FICTÍCIA LTDA.", "SN", "BRA", "PATROCÍNIO", "38740-000"),
        COFFEE.planted("CLEAR", "", "", "la resolución fue anulada", "the act was annulled"),
    ),
    case(
        "A1",
        Supplier("HAYALI MASAL TEKSTIL SANAYI A.S.", "SN", "TUR", "DENIZLI", "20000"),
        TOWELS.planted("CLEAR", "", "", "la resolución aún no surte efecto", "the act has no effect yet"),
    ),
    case(
        "A1",
        AMERICAN,
        replace(YARN, origin="USA").planted(
            "CLEAR", "W:CBP-07", "-MX?", "hilo de otro origen", "yarn of another origin"
        ),
    ),
)
