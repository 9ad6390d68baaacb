"""Outgoing requests of screening: lists from the pages of the agencies that publish them."""

from typing import Final

from kernel.http import Fetched, fetch

LIST_LIMIT: Final = 20 * 1024 * 1024  # bytes; the agencies' pages and files have less than one megabyte


def get_list(address: str, *, etag: str = "", last_modified: str = "") -> Fetched:
    """Return what an address answers, or that it has not changed since the answer with that ETag or date.

    Raises:
        FetchError: if the server cannot be reached, refuses, or sends more than a list can be.

    """
    return fetch(address, etag=etag, last_modified=last_modified, limit=LIST_LIMIT)
