"""Which deadlines are other than they are kept: what a change of the calendars moves."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cases.domain.calendars import Calendars, DayOffAct, calendars
from cases.domain.pending import WatchedDay, watched_days
from cases.domain.procedure import Stage
from cases.models import Case, Deadline
from cases.queries.calendar import day_off_acts

BATCH: Final = 2_000  # cases held at once


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A deadline before and after: the day to go by and the one after which it is certainly over."""

    reference: str
    series: str
    kind: str
    term: int
    before: tuple[date | None, date | None]
    after: tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A case whose deadlines are other than they are kept, and the days they should be."""

    case: Case
    watched: tuple[WatchedDay, ...]

    def moved(self) -> tuple[MovedDeadline, ...]:
        """Return the deadlines that another day is said of, under any calendar."""
        kept = {row.key(): row for row in self.case.deadlines.all()}
        rows = deadline_rows(self.case, self.watched)
        return tuple(
            MovedDeadline(
                reference=self.case.reference,
                series=self.case.series,
                kind=row.kind,
                term=row.term,
                before=(old.target_on, old.certain_on),
                after=(row.target_on, row.certain_on),
            )
            for row in rows
            if (old := kept.get(row.key())) is not None and old.days() != row.days()
        )


def watched_days_of(case: Case, under: Calendars) -> tuple[WatchedDay, ...]:
    """Return the days a case is watched for; one that has ended is watched for none."""
    if not case.is_open():
        return ()
    return watched_days(case.facts(), Stage(case.stage), case.running_terms(), under)


def deadline_rows(case: Case, watched: Iterable[WatchedDay]) -> tuple[Deadline, ...]:
    """Return the rows, not saved, that keep the days a case is watched for."""
    return tuple(Deadline(case=case, **Deadline.values(one)) for one in watched)


def recomputed(under: Calendars) -> Iterator[Recomputed]:
    """Yield each open case whose deadlines are other than they are kept, in filing order.

    Cases with the same facts are computed once.
    """
    known: dict[Hashable, tuple[WatchedDay, ...]] = {}
    for case in Case.objects.open().with_records().order_by("filed_at", "pk").iterator(chunk_size=BATCH):
        facts = _facts_key(case)
        if facts not in known:
            known[facts] = watched_days_of(case, under)
        found = Recomputed(case, known[facts])
        wanted = sorted(deadline_rows(case, found.watched), key=Deadline.key)
        kept = sorted(case.deadlines.all(), key=Deadline.key)
        if len(kept) != len(wanted) or not all(map(Deadline.is_same, kept, wanted)):
            yield found


def deadlines_that_would_move(acts: Iterable[DayOffAct]) -> tuple[MovedDeadline, ...]:
    """Return the deadlines that acts on days off would move if they were loaded over those that are."""
    merged = {act.code: act for act in (*day_off_acts(), *acts)}
    in_order = tuple(sorted(merged.values(), key=lambda act: (act.published_on, act.code)))
    return tuple(moved for found in recomputed(calendars(in_order)) for moved in found.moved())


def _facts_key(case: Case) -> Hashable:
    """Return what the deadlines of a case depend on; its rule set by name, since that is quicker to compare."""
    facts = case.facts()
    decision = (facts.started_on, facts.own_motion, facts.prevention, facts.suspensions, facts.extended_on)
    return (case.rule_set, case.stage, decision, case.running_terms())
