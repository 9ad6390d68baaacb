"""The authority's acts: resolutions, the goods they prohibit, annulments."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from resolutions.domain.in_force import AnnulmentAct, Good, NamedProducer, Outcome, ResolutionAct

OUTCOMES = [(outcome.value, outcome.value) for outcome in Outcome]


class Resolution(models.Model):
    """A concluding act of the authority; its effective date is a field of its own, never a constant."""

    number = models.CharField(max_length=60, unique=True)
    outcome = models.CharField(max_length=10, choices=OUTCOMES)
    issued_on = models.DateField()
    notified_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField()
    source = models.CharField(max_length=255, blank=True)
    demo = models.BooleanField(default=False, help_text="invented, for demonstration; never published")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(outcome__in=[o.value for o in Outcome]), name="resolution_outcome"),
            models.CheckConstraint(
                condition=Q(effective_on__gte=F("issued_on")), name="resolution_has_effect_after_it_is_issued"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def as_act(self) -> ResolutionAct:
        """Return the resolution with its goods as the domain knows it."""
        return ResolutionAct(
            number=self.number,
            outcome=Outcome(self.outcome),
            issued_on=self.issued_on,
            effective_on=self.effective_on,
            notified_on=self.notified_on,
            published_on=self.published_on,
            source=self.source,
            goods=tuple(good.as_good() for good in self.goods.all()),
        )


class ProhibitedGood(models.Model):
    """A good that a resolution prohibits: what, from where, made by whom."""

    resolution = models.ForeignKey("resolutions.Resolution", on_delete=models.CASCADE, related_name="goods")
    position = models.PositiveSmallIntegerField(default=1)
    tariff_codes = models.JSONField(default=list, help_text="8 digits, or 10 with NICO, as text")
    tariff_version = models.CharField(max_length=12)
    description = models.TextField()
    description_en = models.TextField(blank=True)
    traits = models.TextField(blank=True)
    origins = models.JSONField(default=list, help_text="ISO 3166 alpha-3")
    regions = models.JSONField(default=list)
    provenance = models.JSONField(default=list)
    inputs = models.JSONField(default=list)
    exclusions = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["resolution", "position"], name="good_position_once_in_a_resolution")
        ]

    def __str__(self) -> str:
        return f"{self.resolution_id}/{self.position}"

    def as_good(self) -> Good:
        """Return the good with its producers as the domain knows it."""
        return Good(
            position=self.position,
            description=self.description,
            description_en=self.description_en,
            traits=self.traits,
            tariff_codes=tuple(self.tariff_codes),
            tariff_version=self.tariff_version,
            origins=tuple(self.origins),
            regions=tuple(self.regions),
            provenance=tuple(self.provenance),
            inputs=tuple(self.inputs),
            exclusions=self.exclusions,
            producers=tuple(producer.as_named() for producer in self.producers.all()),
        )


class Producer(models.Model):
    """A producer a prohibited good names."""

    good = models.ForeignKey("resolutions.ProhibitedGood", on_delete=models.CASCADE, related_name="producers")
    name = models.CharField(max_length=255)
    aliases = models.JSONField(default=list)
    identifiers = models.JSONField(default=list)
    country = models.CharField(max_length=3, blank=True)
    region = models.CharField(max_length=120, blank=True)
    city = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=255, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.name

    def as_named(self) -> NamedProducer:
        """Return the producer as the domain knows it."""
        return NamedProducer(
            name=self.name,
            aliases=tuple(self.aliases),
            identifiers=tuple(self.identifiers),
            country=self.country,
            region=self.region,
            city=self.city,
            postal_code=self.postal_code,
            address=self.address,
        )


class Annulment(models.Model):
    """A later act that ends a resolution from a day on."""

    resolution = models.ForeignKey("resolutions.Resolution", on_delete=models.PROTECT, related_name="annulments")
    number = models.CharField(max_length=60, unique=True)
    issued_on = models.DateField()
    effective_on = models.DateField()
    reason = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(effective_on__gte=F("issued_on")), name="annulment_has_effect_after_it_is_issued"
            )
        ]

    def __str__(self) -> str:
        return self.number

    def as_act(self) -> AnnulmentAct:
        """Return the annulment as the domain knows it."""
        return AnnulmentAct(
            number=self.number,
            resolution=self.resolution.number,
            issued_on=self.issued_on,
            effective_on=self.effective_on,
            reason=self.reason,
        )
