"""What a worker can do: the one table from the kind of a job to its handler."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from django.utils import timezone

from kernel.domain.progress import Progress
from kernel.models import Job
from kernel.services.jobs import JobHandler
from screening.queries.requests import UPLOAD


def screen_upload(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Screen the file of a job; the engine is loaded with the first one, so that the server starts without it."""
    from screening.services.runs import run_upload

    return run_upload(job, progress, clock=timezone.now)


HANDLERS: Final[Mapping[str, JobHandler]] = MappingProxyType({UPLOAD: screen_upload})
