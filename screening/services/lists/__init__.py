"""Writes and choice of the lists that the engine screens against."""

from screening.domain.lists import DEMO_NATIONAL, NATIONAL
from screening.formats.content import fingerprint
from screening.services.lists.editions import UnusableListError
from screening.services.lists.fetching import (
    FetchOutcome,
    FetchState,
    ListNotFetchedError,
    NoAddressError,
    fetch_list,
)
from screening.services.lists.held import NothingHeldError, OtherHeldError, discard_held, release_held
from screening.services.lists.loading import load_list
from screening.services.lists.run_lists import ListUnavailableError, RunList, lists_for_run

__all__ = [
    "DEMO_NATIONAL",
    "NATIONAL",
    "FetchOutcome",
    "FetchState",
    "ListNotFetchedError",
    "ListUnavailableError",
    "NoAddressError",
    "NothingHeldError",
    "OtherHeldError",
    "RunList",
    "UnusableListError",
    "discard_held",
    "fetch_list",
    "fingerprint",
    "lists_for_run",
    "load_list",
    "release_held",
]
