"""Petitions, from the first draft to the folio, and the files that come with them."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from cases.domain.case import CaseKind
from cases.domain.petition.arrival import CAPTURED, CHANNELS, Arrival
from cases.domain.petition.codec import read_content
from cases.domain.petition.content import PetitionContent
from cases.domain.petition.signing import cadena_of
from cases.domain.rules import Channel

CAPTURED_WAYS = sorted(way.value for way in CAPTURED)
SIGNED_WAYS = sorted(way.value for way in Arrival if way not in CAPTURED)


class PetitionQuerySet(models.QuerySet["Petition"]):
    """Petitions by whether they were filed."""

    def drafts(self) -> Self:
        """Return those that were not filed yet."""
        return self.filter(filed_at__isnull=True)

    def filed(self) -> Self:
        """Return those that were."""
        return self.filter(filed_at__isnull=False)


class Petition(models.Model):
    """A petition as draft and as filed; the database refuses to change or delete one that was filed.

    ``reference`` names the draft and is the folio once it is filed: the filer signs it before it is one.
    """

    reference = models.CharField(max_length=14, unique=True, help_text="opaque; the folio once it is filed")
    owner = models.CharField(max_length=100, db_index=True, help_text="name of the actor who writes or captures it")
    arrival = models.CharField(max_length=10, choices=[(way.value, way.value) for way in Arrival])
    kind = models.CharField(max_length=13, choices=[(kind.value, kind.value) for kind in CaseKind])
    content = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1, help_text="grows with every change of the draft")
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    prepared_at = models.DateTimeField(null=True, blank=True, help_text="moment in the cadena; blank once it changes")
    vucem_folio = models.CharField(max_length=40, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True, help_text="when the petitioner sent it")
    filed_at = models.DateTimeField(null=True, blank=True, help_text="when it got its folio")
    sha256 = models.CharField(max_length=64, blank=True, help_text="of the content as filed, in its one form")
    case = models.OneToOneField(
        "cases.Case", on_delete=models.PROTECT, null=True, blank=True, related_name="filed_petition"
    )
    faults = models.JSONField(default=list, help_text="code and field of what was missing when it was filed")
    cadena = models.TextField(blank=True)
    certificate = models.BinaryField(null=True, blank=True, help_text="DER")
    certificate_number = models.CharField(max_length=40, blank=True)
    signer_rfc = models.CharField(max_length=13, blank=True)
    signer_name = models.CharField(max_length=500, blank=True)
    signature = models.BinaryField(null=True, blank=True)
    revocation = models.CharField(max_length=20, blank=True, help_text="what was answered when it was filed")
    scan = models.ForeignKey(
        "kernel.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="scan_of_petitions"
    )
    captured_by = models.CharField(max_length=100, blank=True)

    objects = PetitionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-saved_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["vucem_folio"], condition=~Q(vucem_folio=""), name="petition_of_a_vucem_folio_once"
            ),
            models.CheckConstraint(
                condition=Q(vucem_folio="") | Q(arrival=Arrival.VUCEM.value), name="petition_of_vucem_has_its_folio"
            ),
            models.CheckConstraint(
                condition=Q(filed_at__isnull=True, case__isnull=True, sha256="")
                | (Q(filed_at__isnull=False, case__isnull=False, sent_at__isnull=False) & ~Q(sha256="")),
                name="petition_is_filed_whole",
            ),
            models.CheckConstraint(
                condition=Q(filed_at__isnull=True)
                | (
                    Q(arrival__in=SIGNED_WAYS, certificate__isnull=False, signature__isnull=False, scan__isnull=True)
                    & ~Q(cadena="")
                )
                | (Q(arrival__in=CAPTURED_WAYS, scan__isnull=False, certificate__isnull=True) & ~Q(captured_by="")),
                name="petition_is_filed_with_its_proof",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def folio(self) -> str:
        """Return the folio, nothing before it is filed."""
        return self.reference if self.filed_at is not None else ""

    def way(self) -> Arrival:
        """Return how it comes in."""
        return Arrival(self.arrival)

    def channel(self) -> Channel:
        """Return the channel of the law that it comes in by."""
        return CHANNELS[self.way()]

    def says(self) -> PetitionContent:
        """Return its content."""
        return read_content(self.content)

    def file_hashes(self) -> tuple[str, ...]:
        """Return the SHA-256 of each file, in their order."""
        return tuple(file.document.sha256 for file in self.files.all())

    def cadena_at(self, moment: datetime) -> str:
        """Return the line to be signed for it as it is, of a moment."""
        return cadena_of(self.reference, moment, CaseKind(self.kind), self.says(), self.file_hashes())

    def said_in_ledger(self) -> dict[str, Any]:
        """Return what the state of its case holds of it: what was filed, not a word of what it says."""
        return {"folio": self.folio, "sha256": self.sha256, "arrival": self.arrival, "vucem_folio": self.vucem_folio}


class PetitionFile(models.Model):
    """A file that comes with a petition; one that VUCEM sends ahead waits without a petition."""

    owner = models.CharField(max_length=100, help_text="name of the actor who sent it")
    petition = models.ForeignKey("cases.Petition", on_delete=models.CASCADE, null=True, related_name="files")
    document = models.ForeignKey("kernel.Document", on_delete=models.PROTECT, related_name="in_petitions")
    number = models.PositiveSmallIntegerField(default=0, help_text="running number in the petition")
    name = models.CharField(max_length=255)
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["number", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["petition", "document"], name="petition_file_once"),
            models.UniqueConstraint(
                fields=["petition", "number"], condition=Q(petition__isnull=False), name="petition_file_number_once"
            ),
            models.UniqueConstraint(
                fields=["owner", "document"], condition=Q(petition__isnull=True), name="waiting_file_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
