"""Reads a file, or one declaration, into the database: once, whole or not at all."""

import dataclasses
import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import transaction

from importers.domain.catalogues import Known
from importers.domain.reading import READER_VERSION
from importers.domain.records import DeclarationRecord
from importers.formats import csv_lines, data_stage
from importers.formats.csv_lines import CsvFile
from importers.formats.declaration import FORMAT as JSON_FORMAT
from importers.formats.declaration import read_declaration
from importers.formats.sniff import Source, open_source
from importers.models import CatalogueEntry, Ingestion
from importers.queries import known_catalogues
from importers.services.catalogues import load_shipped_catalogues
from importers.services.csv_lines import stage_rows
from importers.services.data_stage import stage_package
from importers.services.lease import claim, clear_discarded, give_up, renew
from importers.services.staging import Staging
from kernel.domain.actors import SYSTEM, Actor
from kernel.domain.clock import Clock
from kernel.domain.progress import Progress, ignore
from kernel.services.ledger import record

BLOCK: Final = 1024**2


def ingest_file(path: Path, *, file_name: str, actor: Actor, clock: Clock, progress: Progress = ignore) -> Ingestion:
    """Return the ingestion of a file, read now or, for the same bytes and readers, earlier.

    Raises:
        UnreadableFileError: if the file is refused; nothing of it was kept.
        ConflictError: if another process is reading the same file and does not end in time.

    """
    digest, breaks = _measure(path)
    known = Ingestion.objects.filter(sha256=digest, reader=READER_VERSION)
    done = known.filter(state=Ingestion.State.COMPLETE).first()
    if done is not None:
        return done
    source = open_source(path, file_name=file_name)
    catalogues = _catalogues(clock())
    file_format = csv_lines.FORMAT if isinstance(source, CsvFile) else data_stage.FORMAT
    return _ingest(
        digest,
        file_name=file_name,
        file_format=file_format,
        stage=lambda staging: _stage(source, catalogues, staging, file_name=file_name, breaks=breaks),
        entry=_Entry(actor, clock, progress),
    )


def ingest_declaration(declaration: DeclarationRecord, *, actor: Actor, at: datetime) -> Ingestion:
    """Return the ingestion of one declaration from the API or a form; the same one again is the same ingestion.

    Codes and countries may stand as written.  A line that cannot be read is kept as a rejected row.
    """
    canonical = json.dumps(dataclasses.asdict(declaration), sort_keys=True, ensure_ascii=False, default=str)
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    reads = list(read_declaration(declaration, _catalogues(at)))
    return _ingest(
        digest,
        file_name=declaration.number or digest[:12],
        file_format=JSON_FORMAT,
        stage=lambda staging: stage_rows(reads, staging),
        entry=_Entry(actor, lambda: at, ignore),
    )


@dataclasses.dataclass(frozen=True, slots=True)
class _Entry:
    """Who reads, by which clock, and who watches."""

    actor: Actor
    clock: Clock
    progress: Progress


def _measure(path: Path) -> tuple[str, int]:
    """Return the SHA-256 of a file and how many line breaks it has."""
    digest, breaks = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
            breaks += block.count(b"\n")
    return digest.hexdigest(), breaks


def _catalogues(at: datetime) -> Known:
    """Return the catalogues; on a new installation the shipped extract is loaded first."""
    if not CatalogueEntry.objects.exists():
        load_shipped_catalogues(actor=SYSTEM, at=at)
    return known_catalogues()


def _stage(source: Source, known: Known, staging: Staging, *, file_name: str, breaks: int) -> None:
    if isinstance(source, CsvFile):
        staging.total = breaks
        stage_rows(csv_lines.read_rows(source, known, file_name=file_name), staging)
    else:
        stage_package(source, known, staging)


def _ingest(
    digest: str, *, file_name: str, file_format: str, stage: Callable[[Staging], None], entry: _Entry
) -> Ingestion:
    clear_discarded()
    ingestion = claim(digest, file_name=file_name, file_format=file_format, clock=entry.clock)
    if ingestion.state == Ingestion.State.COMPLETE:
        return ingestion
    staging = Staging(ingestion, entry.clock, entry.progress)
    finished = False
    try:
        stage(staging)
        complete = _complete(staging, entry.actor)
        finished = True
    finally:
        if not finished:  # refused, interrupted or failed: nothing stays; a kill is cleared by the next try
            give_up(ingestion)
            staging.importers.take_back()
    clear_discarded()
    return complete


@transaction.atomic
def _complete(staging: Staging, actor: Actor) -> Ingestion:
    """Make the rows of a reading visible, with its entry in the ledger."""
    at = staging.clock()
    renew(staging.ingestion, at)
    staging.importers.apply_changes()
    ingestion = staging.ingestion
    ingestion.state = Ingestion.State.COMPLETE
    ingestion.lease_until = None
    ingestion.completed_at = at
    ingestion.rows_read = staging.rows_read
    ingestion.lines_kept = staging.lines_kept
    ingestion.rows_rejected = staging.rejected
    ingestion.warnings = staging.warnings
    ingestion.first_line = staging.first_line
    ingestion.last_line = staging.last_line
    ingestion.save()
    detail = {
        "sha256": ingestion.sha256,
        "reader": ingestion.reader,
        "format": ingestion.format,
        "rows_read": ingestion.rows_read,
        "lines_kept": ingestion.lines_kept,
        "rows_rejected": ingestion.rows_rejected,
        "warnings": ingestion.warnings,
    }
    record("ingest_file", subject=f"ingestion:{ingestion.reference}", actor=actor, at=at, detail=detail)
    return ingestion
