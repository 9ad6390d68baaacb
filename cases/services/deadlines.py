"""The deadlines of a case as they are kept: computed from its facts, so that lists of thousands need not be."""

from collections.abc import Iterable

from cases.domain.pending import WatchedDay
from cases.models import Case, Deadline
from cases.queries.moves import Recomputed, deadline_rows


def keep_deadlines(case: Case, watched: tuple[WatchedDay, ...]) -> None:
    """Put the days that a case is watched for in the place of those that are kept; the same are left alone."""
    keep_each([Recomputed(case, watched, tuple(case.deadlines.all()))])
    case.refresh_from_db(fields=["deadlines"])  # forgets what was fetched; asks nothing


def keep_each(found: Iterable[Recomputed]) -> None:
    """Put the days that cases are watched for in the place of those that are kept, in two writes for all of them."""
    gone, new = list[int](), list[Deadline]()
    for one in found:
        wanted = {row.key(): row for row in deadline_rows(one.case, one.watched)}
        kept = {row.key(): row for row in one.kept}
        gone += [row.pk for key, row in kept.items() if key not in wanted or row.says() != wanted[key].says()]
        new += [row for key, row in wanted.items() if key not in kept or row.says() != kept[key].says()]
    if gone:
        Deadline.objects.filter(pk__in=gone).delete()
    if new:
        Deadline.objects.bulk_create(new)
