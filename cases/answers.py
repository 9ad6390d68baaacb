"""What the API says of cases, built from what the queries return."""

from datetime import date

from cases.access import as_told, is_of_unit, is_readable, reader_in
from cases.domain.barred import Standing, why_barred
from cases.domain.calendars import Calendars
from cases.domain.case import CaseKind, Origin
from cases.domain.possible import offered_in
from cases.domain.procedure import Act, Stage, Step, slug_of
from cases.domain.reading import Reader, change_for_reader
from cases.domain.stages import MOVES
from cases.domain.state import CHANGE
from cases.domain.steps import STEPS
from cases.domain.terms import TermKind
from cases.domain.wording import ACT_WORDS, STAGE_WORDS, STEP_WORDS
from cases.models import Case, CaseDocument, Deadline, Suspension, Term
from cases.queries.calendar import current_calendars
from cases.queries.case import Clock, Happened, clock_of, clocks
from cases.record_answers import records_answer
from cases.schemas.cases import (
    CaseOut,
    DeadlineOut,
    DocumentOut,
    EntryOut,
    HappenedOut,
    PossibleOut,
    QueuedOut,
    QueueOut,
    SourceOut,
    SuspensionOut,
    TermOut,
    UnitOut,
    WatchedDaysOut,
    WatchedOut,
)
from kernel.domain.actors import Actor
from kernel.domain.chain import moment, plain
from kernel.domain.documents import Classification
from kernel.domain.text import Text
from kernel.models import LedgerEntry
from kernel.paging import Page
from kernel.schemas import WordsOut


def case_answer(case: Case, actor: Actor, *, on: date) -> CaseOut:
    """Return a case as an actor may see it, on a day."""
    under, whole, reader = current_calendars(), is_of_unit(actor), reader_in(actor, case)
    standing = case.standing(actor, under, on=on)
    party_of_term = {term.number: term.party for term in case.terms.all()}
    return CaseOut(
        reference=case.reference,
        version=case.version,
        kind=CaseKind(case.kind),
        origin=Origin(case.origin),
        channel=case.channel,
        rule_set=case.rule_set,
        stage=Stage(case.stage),
        stage_words=words_answer(STAGE_WORDS[Stage(case.stage)]),
        filed_at=case.filed_at,
        started_on=case.started_on,
        ended_on=case.ended_on,
        outcome=case.outcome,
        act_number=case.act_number,
        withdrawn_on=case.withdrawn_on,
        extended_on=case.extended_on,
        extension_reason=case.extension_reason,
        deemed_refused=any(row.silence_refuses(on=on) for row in case.deadlines.all()),
        clocks=[
            deadline_answer(one)
            for one in clocks(case, under, on=on)
            if reader.sees_term(one.deadline.kind, party_of_term.get(one.deadline.term, ""))
        ],
        terms=[_term(one) for one in case.terms.all() if reader.sees_term(one.kind, one.party)],
        suspensions=[_suspension(one) for one in case.suspensions.all()],
        possible=[
            _possible(one, standing) for one in offered_in(case.situation(actor.name), Stage(case.stage), actor.roles)
        ],
        records=records_answer(case, reader),
        unit=_unit(case) if whole else None,
    )


def queue_answer(page: Page[Case], *, on: date) -> QueueOut:
    """Return a page of cases, each with its decision deadline on a day."""
    under = current_calendars()
    return QueueOut(items=[_queued(row, under, on) for row in page.rows], next=page.next or None)


def watched_answer(page: Page[Deadline], *, on: date) -> WatchedDaysOut:
    """Return a page of days to watch, each with its case, on a day."""
    under = current_calendars()
    return WatchedDaysOut(items=[_watched(row, under, on) for row in page.rows], next=page.next or None)


def happened_answer(one: Happened, actor: Actor, reader: Reader, hidden: frozenset[str]) -> HappenedOut:
    """Return one thing that happened, as the actor is told of it.

    ``hidden`` are the documents that the actor may not read, as ``hidden_documents`` returns them.
    """
    told = as_told(actor, one, reader)
    change = change_for_reader(told.change, hidden)
    return HappenedOut(
        seq=told.seq, at=told.at, verb=told.verb, actor=told.actor, reason=told.reason, change=dict(change)
    )


