"""Open a case: by a petition that came in, by one of the petitioner's own, or on own motion."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import resolve
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.access import check_opening, is_of_unit, permitted
from cases.domain.act_words import DOES
from cases.domain.procedure import Act
from cases.domain.stages import MOVES
from cases.forms import FilingForm, OwnFilingForm, OwnMotionForm
from cases.models import Case
from cases.services import file_petition as file
from cases.services import open_own_motion_case as start
from kernel.access import actor_of
from kernel.domain.actors import Actor, Role
from kernel.domain.errors import DomainError
from kernel.once import Done, done_once, new_mark


@require_http_methods(["GET", "POST"])
def file_petition(request: HttpRequest) -> HttpResponse:
    """Record a petition: as intake received it, or as the petitioner sends it here."""
    actor = permitted(request, "cases.act")
    check_opening(actor, Act.FILE_PETITION)
    form_class = FilingForm if Role.INTAKE in actor.roles else OwnFilingForm
    if request.method != "POST":
        return _page(request, Act.FILE_PETITION, form_class())
    form, at = form_class(request.POST), timezone.now()
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            done = done_once(request, actor, lambda: _place(file(filing=form.filing(at), actor=actor, at=at)))
            return _opened(request, done)
        except DomainError as error:
            status = form.tell(error)
    return _page(request, Act.FILE_PETITION, form, status)


@require_http_methods(["GET", "POST"])
def open_own_motion_case(request: HttpRequest) -> HttpResponse:
    """Start a case on the authority's own motion."""
    actor: Actor = permitted(request, "cases.act")
    check_opening(actor, Act.START_ON_OWN_MOTION)
    if request.method != "POST":
        return _page(request, Act.START_ON_OWN_MOTION, OwnMotionForm())
    form, status = OwnMotionForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            done = done_once(request, actor, lambda: _place(start(actor=actor, at=timezone.now(), **form.arguments())))
            return _opened(request, done)
        except DomainError as error:
            status = form.tell(error)
    return _page(request, Act.START_ON_OWN_MOTION, form, status)


def _place(case: Case) -> str:
    return resolve_url("case", reference=case.reference)


def _opened(request: HttpRequest, done: Done) -> HttpResponse:
    """Lead to the case that a form opened, now or when it was sent before."""
    reference = resolve(done.location).kwargs
    if done.is_new:
        messages.success(request, _("Se abrió el expediente %(reference)s.") % reference)
    else:
        messages.info(request, _("Ese formulario ya abrió el expediente %(reference)s; no se abrió otro.") % reference)
    return HttpResponseRedirect(done.location)


def _page(
    request: HttpRequest,
    act: Act,
    form: FilingForm | OwnFilingForm | OwnMotionForm,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "once": new_mark(actor_of(request)),
        "title": form.TITLE,
        "does": DOES[act],
        "article": MOVES[act].article,
        "of_unit": is_of_unit(actor_of(request)),
    }
    return render(request, "cases/act_opening.html", context, status=status)
