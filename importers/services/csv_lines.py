"""Puts the rows of a CSV, or one declaration as JSON, into the database."""

from collections.abc import Iterable, Sequence

from importers.domain.records import DeclarationRecord, LineRecord
from importers.formats.reads import Read
from importers.models import Declaration
from importers.services.staging import Staging, chunks


def stage_rows(reads: Iterable[Read], staging: Staging) -> None:
    """Write rows that each bring their declaration along; rows that name the same one share it."""
    for part in chunks(reads):
        with staging.chunk(part):
            _write(part, staging)


def _write(reads: Sequence[Read], staging: Staging) -> None:
    wanted: dict[str, DeclarationRecord] = {}
    for read in reads:
        if read.declaration is not None:
            wanted.setdefault(read.key, read.declaration)
    stored = Declaration.objects.filter(ingestion=staging.ingestion, source_key__in=wanted)
    ids = dict(stored.values_list("source_key", "pk"))
    ids |= staging.add_declarations({key: record for key, record in wanted.items() if key not in ids})
    staging.add_lines([(read, ids[read.key], read.record) for read in reads if isinstance(read.record, LineRecord)])
