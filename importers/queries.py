"""Reads of what was ingested, for runs, reports and pages."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import Left, Length

from importers.domain.catalogues import Known, Period, Tariff
from importers.domain.country_codes import pedimento_countries
from importers.domain.records import EXPORT
from importers.domain.tariff import TARIFF_CODE
from importers.models import CatalogueEntry, Declaration, Ingestion, LineItem, RowIssue


@dataclass(frozen=True, slots=True)
class CatalogueStatus:
    """One version of a catalogue: how much of it is loaded, whether all of it, and where it comes from."""

    catalogue: str
    version: str
    entries: int
    complete: bool
    sources: tuple[str, ...]


def issues_of(ingestion: Ingestion, *, severity: str = "") -> QuerySet[RowIssue]:
    """Return the rows of a file that were rejected or warned of, in the order they were met."""
    issues = RowIssue.objects.filter(ingestion=ingestion).order_by("pk")
    return issues.filter(severity=severity) if severity else issues


def issue_counts(ingestion: Ingestion) -> Mapping[tuple[str, str], int]:
    """Return how many issues there are of each severity and code."""
    counted = RowIssue.objects.filter(ingestion=ingestion).values_list("severity", "code").annotate(n=Count("pk"))
    return {(severity, code): n for severity, code, n in counted.order_by("severity", "code")}


def line_count(ingestion: Ingestion) -> int:
    """Return how many lines are to be screened."""
    return ingestion.lines_kept - export_line_count(ingestion)


def export_line_count(ingestion: Ingestion) -> int:
    """Return how many lines are of exports: kept, not screened, counted apart."""
    exports = Declaration.objects.filter(ingestion=ingestion, operation=EXPORT)
    if not exports.exists():  # the usual case, and much cheaper than counting lines
        return 0
    return LineItem.objects.filter(declaration__in=exports).count()


def catalogue_status() -> list[CatalogueStatus]:
    """Return what is loaded of each catalogue, version by version."""
    rows = CatalogueEntry.objects.values_list("catalogue", "version", "complete", "source").annotate(n=Count("pk"))
    found: dict[tuple[str, str], list[tuple[bool, str, int]]] = {}
    for catalogue, version, complete, source, n in rows.order_by("catalogue", "version", "source"):
        found.setdefault((catalogue, version), []).append((complete, source, n))
    return [
        CatalogueStatus(
            catalogue,
            version,
            sum(n for _, _, n in parts),
            any(complete for complete, _, _ in parts),
            tuple(dict.fromkeys(source for _, source, _ in parts)),
        )
        for (catalogue, version), parts in found.items()
    ]


def known_catalogues() -> Known:
    """Return all catalogues in the form that rows are read with."""
    return Known(
        tariff=_tariff(),
        countries=dict(pedimento_countries()) | _loaded_countries(),
        offices=_codes(CatalogueEntry.Catalogue.OFFICES),
        keys=_codes(CatalogueEntry.Catalogue.KEYS),
        units=_codes(CatalogueEntry.Catalogue.UNITS),
    )


def _codes(catalogue: str) -> frozenset[str]:
    return frozenset(CatalogueEntry.objects.filter(catalogue=catalogue).values_list("code", flat=True))


def _loaded_countries() -> dict[str, str]:
    rows = CatalogueEntry.objects.filter(catalogue=CatalogueEntry.Catalogue.COUNTRIES)
    return {code: _iso(detail) for code, detail in rows.values_list("code", "detail") if "iso" in detail}


def _iso(detail: Mapping[str, Any]) -> str:
    return str(detail["iso"])


def tariff_of(codes: Collection[str]) -> Tariff:
    """Return what the tariff that is loaded says of some fracciones, without reading the rest of it."""
    tariff = CatalogueEntry.objects.filter(catalogue=CatalogueEntry.Catalogue.TARIFF)
    eight = tariff.annotate(fraccion=Left("code", TARIFF_CODE), digits=Length("code")).filter(digits__gte=TARIFF_CODE)
    wanted = eight.filter(fraccion__in=sorted(codes))
    periods: dict[str, list[Period]] = {}
    for code, since, until in wanted.values_list("fraccion", "valid_from", "valid_until"):
        periods.setdefault(code, []).append((since, until))
    unique = {code: tuple(dict.fromkeys(found)) for code, found in periods.items()}
    reaches_back_to = eight.aggregate(since=Min("valid_from"))["since"]
    return Tariff(unique, eight.filter(complete=True).exists(), reaches_back_to)


def _tariff() -> Tariff:
    rows = CatalogueEntry.objects.filter(catalogue=CatalogueEntry.Catalogue.TARIFF)
    periods: dict[str, list[Period]] = {}
    complete = False
    earliest: date | None = None
    for code, since, until, whole in rows.values_list("code", "valid_from", "valid_until", "complete").iterator():
        if len(code) < TARIFF_CODE:
            continue
        periods.setdefault(code[:TARIFF_CODE], []).append((since, until))
        complete = complete or whole
        earliest = since if earliest is None else min(earliest, since or earliest)
    unique = {code: tuple(dict.fromkeys(found)) for code, found in periods.items()}
    return Tariff(unique, complete, earliest)
