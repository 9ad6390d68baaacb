"""What a worker can do: the one table from the kind of a job to its handler."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from django.utils import timezone

from kernel.services.jobs import JobHandler
from screening.services.runs import UPLOAD, run_upload

HANDLERS: Final[Mapping[str, JobHandler]] = MappingProxyType({UPLOAD: partial(run_upload, clock=timezone.now)})
