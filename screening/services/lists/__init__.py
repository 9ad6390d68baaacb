"""Writes and choice of the lists that the engine screens against."""

from screening.services.lists.run_lists import ListUnavailableError, RunList, fingerprint, lists_for_run

__all__ = ["ListUnavailableError", "RunList", "fingerprint", "lists_for_run"]
