"""The goods of the planted lines, and invented firms that are on no list."""

from typing import Final

from config.demo.model import Item, Supplier

# goods that an invented resolution names
SHIRTS: Final = Item("61091003", "CHN", "CAMISETAS DE ALGODÓN PARA HOMBRE", "01", price=4.2)
JUMPERS: Final = Item("61102005", "CHN", "SUÉTERES DE PUNTO DE ALGODÓN", "01", price=7.9)
JEANS: Final = Item("62034291", "VNM", "PANTALONES DE MEZCLILLA", "91", price=9.4)
SANDALS: Final = Item("64041999", "IDN", "SANDALIAS PARA HOMBRE, SUELA DE CAUCHO", "07", price=3.1)
RAW_COTTON: Final = Item("52010003", "TKM", "ALGODÓN EN RAMA SIN PEPITA", "02", price=1.8)
TOMATO_PASTE: Final = Item("20029099", "CHN", "PASTA DE TOMATE EN TAMBOR", "00", price=1.1)
WIGS: Final = Item("67042001", "CHN", "PELUCAS DE CABELLO HUMANO", "00", price=38.0)
POLYSILICON: Final = Item("28046101", "CHN", "POLISILICIO GRADO SOLAR", "00", price=14.0)
SHRIMP: Final = Item("03061791", "THA", "CAMARÓN CONGELADO SIN CABEZA", "00", price=8.7)
CARPETS: Final = Item("57011001", "IND", "ALFOMBRAS DE NUDO, DE LANA", "00", price=61.0)
BATTERIES: Final = Item("85076001", "KOR", "ACUMULADORES DE IONES DE LITIO", "00", price=23.0)
BALLS: Final = Item("95066201", "PAK", "BALONES INFLABLES", "00", price=3.3)
COFFEE: Final = Item("09011199", "BRA", "CAFÉ VERDE SIN TOSTAR", "99", price=3.9)
TOWELS: Final = Item("63026006", "TUR", "TOALLAS DE ALGODÓN", "04", price=2.7)
# goods that only foreign lists look at, or none does
TROUSERS: Final = Item("62034292", "CHN", "PANTALONES CORTOS DE ALGODÓN PARA NIÑO", "01", price=5.0)
YARN: Final = Item("52051201", "CHN", "HILO DE ALGODÓN SENCILLO", "00", price=3.0)
TONER: Final = Item("84433101", "CHN", "IMPRESORA MULTIFUNCIONAL LÁSER", "00", price=88.0)
CELLS: Final = Item("85414301", "CHN", "MÓDULOS FOTOVOLTAICOS", "00", price=71.0)
PVC: Final = Item("39041001", "CHN", "RESINA DE PVC POR SUSPENSIÓN", "00", price=0.9)
FASTENERS: Final = Item("73181599", "CHN", "TORNILLOS DE ACERO", "99", price=0.1)
TYRES: Final = Item("40111010", "SRB", "NEUMÁTICOS NUEVOS PARA AUTOMÓVIL", "99", price=31.0)
BICYCLES: Final = Item("87120005", "TWN", "BICICLETAS PARA ADULTO", "03", price=120.0)
SALT: Final = Item("25010002", "KOR", "SAL MARINA", "99", price=0.4)
FISH: Final = Item("03061791", "TWN", "CAMARÓN DE ALTURA CONGELADO", "00", price=6.0)
GLOVES: Final = Item("61161002", "CHN", "GUANTES DE TRABAJO RECUBIERTOS", "99", price=1.2)
DIAMONDS: Final = Item("71021001", "ZWE", "DIAMANTES EN BRUTO", "00", price=310.0)
HARNESSES: Final = Item("85444299", "MEX", "ARNESES ELÉCTRICOS PARA AUTOMÓVIL", "01", price=6.5)
TOYS: Final = Item("95030004", "CHN", "MUÑECAS DE PLÁSTICO", "00", price=2.2)

# invented firms that no list names
TRADER: Final = Supplier("BATIBURRILLO FAR TRADING LIMITED", "SN", "HKG", "KOWLOON", "999077")
WEAVER: Final = Supplier("CHANGSHU ZARANDAJA WEAVING CO., LTD.", "91320581MA1FABRAN", "CHN", "CHANGSHU", "215500")
AMERICAN: Final = Supplier("PERENDENGUE SOURCING LLC", "98-7654321", "USA", "LAREDO", "78045")
HANDLER: Final = Supplier("CHIRIMBOLO VIET SOURCING CO LTD", "0399999999", "VNM", "DA NANG", "550000")
