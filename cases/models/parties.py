"""The parties to a case and the notices to them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from cases.domain.calendars import Calendars
from cases.domain.notices import NoticeChannel, NoticeSubject, Served, effective_on
from cases.domain.parties import NAME_LENGTH, PartyData, PartyRole, key_of


class Party(models.Model):
    """Somebody who is a party to a case, or makes the goods; name, tax id and domicile stay out of the ledger."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="parties")
    number = models.PositiveSmallIntegerField(help_text="running number in the case")
    role = models.CharField(max_length=14, choices=[(role.value, role.value) for role in PartyRole])
    name = models.CharField(max_length=NAME_LENGTH, help_text="in any script")
    tax_id = models.CharField(max_length=50, blank=True, help_text="RFC, or its like abroad")
    domicile = models.CharField(max_length=1000, blank=True)
    country = models.CharField(max_length=3, blank=True, help_text="ISO 3166 alpha-3")
    account = models.CharField(max_length=100, blank=True, db_index=True, help_text="name of the actor that may act")
    electronic = models.BooleanField(default=False, help_text="electronic notices are expressly accepted")
    revision = models.PositiveSmallIntegerField(default=1, help_text="grows with every correction")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="party_number_once_in_a_case"),
            models.UniqueConstraint(
                fields=["case", "account"], condition=~Q(account=""), name="party_account_once_in_a_case"
            ),
            models.CheckConstraint(condition=Q(role__in=[role.value for role in PartyRole]), name="party_role"),
            models.CheckConstraint(condition=~Q(name=""), name="party_has_a_name"),
            models.CheckConstraint(
                condition=Q(electronic=False) | ~Q(account=""), name="party_notified_online_has_an_account"
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """Return what terms and the ledger call it."""
        return key_of(self.number)

    def put(self, said: PartyData) -> None:
        """Take what is said of it."""
        self.role, self.name, self.tax_id = said.role.value, said.name, said.tax_id
        self.domicile, self.country = said.domicile, said.country
        self.account, self.electronic = said.account, said.electronic


class Notice(models.Model):
    """A notice to a party; the day it takes effect follows from its channel and days."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="notices")
    number = models.PositiveSmallIntegerField(help_text="running number in the case")
    party = models.ForeignKey("cases.Party", on_delete=models.PROTECT, related_name="notices")
    document = models.ForeignKey(
        "cases.CaseDocument", on_delete=models.PROTECT, null=True, blank=True, related_name="notified_by"
    )
    subject = models.CharField(max_length=8, choices=[(one.value, one.value) for one in NoticeSubject])
    channel = models.CharField(max_length=14, choices=[(one.value, one.value) for one in NoticeChannel])
    days = models.PositiveSmallIntegerField(null=True, blank=True, help_text="business days of the term it starts")
    issued_on = models.DateField(help_text="it is to be served within 10 business days (LFPA art. 39)")
    served_on = models.DateField(null=True, blank=True, help_text="delivered, placed, sent or first published")
    completed_on = models.DateField(null=True, blank=True, help_text="acknowledged, or last published")
    effective_on = models.DateField(null=True, blank=True)
    proof = models.ForeignKey(
        "cases.CaseDocument", on_delete=models.PROTECT, null=True, blank=True, related_name="proves"
    )
    term = models.ForeignKey("cases.Term", on_delete=models.PROTECT, null=True, blank=True, related_name="notices")
    void_on = models.DateField(null=True, blank=True)
    void_reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="notice_number_once_in_a_case"),
            models.CheckConstraint(
                condition=Q(effective_on__isnull=True) | Q(served_on__isnull=False, effective_on__gte=F("served_on")),
                name="notice_takes_effect_once_served",
            ),
            models.CheckConstraint(
                condition=Q(void_on__isnull=True, void_reason="") | (Q(void_on__isnull=False) & ~Q(void_reason="")),
                name="notice_is_void_with_reasons",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.channel}"

    def is_served(self) -> bool:
        """Return whether it was served and stands."""
        return self.served_on is not None and self.void_on is None

    def awaits_acknowledgement(self) -> bool:
        """Return whether its party may still acknowledge it."""
        online = self.channel in {NoticeChannel.ELECTRONIC.value, NoticeChannel.EMAIL.value}
        return online and self.is_served() and self.completed_on is None

    def effect(self, under: Calendars) -> None:
        """Compute the day it takes effect from its channel and days."""
        if self.served_on is not None:
            served = Served(self.served_on, self.completed_on)
            self.effective_on = effective_on(NoticeChannel(self.channel), served, under)


class NoticeAttempt(models.Model):
    """An attempt to serve a notice that failed; why stands in its entry of the ledger too."""

    notice = models.ForeignKey("cases.Notice", on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    tried_on = models.DateField()
    reason = models.TextField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notice", "number"], name="attempt_number_once_in_a_notice"),
            models.CheckConstraint(condition=~Q(reason=""), name="attempt_has_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.tried_on}"
