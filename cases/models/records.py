"""What is kept of a case beside its row: terms, suspensions, documents, and the deadlines computed from them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from cases.domain.calendars import CalendarName
from cases.domain.classification import Classified
from cases.domain.decision_clock import Milestone
from cases.domain.pending import CaseTerm, WatchedDay, suspensions_of
from cases.domain.terms import Suspension as Stretch
from cases.domain.terms import TermFacts, TermKind
from kernel.domain.documents import Classification

KINDS = [
    (kind.value, kind.value) for kind in (*Milestone, *(one for one in TermKind if one.value not in set(Milestone)))
]


class Term(models.Model):
    """A term that was started in a case; when it ends is computed from these facts."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="terms")
    number = models.PositiveSmallIntegerField(help_text="running number in the case")
    kind = models.CharField(max_length=15, choices=[(kind.value, kind.value) for kind in TermKind])
    party = models.CharField(max_length=100, blank=True, help_text="reference of whom it runs against")
    from_on = models.DateField(help_text="day the notice took effect; the next business day is day one")
    days = models.PositiveSmallIntegerField(help_text="business days")
    met_on = models.DateField(null=True, blank=True)
    void_on = models.DateField(null=True, blank=True, help_text="day the notice that started it was annulled")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="term_number_once_in_a_case"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(kind=TermKind.CURE.value), name="one_prevention_in_a_case"
            ),
            models.CheckConstraint(condition=Q(days__gte=1), name="term_has_days"),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True) | Q(met_on__gte=F("from_on")), name="term_is_met_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    def runs(self) -> bool:
        """Return whether what it is for may still come in: it is neither met nor annulled."""
        return self.met_on is None and self.void_on is None

    def as_term(self, suspended: Sequence[Stretch]) -> CaseTerm:
        """Return the term as the domain knows it, under the suspensions of its case."""
        lived = [one for one in suspended if self.met_on is None or one.from_on < self.met_on]  # met, it keeps its day
        facts = TermFacts(self.from_on, self.days, suspensions_of(self.from_on, lived))
        return CaseTerm(self.number, TermKind(self.kind), facts, self.met_on)


class Suspension(models.Model):
    """A stretch of force majeure that suspends every term of a case (LFPA art. 28)."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="suspensions")
    number = models.PositiveSmallIntegerField(help_text="running number in the case")
    from_on = models.DateField(help_text="last day that counts")
    until_on = models.DateField(null=True, blank=True, help_text="counting resumes the business day after")
    article = models.CharField(max_length=60)
    instrument = models.CharField(
        max_length=255, blank=True, help_text="act that says so; blank where it was not asked for yet"
    )
    reason = models.TextField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="suspension_number_once_in_a_case"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(until_on__isnull=True), name="one_suspension_at_a_time_in_a_case"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="suspension_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="suspension_has_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.from_on}..{self.until_on or ''}"

    def as_suspension(self) -> Stretch:
        """Return the stretch as the domain knows it."""
        return Stretch(self.from_on, self.until_on, self.article)


class CaseDocument(models.Model):
    """A document in a case file, classified for this case: the same bytes may be public in another."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey("kernel.Document", on_delete=models.PROTECT, related_name="in_cases")
    number = models.PositiveIntegerField(help_text="running number in the case")
    name = models.CharField(
        max_length=255, help_text="as it was filed; stays out of the ledger, which nobody can redact"
    )
    added_on = models.DateField()
    classification = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Classification])
    basis = models.CharField(max_length=255)
    reason = models.TextField()
    until = models.DateField(null=True, blank=True, help_text="last day of a reserve")
    for_parties = models.BooleanField(default=False, help_text="at the parties' disposal with the pleadings (LFPA 56)")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="document_number_once_in_a_case"),
            models.CheckConstraint(condition=~Q(basis="") & ~Q(reason=""), name="document_is_classified_with_reasons"),
            models.CheckConstraint(
                condition=Q(classification=Classification.RESERVED.value, until__isnull=False)
                | (~Q(classification=Classification.RESERVED.value) & Q(until__isnull=True)),
                name="document_reserved_until_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    def classified(self) -> Classified:
        """Return how it is classified."""
        return Classified(Classification(self.classification), self.basis, self.reason, self.until, self.for_parties)


class Deadline(models.Model):
    """A day that an open case is watched for, as computed last; kept so that thousands are listed at once."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(max_length=15, choices=KINDS)
    term = models.PositiveSmallIntegerField(default=0, help_text="number of its term, 0 for the decision")
    lfpa_on = models.DateField(null=True, blank=True)
    official_on = models.DateField(null=True, blank=True)
    union_on = models.DateField(null=True, blank=True)
    target_on = models.DateField(null=True, blank=True, help_text="the day to go by; blank while suspended")
    certain_on = models.DateField(null=True, blank=True, help_text="it is over under every calendar after this day")
    provisional = models.BooleanField(default=False, help_text="an act on days off that is not loaded may move it")

    class Meta:
        ordering: ClassVar = ["term", "kind"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "kind", "term"], name="deadline_once_in_a_case"),
        ]
        indexes: ClassVar = [models.Index(fields=["kind", "target_on", "id"], name="deadline_by_day")]

    def __str__(self) -> str:
        return f"{self.key()} {self.target_on}"

    def key(self) -> str:
        """Return what tells the deadlines of a case apart."""
        return f"{self.kind} {self.term}"

    def days(self) -> tuple[date | None, ...]:
        """Return its days: under each calendar, the one to go by, and the one after which it is certainly over."""
        return (self.lfpa_on, self.official_on, self.union_on, self.target_on, self.certain_on)

    def target_calendar(self) -> CalendarName:
        """Return the calendar under which the day to go by is computed; where several agree, the union."""
        days = {name: getattr(self, f"{name}_on") for name in reversed(CalendarName)}
        return next((name for name, on in days.items() if on == self.target_on), CalendarName.UNION)

    def silence_refuses(self, *, on: date) -> bool:
        """Return whether silence means refusal by a day: a petition long due to be decided (LFPA 17)."""
        due = self.kind == Milestone.DECISION.value and self.certain_on is not None and self.certain_on < on
        return due and not self.case.is_own_motion()

    def says(self) -> tuple[str, tuple[date | None, ...], bool]:
        """Return which deadline it is and everything that is said of it."""
        return self.key(), self.days(), self.provisional

    @staticmethod
    def values(watched: WatchedDay) -> dict[str, Any]:
        """Return the values of the row that keeps a watched day."""
        days = {f"{name}_on": day for name, day in watched.ends.by_calendar.items()}
        return {
            "kind": watched.kind,
            "term": watched.term,
            "target_on": watched.target,
            "certain_on": watched.ends.latest(),
            "provisional": watched.ends.provisional,
            **days,
        }
