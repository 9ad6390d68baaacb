"""Send a file, and watch it being screened."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from kernel.components import Step, StepState
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, InputError, UnavailableError
from kernel.domain.text import Text
from kernel.kept import kept, received
from kernel.models import Job
from screening.access import permitted
from screening.forms import UploadForm
from screening.queries.lists import ListStatus, loaded_lists
from screening.queries.requests import UPLOAD
from screening.services.runs import request_run


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file, the lists and the day; what is wrong is said and nothing has to be sent twice."""
    actor = permitted(request, "screening.upload")
    statuses = loaded_lists(timezone.now())
    if request.method != "POST":
        return render(request, "screening/upload.html", {"form": UploadForm(statuses=statuses), "statuses": statuses})
    return _received(request, actor, statuses)


def _received(request: HttpRequest, actor: Actor, statuses: Sequence[ListStatus]) -> HttpResponse:
    before = kept(request, actor)
    form = UploadForm(request.POST, request.FILES, statuses=statuses, kept=before is not None)
    form.is_valid()
    file = before if "file" in form.errors else received(request, actor, at=timezone.now())
    if form.is_valid() and file:
        try:
            job = request_run(
                file.document,
                file_name=file.name,
                list_names=form.cleaned_data["lists"],
                as_of=form.cleaned_data["as_of"],
                actor=actor,
                at=timezone.now(),
            )
        except (InputError, UnavailableError, ConflictError) as error:
            form.add_error(None, error.message.in_language(get_language()))
        else:
            return HttpResponseRedirect(resolve_url("job", reference=job.reference))
    context = {"form": form, "statuses": statuses, "kept": file, "kept_token": file.token if file else ""}
    return render(request, "screening/upload.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@require_GET
@never_cache
def job(request: HttpRequest, reference: UUID) -> HttpResponse:
    """Show how far a job is; once done, lead to its run, and once failed, show the whole page anew."""
    permitted(request, "screening.read")
    found = get_object_or_404(Job, reference=reference, kind=UPLOAD)
    if found.state == Job.State.DONE:
        url = resolve_url("run", reference=found.result["run"])
        return HttpResponse(headers={"HX-Redirect": url}) if _is_poll(request) else HttpResponseRedirect(url)
    if found.state == Job.State.FAILED and _is_poll(request):
        return HttpResponse(headers={"HX-Refresh": "true"})
    template = "screening/job_status.html" if _is_poll(request) else "screening/job.html"
    return render(request, template, _job_context(found))


def _is_poll(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _job_context(job: Job) -> dict[str, Any]:
    failed = job.state == Job.State.FAILED
    current = StepState.FAILED if failed else StepState.CURRENT
    started = job.state != Job.State.QUEUED
    steps = [
        Step(_("Archivo recibido"), StepState.DONE, job.created_at),
        Step(_("Lectura y comparación"), current if started else StepState.TODO),
        Step(_("Resultado"), StepState.TODO),
    ]
    error = Text(job.error_es, job.error_en).in_language(get_language())
    return {"job": job, "steps": steps, "failed": failed, "error": error, "file_name": job.payload.get("file_name", "")}
