"""Tips: what somebody told, the conversation about it, its files. Nothing here says who or where they are."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cases.domain.classification import Classified
from cases.domain.tips import MOST_TEXT, ClosingGround, TipState, classified_file

SETTLED_STATES = sorted({TipState.LINKED.value, TipState.CLOSED.value})


class Tip(models.Model):
    """What somebody told the unit, who may come back to it with a receipt that only they have."""

    reference = models.CharField(max_length=14, unique=True, help_text="opaque; what a case calls its source")
    receipt_hash = models.CharField(max_length=64, unique=True, help_text="slow keyed hash; the receipt is not kept")
    form_mark = models.CharField(max_length=64, unique=True, help_text="keyed hash of its form: one form, one tip")
    received_at = models.DateTimeField()
    language = models.CharField(max_length=8, help_text="that of the text, as chosen by whoever wrote it")
    account = models.TextField(max_length=MOST_TEXT)
    place = models.TextField(blank=True)
    goods = models.TextField(blank=True)
    producer = models.TextField(blank=True)
    signs = models.JSONField(default=list, help_text="codes of the indicators that were ticked")
    happened = models.TextField(blank=True)
    known_how = models.TextField(blank=True)
    told_others = models.TextField(blank=True)
    contact = models.TextField(blank=True, help_text="only what the person chose to leave")
    state = models.CharField(max_length=9, choices=[(one.value, one.value) for one in TipState])
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, null=True, blank=True, related_name="tips")
    ground = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in ClosingGround])
    reason = models.TextField(blank=True, help_text="why it was linked or closed; stays out of the ledger")
    version = models.PositiveIntegerField(default=1, help_text="grows with what the unit does")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=[state.value for state in TipState]), name="tip_state"),
            models.CheckConstraint(condition=~Q(account=""), name="tip_tells_something"),
            models.CheckConstraint(
                condition=Q(state=TipState.LINKED.value, case__isnull=False)
                | (~Q(state=TipState.LINKED.value) & Q(case__isnull=True)),
                name="tip_linked_to_a_case",
            ),
            models.CheckConstraint(
                condition=(Q(state=TipState.CLOSED.value) & ~Q(ground=""))
                | (~Q(state=TipState.CLOSED.value) & Q(ground="")),
                name="tip_closed_on_a_ground",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=SETTLED_STATES) & ~Q(reason="")) | (~Q(state__in=SETTLED_STATES) & Q(reason="")),
                name="tip_settled_with_reasons",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "received_at", "id"], name="tips_of_a_state")]

    def __str__(self) -> str:
        return self.reference

    def received_on(self) -> date:
        """Return the day it was received at the seat of the authority."""
        return timezone.localdate(self.received_at)


class TipMessage(models.Model):
    """One message of the conversation, from the person or from the unit."""

    tip = models.ForeignKey("cases.Tip", on_delete=models.CASCADE, related_name="messages")
    number = models.PositiveIntegerField(help_text="running number in the tip")
    author = models.CharField(max_length=100, blank=True, help_text="actor of the unit; blank for the person")
    body = models.TextField(max_length=MOST_TEXT, blank=True)
    sent_at = models.DateTimeField()
    mark = models.CharField(max_length=64, blank=True, help_text="of the form it came in: one form, one message")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tip", "number"], name="message_number_once_in_a_tip"),
            models.UniqueConstraint(fields=["tip", "mark"], condition=~Q(mark=""), name="message_of_a_form_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class TipFile(models.Model):
    """A file that came with a tip or with a message to it; reserved, and never shown in a page."""

    tip = models.ForeignKey("cases.Tip", on_delete=models.CASCADE, related_name="files")
    message = models.ForeignKey(
        "cases.TipMessage", on_delete=models.CASCADE, null=True, blank=True, related_name="files"
    )
    document = models.ForeignKey("kernel.Document", on_delete=models.PROTECT, related_name="in_tips")
    number = models.PositiveIntegerField(help_text="running number in the tip")
    name = models.CharField(max_length=255, help_text="as it was sent; stays out of the ledger")
    extension = models.CharField(max_length=20, help_text="the ending that fits what it holds")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tip", "number"], name="file_number_once_in_a_tip"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    def classified(self) -> Classified:
        """Return how it is classified."""
        return classified_file(self.tip.received_on())
