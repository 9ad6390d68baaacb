"""Do an act or take a step in a case, by form: what it does, what it takes, and how it was refused."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from itertools import chain
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.access import as_told, check_open, is_told, permitted, reader_in, visible_case
from cases.domain.act_words import DOES, title_of
from cases.domain.case import CaseChangedError, Seen
from cases.domain.procedure import SLUGS, VERBS, Act, Stage, Step
from cases.domain.stages import MOVES
from cases.domain.steps import STEPS
from cases.domain.wording import STAGE_WORDS
from cases.forms import FORMS, ActForm
from cases.happening import done, step_of
from cases.models import Case
from cases.queries.case import actors_in, happened
from cases.queries.desks import entries_page
from kernel.components import Step as TimelineStep
from kernel.domain.actors import Actor
from kernel.domain.errors import DomainError
from kernel.kept import received, received_all
from kernel.paging import PAGE
from kernel.queries import names_of

MOST_NEWS: Final = 5  # of what others did meanwhile; the page of the case has it all


@dataclass(frozen=True, slots=True)
class _Doing:
    """Somebody at the form of an act in a case."""

    actor: Actor
    case: Case
    what: Act | Step


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """Show what an act does and what it takes; sent, do it and go back to the case, or say why not."""
    actor = permitted(request, "cases.act")
    case = visible_case(actor, reference)
    what = SLUGS.get(act)
    if what is None or what not in FORMS:
        raise Http404
    doing = _Doing(actor, case, what)
    check_open(actor, doing.what, case)
    if request.method != "POST":
        return _page(request, doing, FORMS[doing.what].form(case=case, actor=actor))
    return _sent(request, doing)


def _sent(request: HttpRequest, doing: _Doing) -> HttpResponse:
    performance, at = FORMS[doing.what], timezone.now()
    files = _files(request, doing.actor, performance.form, at)
    form = performance.form(request.POST, request.FILES, case=doing.case, actor=doing.actor, **files)
    seen = Seen(doing.case.reference, _version(request))
    if seen.version != doing.case.version:
        return _changed(request, doing, form, seen)
    if not form.is_valid():
        return _page(request, doing, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        performance.service(seen=seen, actor=doing.actor, at=at, **form.arguments())
    except CaseChangedError:
        return _changed(request, doing, form, seen)
    except DomainError as error:
        return _page(request, doing, form, status=form.tell(error))
    said = {"what": done(VERBS[doing.what]), "reference": doing.case.reference}
    messages.success(request, _("%(what)s: expediente %(reference)s.") % said)
    return HttpResponseRedirect(resolve_url("case", reference=doing.case.reference))


def _files(request: HttpRequest, actor: Actor, form: type[ActForm], at: datetime) -> dict[str, Any]:
    if form.TAKES_FILES:
        return {"many": received_all(request, actor, at=at)}
    return {"kept": received(request, actor, at=at)} if form.TAKES_FILE else {}


def _version(request: HttpRequest) -> int:
    """Return the version of the case that the form was shown with; none is older than any case."""
    written = request.POST.get("version", "")
    return int(written) if written.isdecimal() and len(written) < 10 else 0


def _changed(request: HttpRequest, doing: _Doing, form: ActForm, seen: Seen) -> HttpResponse:
    """Show the form as it was filled in beside what others did in the case meanwhile."""
    now = _Doing(doing.actor, visible_case(doing.actor, doing.case.reference), doing.what)
    check_open(now.actor, now.what, now.case)
    message = CaseChangedError(now.case.reference).message
    news = _news(now, max(1, now.case.version - seen.version))
    return _page(request, now, form, status=HTTPStatus.CONFLICT, changed=message, news=news)


def _news(doing: _Doing, number: int) -> list[TimelineStep]:
    """Return what is for the actor among the last things that happened in the case, the newest first."""
    page = entries_page(doing.case, for_party=False, limit=min(number, PAGE))
    reader = reader_in(doing.actor, doing.case)
    told = [one for one in map(happened, page.rows) if is_told(doing.actor, one)][:MOST_NEWS]
    told = [as_told(doing.actor, one, reader) for one in told]
    names = names_of(chain.from_iterable(actors_in(one) for one in told))
    return [step_of(one, names) for one in told]


def _page(
    request: HttpRequest, doing: _Doing, form: ActForm, *, status: HTTPStatus = HTTPStatus.OK, **more: Any
) -> HttpResponse:
    rule = MOVES[doing.what] if isinstance(doing.what, Act) else STEPS[doing.what]
    target = MOVES[doing.what].target if isinstance(doing.what, Act) else None
    reader = reader_in(doing.actor, doing.case)
    context = {
        "case": doing.case,
        "form": form,
        "title": title_of(doing.what),
        "does": DOES[doing.what],
        "article": rule.article,
        "stage": STAGE_WORDS[Stage(doing.case.stage)],
        "target": STAGE_WORDS[target] if target else None,
        "sees_source": reader.sees_of(""),
        "of_unit": reader.of_unit,
        **more,
    }
    return render(request, "cases/act.html", context, status=status)
