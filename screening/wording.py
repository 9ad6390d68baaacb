"""Words of verdicts, criteria, answers and parties, for the pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_SCREENED: Final = "NOT_SCREENED"


@dataclass(frozen=True, slots=True)
class Label:
    """A word with the tone and the sign of its badge."""

    word: str | Promise
    tone: str
    sign: str = ""


# In the order of gravity; what could not be read comes first in every report.
VERDICTS: Final[Mapping[str, Label]] = MappingProxyType(
    {
        NOT_SCREENED: Label(_("No tamizado"), "not-screened"),
        "STOP": Label(_("Detener"), "stop"),
        "REVIEW": Label(_("Revisar"), "review"),
        "WATCH": Label(_("Vigilar"), "watch"),
        "UNKNOWN": Label(_("Sin datos"), "unknown"),
        "CLEAR": Label(_("Sin coincidencia"), "clear"),
    }
)
# What an officer does with a line of each verdict.
ADVICE: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {
        "STOP": _("Detenga el despacho y confírmelo con una segunda persona: una resolución nacional la alcanza."),
        "REVIEW": _("Pida lo que falta antes de decidir: una resolución nacional puede alcanzarla."),
        "WATCH": _("No se detiene. Una lista extranjera o propia nombra a una de sus partes."),
        "UNKNOWN": _("No es un visto bueno: lo declarado no alcanza para comparar."),
        "CLEAR": _("Ninguna lista la alcanza con lo que se declaró."),
    }
)
ANSWERS: Final[Mapping[str, Label]] = MappingProxyType(
    {
        "MET": Label(_("Se cumple"), "stop", "success"),
        "NEAR": Label(_("Se parece"), "review", "review"),
        "NOT_MET": Label(_("No se cumple"), "clear", "error"),
        "NOT_DECLARED": Label(_("No se declaró"), "unknown", "unknown"),
    }
)
CRITERIA: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {"PRODUCER": _("Productor"), "GOODS": _("Mercancía"), "ORIGIN": _("Origen"), "PLACE": _("Lugar")}
)
PARTY_ROLES: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {
        "SUPPLIER": _("Proveedor o vendedor"),
        "PRODUCER": _("Productor"),
        "ORIGIN_SUPPLIER": _("Proveedor en origen"),
        "CONSIGNEE": _("Consignatario"),
    }
)
NOT_DECLARED: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {
        "SUPPLIER": _("proveedor"),
        "PRODUCER": _("productor"),
        "ORIGIN": _("país de origen"),
        "GOODS": _("fracción arancelaria"),
    }
)
LIST_KINDS: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {"NATIONAL": _("Nacional"), "FOREIGN": _("Extranjera"), "CUSTOM": _("Propia")}
)
RUN_STATES: Final[Mapping[str, Label]] = MappingProxyType(
    {
        "QUEUED": Label(_("En espera"), "unknown", "clock"),
        "RUNNING": Label(_("En curso"), "watch", "clock"),
        "DONE": Label(_("Terminado"), "clear", "success"),
        "FAILED": Label(_("No se pudo"), "stop", "error"),
    }
)
