"""Runs: one ingested file against given lists, every line with one verdict."""

from screening.services.runs.execute import execute_run
from screening.services.runs.files import OutputFolderError, RunFiles, RunNotDoneError, check_folder, write_run_files
from screening.services.runs.leases import RunBusyError
from screening.services.runs.screen import (
    RunOutcome,
    request_run,
    request_upload,
    run_upload,
    screen_file,
    screen_shipment,
)
from screening.services.runs.start import FutureDayError, check_day, start_run

__all__ = [
    "FutureDayError",
    "OutputFolderError",
    "RunBusyError",
    "RunFiles",
    "RunNotDoneError",
    "RunOutcome",
    "check_day",
    "check_folder",
    "execute_run",
    "request_run",
    "request_upload",
    "run_upload",
    "screen_file",
    "screen_shipment",
    "start_run",
    "write_run_files",
]
