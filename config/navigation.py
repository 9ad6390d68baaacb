"""The pages an account has: one table, shown as navigation above and as desks on the home page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from config.permissions import PERMISSIONS
from kernel.access import actor_of
from kernel.domain.actors import Actor
from kernel.domain.permissions import may


@dataclass(frozen=True, slots=True)
class Desk:
    """A page of its own: the action that opens it, its address by name, its words and its sign."""

    action: str
    view: str
    label: str | Promise
    text: str | Promise
    sign: str


DESKS: Final = (
    Desk(
        "cases.read",
        "cases",
        _("Expedientes"),
        _("Vea la cola de la unidad en su orden, con el plazo y la etapa de cada expediente."),
        "book",
    ),
    Desk(
        "cases.file",
        "file_petition",
        _("Presentar una solicitud"),
        _("Pida que se investiguen bienes que pudieron hacerse con trabajo forzoso."),
        "file",
    ),
    Desk(
        "cases.agenda",
        "agenda",
        _("Mi agenda"),
        _("Vea qué vence en los expedientes a su cargo, lo más próximo primero."),
        "clock",
    ),
    Desk(
        "tips.count",
        "tips",
        _("Avisos"),
        _("Lea lo que alguien contó, contéstele y decida si lleva a un expediente."),
        "person",
    ),
    Desk(
        "cases.own",
        "party_cases",
        _("Mis notificaciones"),
        _("Vea sus expedientes, acuse recibo de lo que se le notificó y conteste dentro de su plazo."),
        "file",
    ),
    Desk(
        "calendar.load",
        "day_off_acts",
        _("Días inhábiles"),
        _("Cargue los acuerdos de días inhábiles del DOF y vea antes qué vencimientos mueven."),
        "clock",
    ),
    Desk(
        "screening.upload",
        "upload",
        _("Tamizar un archivo"),
        _("Envíe un Data Stage o un CSV, siga su avance y lea el resultado partida por partida."),
        "upload",
    ),
    Desk(
        "screening.check",
        "check_shipment",
        _("Revisar un embarque"),
        _("Escriba mercancía, origen y partes de un embarque; la respuesta es inmediata y trae sus razones."),
        "parcel",
    ),
    Desk(
        "screening.read",
        "runs",
        _("Tamizados"),
        _("Consulte cada tamizado hecho: qué se detiene, qué se revisa, qué no se pudo leer y por qué."),
        "search",
    ),
    Desk(
        "lists.read",
        "lists",
        _("Listas"),
        _("Vea con qué listas se compara, de qué fecha es cada edición y hasta cuándo vale."),
        "list",
    ),
)

EVERYBODYS: Final[Mapping[str, str]] = {"api_url": "api", "calendar_url": "calendar", "tip_url": "tip"}


def navigation(request: HttpRequest) -> Mapping[str, Any]:
    """Return the pages of whoever asks, for every template."""
    everybodys = {name: reverse(view) for name, view in EVERYBODYS.items()}
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return everybodys
    pages = list(_pages(actor_of(request), request.path))
    return {"navigation": pages, "desks": pages, **everybodys}


def _pages(actor: Actor, here: str) -> Iterator[dict[str, Any]]:
    desks = {reverse(desk.view): desk for desk in DESKS if may(actor, PERMISSIONS[desk.action])}
    above = max((url for url in desks if here.startswith(url)), key=len, default="")  # one desk may lie below another
    for url, desk in desks.items():
        current = "page" if here == url else "true" if url == above else ""
        yield {"url": url, "label": desk.label, "text": desk.text, "sign": desk.sign, "current": current}
