"""The case: where it came from, where it stands, how it ended."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from cases.domain.barred import Standing
from cases.domain.calendars import Calendars
from cases.domain.case import CaseKind, Origin, SourceRef
from cases.domain.decision_clock import DecisionFacts, Prevention
from cases.domain.parties import PartyRole
from cases.domain.pending import CaseTerm
from cases.domain.possible import Situation, Thing
from cases.domain.procedure import Act, Stage
from cases.domain.rulesets import rules_named
from cases.domain.stages import ENDED, MOVES, OPEN, UNDER_WAY
from cases.domain.submissions import ExhibitDecision, PartyTerm
from cases.domain.terms import Suspension, TermKind
from kernel.domain.actors import Actor
from kernel.queries import account_named

if TYPE_CHECKING:
    from cases.models.parties import Party

OPEN_STAGES = sorted(stage.value for stage in OPEN if stage)
ENDED_STAGES = sorted(stage.value for stage in ENDED if stage)
JOINED_STAGES = sorted({stage.value for stage in UNDER_WAY if stage} | set(ENDED_STAGES))
LONG_OF_PETITION = ("content", "cadena", "certificate", "signature", "faults")  # a case tells none of it
OWN_MOTION_STAGES = sorted({stage.value for stage in UNDER_WAY if stage} | {Stage.RESOLVED.value, Stage.LAPSED.value})

RECORDS = (
    "terms",
    "suspensions",
    "documents__document",
    "deadlines",
    "parties",
    "notices__attempts",
    "notices__party",
    "notices__document",
    "notices__proof",
    "notices__term",
    "requests__document",
    "requests__answer",
    "requests__term",
    "determinations__document",
    "submissions__party",
    "submissions__term",
    "submissions__exhibits__document",
)


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases by where they stand."""

    def open(self) -> Self:
        """Return those that have not ended."""
        return self.filter(stage__in=OPEN_STAGES)

    def in_order(self) -> Self:
        """Return them in strict filing order, reasoned exceptions first (LFPA art. 46)."""
        return self.order_by("-prioritised", "filed_at", "pk")

    def with_records(self) -> Self:
        """Return them with everything that is told of a case, in one read of each table."""
        return (
            self.select_related("assignee", "lead", "filed_petition")
            .defer(*(f"filed_petition__{name}" for name in LONG_OF_PETITION))
            .prefetch_related(*RECORDS)
        )


