"""How many lines a run has, by verdict."""

from typing import Any

from django.db.models import Count, Max

from importers.queries import export_line_count
from screening.models import LineVerdict, ScreeningRun, VerdictCode


def verdicts_written(run: ScreeningRun) -> int:
    """Return how many lines of a run have their verdict by now."""
    return LineVerdict.objects.filter(run=run).count()


def last_line(run: ScreeningRun) -> int:
    """Return the id of the last line with a verdict, 0 when there is none; lines are screened in the order of ids."""
    found: int | None = LineVerdict.objects.filter(run=run).aggregate(last=Max("line_id"))["last"]
    return found or 0


def run_counts(run: ScreeningRun) -> dict[str, Any]:
    """Return the counts of a run as it keeps them.

    NOT_SCREENED (rows that could not be read), a number for each verdict, NO_BORDER (the same for the virtual
    operations among them), LINES (all with a verdict), EXPORTS (lines that leave the country, not screened).
    """
    verdicts = dict.fromkeys(VerdictCode.values, 0)
    virtual = dict.fromkeys(VerdictCode.values, 0)
    groups = LineVerdict.objects.filter(run=run).values_list("verdict", "no_border").annotate(number=Count("pk"))
    for verdict, no_border, number in groups.order_by():
        verdicts[verdict] += number
        virtual[verdict] += number if no_border else 0
    return {
        "NOT_SCREENED": run.ingestion.rows_rejected,
        **verdicts,
        "NO_BORDER": virtual,
        "LINES": sum(verdicts.values()),
        "EXPORTS": export_line_count(run.ingestion),
    }
