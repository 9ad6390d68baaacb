"""Files ingested as the services do it."""

from datetime import UTC, datetime
from pathlib import Path

from importers.models import Declaration, DeclaredParty, Importer, Ingestion, LineItem, RowIssue
from importers.services import ingest_file
from kernel.domain.actors import SYSTEM
from tests.importers.deliveries import saved

AT = datetime(2026, 2, 10, 18, 0, tzinfo=UTC)
TABLES = (Declaration, DeclaredParty, Importer, Ingestion, LineItem, RowIssue)


def ingested(folder: Path, data: bytes, name: str = "entrega.zip") -> Ingestion:
    """Return the ingestion of a file with that content."""
    return ingest_file(saved(folder, data, name), file_name=name, actor=SYSTEM, clock=lambda: AT)


def issues(ingestion: Ingestion) -> list[tuple[str, str, str, int]]:
    """Return severity, code, table and line of every issue."""
    rows = RowIssue.objects.filter(ingestion=ingestion).order_by("pk")
    return list(rows.values_list("severity", "code", "table", "line_number"))


def nothing_kept() -> bool:
    """Tell whether no table of the app has a row."""
    return not any(model.objects.exists() for model in TABLES)
