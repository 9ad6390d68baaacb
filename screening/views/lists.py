"""The loaded lists and how fresh they are; who keeps them decides on editions that were held."""

from http import HTTPStatus
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kernel.domain.permissions import may
from kernel.domain.text import language_of
from screening.access import PERMISSIONS, permitted
from screening.models import WatchList
from screening.queries.lists import loaded_lists
from screening.services.lists import discard_held, release_held

MOST: Final = 100  # rows left out that the page shows; the file of the list has them all


@require_GET
def lists(request: HttpRequest) -> HttpResponse:
    """Show every loaded list: edition, age, until when it may be used, what it left out, what is held."""
    actor = permitted(request, "lists.read")
    now = timezone.now()
    context = {
        "lists": loaded_lists(now),
        "omissions": _omissions(),
        "now": now,
        "may_decide": may(actor, PERMISSIONS["lists.decide"]),
    }
    return render(request, "screening/lists.html", context)


def _omissions() -> dict[str, list[str]]:
    """Return, by the name of the list, its rows that became no entry, each with its reason."""
    reason = language_of(get_language())
    current = WatchList.objects.filter(state=WatchList.State.CURRENT).values_list("name", "omitted")
    return {name: [f"{row['line']}: {row['name']} · {row[reason]}" for row in rows[:MOST]] for name, rows in current}


@require_POST
def decide_held(request: HttpRequest, name: str) -> HttpResponse:
    """Release a held edition, or discard it."""
    actor = permitted(request, "lists.decide")
    decision, seen = request.POST.get("decision", ""), request.POST.get("seen", "")
    if decision == "release":
        release_held(name, seen=seen, actor=actor, at=timezone.now())
        messages.success(request, _("La edición retenida de «%(name)s» ya está en uso.") % {"name": name})
    elif decision == "discard":
        discard_held(name, seen=seen, actor=actor, at=timezone.now())
        messages.success(request, _("La edición retenida de «%(name)s» se descartó.") % {"name": name})
    else:
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    return HttpResponseRedirect(resolve_url("lists"))
