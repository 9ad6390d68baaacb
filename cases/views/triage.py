"""The tips as the unit sees them: the list, one tip with its conversation and files, what is done with it."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from cases.access import PERMISSIONS, permitted
from cases.domain.tip_words import LANGUAGES, SIGN_WORDS, TIP_ACT_NOTES, TIP_ACT_WORDS
from cases.domain.tips import TIP_VERBS, TipAct, TipState, check_tip_act, possible_tip_acts
from cases.forms.triage import TIP_FORMS, TIP_SLUGS, AnswerForm, StateFilter, TipActForm
from cases.models import Case, Tip, TipFile
from cases.queries.tips import tip_by_reference, tip_counts, tip_entries, tips_page
from cases.services.tip_files import open_tip_file, tip_file_of
from cases.services.triage import TipSeen
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, DomainError
from kernel.domain.permissions import may
from kernel.domain.text import Text
from kernel.models import LedgerEntry
from kernel.queries import names_of

# Each verb of the ledger in words, the newest last.
DONE: Final = {
    "receive_tip": Text("se recibió", "received"),
    "send_tip_message": Text("llegó un mensaje", "a message came"),
    TIP_VERBS[TipAct.TAKE]: Text("se empezó a valorar", "taken into triage"),
    TIP_VERBS[TipAct.ANSWER]: Text("se contestó", "answered"),
    TIP_VERBS[TipAct.LINK]: Text("se ligó a un expediente", "linked to a case"),
    TIP_VERBS[TipAct.START_CASE]: Text("se inició un expediente de oficio", "case started on own motion"),
    TIP_VERBS[TipAct.CLOSE]: Text("se cerró", "closed"),
    TIP_VERBS[TipAct.REOPEN]: Text("se volvió a valorar", "taken into triage again"),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """An act that the reader may do now: the last part of its address, and its words."""

    slug: str
    label: Text


@require_GET
def tip_list(request: HttpRequest) -> HttpResponse:
    """Show the tips that nobody has settled, the oldest first; to whoever audits, how many there are."""
    actor = permitted(request, "tips.count")
    context: dict[str, Any] = {"counts": [(state.value, number) for state, number in tip_counts().items()]}
    if may(actor, PERMISSIONS["tips.read"]):
        narrowed = StateFilter(request.GET)
        page = tips_page(narrowed.wanted(), after=request.GET.get("after"))
        context |= {"filter": narrowed, "is_filtered": bool(request.GET.get("state")), "page": page}
    return render(request, "cases/tips.html", context)


@require_GET
def tip_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a tip: what was told, the conversation, the files, and what may be done."""
    actor = permitted(request, "tips.read")
    found = tip_by_reference(reference)
    return _tip_page(request, actor, found, AnswerForm())


def _tip_page(
    request: HttpRequest, actor: Actor, found: Tip, form: TipActForm, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    acts = possible_tip_acts(TipState(found.state), actor.roles)
    rows = tip_entries(found)
    names = names_of([*(row.actor for row in rows), *(one.author for one in found.messages.all())])
    context = {
        "tip": found,
        "language": LANGUAGES.get(found.language, ""),
        "signs": [SIGN_WORDS[code] for code in found.signs],
        "acts": [_offered(act) for act in acts if act is not TipAct.ANSWER],
        "answer_slug": _offered(TipAct.ANSWER).slug,
        "answer_note": TIP_ACT_NOTES[TipAct.ANSWER],
        "form": form,
        "files": list(found.files.all()),
        "names": names,
        "entries": [(row, DONE[row.verb], _who(row, names)) for row in rows],
    }
    return render(request, "cases/tip_page.html", context, status=status)


def _offered(act: TipAct) -> Offered:
    return Offered(TIP_VERBS[act].replace("_", "-"), TIP_ACT_WORDS[act])


def _who(row: LedgerEntry, names: Any) -> str:
    return str(names.get(row.actor, "")) or _("quien dio el aviso")


@require_GET
def tip_file(request: HttpRequest, reference: str, number: int) -> FileResponse:
    """Give a file of a tip to take away under a name of ours; it is never shown in a page, whatever it holds."""
    permitted(request, "tips.read")
    row: TipFile = tip_file_of(tip_by_reference(reference), number)
    name = f"aviso-{row.tip.reference}-{row.number}.{row.extension}"
    return FileResponse(open_tip_file(row), as_attachment=True, filename=name, content_type="application/octet-stream")


@require_http_methods(["GET", "POST"])
def tip_act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """Show what an act on a tip does and takes; sent, do it and go back to the tip, or say why not."""
    actor = permitted(request, "tips.read")
    found = tip_by_reference(reference)
    if act not in TIP_SLUGS:
        raise Http404
    what = TIP_SLUGS[act]
    check_tip_act(what, TipState(found.state), actor.roles)
    if request.method != "POST":
        return _act_page(request, found, what, TIP_FORMS[what].form())
    return _done(request, found, what, actor)


def _done(request: HttpRequest, found: Tip, what: TipAct, actor: Actor) -> HttpResponse:
    form, status = TIP_FORMS[what].form(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            seen = TipSeen(found.reference, _version(request))
            result = TIP_FORMS[what].service(seen=seen, actor=actor, at=timezone.now(), **form.arguments())
        except DomainError as error:
            form.tell(error)
            status = HTTPStatus.CONFLICT if isinstance(error, ConflictError) else status
        else:
            return _gone_on(request, found, what, result)
    return _act_page(request, found, what, form, status=status)


def _gone_on(request: HttpRequest, found: Tip, what: TipAct, result: object) -> HttpResponse:
    """Go back to the tip, or to the case that began."""
    if isinstance(result, Case):
        messages.success(request, _("Se abrió el expediente %(reference)s.") % {"reference": result.reference})
        return HttpResponseRedirect(resolve_url("case", reference=result.reference))
    done = {"act": TIP_ACT_WORDS[what].in_language(get_language()), "reference": found.reference}
    messages.success(request, _("Hecho en el aviso %(reference)s: %(act)s.") % done)
    return HttpResponseRedirect(resolve_url("tip_page", reference=found.reference))


def _version(request: HttpRequest) -> int:
    """Return the version of the tip that the form was shown with; none is older than any tip."""
    written = request.POST.get("version", "")
    return int(written) if written.isdecimal() and len(written) < 10 else 0


def _act_page(
    request: HttpRequest, found: Tip, what: TipAct, form: TipActForm, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {"tip": found, "form": form, "title": TIP_ACT_WORDS[what], "note": TIP_ACT_NOTES[what]}
    return render(request, "cases/tip_act.html", context, status=status)
