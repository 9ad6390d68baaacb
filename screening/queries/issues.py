"""The rows of a run's file that were rejected, or kept with a warning, in the order of the file."""

from collections.abc import Iterator, Sequence
from typing import Final

from importers.models import RowIssue
from kernel.paging import PAGE, Page, number_of, page_of
from screening.models import ScreeningRun

CHUNK: Final = 2_000  # rows held at once while all of them are written


def issues_page(
    run: ScreeningRun, severity: RowIssue.Severity, *, after: str | None = None, limit: int = PAGE
) -> Page[RowIssue]:
    """Return the rows of the file that were rejected, or those kept with a warning."""
    last = number_of(after)
    rows = RowIssue.objects.filter(ingestion_id=run.ingestion_id, severity=severity, pk__gt=last or 0)
    return page_of(rows.order_by("pk"), last=last, limit=limit)


def not_screened(run: ScreeningRun, *, after: str | None = None, limit: int = PAGE) -> Page[RowIssue]:
    """Return the rows of the file that could not be read as a line."""
    return issues_page(run, RowIssue.Severity.REJECTED, after=after, limit=limit)


def all_not_screened(run: ScreeningRun) -> Iterator[Sequence[RowIssue]]:
    """Yield every row that could not be read, some at a time."""
    after: str | None = None
    while after != "":
        page = not_screened(run, after=after, limit=CHUNK)
        yield page.rows
        after = page.next
