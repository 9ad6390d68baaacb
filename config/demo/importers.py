"""Invented importers; no such firms exist, and the check digit of each RFC passes but where it is meant to fail."""

from dataclasses import dataclass
from typing import Final

from config.demo.identifiers import rfc


@dataclass(frozen=True, slots=True)
class DemoImporter:
    """An importer of the demonstration as table 501 describes it."""

    name: str
    rfc: str
    street: str
    number: str
    postal_code: str
    city: str
    state: str


def _firm(name: str, base: str, street: str, postal_code: str, city: str, state: str) -> DemoImporter:
    return DemoImporter(name, rfc(base), street, "1", postal_code, city, state)


IMPORTERS: Final = (
    _firm("IMPORTADORA INEXISTENTE DEL BAJÍO SA DE CV", "IIB150312AB", "AV QUIMERA", "37000", "LEÓN", "GTO"),
    _firm("MAQUILADORA FICTICIA DE LA FRONTERA SA DE CV", "MFF080921CD", "BLVD ESPEJISMO", "32000", "JUÁREZ", "CHI"),
    _firm("TEXTILES IMAGINARIOS DEL VALLE SA DE CV", "TIV110704EF", "CALLE FÁBULA", "72000", "PUEBLA", "PUE"),
    _firm("AUTOPARTES DE UTOPÍA S DE RL DE CV", "AUT190228GH", "CIRCUITO NINGUNO", "76000", "QUERÉTARO", "QUE"),
    _firm("ALIMENTOS DE LEYENDA SA DE CV", "ALE050516JK", "CALZADA DEL CUENTO", "44100", "GUADALAJARA", "JAL"),
    _firm("COMERCIALIZADORA ÑANDÚ FANTASMA SA DE CV", "CÑF121212LM", "AV DEL ENSUEÑO", "06000", "CUAUHTÉMOC", "DF"),
    _firm("ELECTRÓNICA SUPUESTA DE OCCIDENTE SA DE CV", "ESO070809NP", "PRIV ILUSIÓN", "45100", "ZAPOPAN", "JAL"),
    _firm("FERRETERÍA DE NUNCA JAMÁS SA DE CV", "FNJ990130QR", "CALLE SIN NOMBRE", "64000", "MONTERREY", "NL"),
    _firm("JUGUETES Y PATRAÑAS SA DE CV", "J&P141105ST", "AV TRAVESURA", "50000", "TOLUCA", "MEX"),
    _firm("LABORATORIO HIPOTÉTICO NACIONAL SA DE CV", "LHN030617UV", "CALLE CONJETURA", "62000", "CUERNAVACA", "MOR"),
    _firm("CALZADO DE MENTIRAS SAPI DE CV", "CME160423AX", "AV DISPARATE", "37200", "LEÓN", "GTO"),
    _firm("MUEBLES DEL REINO PERDIDO SA DE CV", "MRP091019BY", "CALLE LABERINTO", "22000", "TIJUANA", "BC"),
    _firm("ZIXU WUYOU QUIMERA DE MÉXICO SA DE CV", "ZWQ200220CZ", "AV COINCIDENCIA", "80000", "CULIACÁN", "SIN"),
    DemoImporter(  # the last character should be another: some genuine RFCs fail the check as well
        "ERRATAS INVENTADAS DEL NORTE SA DE CV", "EIN101010AA0", "CALLE TACHÓN", "2", "31000", "CHIHUAHUA", "CHI"
    ),
    DemoImporter("PÚBLICO EN GENERAL", "XAXX010101000", "SIN DOMICILIO", "0", "06000", "CUAUHTÉMOC", "DF"),
)
NAMED_LIKE_A_PRODUCER: Final = 12
FAILING_RFC: Final = 13
GENERIC_RFC: Final = 14
