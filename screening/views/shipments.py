"""Check one shipment by form: the answer comes at once, on the page of its line."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from importers.domain.records import DeclarationRecord, LineRecord, PartyRecord
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, InputError, UnavailableError
from screening.access import permitted
from screening.forms import PartyForm, PartyFormSet, ShipmentForm
from screening.forms.shipment import MOST_PARTIES
from screening.models import LineVerdict, ScreeningRun
from screening.queries.lists import ListStatus, loaded_lists
from screening.services.requests import remember_asker
from screening.services.runs import screen_shipment
from screening.templatetags.screening import country_names


@require_http_methods(["GET", "POST"])
def check_shipment(request: HttpRequest) -> HttpResponse:
    """Take one line with its parties and lead to its verdict; asked for one more party, show one more."""
    actor = permitted(request, "screening.check")
    statuses = loaded_lists(timezone.now())
    if request.method != "POST":
        return _page(request, ShipmentForm(statuses=statuses), PartyFormSet(prefix="party"), statuses)
    if "more" in request.POST:
        return _one_more(request, statuses)
    form = ShipmentForm(request.POST, statuses=statuses)
    parties = PartyFormSet(request.POST, prefix="party")
    if form.is_valid() & parties.is_valid():  # both, so that all faults are shown at once
        try:
            run = _screened(form, parties, actor)
        except (InputError, UnavailableError, ConflictError) as error:
            form.add_error(None, error.message.in_language(get_language()))
        else:
            line = LineVerdict.objects.filter(run=run).values_list("line_id", flat=True).first()
            place = {"reference": run.reference}
            return HttpResponseRedirect(
                resolve_url("line", line_id=line, **place) if line else resolve_url("run", **place)
            )
    return _page(request, form, parties, statuses)


def _one_more(request: HttpRequest, statuses: Sequence[ListStatus]) -> HttpResponse:
    """Show the form as it was filled in, with one more party and without a word about what is missing."""
    filled = {name: request.POST.get(name, "") for name in ShipmentForm.base_fields}
    form = ShipmentForm(statuses=statuses, initial={**filled, "lists": request.POST.getlist("lists")})
    sent = PartyFormSet(request.POST, prefix="party")
    number = sent.total_form_count()
    written = [{name: party[name].value() for name in party.fields} for party in sent.forms]
    parties = PartyFormSet(prefix="party", initial=written)
    parties.extra = 1 if number < MOST_PARTIES else 0
    return _page(request, form, parties, statuses)


def _page(
    request: HttpRequest,
    form: ShipmentForm,
    parties: "BaseFormSet[PartyForm]",
    statuses: Sequence[ListStatus],
) -> HttpResponse:
    context = {
        "form": form,
        "parties": parties,
        "statuses": statuses,
        "faulty": form.is_bound,
        "countries": sorted(country_names().items(), key=lambda pair: pair[1]),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "screening/shipment.html", context, status=status)


def _screened(form: ShipmentForm, parties: "BaseFormSet[PartyForm]", actor: Actor) -> ScreeningRun:
    fields = form.cleaned_data
    run = screen_shipment(
        _record(fields, [_party(one.cleaned_data) for one in parties if one.is_named()]),
        list_names=fields["lists"],
        as_of=fields["as_of"],
        actor=actor,
        clock=timezone.now,
    )
    remember_asker(run, actor=actor, at=timezone.now())
    return run


def _record(fields: Mapping[str, Any], parties: Sequence[PartyRecord]) -> DeclarationRecord:
    line = LineRecord(
        sequence=1,
        tariff_code=fields["tariff_code"],
        nico=fields["nico"],
        description=fields["description"],
        origin=fields["origin"],
        origin_declared=fields["origin"],
        seller_country=fields["seller_country"],
        parties=tuple(parties),
    )
    return DeclarationRecord(number=fields["number"], key=fields["key"], lines=(line,))


def _party(fields: Mapping[str, Any]) -> PartyRecord:
    names = ("role", "name", "tax_id", "country", "city", "postal_code")
    return PartyRecord(**{name: fields[name] for name in names})
