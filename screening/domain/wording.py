"""What a verdict is called and what it asks for, in both languages; the pages and the files say the same."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kernel.domain.text import Text

NOT_SCREENED: Final = "NOT_SCREENED"


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """The word of a verdict, the tone of its badge, and who is to do what."""

    word: Text
    tone: str
    meaning: Text


# In the order in which every report tells them: what nobody looked at comes first, then the gravest.
WORDS: Final = MappingProxyType(
    {
        NOT_SCREENED: VerdictWords(
            Text("No tamizado", "Not screened"),
            "not-screened",
            Text(
                "El renglón no se pudo leer; nadie lo ha comparado.", "The row could not be read; nobody compared it."
            ),
        ),
        "STOP": VerdictWords(
            Text("Detener", "Stop"),
            "stop",
            Text(
                "Una resolución nacional en vigor lo cubre; lo confirma una persona oficial.",
                "A national resolution in force covers it; an officer confirms.",
            ),
        ),
        "REVIEW": VerdictWords(
            Text("Revisar", "Review"),
            "review",
            Text(
                "Una resolución nacional puede aplicar; lo revisa una persona oficial.",
                "A national resolution may apply; an officer reviews.",
            ),
        ),
        "WATCH": VerdictWords(
            Text("Vigilar", "Watch"),
            "watch",
            Text(
                "Coincide con una lista extranjera o propia; no detiene.",
                "Agrees with a foreign or own list; stops nothing.",
            ),
        ),
        "UNKNOWN": VerdictWords(
            Text("Sin datos", "Unknown"),
            "unknown",
            Text(
                "Lo declarado no alcanza para comparar; no es un visto bueno.",
                "What is declared does not suffice to compare; this is no clearance.",
            ),
        ),
        "CLEAR": VerdictWords(
            Text("Sin coincidencia", "Clear"),
            "clear",
            Text("Algo descarta cada bien listado.", "Something excludes every listed good."),
        ),
    }
)

CRITERIA: Final = MappingProxyType(
    {
        "PRODUCER": Text("Productor", "Producer"),
        "GOODS": Text("Mercancía", "Goods"),
        "ORIGIN": Text("Origen", "Origin"),
        "PLACE": Text("Lugar", "Place"),
    }
)
ANSWERS: Final = MappingProxyType(
    {
        "MET": Text("se cumple", "met"),
        "NEAR": Text("se parece", "near"),
        "NOT_MET": Text("no se cumple", "not met"),
        "NOT_DECLARED": Text("no se declaró", "not declared"),
    }
)
ANSWER_TONES: Final = MappingProxyType(  # what is met speaks for a stop, what is not for a clear line
    {"MET": "stop", "NEAR": "review", "NOT_MET": "clear", "NOT_DECLARED": "unknown"}
)
ROLES: Final = MappingProxyType(
    {
        "SUPPLIER": Text("proveedor", "supplier"),
        "PRODUCER": Text("productor", "producer"),
        "ORIGIN_SUPPLIER": Text("proveedor en origen", "origin supplier"),
        "CONSIGNEE": Text("destinatario", "consignee"),
    }
)
MISSING: Final = MappingProxyType(
    {
        "SUPPLIER": Text("proveedor", "supplier"),
        "PRODUCER": Text("productor", "producer"),
        "ORIGIN": Text("origen", "origin"),
        "GOODS": Text("fracción", "tariff code"),
    }
)
KINDS: Final = MappingProxyType(
    {
        "NATIONAL": Text("nacional", "national"),
        "FOREIGN": Text("extranjera", "foreign"),
        "CUSTOM": Text("propia", "own"),
    }
)
