"""Importers, declarations as received, their goods lines and the parties they name."""

import uuid
from typing import ClassVar

from django.db import models

from importers.domain.pedimento import reference
from importers.domain.reading import READER_VERSION


class Importer(models.Model):
    """The importer of record, known by its RFC."""

    rfc = models.CharField(max_length=13, unique=True)
    name = models.CharField(max_length=255)
    address = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.rfc} {self.name}"


class Ingestion(models.Model):
    """One file read into the database; its rows are visible only once it is COMPLETE."""

    class State(models.TextChoices):
        """STAGING rows belong to a reading that is under way or was cut off, and are cleared by the next try."""

        STAGING = "STAGING"
        COMPLETE = "COMPLETE"

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sha256 = models.CharField(max_length=64)
    reader = models.CharField(max_length=20, default=READER_VERSION, help_text="version of the readers that read it")
    file_name = models.CharField(max_length=255)
    format = models.CharField(max_length=20)
    state = models.CharField(max_length=8, choices=State.choices, default=State.STAGING)
    lease_until = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True, blank=True)
    rows_read = models.PositiveBigIntegerField(default=0)
    lines_kept = models.PositiveBigIntegerField(default=0)
    rows_rejected = models.PositiveBigIntegerField(default=0)
    warnings = models.PositiveBigIntegerField(default=0)
    first_line = models.BigIntegerField(default=0, help_text="least primary key of its lines; they are read in a row")
    last_line = models.BigIntegerField(default=0, help_text="greatest primary key of its lines")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sha256", "reader"], name="file_once_for_a_way_of_reading")
        ]

    def __str__(self) -> str:
        return f"{self.file_name} {self.sha256[:12]}"


class RowIssue(models.Model):
    """A row that was rejected, or kept with a warning, with where it stood and why."""

    class Severity(models.TextChoices):
        """A REJECTED row is NOT SCREENED; a WARNING row is."""

        REJECTED = "REJECTED"
        WARNING = "WARNING"

    ingestion = models.ForeignKey("importers.Ingestion", on_delete=models.CASCADE, related_name="issues")
    severity = models.CharField(max_length=8, choices=Severity.choices)
    file_name = models.CharField(max_length=255)
    table = models.CharField(max_length=10, blank=True)
    line_number = models.PositiveBigIntegerField()
    code = models.CharField(max_length=60)
    reason_es = models.TextField()
    reason_en = models.TextField()
    raw = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["ingestion", "severity"], name="row_issue_of_ingestion")]

    def __str__(self) -> str:
        return f"{self.file_name}:{self.line_number} {self.code}"


class Declaration(models.Model):
    """An import declaration (pedimento) as received (Anexo 22, campo 1 for its number)."""

    ingestion = models.ForeignKey("importers.Ingestion", on_delete=models.CASCADE, related_name="declarations")
    source_key = models.CharField(max_length=80, help_text="how the rows of the file name it")
    year = models.CharField(max_length=2, blank=True)
    office = models.CharField(max_length=2, blank=True, help_text="aduana")
    section = models.CharField(max_length=1, blank=True, help_text="seccion aduanera")
    patent = models.CharField(max_length=4, blank=True, help_text="patente")
    number = models.CharField(max_length=40, help_text="7 digits in a pedimento; the caller's own reference elsewhere")
    key = models.CharField(max_length=2, blank=True, help_text="clave de pedimento, Anexo 22 apendice 2")
    operation = models.CharField(max_length=1, default="1", help_text="1 import, 2 export")
    regime = models.CharField(max_length=3, blank=True)
    kind = models.CharField(max_length=2, blank=True, help_text="TipoPedimento: 1 normal, 2 rectification")
    received_at = models.DateTimeField(null=True, blank=True)
    paid_at = models.DateTimeField(null=True, blank=True)
    importer = models.ForeignKey("importers.Importer", on_delete=models.PROTECT, null=True, related_name="declarations")
    transport = models.JSONField(default=dict, help_text="bills (503) and containers (504) as received")
    line_number = models.PositiveBigIntegerField(default=0)
    raw = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ingestion", "source_key"], name="declaration_once_in_a_file")
        ]

    def __str__(self) -> str:
        return self.reference()

    def reference(self) -> str:
        """Return the number as people write it: ``YY AA PPPP NNNNNNN``, or the caller's own reference."""
        return reference(self.year, self.office, self.patent, self.number)


