"""What is asked of authorities, what foreign institutions determined, what parties handed in."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from cases.domain.inquiries import Authority
from cases.domain.submissions import ExhibitDecision, SubmissionKind, Timeliness


class Request(models.Model):
    """What an authority is asked; that its answer is overdue bars nothing."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="requests")
    number = models.PositiveSmallIntegerField(help_text="running number in the case")
    authority = models.CharField(max_length=7, choices=[(one.value, one.value) for one in Authority])
    institution = models.CharField(max_length=255, blank=True)
    country = models.CharField(max_length=3, blank=True, help_text="ISO 3166 alpha-3")
    matter = models.TextField(help_text="stays out of the ledger: it may name people")
    document = models.ForeignKey(
        "cases.CaseDocument", on_delete=models.PROTECT, null=True, blank=True, related_name="asks"
    )
    asked_on = models.DateField()
    term = models.ForeignKey("cases.Term", on_delete=models.PROTECT, null=True, blank=True, related_name="requests")
    answered_on = models.DateField(null=True, blank=True)
    answer = models.ForeignKey(
        "cases.CaseDocument", on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="request_number_once_in_a_case"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("asked_on")),
                name="request_is_answered_once_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.authority}"


class ForeignDetermination(models.Model):
    """What a foreign institution determined on goods, whether its adoption is proposed, whether it was annulled."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="determinations")
    number = models.PositiveSmallIntegerField(help_text="running number in the case")
    institution = models.CharField(max_length=255)
    country = models.CharField(max_length=3, help_text="ISO 3166 alpha-3")
    reference = models.CharField(max_length=100)
    determined_on = models.DateField()
    goods = models.TextField()
    text = models.TextField()
    document = models.ForeignKey(
        "cases.CaseDocument", on_delete=models.PROTECT, null=True, blank=True, related_name="determines"
    )
    proposed_on = models.DateField(null=True, blank=True)
    proposed_by = models.CharField(max_length=100, blank=True)
    proposal_reason = models.TextField(blank=True)
    annulled_on = models.DateField(null=True, blank=True, help_text="abroad")
    annulment_reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="determination_number_once_in_a_case"),
            models.CheckConstraint(
                condition=Q(proposed_on__isnull=True, proposal_reason="")
                | (Q(proposed_on__isnull=False) & ~Q(proposal_reason="")),
                name="determination_is_proposed_with_reasons",
            ),
            models.CheckConstraint(
                condition=Q(annulled_on__isnull=True) | Q(annulled_on__gte=F("determined_on")),
                name="determination_is_annulled_once_made",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.reference}"

    def is_proposable(self) -> bool:
        """Return whether its adoption may be proposed."""
        return self.proposed_on is None and self.annulled_on is None


class Submission(models.Model):
    """What a party handed in, as it was received; without a party it is the petitioner's."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="submissions")
    number = models.PositiveSmallIntegerField(help_text="running number in the case")
    party = models.ForeignKey(
        "cases.Party", on_delete=models.PROTECT, null=True, blank=True, related_name="submissions"
    )
    kind = models.CharField(max_length=11, choices=[(one.value, one.value) for one in SubmissionKind])
    received_at = models.DateTimeField()
    timeliness = models.CharField(max_length=14, choices=[(one.value, one.value) for one in Timeliness])
    term = models.ForeignKey("cases.Term", on_delete=models.PROTECT, null=True, blank=True, related_name="submissions")
    text = models.TextField(blank=True, help_text="the ledger keeps its SHA-256")
    reason = models.TextField(blank=True, help_text="why it comes only now")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="submission_number_once_in_a_case"),
            models.CheckConstraint(
                condition=~Q(kind=SubmissionKind.SUPERVENING.value) | ~Q(reason=""),
                name="supervening_evidence_has_reasons",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class Exhibit(models.Model):
    """A document that came with a submission, and what was decided of it as evidence."""

    submission = models.ForeignKey("cases.Submission", on_delete=models.CASCADE, related_name="exhibits")
    number = models.PositiveSmallIntegerField(help_text="running number in the submission")
    document = models.ForeignKey("cases.CaseDocument", on_delete=models.PROTECT, related_name="exhibited")
    decision = models.CharField(
        max_length=8,
        choices=[(one.value, one.value) for one in ExhibitDecision],
        default=ExhibitDecision.PENDING.value,
    )
    decision_reason = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["submission", "number"], name="exhibit_number_once_in_a_submission"),
            models.CheckConstraint(
                condition=Q(decision=ExhibitDecision.PENDING.value, decided_on__isnull=True, decision_reason="")
                | (~Q(decision=ExhibitDecision.PENDING.value) & Q(decided_on__isnull=False) & ~Q(decision_reason="")),
                name="exhibit_is_decided_with_reasons",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.decision}"
