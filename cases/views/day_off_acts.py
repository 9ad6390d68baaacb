"""The acts on days off that are loaded, and the loading of others once it was seen what they move."""

from http import HTTPStatus
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.access import is_of_unit, permitted
from cases.formats.day_off_csv import read_day_off_acts
from cases.forms.calendar import ActsFileForm
from cases.load_page import load_page
from cases.queries import CalendarLoad, calendar_load
from cases.queries import day_off_acts as loaded_acts
from cases.services import SeenOtherwiseError, load_day_off_acts
from kernel.access import actor_of
from kernel.domain.actors import Actor
from kernel.domain.errors import InputError
from kernel.formats.table_faults import FaultyTableError
from kernel.kept import KeptFile, kept, received
from kernel.queries import document_path

NOTHING: Final = "-"  # the mark of no outcome: who has seen nothing loads nothing


@require_http_methods(["GET", "POST"])
def day_off_acts(request: HttpRequest) -> HttpResponse:
    """Show the acts that are loaded; of a file that was sent show first what it would move, then load it."""
    actor = permitted(request, "calendar.load")
    if request.method != "POST":
        return _page(request, ActsFileForm())
    before = kept(request, actor)
    if before is None:
        return _received(request, actor)
    if "apply" in request.POST:
        return _applied(request, before, actor)
    return _shown(request, before)


def _page(request: HttpRequest, form: ActsFileForm) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "cases/day_off_acts.html", {"form": form, "acts": loaded_acts()}, status=status)


def _received(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = ActsFileForm(request.POST, request.FILES)
    file = received(request, actor, at=timezone.now()) if form.is_valid() else None
    return _shown(request, file, form) if file else _page(request, form)


def _shown(request: HttpRequest, file: KeptFile, form: ActsFileForm | None = None) -> HttpResponse:
    """Show what loading a file would do; one with faults is told with all of them."""
    try:
        would = calendar_load(read_day_off_acts(_bytes(file)))
    except InputError as error:
        faulty = form or ActsFileForm(QueryDict(), MultiValueDict())
        faulty.is_valid()
        faulty.add_error("file", _lines(error))
        return _page(request, faulty)
    return _preview(request, file, would)


def _lines(error: InputError) -> list[str]:
    """Return what is wrong with a file: of a table each fault by itself."""
    if isinstance(error, FaultyTableError):
        return [one.words().in_language(get_language()) for one in error.faults]
    return [error.message.in_language(get_language())]


def _preview(request: HttpRequest, file: KeptFile, would: CalendarLoad, **told: Any) -> HttpResponse:
    status = HTTPStatus.CONFLICT if told else HTTPStatus.OK
    page = load_page(would, after=request.POST.get("after", ""), may_read=is_of_unit(actor_of(request)))
    context = {"file": file, "would": would, "page": page, **told}
    return render(request, "cases/day_off_load.html", context, status=status)


def _applied(request: HttpRequest, file: KeptFile, actor: Actor) -> HttpResponse:
    """Load what was seen; where it would be something else by now, show that instead."""
    data, seen = _bytes(file), request.POST.get("seen") or NOTHING
    try:
        done = load_day_off_acts(data, file_name=file.name, actor=actor, at=timezone.now(), seen=seen)
    except SeenOtherwiseError as error:
        would = calendar_load(read_day_off_acts(data))
        return _preview(request, file, would, refused=error.message)
    messages.success(request, _told(done, actor))
    return HttpResponseRedirect(resolve_url("day_off_acts"))


def _told(done: CalendarLoad, actor: Actor) -> str:
    count = len(done.moved)
    acts_loaded = _("Acuerdos cargados: %(codes)s.") % {"codes": ", ".join((*done.new, *done.changed))}
    if not (is_of_unit(actor) or done.is_countable()):
        return acts_loaded
    moved = ngettext("Se movió %(count)s vencimiento.", "Se movieron %(count)s vencimientos.", count) % {"count": count}
    return f"{acts_loaded} {moved}"


def _bytes(file: KeptFile) -> bytes:
    return document_path(file.document).read_bytes()
