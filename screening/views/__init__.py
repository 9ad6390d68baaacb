"""Pages of the customs workspace."""

from screening.views.lines import issues, line
from screening.views.lists import decide_held, lists
from screening.views.runs import run, run_file, runs
from screening.views.shipments import check_shipment
from screening.views.uploads import job, upload

__all__ = [
    "check_shipment",
    "decide_held",
    "issues",
    "job",
    "line",
    "lists",
    "run",
    "run_file",
    "runs",
    "upload",
]
