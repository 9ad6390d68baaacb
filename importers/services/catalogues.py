"""Loads the official catalogues that declarations are read with."""

import csv
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.resources import files
from typing import Final

from babel import Locale
from django.db import transaction

from importers.domain.country_codes import EXCEPTIONS, pedimento_countries
from importers.domain.tariff import tariff_version
from importers.formats.catalogue_csv import Entry, read_catalogue
from importers.formats.errors import UnreadableFileError
from importers.models import CatalogueEntry
from kernel.domain.actors import Actor
from kernel.domain.countries import alpha3_codes
from kernel.domain.text import Text
from kernel.services.ledger import record

BATCH: Final = 1_000
IN_FORCE: Final = "VIGENTE"  # codes whose editions are not told apart: each row carries its own dates
NAMES: Final = tuple(CatalogueEntry.Catalogue.values)
COUNTRY_SOURCE: Final = "ISO 3166 alpha-3; nombres del CLDR; Anexo 22 apéndice 4 (2024-12)"
FIELDS: Final = ("name_es", "name_en", "detail", "valid_from", "valid_until", "source", "complete")


class WrongCatalogueError(UnreadableFileError):
    """The file holds another catalogue than the one that was named."""

    code = "wrong_catalogue"


@dataclass(frozen=True, slots=True)
class _Sourced:
    entry: Entry
    source: str
    version: str


def load_catalogue(name: str, data: bytes, *, actor: Actor, at: datetime, source: str = "") -> int:
    """Load a whole catalogue from its CSV and return how many entries it has; again changes nothing.

    ``name`` may be blank: the columns say which catalogue it is.

    Raises:
        UnreadableFileError: if the file is no catalogue, or not the one that was named; nothing was changed.

    """
    catalogue, entries = read_catalogue(data)
    if name and name.upper() != catalogue:
        raise WrongCatalogueError(_wrong_name(name, catalogue))
    digest = hashlib.sha256(data).hexdigest()
    origin = (source or f"archivo {digest[:12]}")[:255]
    rows = [_Sourced(entry, origin, _version(catalogue, entry)) for entry in entries]
    with transaction.atomic():
        changed = _store(catalogue, rows, complete=True)
        detail = {"catalogue": catalogue, "sha256": digest, "entries": len(rows), "changed": changed}
        record("load_catalogue", subject=f"catalogue:{catalogue}", actor=actor, at=at, detail=detail)
    return len(rows)


def _wrong_name(name: str, found: str) -> Text:
    known = ", ".join(each.lower() for each in NAMES)
    return Text(
        f"El archivo trae el catálogo «{found.lower()}», no «{name}»; los nombres son: {known}.",
        f"The file holds the catalogue “{found.lower()}”, not “{name}”; the names are: {known}.",
    )


def _version(catalogue: str, entry: Entry) -> str:
    if catalogue != CatalogueEntry.Catalogue.TARIFF:
        return IN_FORCE
    return tariff_version(entry.valid_from) or tariff_version(date.max)


def load_shipped_catalogues(*, actor: Actor, at: datetime) -> None:
    """Load the shipped extract where nothing better is; leaves no trace when nothing changes."""
    with transaction.atomic():
        changed = {name: _store(name, list(rows), complete=False) for name, rows in _shipped()}
        if any(changed.values()):
            record("load_shipped_catalogues", subject="catalogue:*", actor=actor, at=at, detail={"changed": changed})


def _shipped() -> Iterator[tuple[str, Iterable[_Sourced]]]:
    yield "TARIFF", _shipped_file("tariff.csv", tariff_version(date.max))
    yield "COUNTRIES", _countries()
    yield "OFFICES", _shipped_file("offices.csv", IN_FORCE)
    yield "KEYS", _shipped_file("keys.csv", IN_FORCE)
    yield "UNITS", _shipped_file("units.csv", IN_FORCE)


def _shipped_file(name: str, version: str) -> Iterator[_Sourced]:
    text = (files("importers") / "data" / name).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        since = row.get("valid_from") or ""
        entry = Entry(
            code=row["code"],
            name_es=row["name_es"],
            name_en=row["name_en"],
            detail={"unidad": row["unit"]} if row.get("unit") else {},
            valid_from=date.fromisoformat(since) if since else None,
        )
        yield _Sourced(entry, f"{row['source']} ({row['dated_on']})", version)


def _countries() -> Iterator[_Sourced]:
    spanish, english = Locale("es", "MX").territories, Locale("en").territories
    for two, three in sorted(alpha3_codes().items()):
        if three in pedimento_countries():
            yield _Sourced(Entry(three, spanish[two], english[two], {"iso": three}), COUNTRY_SOURCE, IN_FORCE)
    for code, exception in EXCEPTIONS.items():
        name = exception.name
        yield _Sourced(Entry(code, name.es, name.en, {"iso": exception.iso}), COUNTRY_SOURCE, IN_FORCE)


def _store(catalogue: str, rows: Sequence[_Sourced], *, complete: bool) -> int:
    """Write those rows that are new or differ, and return how many; the extract gives way to a whole catalogue."""
    codes = [row.entry.code for row in rows]
    known = CatalogueEntry.objects.filter(catalogue=catalogue)
    known = known if complete else known.filter(code__in=codes)  # the extract is small, the whole tariff is not
    stored = {(row.version, row.code): row for row in known}
    changed = []
    for row in rows:
        old = stored.get((row.version, row.entry.code))
        new = _entry_row(catalogue, row, old, complete=complete)
        if old is None or (_differs(old, new) and (complete or not old.complete)):
            changed.append(new)
    CatalogueEntry.objects.bulk_create(
        changed,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["catalogue", "version", "code"],
        update_fields=FIELDS,
    )
    return len(changed)


def _entry_row(catalogue: str, row: _Sourced, old: CatalogueEntry | None, *, complete: bool) -> CatalogueEntry:
    entry = row.entry
    if old and not entry.name_en:  # a file without English names does not take away those there are
        entry = replace(entry, name_en=old.name_en)
    return CatalogueEntry(
        catalogue=catalogue,
        version=row.version,
        code=entry.code,
        name_es=entry.name_es,
        name_en=entry.name_en,
        detail=dict(entry.detail),
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        source=row.source,
        complete=complete,
    )


def _differs(old: CatalogueEntry, new: CatalogueEntry) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in FIELDS)
