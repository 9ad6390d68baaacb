"""``tamiz ingest``: read a file of declarations into the database."""

import json
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from django.utils import timezone

from config.cli import console, progress, say
from importers.models import Ingestion
from importers.queries import export_line_count, issue_counts, issues_of
from importers.services import ingest_file
from kernel.domain.actors import COMMAND_LINE
from kernel.domain.text import Text

FILE_HELP: Final = "Data Stage (.zip) o CSV / Data Stage (.zip) or CSV"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ingest", help="Lee un archivo de pedimentos / Reads a file of declarations")(ingest)


def ingest(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help=FILE_HELP)],
    as_json: Annotated[bool, typer.Option("--json", help="imprime JSON / prints JSON")] = False,
) -> None:
    """Ingest the file and print what was kept, rejected and warned of."""
    with progress(Text("Leyendo", "Reading")) as report:
        ingestion = ingest_file(file, file_name=file.name, actor=COMMAND_LINE, clock=timezone.now, progress=report)
    facts = summary(ingestion)
    if as_json:
        console.print_json(json.dumps(facts, ensure_ascii=False))
        return
    say(
        Text(
            "{file_name}: {lines_kept} partidas leídas ({exports} de exportación), {rows_rejected} filas NO TAMIZADAS, "
            "{warnings} avisos. Ingesta {reference}.",
            "{file_name}: {lines_kept} lines kept ({exports} of exports), {rows_rejected} rows NOT SCREENED, "
            "{warnings} warnings. Ingestion {reference}.",
        ).filled(**facts)
    )
    for issue in facts["issues"]:
        say(Text(f"  {issue['place']}: {issue['reason_es']}", f"  {issue['place']}: {issue['reason_en']}"))


def summary(ingestion: Ingestion) -> dict[str, Any]:
    """Return an ingestion as JSON types, with its first rejected rows and how often each code came."""
    first = [*issues_of(ingestion, severity="REJECTED")[:20], *issues_of(ingestion, severity="WARNING")[:20]][:20]
    return {
        "reference": str(ingestion.reference),
        "file_name": ingestion.file_name,
        "format": ingestion.format,
        "sha256": ingestion.sha256,
        "rows_read": ingestion.rows_read,
        "lines_kept": ingestion.lines_kept,
        "exports": export_line_count(ingestion),
        "rows_rejected": ingestion.rows_rejected,
        "warnings": ingestion.warnings,
        "codes": {f"{severity}:{code}": n for (severity, code), n in issue_counts(ingestion).items()},
        "issues": [
            {
                "severity": issue.severity,
                "code": issue.code,
                "place": f"{issue.file_name}:{issue.line_number}",
                "reason_es": issue.reason_es,
                "reason_en": issue.reason_en,
            }
            for issue in first
        ],
    }
