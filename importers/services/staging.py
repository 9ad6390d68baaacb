"""Rows go to the database in chunks, each with the lease renewed in the same transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple, TypeVar

from django.db import transaction

from importers.domain.faults import fault
from importers.domain.records import REJECTED, DeclarationRecord, Issue, LineRecord, PartyRecord
from importers.formats.reads import Read
from importers.models import Declaration, DeclaredParty, Ingestion, LineItem, RowIssue
from importers.services.importer_book import ImporterBook
from importers.services.lease import renew
from kernel.domain.clock import Clock
from kernel.domain.progress import Progress
from kernel.services import bulk

CHUNK: Final = 2_000  # rows held at once

LINE_FIELDS: Final = (
    *("id", "declaration", "sequence", "tariff_code", "nico", "tariff_version", "description", "origin"),
    *("origin_declared", "seller_country", "quantity", "unit", "customs_value", "value_usd", "brand", "model"),
    *("product_code", "permits", "identifiers", "remarks", "line_number", "raw"),
)
DECLARATION_FIELDS: Final = (
    *("id", "ingestion", "source_key", "year", "office", "section", "patent", "number", "key", "operation", "regime"),
    *("kind", "received_at", "paid_at", "importer", "transport", "line_number", "raw"),
)
PARTY_FIELDS: Final = (
    *("declaration", "line", "role", "name", "tax_id", "country", "address", "city", "postal_code", "attributed"),
    *("invoice", "line_number"),
)
ISSUE_FIELDS: Final = (
    *("ingestion", "severity", "file_name", "table", "line_number", "code", "reason_es", "reason_en", "raw"),
)

T = TypeVar("T")


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Yield the items in lists of at most ``size``."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


class PartyRow(NamedTuple):
    """A party with what it hangs on; ``line_id`` is None when it is the declaration's."""

    declaration_id: int
    line_id: int | None
    party: PartyRecord


@dataclass
class Staging:
    """One reading of one file: where its rows go, and how many there were."""

    ingestion: Ingestion
    clock: Clock
    progress: Progress
    total: int = 0
    rows_read: int = 0
    lines_kept: int = 0
    rejected: int = 0
    warnings: int = 0
    first_line: int = 0
    last_line: int = 0
    importers: ImporterBook = field(default_factory=ImporterBook)
    _issues: list[Issue] = field(default_factory=list)

    @contextmanager
    def chunk(self, reads: Sequence[Read] = ()) -> Iterator[None]:
        """Write what is done inside in one transaction, with the issues of the rows and those met on the way."""
        self._issues = [issue for read in reads for issue in read.issues()]
        with transaction.atomic():
            renew(self.ingestion, self.clock())
            yield
            self._write_issues()
        self.rows_read += sum(read.record is not None or any(f.rejected for f in read.faults) for read in reads)
        self.progress(self.rows_read, self.total)

    def note(self, read: Read, code: str, **values: object) -> None:
        """Add a fault that shows only against the rows of other tables."""
        self._issues.append(read.issue(fault(code, **values)))

    def _write_issues(self) -> None:
        rejects = [issue for issue in self._issues if issue.severity == REJECTED]
        self.rejected += len({(issue.table, issue.line_number) for issue in rejects})  # rows, not reasons
        self.warnings += len(self._issues) - len(rejects)
        pk = self.ingestion.pk
        bulk.insert(
            RowIssue,
            ISSUE_FIELDS,
            (
                (pk, i.severity, i.file_name[:255], i.table, i.line_number, i.code, i.reason.es, i.reason.en, i.raw)
                for i in self._issues
            ),
        )

    def add_declarations(self, records: Mapping[str, DeclarationRecord]) -> dict[str, int]:
        """Write declarations under the names they have in the file; return their primary keys by these."""
        importers = self.importers.ids(record.importer for record in records.values())
        ids = dict(zip(records, bulk.reserve_ids(Declaration, len(records)), strict=True))
        bulk.insert(
            Declaration,
            DECLARATION_FIELDS,
            (
                _declaration_values(ids[key], self.ingestion.pk, key, record, importers)
                for key, record in records.items()
            ),
        )
        self.add_parties(PartyRow(ids[key], None, p) for key, record in records.items() for p in record.parties)
        return ids

    def add_lines(self, found: Sequence[tuple[Read, int, LineRecord]]) -> None:
        """Write lines of declarations; one that has come before in the file is rejected."""
        taken = set(
            bulk.rows_by_pair(
                LineItem,
                ("declaration", "sequence"),
                [(d, line.sequence) for _, d, line in found],
                ("declaration", "sequence"),
            )
        )
        fresh: list[tuple[int, LineRecord]] = []
        for read, declaration_id, line in found:
            pair = (declaration_id, line.sequence)
            if pair in taken:
                self.note(read, "duplicate_line", sequence=line.sequence, value=read.key)
                continue
            taken.add(pair)
            fresh.append((declaration_id, line))
        ids = bulk.reserve_ids(LineItem, len(fresh))
        bulk.insert(LineItem, LINE_FIELDS, (_line_values(i, d, line) for i, (d, line) in zip(ids, fresh, strict=True)))
        self.add_parties(
            PartyRow(d, i, party) for i, (d, line) in zip(ids, fresh, strict=True) for party in line.parties
        )
        self.lines_kept += len(ids)
        if ids:
            self.first_line = self.first_line or ids[0]
            self.last_line = ids[-1]

    def add_parties(self, parties: Iterable[PartyRow]) -> None:
        """Write parties of declarations or of lines."""
        bulk.insert(DeclaredParty, PARTY_FIELDS, map(_party_values, parties))


def _declaration_values(
    pk: int, ingestion: int, key: str, d: DeclarationRecord, importers: Mapping[str, int]
) -> tuple[object, ...]:
    importer = importers[d.importer.rfc] if d.importer else None
    return (
        *(pk, ingestion, key, d.year, d.office, d.section, d.patent, d.number, d.key, d.operation, d.regime, d.kind),
        *(d.received_at, d.paid_at, importer, dict(d.transport), d.line_number, d.raw),
    )


def _line_values(pk: int, declaration: int, r: LineRecord) -> tuple[object, ...]:
    return (
        *(pk, declaration, r.sequence, r.tariff_code, r.nico, r.tariff_version, r.description, r.origin),
        *(r.origin_declared, r.seller_country, r.quantity, r.unit, r.customs_value, r.value_usd, r.brand, r.model),
        *(r.product_code, list(r.permits), list(r.identifiers), r.remarks, r.line_number, r.raw),
    )


def _party_values(row: PartyRow) -> tuple[object, ...]:
    p = row.party
    return (
        *(row.declaration_id, row.line_id, p.role, p.name, p.tax_id, p.country, p.address, p.city, p.postal_code),
        *(p.attributed, p.invoice, p.line_number),
    )