class Case(models.Model):
    """A procedure on an allegation; what the ledger says of it leads to exactly this."""

    reference = models.CharField(max_length=14, unique=True, help_text="opaque, for everybody")
    series_year = models.PositiveSmallIntegerField(help_text="year of the filing day")
    series_number = models.PositiveIntegerField(help_text="running number in that year, for the authority alone")
    kind = models.CharField(max_length=13, choices=[(kind.value, kind.value) for kind in CaseKind])
    origin = models.CharField(max_length=10, choices=[(origin.value, origin.value) for origin in Origin])
    channel = models.CharField(max_length=10, blank=True, help_text="how the petition was filed")
    source_kind = models.CharField(max_length=20, blank=True)
    source_id = models.CharField(max_length=100, blank=True)
    source_text = models.CharField(max_length=500, blank=True)
    petitioner = models.CharField(max_length=100, blank=True, help_text="name of the actor who may act as such")
    admission_agreed_by = models.CharField(
        max_length=100, blank=True, help_text="name of the supervisor who agreed to admit the petition as it stood"
    )
    rule_set = models.CharField(max_length=12, help_text="that of the filing day, for ever")
    filed_at = models.DateTimeField(help_text="when it was sent, or started on own motion: its place in the queue")
    started_on = models.DateField(help_text="the day its term is counted from")
    stage = models.CharField(max_length=13, choices=[(stage.value, stage.value) for stage in Stage])
    outcome = models.CharField(max_length=20, blank=True)
    act_number = models.CharField(max_length=60, blank=True, help_text="number of the act that ended it")
    ended_on = models.DateField(null=True, blank=True)
    continued_on = models.DateField(null=True, blank=True, help_text="day it was decided to go on if withdrawn")
    withdrawn_on = models.DateField(null=True, blank=True)
    extended_on = models.DateField(null=True, blank=True)
    extension_reason = models.TextField(blank=True)
    prioritised = models.BooleanField(default=False)
    priority_reason = models.TextField(blank=True)
    lead = models.ForeignKey("cases.Case", on_delete=models.PROTECT, null=True, blank=True, related_name="joined")
    joined_on = models.DateField(null=True, blank=True)
    joining_reason = models.TextField(blank=True)
    assignee = models.ForeignKey(
        "kernel.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="assigned_cases"
    )
    version = models.PositiveIntegerField(
        default=1, help_text="grows with every act; an act on an older one is refused"
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["series_year", "series_number"], name="case_number_once_in_a_year"),
            models.CheckConstraint(condition=Q(stage__in=[stage.value for stage in Stage]), name="case_stage"),
            models.CheckConstraint(
                condition=Q(stage__in=ENDED_STAGES, ended_on__isnull=False, ended_on__gte=F("started_on"))
                | Q(stage__in=OPEN_STAGES, ended_on__isnull=True, outcome="", act_number=""),
                name="case_ends_once",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.RESOLVED.value) | (~Q(outcome="") & ~Q(act_number="")),
                name="case_is_resolved_by_an_act",
            ),
            models.CheckConstraint(
                condition=(Q(origin=Origin.PETITION.value) & ~Q(channel=""))
                | Q(
                    origin=Origin.OWN_MOTION.value,
                    channel="",
                    petitioner="",
                    continued_on__isnull=True,
                    withdrawn_on__isnull=True,
                    stage__in=OWN_MOTION_STAGES,
                ),
                name="case_of_own_motion_has_no_petition",
            ),
            models.CheckConstraint(
                condition=Q(admission_agreed_by="") | Q(origin=Origin.PETITION.value),
                name="case_admitted_is_a_petition",
            ),
            models.CheckConstraint(
                condition=Q(extended_on__isnull=True, extension_reason="")
                | (Q(extended_on__isnull=False) & ~Q(extension_reason="")),
                name="case_is_extended_with_reasons",
            ),
            models.CheckConstraint(
                condition=Q(prioritised=False, priority_reason="") | (Q(prioritised=True) & ~Q(priority_reason="")),
                name="case_departs_from_the_order_with_reasons",
            ),
            models.CheckConstraint(
                condition=Q(lead__isnull=True, joined_on__isnull=True, joining_reason="")
                | (
                    Q(lead__isnull=False, joined_on__isnull=False, stage__in=JOINED_STAGES)
                    & ~Q(joining_reason="")
                    & ~Q(lead=F("id"))
                ),
                name="case_is_joined_with_reasons",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["-prioritised", "filed_at", "id"],
                name="case_queue",
                condition=Q(stage__in=OPEN_STAGES, lead__isnull=True),
            ),
            models.Index(fields=["stage", "kind", "-prioritised", "filed_at", "id"], name="case_queue_of_a_stage"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def series(self) -> str:
        """Return the internal reference, ``2026/0001``; it shows how many there are and is never published."""
        return f"{self.series_year}/{self.series_number:04}"

    def is_open(self) -> bool:
        """Return whether the case has not ended."""
        return Stage(self.stage) in OPEN

    def is_own_motion(self) -> bool:
        """Return whether the case is pursued on own motion: from its start, or on without its petition."""
        continued = self.withdrawn_on is not None and self.continued_on is not None
        return self.origin == Origin.OWN_MOTION or continued

    def admission_agreed(self) -> Actor | None:
        """Return the supervisor who agreed to the admission, None when nobody has or who did may not any more."""
        account = account_named(self.admission_agreed_by)
        actor = account.as_actor("") if account is not None and account.may_enter() else None
        return actor if actor is not None and actor.roles & MOVES[Act.ADMIT].agreed_by else None

    def source(self) -> SourceRef:
        """Return where the case came from."""
        return SourceRef(self.source_kind, self.source_id, self.source_text)

    def suspended(self) -> tuple[Suspension, ...]:
        """Return the stretches of force majeure, in their order."""
        return tuple(one.as_suspension() for one in self.suspensions.all())

    def running_terms(self) -> tuple[CaseTerm, ...]:
        """Return the terms that were started in the case and stand, met or not, in their order."""
        suspended = self.suspended()
        return tuple(term.as_term(suspended) for term in self.terms.all() if term.void_on is None)

    def cure(self) -> CaseTerm | None:
        """Return the term to cure the one prevention, if there was one."""
        return next((term for term in self.running_terms() if term.kind is TermKind.CURE), None)

    def situation(self, reader: str) -> Situation:
        """Return what the facts open and close; ``reader`` is the name of the actor who looks at the case."""
        return Situation(
            own_motion=self.is_own_motion(),
            continued=self.continued_on is not None,
            joined=self.lead_id is not None,
            prevented=self.cure() is not None,
            extended=self.extended_on is not None,
            suspended=any(one.until_on is None for one in self.suspensions.all()),
            prioritised=self.prioritised,
            terms_run=any(term.runs() for term in self.terms.all()),
            has_documents=bool(self.documents.all()),
            is_petitioner=bool(reader) and self.petitioner == reader,
            admission_agreed=self.admission_agreed() is not None,
            at_hand=frozenset(self._at_hand(reader)),
        )

    def standing(self, reader: Actor, calendars: Calendars, *, on: date) -> Standing:
        """Return what the conditions of an act look at, were the reader to do it on a day."""
        stage, terms = Stage(self.stage), self.running_terms()
        return Standing(
            self.facts(),
            stage,
            terms,
            self.admission_agreed(),
            reader,
            calendars,
            on,
            party_terms=self.party_terms(),
            importers=self.importers(),
        )

    def _at_hand(self, reader: str) -> Iterator[Thing]:
        """Yield what there is in the case that a step can be taken with, some things more than once."""
        yield from (Thing.PARTY for _ in self.parties.all())
        for notice in self.notices.all():
            if notice.void_on is None:
                yield Thing.NOTICE if notice.served_on else Thing.UNSERVED
            if notice.awaits_acknowledgement() and reader and notice.party.account == reader:
                yield Thing.UNACKNOWLEDGED
        yield from (Thing.UNANSWERED for one in self.requests.all() if one.answered_on is None)
        yield from (Thing.DETERMINATION for one in self.determinations.all() if one.annulled_on is None)
        yield from (Thing.PROPOSABLE for one in self.determinations.all() if one.is_proposable())
        yield from (Thing.EXHIBIT for one in self.submissions.all() if one.exhibits.all())

    def importers(self) -> frozenset[str]:
        """Return the keys of the importers that are parties to it."""
        return frozenset(party.key for party in self.parties.all() if party.role == PartyRole.IMPORTER)

    def party_of(self, actor: str) -> "Party | None":
        """Return the party that an actor may act for, None for nobody's."""
        return next((one for one in self.parties.all() if actor and one.account == actor), None)

    def has_undecided(self) -> bool:
        """Return whether an exhibit waits to be ruled on."""
        exhibits = (one for submission in self.submissions.all() for one in submission.exhibits.all())
        return any(one.decision == ExhibitDecision.PENDING for one in exhibits)

    def notified_party(self, actor: str) -> "Party | None":
        """Return the party that an actor may act for once a notice to it was served, None before."""
        party = self.party_of(actor)
        served = any(one.party_id == party.pk and one.is_served() for one in self.notices.all()) if party else False
        return party if served else None

    def party_terms(self) -> tuple[PartyTerm, ...]:
        """Return the terms that stand, each with whom it runs against."""
        suspended = self.suspended()
        rows = (term for term in self.terms.all() if term.void_on is None)
        return tuple(PartyTerm(term.as_term(suspended), term.party) for term in rows)

    def facts(self) -> DecisionFacts:
        """Return what the clock of the decision is computed from.

        A petition that is withdrawn while its prevention is open needs no answer: the clock runs on from that day.
        """
        cure = self.cure()
        return DecisionFacts(
            rules=rules_named(self.rule_set),
            started_on=self.started_on,
            own_motion=self.is_own_motion(),
            prevention=None if cure is None else Prevention(cure.facts.from_on, cure.met_on or self.withdrawn_on),
            suspensions=self.suspended(),
            extended_on=self.extended_on,
        )
