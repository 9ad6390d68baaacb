"""Watch lists, screening runs, what the engine said of each line, and its hits."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.db import models


class WatchList(models.Model):
    """One edition of a list the engine screens against; of each name at most one edition is current."""

    class Kind(models.TextChoices):
        """NATIONAL: resolutions in force here; FOREIGN: another authority's; CUSTOM: the user's own file."""

        NATIONAL = "NATIONAL"
        FOREIGN = "FOREIGN"
        CUSTOM = "CUSTOM"

    class State(models.TextChoices):
        """HELD: fetched, but suspicious (shrunk or changed layout); the old edition stays CURRENT."""

        CURRENT = "CURRENT"
        HELD = "HELD"
        SUPERSEDED = "SUPERSEDED"

    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CURRENT)
    title = models.CharField(max_length=255)
    source = models.CharField(max_length=500)
    edition = models.CharField(max_length=60, help_text="date or number of the edition as its author gives it")
    dated_on = models.DateField(null=True, blank=True)
    fetched_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64, help_text="of the file as it was received")
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 over the entries in canonical form")
    layout = models.TextField(blank=True, help_text="format and columns of the file; a change is held")
    etag = models.CharField(max_length=255, blank=True)
    last_modified = models.CharField(max_length=100, blank=True, help_text="as the server said, for the next request")
    stale_after = models.DateTimeField(null=True, blank=True, help_text="null: does not go stale (demo)")
    demo = models.BooleanField(default=False)
    size = models.PositiveIntegerField(default=0)
    omitted = models.JSONField(default=list, help_text="rows that became no entry: line, name, reason in es and en")
    held_reason_es = models.TextField(blank=True)
    held_reason_en = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(state="CURRENT"), name="one_current_edition_of_a_list"
            ),
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(state="HELD"), name="one_held_edition_of_a_list"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.edition}"

    def is_stale(self, at: datetime) -> bool:
        """Return whether the edition is past the moment until which it may be trusted."""
        return self.stale_after is not None and self.stale_after < at


class ListedGood(models.Model):
    """One entry of a watch list in the engine's neutral form (``screening.engine.ListedGood.to_dict``)."""

    watch_list = models.ForeignKey("screening.WatchList", on_delete=models.CASCADE, related_name="goods")
    key = models.CharField(max_length=120)
    name = models.CharField(max_length=500, help_text="what people call it: first producer, or the goods")
    data = models.JSONField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["watch_list", "key"], name="good_once_in_a_list")]

    def __str__(self) -> str:
        return self.name


class ScreeningRun(models.Model):
    """One screening of one ingested file against given list editions with given thresholds and engine."""

    class State(models.TextChoices):
        """Verdicts of a run are visible only once it is DONE."""

        QUEUED = "QUEUED"
        RUNNING = "RUNNING"
        DONE = "DONE"

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=64, unique=True, help_text="hash of input, lists, thresholds, engine, as-of day")
    ingestion = models.ForeignKey("importers.Ingestion", on_delete=models.PROTECT, related_name="runs")
    as_of = models.DateField()
    lists = models.JSONField(
        default=list, help_text="what each list was: name, kind, edition, hashes, date, size, demo mark"
    )
    engine_version = models.CharField(max_length=20)
    thresholds = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    lease_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    created_by = models.CharField(max_length=100)
    counts = models.JSONField(default=dict, help_text="lines per verdict, NOT_SCREENED, NO_BORDER, LINES and EXPORTS")

    def __str__(self) -> str:
        return str(self.reference)


class VerdictCode(models.TextChoices):
    """What the engine says of a line, worst first."""

    STOP = "STOP"
    REVIEW = "REVIEW"
    WATCH = "WATCH"
    UNKNOWN = "UNKNOWN"
    CLEAR = "CLEAR"


class LineVerdict(models.Model):
    """The verdict of one line in one run, CLEAR ones included: what was compared and what was not declared."""

    run = models.ForeignKey("screening.ScreeningRun", on_delete=models.CASCADE, related_name="verdicts")
    line = models.ForeignKey("importers.LineItem", on_delete=models.PROTECT, related_name="verdicts")
    verdict = models.CharField(max_length=7, choices=VerdictCode.choices)
    no_border = models.BooleanField(default=False)
    score = models.FloatField(default=0.0)
    order = models.FloatField(default=0.0)
    reasons_es = models.TextField(blank=True)
    reasons_en = models.TextField(blank=True)
    not_declared = models.CharField(max_length=120, blank=True, help_text="comma-separated codes")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "line"], name="one_verdict_for_a_line_in_a_run")
        ]
        indexes: ClassVar = [models.Index(fields=["run", "verdict", "-order", "id"], name="verdicts_by_gravity")]

    def __str__(self) -> str:
        return f"{self.line_id} {self.verdict}"


class Hit(models.Model):
    """The engine's statement that a line may be a listed good; never edited."""

    run = models.ForeignKey("screening.ScreeningRun", on_delete=models.CASCADE, related_name="hits")
    line = models.ForeignKey("importers.LineItem", on_delete=models.PROTECT, related_name="hits")
    list_name = models.CharField(max_length=60)
    good_key = models.CharField(max_length=120)
    good_name = models.CharField(max_length=500)
    verdict = models.CharField(max_length=7, choices=VerdictCode.choices)
    score = models.FloatField()
    order = models.FloatField()
    party_role = models.CharField(max_length=16, blank=True)
    party_name = models.CharField(max_length=255, blank=True)
    alias = models.CharField(max_length=500, blank=True)
    detail = models.JSONField(default=dict, help_text="criteria, aligned words with weights, party, act and its day")
    reasons_es = models.TextField()
    reasons_en = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["run", "line"], name="hits_of_a_line_in_a_run")]

    def __str__(self) -> str:
        return f"{self.verdict} {self.good_name}"
