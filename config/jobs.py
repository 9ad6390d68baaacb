"""What a worker can do: the one table from the kind of a job to its handler."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kernel.services.jobs import JobHandler
from screening.services.runs import UPLOAD, run_upload

HANDLERS: Final[Mapping[str, JobHandler]] = MappingProxyType({UPLOAD: run_upload})
