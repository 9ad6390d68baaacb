"""Importers by their RFC: made when a file first names them, updated once it is wholly read."""

from collections.abc import Iterable, Mapping
from typing import Final

from importers.domain.records import ImporterRecord
from importers.models import Importer

MOST_REMEMBERED: Final = 100_000


class ImporterBook:
    """The importers that one reading has met.

    New ones are made at once, since declarations point at them; what a file says anew of one that was known waits
    for the end, so that a refused file changes nothing.
    """

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._changes: dict[str, ImporterRecord] = {}
        self._made: list[int] = []

    def ids(self, records: Iterable[ImporterRecord | None]) -> Mapping[str, int]:
        """Return the primary key by RFC of all importers named in some records."""
        named = {record.rfc: record for record in records if record is not None}
        unknown = {rfc: record for rfc, record in named.items() if rfc not in self._ids}
        if unknown:
            self._learn(unknown)
        return self._ids

    def _learn(self, records: Mapping[str, ImporterRecord]) -> None:
        if len(self._ids) > MOST_REMEMBERED:
            self._ids.clear()
        stored = {row.rfc: row for row in Importer.objects.filter(rfc__in=list(records))}
        new = [
            Importer(rfc=rfc, name=record.name, address=dict(record.address))
            for rfc, record in records.items()
            if rfc not in stored
        ]
        Importer.objects.bulk_create(new, ignore_conflicts=True)
        made = Importer.objects.filter(rfc__in=[row.rfc for row in new])
        for row in made:
            self._made.append(row.pk)
        self._ids.update({row.rfc: row.pk for row in (*stored.values(), *made)})
        for rfc, row in stored.items():
            if _says_more(records[rfc], row):
                self._changes[rfc] = records[rfc]

    def apply_changes(self) -> None:
        """Write what the file says anew of importers that were known."""
        rows = list(Importer.objects.select_for_update().filter(rfc__in=list(self._changes)))
        for row in rows:
            record = self._changes[row.rfc]
            row.name = record.name or row.name
            row.address = dict(record.address) or row.address
        Importer.objects.bulk_update(rows, ["name", "address"], batch_size=500)

    def take_back(self) -> None:
        """Delete the importers that this reading made and that no declaration names."""
        Importer.objects.filter(pk__in=self._made, declarations__isnull=True).delete()


def _says_more(record: ImporterRecord, row: Importer) -> bool:
    return bool((record.name and record.name != row.name) or (record.address and dict(record.address) != row.address))
