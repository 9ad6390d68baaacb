"""What the lines of declarations say, read for people: a page of lines in two queries."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q

from importers.domain.pedimento import reference
from importers.models import DeclaredParty, LineItem

FIELDS: Final = (
    "pk",
    "declaration_id",
    "declaration__year",
    "declaration__office",
    "declaration__section",
    "declaration__patent",
    "declaration__number",
    "declaration__key",
    "sequence",
    "line_number",
    "tariff_code",
    "nico",
    "description",
    "origin",
    "seller_country",
    "tariff_version",
    "declaration__importer__rfc",
    "declaration__importer__name",
)
PARTY_FIELDS: Final = ("role", "name", "tax_id", "country", "city", "postal_code", "attributed")


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A party that a line or its declaration names; not ``attributed``: one of several suppliers."""

    role: str
    name: str
    tax_id: str
    country: str
    city: str
    postal_code: str
    attributed: bool


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """One goods line with the number of its declaration, its importer and the parties that speak for it."""

    id: int
    declaration_id: int
    year: str
    office: str
    section: str
    patent: str
    number: str
    key: str
    sequence: int
    line_number: int
    tariff_code: str
    nico: str
    description: str
    origin: str
    seller_country: str
    tariff_version: str
    importer_rfc: str
    importer_name: str
    parties: tuple[NamedParty, ...] = ()

    def declaration(self) -> str:
        """Return the number as people write it: ``YY AA PPPP NNNNNNN``, or the caller's own reference."""
        return reference(self.year, self.office, self.patent, self.number)

    def suppliers(self) -> tuple[str, ...]:
        """Return who is declared to sell the goods, each once."""
        return self._named(frozenset({"SUPPLIER"}))

    def producers(self) -> tuple[str, ...]:
        """Return who is declared to make the goods, origin suppliers among them, each once."""
        return self._named(frozenset({"PRODUCER", "ORIGIN_SUPPLIER"}))

    def _named(self, roles: frozenset[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(party.name for party in self.parties if party.name and party.role in roles))


def declared_lines(line_ids: Collection[int]) -> dict[int, DeclaredLine]:
    """Return some lines by id; consignees are left out."""
    rows = list(LineItem.objects.filter(pk__in=line_ids).values_list(*FIELDS))
    own = Q(line_id__in=[row[0] for row in rows])
    shared = Q(line_id__isnull=True, declaration_id__in={row[1] for row in rows})
    return _lines(rows, own | shared)


def declared_range(ingestion_id: int, first: int, last: int) -> dict[int, DeclaredLine]:
    """Return the lines of one file between two ids, both included; the quick way through a whole file."""
    found = LineItem.objects.filter(declaration__ingestion_id=ingestion_id, pk__gte=first, pk__lte=last)
    rows = list(found.values_list(*FIELDS))
    declarations = [row[1] for row in rows]
    near = Q(declaration_id__gte=min(declarations, default=0), declaration_id__lte=max(declarations, default=0))
    return _lines(rows, near & Q(declaration__ingestion_id=ingestion_id))


def _lines(rows: Collection[tuple[Any, ...]], whose: Q) -> dict[int, DeclaredLine]:
    parties = _parties(whose)
    found = {}
    for row in rows:
        own, shared = parties.get((row[1], row[0]), ()), parties.get((row[1], None), ())
        said: list[Any] = ["" if value is None else value for value in row]  # no importer is no name
        found[row[0]] = DeclaredLine(*said, *[(*own, *shared)])
    return found


def _parties(whose: Q) -> dict[tuple[int, int | None], list[NamedParty]]:
    """Return the parties by (declaration, line), the line None for those of the whole declaration."""
    found: dict[tuple[int, int | None], list[NamedParty]] = defaultdict(list)
    parties = DeclaredParty.objects.filter(whose).exclude(role=DeclaredParty.Role.CONSIGNEE).order_by("pk")
    for declaration, line, *said in parties.values_list("declaration_id", "line_id", *PARTY_FIELDS):
        found[declaration, line].append(NamedParty(*said))
    return found
