"""How a service acts in a case: it takes it, changes it, and records the whole change as one entry."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from cases.domain.calendars import Calendars
from cases.domain.case import CaseChangedError, Seen, check_between
from cases.domain.conditions import check_no_interest, check_not_joined
from cases.domain.procedure import VERBS, Act, Stage, Step
from cases.domain.recording import check_recorded, check_since
from cases.domain.rulesets import rules_named
from cases.domain.stages import ENDED, check_act
from cases.domain.state import CHANGE, change, subject_of
from cases.domain.steps import check_step
from cases.models import Case
from cases.queries.calendar import current_calendars
from cases.queries.case import case_by_reference, entered_on, state_of
from cases.queries.moves import watched_days_of
from cases.services.deadlines import keep_deadlines
from kernel.domain.actors import Actor
from kernel.services.ledger import record, take_turn


@dataclass(slots=True)
class Acting:
    """A case in the hands of one act: the row, what it was before, who acts and when."""

    case: Case
    actor: Actor
    at: datetime
    before: dict[str, Any]
    calendars: Calendars = field(default_factory=current_calendars)

    @property
    def on(self) -> date:
        """Return the day of the act at the seat of the authority."""
        return timezone.localdate(self.at)

    @property
    def stage(self) -> Stage:
        """Return where the case stands."""
        return Stage(self.case.stage)

    def move_to(self, stage: Stage) -> None:
        """Put the case in a stage; one that ends it has the day of the act for its end."""
        self.case.stage = stage.value
        if stage in ENDED:
            self.case.ended_on = self.on

    def check_past(self, day: date) -> date:
        """Return a day that something happened on: since the case began, and not after the act.

        Raises:
            TermError: it lies outside.

        """
        check_between(day, self.case.started_on, self.on)
        return day

    def check_fact(self, day: date) -> date:
        """Return a day that something happened on, recorded with this act: possible, and not long ago.

        Raises:
            TermError: it lies outside.
            LateRecordError: it is recorded too late.

        """
        self.check_past(day)
        check_recorded(rules_named(self.case.rule_set), day, self.calendars, on=self.on)
        return day

    def check_notice(self, day: date) -> date:
        """Return the day a notice took effect: a fact of the stage in which the case is, and not of one before.

        Raises:
            TermError: it lies outside.
            LateRecordError: it is recorded too late, or is of before the case came into its stage.

        """
        self.check_fact(day)
        check_since(rules_named(self.case.rule_set), day, entered_on(self.case))
        return day

    def undo_agreement(self) -> None:
        """Take back the agreement to admit a petition that changes: what was agreed to is not what is admitted."""
        if self.stage is Stage.RECEIVED:
            self.case.admission_agreed_by = ""

    def beside(self, case: Case) -> "Acting":
        """Return another case in the hands of the same act."""
        return Acting(case, self.actor, self.at, state_of(case), self.calendars)


def take_case(seen: Seen, *, actor: Actor, at: datetime) -> Acting:
    """Return the case, with all others kept from acting until the transaction ends.

    Acts wait for each other at the head of the ledger, where each must write anyway, so that they cannot block
    one another by taking cases in different orders.

    Raises:
        NoSuchCaseError: there is no such case.
        CaseChangedError: it is no longer as the actor saw it.
        TermError: the moment lies before the case began.

    """
    take_turn()
    case = case_by_reference(seen.reference)
    if case.version != seen.version:
        raise CaseChangedError(case.reference)
    acting = Acting(case, actor, at, state_of(case))
    acting.check_past(acting.on)
    return acting


def take_for_act(seen: Seen, act: Act, *, actor: Actor, at: datetime) -> tuple[Acting, Stage]:
    """Return the case and the stage that an act leads to, having checked stage and role by the table.

    Raises:
        BarredError, NotCompetentError: as the table of the acts says, the case is joined to another, or the actor is
            its petitioner and would act as an official (LFPA art. 21).
        NoSuchCaseError, CaseChangedError, TermError: as ``take_case`` says.

    """
    acting = take_case(seen, actor=actor, at=at)
    target = check_act(act, acting.stage, actor.roles)
    _check_own(acting, act)
    return acting, target


def take_for_step(seen: Seen, step: Step, *, actor: Actor, at: datetime) -> Acting:
    """Return the case, having checked stage and role by the table of the steps.

    Raises:
        BarredError, NotCompetentError: as the table of the steps says, the case is joined to another, or the actor is
            its petitioner and would act as an official (LFPA art. 21).
        NoSuchCaseError, CaseChangedError, TermError: as ``take_case`` says.

    """
    acting = take_case(seen, actor=actor, at=at)
    check_step(step, acting.stage, actor.roles)
    _check_own(acting, step)
    return acting


def _check_own(acting: Acting, what: Act | Step) -> None:
    check_no_interest(what, [acting.case.petitioner, *_joined_petitioners(acting.case)], acting.actor)
    lead = acting.case.lead
    check_not_joined(what, None if lead is None else lead.reference)


def _joined_petitioners(case: Case) -> list[str]:
    """Return who petitions in the cases that an act in this one acts in too."""
    return list(Case.objects.open().filter(lead=case).values_list("petitioner", flat=True))


def joined_to(acting: Acting) -> list[Acting]:
    """Return the open cases that were joined to the one in hand, which share its acts (LFPA art. 45)."""
    rows = Case.objects.open().with_records().filter(lead=acting.case).order_by("pk")
    return [acting.beside(row) for row in rows]


def record_act(acting: Acting, what: Act | Step, **detail: Any) -> Case:
    """Save the case, compute its deadlines anew and write the entry that says what changed; return it as it is now."""
    case = acting.case
    case.version += 1
    case.save()
    return record_change(acting, VERBS[what], **detail)


def record_change(acting: Acting, verb: str, **detail: Any) -> Case:
    """Compute the deadlines of a saved case anew and write the entry that says what changed; return it as it is now."""
    case = case_by_reference(acting.case.reference)
    keep_deadlines(case, watched_days_of(case, acting.calendars))
    said = {CHANGE: change(acting.before, state_of(case)), **detail}
    record(verb, subject=subject_of(case.reference), actor=acting.actor, at=acting.at, detail=said)
    return case
