"""Finds the declaration that a row of a Data Stage table belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from importers.domain.records import DeclarationRecord
from importers.domain.values import MEXICO_CITY
from importers.formats.reads import Read
from importers.models import Declaration
from importers.services.staging import Staging

VERSION_MARK: Final = "@"  # between the key and the payment date of a number that comes again


class Found(NamedTuple):
    """A declaration in the database and its payment date as rows write it."""

    pk: int
    version: str


class Missing(NamedTuple):
    """Why a row has no declaration: a code of ``importers.domain.faults``."""

    code: str


def version_of(paid_at: datetime | None) -> str:
    """Return a payment date in the spelling of :attr:`importers.formats.reads.Read.version`."""
    return paid_at.astimezone(MEXICO_CITY).strftime("%Y%m%d%H%M%S") if paid_at else ""


@dataclass
class Declared:
    """The declarations of one delivery.

    A pedimento number comes again after some years (ten in 20,578 real ones): the first keeps its plain key, others
    carry their payment date behind it.
    """

    staging: Staging
    repeated: set[str]  # keys that stand for more than one declaration
    rejected: set[str]  # keys whose 501 row was rejected

    def add(self, reads: Sequence[Read]) -> None:
        """Write the declarations of rows of table 501; the same one twice is rejected."""
        known = self._stored(reads)
        fresh: dict[str, DeclarationRecord] = {}
        for read in reads:
            if not isinstance(read.record, DeclarationRecord):
                if read.key and any(fault.rejected for fault in read.faults):
                    self.rejected.add(read.key)
                continue
            dated = _dated(read)
            first = known.get(read.key)
            if first is not None and (first.version == read.version or dated in known):
                self.staging.note(read, "duplicate_declaration", value=read.key)
                continue
            if first is not None:
                self.repeated.add(read.key)
            name = read.key if first is None else dated
            fresh[name] = read.record
            known[name] = Found(0, read.version)
        self.staging.add_declarations(fresh)

    def of(self, reads: Sequence[Read]) -> list[Found | Missing]:
        """Return the declaration of each row, or why it has none."""
        stored = self._stored(reads)
        return [self._one(read, stored) for read in reads]

    def _stored(self, reads: Sequence[Read]) -> dict[str, Found]:
        keys = {read.key for read in reads if read.key}
        keys |= {_dated(read) for read in reads if read.key in self.repeated}
        rows = Declaration.objects.filter(ingestion=self.staging.ingestion, source_key__in=keys)
        return {key: Found(pk, version_of(paid)) for pk, key, paid in rows.values_list("pk", "source_key", "paid_at")}

    def _one(self, read: Read, stored: Mapping[str, Found]) -> Found | Missing:
        dated, plain = stored.get(_dated(read)), stored.get(read.key)
        if dated is not None:
            return dated
        if plain is None:
            return Missing("declaration_rejected" if read.key in self.rejected else "unknown_declaration")
        if plain.version == read.version:
            return plain
        if read.key in self.rejected:
            return Missing("declaration_rejected")
        return Missing("ambiguous_declaration") if read.key in self.repeated else plain


def _dated(read: Read) -> str:
    return f"{read.key}{VERSION_MARK}{read.version}"
