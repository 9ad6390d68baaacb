"""The runs, one run with its lines, and its files to take away."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kernel.charts import Bar, bar_chart
from kernel.domain.actors import Actor
from kernel.domain.permissions import may
from kernel.models import Job
from screening.access import PERMISSIONS, permitted
from screening.attachments import attachment
from screening.forms import LinesFilter
from screening.models import ScreeningRun
from screening.queries.requests import UPLOAD
from screening.queries.runs import VerdictCount, run_by_reference, runs_page, verdict_counts, verdict_rows
from screening.wording import NOT_SCREENED, STATES, VERDICTS

MOST_JOBS: Final = 10  # of one's own uploads without a result; older ones say nothing any more


@require_GET
def runs(request: HttpRequest) -> HttpResponse:
    """Show the runs, the newest first, and the uploads of one's own that have no result yet."""
    actor = permitted(request, "screening.read")
    page = runs_page(after=request.GET.get("after"))
    context = {
        "page": page,
        "tallies": {run.pk: [count for count in verdict_counts(run) if count.number] for run in page.rows},
        "jobs": _pending(actor),
        "states": STATES,
        "may_upload": may(actor, PERMISSIONS["screening.upload"]),
    }
    return render(request, "screening/runs.html", context)


def _pending(actor: Actor) -> QuerySet[Job]:
    mine = Job.objects.filter(kind=UPLOAD, owner=actor.name)
    return mine.exclude(state=Job.State.DONE).order_by("-created_at")[:MOST_JOBS]


@require_GET
def run(request: HttpRequest, reference: UUID) -> HttpResponse:
    """Show one run: what could not be read first, the counts, then its lines, worst first, as filtered."""
    permitted(request, "screening.read")
    found = run_or_404(reference)
    lines = LinesFilter(request.GET)
    wanted = lines.cleaned_data if lines.is_valid() else {}
    verdict, text = wanted.get("verdict", ""), wanted.get("text", "")
    counts = verdict_counts(found)
    context = {
        "run": found,
        "not_screened": sum(count.number for count in counts if count.code == NOT_SCREENED),
        "no_border": sum(count.no_border for count in counts),
        "chart": _chart(found, counts, verdict) if counts else "",
        "filter": lines,
        "is_filtered": bool(verdict or text),
        "chosen": VERDICTS[verdict].word if verdict else "",
        "page": verdict_rows(found, verdict=verdict or None, text=text, after=request.GET.get("after")),
    }
    return render(request, "screening/run.html", context)


def run_or_404(reference: UUID) -> ScreeningRun:
    """Return a run.

    Raises:
        Http404: if there is none.

    """
    found = run_by_reference(reference)
    if found is None:
        raise Http404
    return found


def _chart(run: ScreeningRun, counts: list[VerdictCount], chosen: str) -> SafeString:
    return bar_chart(title=_("Partidas por veredicto"), concept=_("Veredicto"), rows=list(_bars(run, counts, chosen)))


def _bars(run: ScreeningRun, counts: list[VerdictCount], chosen: str) -> Iterator[Bar]:
    lines = reverse("run", kwargs={"reference": run.reference})
    issues = reverse("issues", kwargs={"reference": run.reference})
    for count in counts:
        url = issues if count.code == NOT_SCREENED else f"{lines}?verdict={count.code}#partidas"
        words = count.words()
        yield Bar(words.word, count.number, words.tone, url=url if count.number else "", current=count.code == chosen)


@require_GET
def run_file(request: HttpRequest, reference: UUID, name: str) -> HttpResponseBase:
    """Give one of the files of a run to take away."""
    permitted(request, "screening.read")
    return attachment(run_or_404(reference), name)
