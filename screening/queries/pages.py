"""Pages of long lists: each begins after the last row of the one before, however many rows come between."""

from typing import Final, TypeVar

from django.db.models import Model, QuerySet

from kernel.domain.pages import Page

PAGE: Final = 50  # rows of a page

Stored = TypeVar("Stored", bound=Model)


def page_of(rows: QuerySet[Stored], *, last: int | None, limit: int) -> Page[Stored]:
    """Return the first of some rows in the order of their keys; ``last`` is the key that the page before ended with."""
    found = list(rows[: limit + 1])
    return Page(found[:limit], str(found[limit - 1].pk) if len(found) > limit else "", first=last is None)
