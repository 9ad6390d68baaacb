"""The deadlines of a case as they are kept: computed from its facts, so that lists of thousands need not be."""

from cases.domain.pending import WatchedDay
from cases.models import Case, Deadline
from cases.queries.moves import deadline_rows


def keep_deadlines(case: Case, watched: tuple[WatchedDay, ...]) -> None:
    """Put the days that a case is watched for in the place of those that are kept; the same are left alone."""
    wanted = {row.key(): row for row in deadline_rows(case, watched)}
    kept = {row.key(): row for row in case.deadlines.all()}
    gone = [row.pk for key, row in kept.items() if key not in wanted or not row.is_same(wanted[key])]
    new = [row for key, row in wanted.items() if key not in kept or not row.is_same(kept[key])]
    if gone:
        Deadline.objects.filter(pk__in=gone).delete()
    if new:
        Deadline.objects.bulk_create(new)
    case.refresh_from_db(fields=["deadlines"])  # forgets what was fetched; asks nothing
