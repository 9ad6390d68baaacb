"""Acts of a file, and people who ask for calendars."""

from typing import Any, cast

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from cases.models import CalendarAct, DayOff
from kernel.models import LedgerEntry

HEADER = "act,instrument,published_on,units,known_from,known_until,first_on,last_on\n"
ACT = "PRUEBA-2026,Acuerdo inventado 2026,2025-12-20,toda la Secretaría,2026-01-01,2026-12-31,2026-04-02,{last}\n"


def acts_file(last: str = "2026-04-03", name: str = "dias.csv") -> SimpleUploadedFile:
    """Return an invented act on two days of Holy Week of 2026."""
    return SimpleUploadedFile(name, (HEADER + ACT.format(last=last)).encode(), "text/csv")


def calendar_state() -> tuple[object, ...]:
    """Return what no refusal may change."""
    models = (CalendarAct, DayOff, LedgerEntry)
    return tuple(tuple(model._default_manager.order_by("pk").values_list()) for model in models)


def ask(client: Client, path: str, **data: Any) -> HttpResponse:
    return cast(HttpResponse, client.get(f"/api/v1/calendars/{path}", data))
