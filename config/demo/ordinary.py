"""The ordinary part of the file: invented suppliers and plain goods that no list has to do with."""

import random
from collections.abc import Iterator
from typing import Final

from config.demo.importers import FAILING_RFC, GENERIC_RFC
from config.demo.model import Item, Pedimento, Supplier

# words no firm would be called by, each with the trade, the legal form and where it is
WORDS: Final = (
    "CHIRIMBOLO", "BATIBURRILLO", "QUISICOSA", "ZARANDAJA", "FARFULLA", "TRASGO", "CRONOPIO", "ZIPIZAPE", "PERENDENGUE",
    "ZASCANDIL", "FANTOCHE", "PAMPLINA", "CACHIVACHE", "GARABATO", "RUNRÚN", "ENSOÑACIÓN", "ÑAQUE", "MOJIGANGA",
)  # fmt: skip
PLACES: Final = (
    ("USA", "PRECISION PARTS INC", "LAREDO", "78045", "USD"),
    ("USA", "INDUSTRIAL SUPPLY LLC", "HOUSTON", "77002", "USD"),
    ("DEU", "MASCHINENBAU GMBH", "STUTTGART", "70173", "EUR"), ("CAN", "COMPONENTS LTD", "TORONTO", "M5H 2N2", "CAD"),
    ("JPN", "SEIKI CO LTD", "NAGOYA", "460-0008", "JPY"), ("KOR", "ELECTRONICS CO LTD", "SUWON", "16677", "USD"),
    ("ITA", "MECCANICA SRL", "TORINO", "10121", "EUR"), ("ESP", "SUMINISTROS SL", "VALENCIA", "46001", "EUR"),
    ("BRA", "INDÚSTRIA LTDA", "SÃO PAULO", "01001-000", "USD"), ("ZYA", "HANDEL BV", "ROTTERDAM", "3011", "EUR"),
    ("ROM", "PRODUCTIE SRL", "CLUJ", "400001", "EUR"), ("IND", "ENGINEERING PVT LTD", "PUNE", "411001", "USD"),
    ("CHN", "HARDWARE CO., LTD.", "NINGBO", "315000", "USD"),
    ("CHN", "PLASTIC PRODUCTS CO., LTD.", "DONGGUAN", "523000", "USD"),
    ("TWN", "MACHINERY CO LTD", "TAICHUNG", "40001", "USD"), ("FRA", "ÉQUIPEMENTS SARL", "LYON", "69001", "EUR"),
    ("MEX", "SERVICIOS SA DE CV", "APODACA", "66600", "MXP"), ("COL", "COMERCIAL SAS", "BOGOTÁ", "110111", "USD"),
)  # fmt: skip
MISSING_IDS: Final = ("SN", "S/N", "N/A", "NA", "0", ".")  # how real rows spell that there is none