class LineItem(models.Model):
    """One goods line (partida) of a declaration."""

    declaration = models.ForeignKey("importers.Declaration", on_delete=models.CASCADE, related_name="lines")
    sequence = models.PositiveIntegerField()
    tariff_code = models.CharField(max_length=8)
    nico = models.CharField(max_length=2, blank=True)
    tariff_version = models.CharField(max_length=12, blank=True)
    description = models.TextField(blank=True)
    origin = models.CharField(max_length=3, blank=True, help_text="ISO 3166 alpha-3; blank when not declared")
    origin_declared = models.CharField(max_length=3, blank=True, help_text="apendice 4 code as received")
    seller_country = models.CharField(max_length=3, blank=True)
    quantity = models.DecimalField(max_digits=20, decimal_places=5, null=True, blank=True)
    unit = models.CharField(max_length=2, blank=True)
    customs_value = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True, help_text="MXN")
    value_usd = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    brand = models.CharField(max_length=120, blank=True)
    model = models.CharField(max_length=120, blank=True)
    product_code = models.CharField(max_length=120, blank=True)
    permits = models.JSONField(default=list)
    identifiers = models.JSONField(default=list)
    remarks = models.TextField(blank=True)
    line_number = models.PositiveBigIntegerField(default=0, help_text="line of the file, 1-based")
    raw = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["declaration", "sequence"], name="line_once_in_a_declaration")
        ]

    def __str__(self) -> str:
        return f"{self.declaration_id}/{self.sequence}"


class DeclaredParty(models.Model):
    """A party a declaration or one of its lines names; never the importer."""

    class Role(models.TextChoices):
        """ORIGIN_SUPPLIER is complement 2 of identifier PO (Anexo 22, apendice 8)."""

        SUPPLIER = "SUPPLIER"
        PRODUCER = "PRODUCER"
        ORIGIN_SUPPLIER = "ORIGIN_SUPPLIER"
        CONSIGNEE = "CONSIGNEE"

    declaration = models.ForeignKey("importers.Declaration", on_delete=models.CASCADE, related_name="parties")
    line = models.ForeignKey("importers.LineItem", on_delete=models.CASCADE, null=True, related_name="parties")
    role = models.CharField(max_length=16, choices=Role.choices)
    name = models.CharField(max_length=255, blank=True)
    tax_id = models.CharField(max_length=40, blank=True, help_text="blank when spelled SN, N/A, 0 and the like")
    country = models.CharField(max_length=3, blank=True)
    address = models.CharField(max_length=255, blank=True)
    city = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    attributed = models.BooleanField(default=True, help_text="False: one of several suppliers, may not be this line's")
    invoice = models.CharField(max_length=60, blank=True)
    line_number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.role} {self.name}"


class CatalogueEntry(models.Model):
    """A row of an official catalogue (tariff, countries, offices, keys, units), with its version and source."""

    class Catalogue(models.TextChoices):
        """The catalogues a declaration is read with."""

        TARIFF = "TARIFF"
        COUNTRIES = "COUNTRIES"
        OFFICES = "OFFICES"
        KEYS = "KEYS"
        UNITS = "UNITS"

    catalogue = models.CharField(max_length=10, choices=Catalogue.choices)
    version = models.CharField(max_length=20)
    code = models.CharField(max_length=12)
    name_es = models.TextField()
    name_en = models.TextField(blank=True)
    detail = models.JSONField(default=dict)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=255)
    complete = models.BooleanField(default=False, help_text="False while only the shipped extract is loaded")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["catalogue", "version", "code"], name="catalogue_code_once")
        ]

    def __str__(self) -> str:
        return f"{self.catalogue} {self.code}"
