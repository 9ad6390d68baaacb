"""What stages, acts and those who perform them are called, in both languages."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from cases.domain.procedure import Act, Stage
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
ROLE_WORDS: Final[Mapping[Role, Text]] = MappingProxyType(
    {
        Role.PETITIONER: Text("la persona solicitante", "the petitioner"),
        Role.INTAKE: Text("oficialía de partes", "intake"),
        Role.INVESTIGATOR: Text("investigación", "the investigator"),
        Role.SUPERVISOR: Text("supervisión", "the supervisor"),
        Role.DECIDER: Text("decisión", "the decider"),
    }
)

T = TypeVar("T", Act, Role, Stage)


def listed(names: Iterable[T], words: Mapping[T, Text]) -> Text:
    """Return the words of several names, in the order of the table of words."""
    wanted = frozenset(names)
    found = [text for name, text in words.items() if name in wanted]
    return Text(", ".join(text.es for text in found), ", ".join(text.en for text in found))