# fracción, NICO, what it says, price; none of them is on a list of the demonstration
GOODS: Final = (
    ("39269099", "06", "EMPAQUETADURAS PARA USO AUTOMOTRIZ", 0.5), ("39232101", "00", "BOLSAS DE POLIETILENO", 0.02),
    ("39173291", "00", "TUBO FLEXIBLE DE PLÁSTICO", 1.4), ("40169304", "99", "JUNTAS DE CAUCHO VULCANIZADO", 0.3),
    ("48191001", "00", "CAJAS DE CARTÓN CORRUGADO", 0.6), ("48025599", "01", "PAPEL BOND EN BOBINA", 0.9),
    ("70071999", "99", "VIDRIO TEMPLADO", 5.2), ("72104999", "99", "LÁMINA DE ACERO GALVANIZADA", 0.8),
    ("73181599", "03", "TORNILLOS PARA USO AUTOMOTRIZ", 0.04), ("73269099", "99", "SOPORTES DE ACERO", 1.9),
    ("74081102", "99", "ALAMBRE DE COBRE REFINADO", 9.1), ("76042902", "00", "PERFILES DE ALUMINIO", 3.4),
    ("82130001", "00", "TIJERAS", 1.1), ("83024106", "99", "HERRAJES PARA PUERTA", 2.3),
    ("84099199", "02", "PISTONES PARA MOTOR", 12.5), ("84212301", "00", "FILTROS DE ACEITE", 2.8),
    ("84713001", "99", "COMPUTADORA PORTÁTIL", 412.0), ("84733004", "99", "PARTES DE COMPUTADORA", 18.0),
    ("84818002", "00", "GRIFERÍA SANITARIA", 14.0), ("84821099", "99", "RODAMIENTOS DE BOLAS", 3.0),
    ("85011010", "04", "MOTORES DE CORRIENTE CONTINUA", 6.0), ("85044008", "00", "ELIMINADORES DE BATERÍA", 4.4),
    ("85176217", "01", "APARATOS DE RED LOCAL", 75.0), ("85340004", "02", "CIRCUITOS IMPRESOS MULTICAPA", 1.7),
    ("85369028", "00", "CAJAS DE CONEXIÓN", 0.7), ("85423103", "99", "CIRCUITOS INTEGRADOS", 2.1),
    ("85444299", "01", "ARNESES ELÉCTRICOS", 6.5), ("87082904", "00", "PANELES DE PUERTA", 21.0),
    ("87089412", "04", "COLUMNAS DE DIRECCIÓN", 88.0), ("90183999", "01", "CATÉTERES", 1.2),
    ("90261007", "02", "MEDIDORES DE FLUJO", 95.0), ("94036099", "00", "MUEBLES DE MADERA", 64.0),
    ("95030004", "00", "MUÑECAS DE PLÁSTICO", 2.2), ("96081002", "99", "BOLÍGRAFOS", 0.1),
    ("33049999", "00", "PREPARACIONES DE BELLEZA", 3.6), ("18069099", "99", "CHOCOLATE RELLENO", 4.0),
    ("22042104", "02", "VINO TINTO", 5.5), ("08081001", "00", "MANZANAS FRESCAS", 1.0),
    ("12019002", "00", "HABA DE SOYA", 0.5), ("31021001", "00", "UREA", 0.4),
)  # fmt: skip
KEYS: Final = (("A1", 60), ("IN", 18), ("AF", 6), ("V1", 4), ("R1", 3), ("T1", 3), ("F4", 2), ("A3", 2), ("C1", 2))
REMARKS: Final = ("", "", "", "", "MERCANCÍA NUEVA", "SE ANEXA CARTA TÉCNICA")


def suppliers() -> tuple[Supplier, ...]:
    """Return the invented suppliers, one for each word and place in turn."""
    made = []
    for i, word in enumerate(WORDS * 3):
        country, trade, city, postal_code, _ = PLACES[(i * 5 + i // len(WORDS)) % len(PLACES)]
        tax_id = MISSING_IDS[i % len(MISSING_IDS)] if i % 4 == 0 else f"{country[:2]}{7_100_000 + i * 991}"
        made.append(Supplier(f"{word} {trade}", tax_id, country, city, postal_code, bare=i % 2 == 1, utf8=i % 7 == 3))
    return tuple(made)


def currency(country: str) -> str:
    """Return the currency in which a supplier of a country bills, in the codes of the pedimento (MXP, not MXN)."""
    return next((place[4] for place in PLACES if place[0] == country), "USD")


def declarations(rng: random.Random, count: int) -> Iterator[Pedimento]:
    """Yield ordinary declarations; the first has very many lines, as happens in real files."""
    firms = suppliers()
    keys, weights = zip(*KEYS, strict=True)
    for number in range(count):
        key = "A1" if number == 0 else rng.choices(keys, weights)[0]
        chosen = rng.sample(firms, 2) if number % 22 == 7 else [rng.choice(firms)]
        size = 180 if number == 0 else min(40, 1 + int(rng.expovariate(0.19)))
        export = number % 16 == 5
        items = tuple(_item(rng, chosen[0]) for _ in range(size))
        yield Pedimento(
            "A1" if export else key,
            tuple(chosen),
            items,
            importer=_importer(rng, number),
            export=export,
            rectifies=key == "R1" and not export,
        )


def _importer(rng: random.Random, number: int) -> int:
    if number % 60 == 11:
        return FAILING_RFC
    return GENERIC_RFC if number % 60 == 31 else rng.randrange(12)


def _item(rng: random.Random, supplier: Supplier) -> Item:
    code, nico, description, price = rng.choice(GOODS)
    declared = rng.choices((nico, "", nico.lstrip("0") or "0"), (62, 35, 3))[0]  # 35 % blank; some lost their zero
    origin = supplier.country if rng.random() < 0.8 else rng.choice(PLACES)[0]
    return Item(
        code,
        "EMU" if rng.random() < 0.005 else origin,
        description,
        declared,
        price=round(price * rng.uniform(0.8, 1.3), 5),
        remark=rng.choice(REMARKS),
        seller_country=supplier.country,
        utf8=rng.random() < 0.05,
    )
