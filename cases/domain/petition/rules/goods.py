"""What the rules ask of the goods, of who makes them, and of where they come from."""

from typing import Final

from cases.domain.petition import checks
from cases.domain.petition.requisites import FaultRule, Severity
from cases.domain.petition.rules.building import missing
from cases.domain.rules import Content
from kernel.domain.text import Text

CODES: Final = "goods.*.codes.*"
COUNTRIES: Final = ("producers.*.country", "origins.*.country", "provenances.*.country")
TRAITS: Final = {
    "specs": Text("Faltan las especificaciones técnicas.", "The technical specifications are missing."),
    "function": Text("Falta la función de la mercancía.", "The function of the goods is missing."),
    "use": Text("Falta el uso de la mercancía.", "The use of the goods is missing."),
    "nature": Text("Falta la naturaleza de la mercancía.", "The nature of the goods is missing."),
    "components": Text("Faltan los componentes.", "The components are missing."),
    "inputs": Text("Faltan los insumos.", "The inputs are missing."),
}

GOODS: Final = (
    FaultRule(
        "GOODS_MISSING",
        ("goods",),
        Severity.FAULT,
        Text("Falta la mercancía.", "The goods are missing."),
        (Content.GOODS_DESCRIPTION, Content.TARIFF_CODE, Content.GOODS_TRAITS),
    ),
    missing(
        "GOODS_DESCRIPTION",
        "goods.*.description",
        Content.GOODS_DESCRIPTION,
        "Falta describir la mercancía.",
        "The description of the goods is missing.",
    ),
    missing(
        "TARIFF_CODE",
        "goods.*.codes",
        Content.TARIFF_CODE,
        "Falta la fracción arancelaria.",
        "No tariff code is given.",
    ),
    *(
        missing(f"GOODS_{trait.upper()}", f"goods.*.{trait}", Content.GOODS_TRAITS, words.es, words.en)
        for trait, words in TRAITS.items()
    ),
    FaultRule(
        "TARIFF_CODE_MALFORMED",
        (f"{CODES}.code",),
        Severity.WARNING,
        Text("La fracción lleva ocho dígitos, sin puntos.", "A tariff code has eight digits and no dots."),
        (Content.TARIFF_CODE,),
        fails=checks.is_no_tariff_code,
    ),
    FaultRule(
        "TARIFF_CODE_UNKNOWN",
        (f"{CODES}.code",),
        Severity.WARNING,
        Text("La fracción no está en la tarifa cargada.", "The tariff that is loaded does not have the code."),
        (Content.TARIFF_CODE,),
        fails=checks.is_not_in_tariff,
    ),
    FaultRule(
        "NICO_MALFORMED",
        (f"{CODES}.nico",),
        Severity.WARNING,
        Text("El NICO lleva dos dígitos.", "A NICO has two digits."),
        (Content.TARIFF_CODE,),
        fails=checks.is_no_nico,
    ),
)
MAKERS: Final = (
    missing("PRODUCERS", "producers", Content.PRODUCERS, "Falta quién produce.", "The producer is missing."),
    missing(
        "PRODUCER_NAME",
        "producers.*.name",
        Content.PRODUCERS,
        "Falta el nombre del productor.",
        "The name of the producer is missing.",
    ),
    missing(
        "PRODUCER_DOMICILE",
        "producers.*.domicile",
        Content.PRODUCERS,
        "Falta el domicilio del productor.",
        "The domicile of the producer is missing.",
    ),
    *(
        FaultRule(f"PRODUCER_{code}_MISSING", (f"producers.*.{field}",), Severity.WARNING, words, (Content.PRODUCERS,))
        for code, field, words in (
            ("COUNTRY", "country", Text("Falta el país del productor.", "The country of the producer is missing.")),
            ("ROLE", "role", Text("Falta qué hace el productor.", "It is not said what the producer does.")),
        )
    ),
    FaultRule(
        "ORIGIN_OR_PROVENANCE_MISSING",
        ("",),
        Severity.FAULT,
        Text("Falta el país de origen o de procedencia.", "The country of origin or provenance is missing."),
        (Content.ORIGIN_OR_PROVENANCE,),
        fails=checks.lacks_origin_and_provenance,
        at="origins",
    ),
    FaultRule(
        "PLACE_COUNTRY_MISSING",
        ("origins.*.country", "provenances.*.country"),
        Severity.FAULT,
        Text("Falta el país.", "The country is missing."),
        (Content.ORIGIN_OR_PROVENANCE,),
    ),
    *(
        FaultRule(code, ("",), Severity.WARNING, words, (Content.ORIGIN_OR_PROVENANCE,), fails=fails, at=at)
        for code, words, fails, at in (
            (
                "ORIGIN_UNSAID",
                Text("Diga también dónde se produjo, si lo sabe.", "Say also where it was made, if you know."),
                checks.lacks_origin,
                "origins",
            ),
            (
                "PROVENANCE_UNSAID",
                Text("Diga también de dónde se envía, si lo sabe.", "Say also where it is sent from, if you know."),
                checks.lacks_provenance,
                "provenances",
            ),
        )
    ),
    FaultRule(
        "COUNTRY_UNKNOWN",
        COUNTRIES,
        Severity.WARNING,
        Text("No se reconoce el país.", "The country is not known."),
        (Content.ORIGIN_OR_PROVENANCE,),
        fails=checks.is_no_country,
    ),
)
