"""What the case file calls the things in it, in both languages: kinds, terms, what was done, how it ended."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cases.domain.case import CaseKind, Ground, Origin
from cases.domain.classification import PENDING
from cases.domain.conditions import LEAD_ENDED
from cases.domain.decision_clock import Milestone
from cases.domain.inquiry_words import INQUIRY_DONE
from cases.domain.procedure import VERBS, Act, Step
from cases.domain.reading import MOVE_DEADLINES
from cases.domain.rules import Channel
from cases.domain.terms import TermKind
from cases.domain.wording import ACT_WORDS, ROLE_WORDS, STEP_WORDS
from kernel.domain.actors import Role
from kernel.domain.documents import Classification
from kernel.domain.text import Text

KIND_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        CaseKind.INVESTIGATION: Text("investigación", "investigation"),
        CaseKind.ANNULMENT: Text("dejar sin efectos", "annulment"),
        CaseKind.UPDATE: Text("actualización", "update"),
    }
)
ORIGIN_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {Origin.PETITION: Text("a petición de parte", "on petition"), Origin.OWN_MOTION: Text("de oficio", "on own motion")}
)
CHANNEL_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Channel.WINDOW: Text("en ventanilla", "at the window"),
        Channel.VUCEM: Text("por VUCEM", "through VUCEM"),
        Channel.EMAIL: Text("por correo electrónico", "by e-mail"),
    }
)
# Where what opened a case came from; what another layer refers is shown as that layer calls it.
SOURCE_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "PETITION": Text("una solicitud", "a petition"),
        "TIP": Text("un aviso", "a tip"),
        "REPORT": Text("un informe público", "a public report"),
        "AUTHORITY": Text("otra autoridad", "another authority"),
        "PUBLICATION": Text("una publicación", "a publication"),
        "DEMO": Text("la demostración: todo es inventado", "the demonstration: all of it is invented"),
        "OTHER": Text("otra fuente", "another source"),
    }
)
CLASSIFICATION_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Classification.PUBLIC: Text("pública", "public"),
        Classification.RESERVED: Text("reservada", "reserved"),
        Classification.CONFIDENTIAL: Text("confidencial", "confidential"),
    }
)
# How a case ended; what an act of ``resolutions`` says beside these is shown as it stands.
OUTCOME_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Ground.INCOMPLETE: Text("incompleta", "incomplete"),
        Ground.INADMISSIBLE: Text("improcedente", "inadmissible"),
        "PROVEN": Text("trabajo forzoso acreditado", "forced labour proven"),
        "NOT_PROVEN": Text("trabajo forzoso no acreditado", "forced labour not proven"),
        "ADOPTED": Text("determinación extranjera adoptada", "foreign determination adopted"),
    }
)
# The days a case is watched for: what ends on each.
DEADLINE_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Milestone.LAST_TO_PREVENT: Text("último día para prevenir", "last day to prevent"),
        Milestone.LAST_TO_EXTEND: Text("último día para prorrogar", "last day to extend"),
        Milestone.HALF_EXTENSION: Text("mitad de la prórroga", "half of the extension"),
        Milestone.DECISION: Text("resolución", "decision"),
        Milestone.LAPSE: Text("caducidad", "lapse"),
        TermKind.CURE: Text("desahogo de la prevención", "cure of the prevention"),
        TermKind.IMPORTER_ANSWER: Text("respuesta del importador", "answer of the importer"),
        TermKind.EVIDENCE: Text("pruebas", "evidence"),
        TermKind.OPINION: Text("opinión de otra autoridad", "opinion of another authority"),
        TermKind.PLEADINGS: Text("alegatos", "pleadings"),
        TermKind.NOTICE: Text("notificación", "notice"),
        TermKind.REVIEW: Text("recurso de revisión", "appeal for review"),
        TermKind.NULLITY: Text("juicio de nulidad", "nullity suit"),
    }
)
# Whom a term runs against where no party is named: one that all know by the kind of the term.
WHOM_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        TermKind.CURE: ROLE_WORDS[Role.PETITIONER],
        TermKind.PLEADINGS: Text("las partes", "the parties"),
        TermKind.OPINION: Text("otra autoridad", "another authority"),
    }
)
# What the day means for whoever reads it, where its name does not say enough.
DEADLINE_NOTES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Milestone.LAST_TO_PREVENT: Text(
            "Después ya no se puede prevenir ni desechar por incompleta (LFPA art. 17-A).",
            "After it the petition can be neither prevented nor dismissed as incomplete (LFPA art. 17-A).",
        ),
        Milestone.LAST_TO_EXTEND: Text(
            "Termina el plazo original; después ya no se puede prorrogar.",
            "The original term ends; after it there is no extension.",
        ),
        Milestone.HALF_EXTENSION: Text(
            "Lo que se resuelva después queda expuesto a impugnación (LFPA art. 31).",
            "What is decided after it is exposed to challenge (LFPA art. 31).",
        ),
        Milestone.LAPSE: Text(
            "Si no se resuelve, el procedimiento de oficio caduca ese día (LFPA art. 60).",
            "Unless it is decided, the procedure on own motion lapses on that day (LFPA art. 60).",
        ),
    }
)
_DONE: Final[Mapping[Act | Step, Text]] = MappingProxyType(
    {
        Act.FILE_PETITION: Text("se presentó la solicitud", "petition filed"),
        Act.START_ON_OWN_MOTION: Text("se inició de oficio", "started on own motion"),
        Act.PREVENT: Text("se previno", "petition prevented"),
        Act.CURE: Text("se desahogó la prevención", "prevention cured"),
        Act.DISMISS: Text("se desechó la solicitud", "petition dismissed"),
        Act.ADMIT: Text("se admitió la solicitud", "petition admitted"),
        Act.OPEN_PLEADINGS: Text("se abrieron los alegatos", "pleadings opened"),
        Act.CLOSE_PLEADINGS: Text("se cerraron los alegatos", "pleadings closed"),
        Act.RETURN_FOR_EVIDENCE: Text("se devolvió para más pruebas", "returned for more evidence"),
        Act.ISSUE_RESOLUTION: Text("se emitió la resolución", "resolution issued"),
        Act.WITHDRAW: Text("hubo desistimiento", "petition withdrawn"),
        Act.CONTINUE_ON_OWN_MOTION: Text(
            "se acordó continuar de oficio si hay desistimiento", "decided to go on on own motion if withdrawn"
        ),
        Act.DECLARE_LAPSED: Text("se declaró la caducidad", "lapse declared"),
        Step.NAME_PETITIONER: Text("se reconoció a la persona solicitante", "petitioner named"),
        Step.AGREE_TO_ADMISSION: Text("se acordó admitir la solicitud", "admission agreed to"),
        Step.ASSIGN: Text("se asignó el expediente", "case assigned"),
        Step.PRIORITISE: Text("se alteró el orden de despacho", "moved before the filing order"),
        Step.RESTORE_ORDER: Text("se restituyó el orden de despacho", "filing order restored"),
        Step.JOIN: Text("se acumuló", "cases joined"),
        Step.SEPARATE: Text("se separó de lo acumulado", "separated from joined cases"),
        Step.EXTEND: Text("se prorrogó el plazo", "term extended"),
        Step.SUSPEND: Text("se suspendieron los plazos", "terms suspended"),
        Step.RESUME: Text("se reanudaron los plazos", "terms resumed"),
        Step.START_TERM: Text("se inició un plazo", "term started"),
        Step.MEET_TERM: Text("se tuvo por cumplido un plazo", "term met"),
        Step.ADD_DOCUMENT: Text("se agregó un documento", "document added"),
        Step.CLASSIFY_DOCUMENT: Text("se clasificó un documento", "document classified"),
        Step.EXPORT: Text("se exportó el expediente", "case file exported"),
        **INQUIRY_DONE,
    }
)
# By the verb of the ledger; the last is what a change of the calendars leaves in every case that it moves.
DONE_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **{VERBS[what]: text for what, text in _DONE.items()},
        MOVE_DEADLINES: Text("se movieron vencimientos por un cambio de calendario", "deadlines moved by a calendar"),
    }
)

# Reasons that nobody wrote: they are kept in Spanish, and shown in the language of whoever reads them.
OWN_REASONS: Final[Mapping[str, Text]] = MappingProxyType({text.es: text for text in (PENDING, LEAD_ENDED)})


def reason_of(written: str) -> Text:
    """Return a reason in both languages where it is the house's own; what a person wrote is shown as written."""
    return OWN_REASONS.get(written, Text(written, written))


def label_of(what: Act | Step) -> Text:
    """Return what an act or step is called by itself; in a sentence English has a "to" before it."""
    text = ACT_WORDS[what] if isinstance(what, Act) else STEP_WORDS[what]
    return Text(text.es, text.en.removeprefix("to "))
