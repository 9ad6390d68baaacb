"""What stages, acts, steps and those who perform them are called, in both languages."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from cases.domain.inquiry_words import INQUIRY_STEPS
from cases.domain.procedure import Act, Stage, Step
from kernel.domain.actors import Role
from kernel.domain.text import Text

STAGE_WORDS: Final[Mapping[Stage, Text]] = MappingProxyType(
    {
        Stage.RECEIVED: Text("recibida", "received"),
        Stage.PREVENTED: Text("prevenida", "prevented"),
        Stage.INVESTIGATION: Text("investigación", "investigation"),
        Stage.PLEADINGS: Text("alegatos", "pleadings"),
        Stage.DECISION: Text("resolución en estudio", "decision"),
        Stage.RESOLVED: Text("resuelta", "resolved"),
        Stage.DISMISSED: Text("desechada", "dismissed"),
        Stage.WITHDRAWN: Text("desistida", "withdrawn"),
        Stage.LAPSED: Text("caduca", "lapsed"),
    }
)
ACT_WORDS: Final[Mapping[Act, Text]] = MappingProxyType(
    {
        Act.FILE_PETITION: Text("presentar la solicitud", "to file the petition"),
        Act.START_ON_OWN_MOTION: Text("iniciar de oficio", "to start on own motion"),
        Act.PREVENT: Text("prevenir", "to prevent"),
        Act.CURE: Text("desahogar la prevención", "to cure the prevention"),
        Act.DISMISS: Text("desechar", "to dismiss"),
        Act.ADMIT: Text("admitir", "to admit"),
        Act.OPEN_PLEADINGS: Text("abrir los alegatos", "to open the pleadings"),
        Act.CLOSE_PLEADINGS: Text("cerrar los alegatos", "to close the pleadings"),
        Act.RETURN_FOR_EVIDENCE: Text("devolver para más pruebas", "to return for more evidence"),
        Act.ISSUE_RESOLUTION: Text("emitir la resolución", "to issue the resolution"),
        Act.WITHDRAW: Text("desistirse", "to withdraw"),
        Act.CONTINUE_ON_OWN_MOTION: Text("continuar de oficio", "to continue on own motion"),
        Act.DECLARE_LAPSED: Text("declarar la caducidad", "to declare the lapse"),
    }
)
STEP_WORDS: Final[Mapping[Step, Text]] = MappingProxyType(
    {
        Step.NAME_PETITIONER: Text("reconocer a la persona solicitante", "to name the petitioner"),
        Step.AGREE_TO_ADMISSION: Text("acordar la admisión", "to agree to the admission"),
        Step.ASSIGN: Text("asignar el expediente", "to assign the case"),
        Step.PRIORITISE: Text("alterar el orden de despacho", "to depart from the filing order"),
        Step.RESTORE_ORDER: Text("restituir el orden de despacho", "to restore the filing order"),
        Step.JOIN: Text("acumular", "to join cases"),
        Step.SEPARATE: Text("separar lo acumulado", "to separate joined cases"),
        Step.EXTEND: Text("prorrogar el plazo", "to extend the term"),
        Step.SUSPEND: Text("suspender los plazos", "to suspend the terms"),
        Step.RESUME: Text("reanudar los plazos", "to resume the terms"),
        Step.START_TERM: Text("iniciar un plazo", "to start a term"),
        Step.MEET_TERM: Text("tener por cumplido un plazo", "to record that a term was met"),
        Step.ADD_DOCUMENT: Text("agregar un documento", "to add a document"),
        Step.CLASSIFY_DOCUMENT: Text("clasificar un documento", "to classify a document"),
        Step.EXPORT: Text("exportar el expediente", "to export the case file"),
        **INQUIRY_STEPS,
    }
)
ROLE_WORDS: Final[Mapping[Role, Text]] = MappingProxyType(
    {
        Role.PETITIONER: Text("la persona solicitante", "the petitioner"),
        Role.IMPORTER: Text("el importador", "the importer"),
        Role.INTAKE: Text("oficialía de partes", "intake"),
        Role.INVESTIGATOR: Text("investigación", "the investigator"),
        Role.SUPERVISOR: Text("supervisión", "the supervisor"),
        Role.DECIDER: Text("decisión", "the decider"),
        Role.NOTIFIER: Text("notificación", "the notifier"),
        Role.TRANSPARENCY: Text("transparencia", "the transparency officer"),
        Role.AUDITOR: Text("auditoría", "the auditor"),
    }
)

T = TypeVar("T", Act, Role, Stage)


def told(text: Text, **words: Text) -> Text:
    """Return a message filled with words of both languages, each in its own."""
    es = text.filled(**{name: word.es for name, word in words.items()}).es
    en = text.filled(**{name: word.en for name, word in words.items()}).en
    return Text(es, en)


def listed(names: Iterable[T], words: Mapping[T, Text]) -> Text:
    """Return the words of several names, in the order of the table of words."""
    wanted = frozenset(names)
    found = [text for name, text in words.items() if name in wanted]
    return Text(", ".join(text.es for text in found), ", ".join(text.en for text in found))
