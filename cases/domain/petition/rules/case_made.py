"""What the rules ask of grounds, facts and evidence."""

from typing import Final

from cases.domain.petition import checks
from cases.domain.petition.requisites import FaultRule, Severity
from cases.domain.petition.rules.building import missing
from cases.domain.rules import Content
from kernel.domain.text import Text

CONFIDENTIAL: Final = "LGTAIP art. 115"
NEW_EVIDENCE: Final = "Acuerdo DOF 17-02-2023, Anexo Único"  # after a negative outcome, again with new evidence

CASE_MADE: Final = (
    missing("GROUNDS", "grounds", Content.GROUNDS, "Faltan los fundamentos y razones.", "The grounds are missing."),
    missing("FACTS", "facts.narrative", Content.FACTS, "Falta la narración de los hechos.", "The facts are missing."),
    missing(
        "EVENT_TEXT", "facts.events.*.what", Content.FACTS, "Falta decir qué pasó.", "It is not said what happened."
    ),
    FaultRule(
        "EVENT_UNDATED",
        ("facts.events.*.on",),
        Severity.WARNING,
        Text("El hecho no tiene fecha.", "The event has no date."),
        (Content.FACTS,),
    ),
    missing("EVIDENCE", "exhibits", Content.EVIDENCE, "Faltan las pruebas.", "The evidence is missing."),
    missing(
        "EXHIBIT_PURPOSE",
        "exhibits.*.proves",
        Content.EVIDENCE,
        "Falta decir qué prueba el anexo.",
        "It is not said what the exhibit proves.",
    ),
    missing(
        "EXHIBIT_DOCUMENT",
        "exhibits.*.document",
        Content.EVIDENCE,
        "Falta adjuntar el documento del anexo.",
        "The document of the exhibit is missing.",
    ),
    *(
        FaultRule(f"EXHIBIT_{code}_MISSING", (f"exhibits.*.{field}",), Severity.WARNING, words, (Content.EVIDENCE,))
        for code, field, words in (
            ("SOURCE", "source", Text("Falta la fuente del anexo.", "The source of the exhibit is missing.")),
            ("LANGUAGE", "language", Text("Falta el idioma del anexo.", "The language of the exhibit is missing.")),
        )
    ),
    FaultRule(
        "EXHIBIT_NUMBER_REPEATED",
        ("exhibits",),
        Severity.WARNING,
        Text("Dos anexos tienen el mismo número.", "Two exhibits have the same number."),
        (Content.EVIDENCE,),
        fails=checks.repeats_numbers,
    ),
    FaultRule(
        "CONFIDENTIALITY_REASON_MISSING",
        ("exhibits.*",),
        Severity.FAULT,
        Text("Falta la razón de la confidencialidad.", "The reason of the confidentiality is missing."),
        article=CONFIDENTIAL,
        fails=checks.lacks_reason,
        at="confidentiality_reason",
    ),
    FaultRule(
        "PUBLIC_SUMMARY_MISSING",
        ("exhibits.*",),
        Severity.FAULT,
        Text("Falta un resumen público de lo confidencial.", "A public summary of what is confidential is missing."),
        article=CONFIDENTIAL,
        fails=checks.lacks_summary,
        at="public_summary",
    ),
    missing(
        "EARLIER_REFERENCE",
        "earlier.reference",
        Content.EVIDENCE,
        "Falta la referencia del expediente anterior.",
        "The reference of the earlier case is missing.",
    ),
    FaultRule(
        "NEW_EVIDENCE_MISSING",
        ("earlier",),
        Severity.FAULT,
        Text("Falta decir qué prueba es nueva.", "It is not said which evidence is new."),
        (Content.EVIDENCE,),
        article=NEW_EVIDENCE,
        fails=lambda earlier, given: earlier is not None and checks.lacks_new_evidence(earlier, given),
        at="new_evidence",
    ),
    FaultRule(
        "NEW_EXHIBIT_UNKNOWN",
        ("",),
        Severity.WARNING,
        Text("La prueba nueva cita un anexo que no está en el índice.", "The index has no such new exhibit."),
        (Content.EVIDENCE,),
        fails=checks.names_no_exhibit,
        at="earlier.new_exhibits",
    ),
)