def document_answer(row: CaseDocument, actor: Actor, case: Case) -> DocumentOut:
    """Return a document of a case: what it is to who may read it, why it is classified also to the unit."""
    readable = is_readable(actor, row, case)
    explained = readable or is_of_unit(actor)
    return DocumentOut(
        number=row.number,
        added_on=row.added_on,
        classification=Classification(row.classification),
        readable=readable,
        name=row.name if readable else None,
        sha256=row.document.sha256 if readable else None,
        size=row.document.size if readable else None,
        media_type=row.document.media_type if readable else None,
        basis=row.basis if explained else None,
        reason=row.reason if explained else None,
        until=row.until if explained else None,
    )


def hidden_documents(case: Case, actor: Actor) -> frozenset[str]:
    """Return the numbers of the documents of a case that the actor may not read."""
    return frozenset(str(row.number) for row in case.documents.all() if not is_readable(actor, row, case))


def entry_answer(row: LedgerEntry, hidden: frozenset[str]) -> EntryOut:
    """Return an entry of the ledger as its hash is computed, without what tells ``hidden`` documents."""
    detail = plain(row.detail)
    if CHANGE in detail:
        detail = {**detail, CHANGE: change_for_reader(detail[CHANGE], hidden)}
    return EntryOut(
        seq=row.seq,
        at=moment(row.at),
        actor=row.actor,
        channel=row.channel,
        verb=row.verb,
        subject=row.subject,
        detail=detail,
        previous_hash=row.previous_hash,
        hash=row.hash,
    )


def _queued(row: Case, under: Calendars, on: date) -> QueuedOut:
    decision = next(iter(row.deadlines.all()), None)
    return QueuedOut(
        reference=row.reference,
        series=row.series,
        version=row.version,
        kind=CaseKind(row.kind),
        origin=Origin(row.origin),
        stage=Stage(row.stage),
        filed_at=row.filed_at,
        started_on=row.started_on,
        prioritised=row.prioritised,
        priority_reason=row.priority_reason,
        assignee=row.assignee.reference if row.assignee else None,
        decision=deadline_answer(clock_of(decision, under, on=on)) if decision else None,
        deemed_refused=decision is not None and decision.silence_refuses(on=on),
    )


def _watched(row: Deadline, under: Calendars, on: date) -> WatchedOut:
    case = row.case
    return WatchedOut(
        reference=case.reference,
        series=case.series,
        stage=Stage(case.stage),
        assignee=case.assignee.reference if case.assignee else None,
        deadline=deadline_answer(clock_of(row, under, on=on)),
    )


def deadline_answer(clock: Clock) -> DeadlineOut:
    """Return a day that a case is watched for."""
    row = clock.deadline
    return DeadlineOut(
        kind=row.kind,
        term=row.term,
        lfpa_on=row.lfpa_on,
        official_on=row.official_on,
        union_on=row.union_on,
        target_on=row.target_on,
        certain_on=row.certain_on,
        provisional=row.provisional,
        days_left=clock.left,
        past=clock.past,
        overdue=clock.is_overdue(),
    )


def _term(row: Term) -> TermOut:
    return TermOut(
        number=row.number,
        kind=TermKind(row.kind),
        party=row.party,
        from_on=row.from_on,
        days=row.days,
        met_on=row.met_on,
    )


def _suspension(row: Suspension) -> SuspensionOut:
    return SuspensionOut(
        number=row.number,
        from_on=row.from_on,
        until_on=row.until_on,
        article=row.article,
        instrument=row.instrument,
        reason=row.reason,
    )


def _unit(case: Case) -> UnitOut:
    source = case.source()
    return UnitOut(
        series=case.series,
        petitioner=case.petitioner,
        admission_agreed_by=case.admission_agreed_by,
        source=SourceOut(kind=source.kind, public_id=source.public_id, text=source.text),
        assignee=case.assignee.reference if case.assignee else None,
        prioritised=case.prioritised,
        priority_reason=case.priority_reason,
        continued_on=case.continued_on,
        lead=case.lead.reference if case.lead else None,
        joined_on=case.joined_on,
        joining_reason=case.joining_reason,
        joined=list(case.joined.order_by("pk").values_list("reference", flat=True)),
    )


def _possible(one: Act | Step, standing: Standing) -> PossibleOut:
    words = ACT_WORDS[one] if isinstance(one, Act) else STEP_WORDS[one]
    article = MOVES[one].article if isinstance(one, Act) else STEPS[one].article
    reason = why_barred(one, standing)
    barred = None if reason is None else words_answer(reason)
    return PossibleOut(verb=slug_of(one), words=words_answer(words), article=article, barred=barred)


def words_answer(text: Text) -> WordsOut:
    """Return words of both languages."""
    return WordsOut(es=text.es, en=text.en)
