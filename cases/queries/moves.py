"""Which deadlines are other than they are kept: what a change of the calendars moves."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Prefetch

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
    """A case whose deadlines are other than they are kept, the days they should be, and the rows that keep them."""

    case: Case
    watched: tuple[WatchedDay, ...]
    kept: Sequence[Deadline]

    def moved(self) -> tuple[MovedDeadline, ...]:
        """Return the deadlines that another day is said of, under any calendar."""
        kept = {row.key(): row for row in self.kept}
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
    known: dict[Hashable, tuple[tuple[WatchedDay, ...], list[Hashable]]] = {}
    kept_rows = Prefetch("deadlines", to_attr="kept_rows")  # a list, quicker than a queryset for each case
    rows = Case.objects.open().prefetch_related("terms", "suspensions", kept_rows).order_by("filed_at", "pk")
    for case in rows.iterator(chunk_size=BATCH):
        facts = _facts_key(case)
        if facts not in known:
            watched = watched_days_of(case, under)
            known[facts] = watched, _said(deadline_rows(case, watched))
        watched, wanted = known[facts]
        kept: list[Deadline] = case.kept_rows
        if _said(kept) != wanted:
            yield Recomputed(case, watched, kept)


def _said(rows: Iterable[Deadline]) -> list[Hashable]:
    return sorted(row.says() for row in rows)


def deadlines_that_would_move(acts: Iterable[DayOffAct]) -> tuple[MovedDeadline, ...]:
    """Return the deadlines that acts on days off would move if they were loaded over those that are."""
    merged = {act.code: act for act in (*day_off_acts(), *acts)}
    in_order = tuple(sorted(merged.values(), key=lambda act: (act.published_on, act.code)))
    return tuple(moved for found in recomputed(calendars(in_order)) for moved in found.moved())


def _facts_key(case: Case) -> Hashable:
    """Return what the deadlines of a case depend on; its rule set by name, since that is quicker to compare."""
    days = case.started_on, case.is_own_motion(), case.withdrawn_on, case.extended_on
    return (case.rule_set, case.stage, days, case.suspended(), case.running_terms())
