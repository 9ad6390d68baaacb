"""Runs: one ingested file against given lists, every line with one verdict."""

from screening.services.runs.execute import execute_run
from screening.services.runs.files import RunFiles, write_run_files
from screening.services.runs.leases import RunBusyError
from screening.services.runs.start import NotIngestedError, start_run

__all__ = ["NotIngestedError", "RunBusyError", "RunFiles", "execute_run", "start_run", "write_run_files"]
