"""What the page of one line and that of the observed rows show."""

from django.db.models import BigAutoField

from importers.models import RowIssue
from kernel.domain.text import Text
from screening.models import LineVerdict, ScreeningRun
from screening.queries.lines import declared_lines
from screening.queries.pages import Page, number_of
from screening.queries.runs import PAGE, VerdictRow


def verdict_of(run: ScreeningRun, line_id: int) -> VerdictRow | None:
    """Return the verdict on one line of a finished run, None when it has none."""
    if run.state != ScreeningRun.State.DONE or line_id > BigAutoField.MAX_BIGINT:
        return None
    row = LineVerdict.objects.filter(run=run, line_id=line_id).first()
    if row is None:
        return None
    return VerdictRow(
        id=row.pk,
        line=declared_lines([line_id])[line_id],
        verdict=row.verdict,
        no_border=row.no_border,
        score=row.score,
        order=row.order,
        reason=Text(row.reasons_es, row.reasons_en),
        not_declared=tuple(filter(None, row.not_declared.split(","))),
    )


def issues_page(
    run: ScreeningRun, severity: RowIssue.Severity, *, after: str | None = None, limit: int = PAGE
) -> Page[RowIssue]:
    """Return the rows of the file that were rejected, or those kept with a warning, in the order of the file."""
    last = number_of(after)
    rows = RowIssue.objects.filter(ingestion_id=run.ingestion_id, severity=severity, pk__gt=last or 0)
    found = list(rows.order_by("pk")[: limit + 1])
    return Page(found[:limit], str(found[limit - 1].pk) if len(found) > limit else "", first=last is None)
