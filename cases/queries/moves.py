"""Which deadlines are other than they are kept: what a change of the calendars moves."""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Prefetch

from cases.domain.calendars import Calendars, DayOffAct, calendars
from cases.domain.pending import WatchedDay, watched_days
from cases.domain.procedure import Stage
from cases.models import Case, Deadline
from cases.queries.calendar import day_off_acts

BATCH: Final = 2_000  # cases held at once

FEWEST: Final = 5  # fewer pending cases are not even counted to who may not read them (LGTAIP art. 115)

Said = tuple[str, tuple[date | None, ...], bool]  # what a row says of its deadline


class Direction(StrEnum):
    """Which way a deadline moves; under one calendar alone it moves without the day to go by."""

    LATER = "LATER"
    EARLIER = "EARLIER"
    ASIDE = "ASIDE"


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A deadline before and after: the day to go by and the one after which it is certainly over."""

    reference: str
    series: str
    kind: str
    term: int
    before: tuple[date | None, date | None]
    after: tuple[date | None, date | None]

    @property
    def direction(self) -> Direction:
        """Return which way it moves: by the day to go by, and where that stays by the certain end."""
        for before, after in zip(self.before, self.after, strict=True):
            if before is not None and after is not None and before != after:
                return Direction.LATER if after > before else Direction.EARLIER
        return Direction.ASIDE


@dataclass(frozen=True, slots=True)
class CalendarLoad:
    """What loading a file does to the acts on days off, by their codes, and the deadlines that move with them."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    moved: tuple[MovedDeadline, ...] = ()

    def is_empty(self) -> bool:
        """Return whether it changes nothing."""
        return not (self.new or self.changed)

    def cases(self) -> int:
        """Return in how many cases a deadline moves."""
        return len({move.reference for move in self.moved})

    def is_countable(self) -> bool:
        """Return whether so many cases are concerned that their number tells of none of them."""
        return self.cases() >= FEWEST

    def directions(self) -> Mapping[Direction, int]:
        """Return how many deadlines move each way."""
        found = Counter(move.direction for move in self.moved)
        return {direction: found[direction] for direction in Direction}

    def mark(self) -> str:
        """Return what tells this outcome from any other: who has seen one may ask for that one alone."""
        said = (
            self.new,
            self.changed,
            [(one.reference, one.kind, one.term, one.before, one.after) for one in self.moved],
        )
        return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


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
    known: dict[Hashable, tuple[tuple[WatchedDay, ...], list[Said]]] = {}
    kept_rows = Prefetch("deadlines", to_attr="kept_rows")  # a list, quicker than a queryset for each case
    rows = Case.objects.open().prefetch_related("terms", "suspensions", kept_rows).order_by("filed_at", "pk")
    for case in rows.iterator(chunk_size=BATCH):
        facts = _facts_key(case)
        if facts not in known:
            watched = watched_days_of(case, under)
            known[facts] = watched, _said(deadline_rows(case, watched))
        watched, wanted = known[facts]
        kept: list[Deadline] = case.kept_rows  # type: ignore[attr-defined]  # named by to_attr
        if _said(kept) != wanted:
            yield Recomputed(case, watched, kept)


def _said(rows: Iterable[Deadline]) -> list[Said]:
    return sorted(row.says() for row in rows)


def calendar_load(acts: Sequence[DayOffAct]) -> CalendarLoad:
    """Return what acts on days off would change if they were loaded over those that are; nothing is changed."""
    loaded = {act.code: act for act in day_off_acts()}
    new, changed, unchanged = sorted_out(acts, loaded)
    merged = {**loaded, **{act.code: act for act in acts}}
    in_order = tuple(sorted(merged.values(), key=lambda act: (act.published_on, act.code)))
    found = recomputed(calendars(in_order)) if new or changed else ()
    moved = tuple(move for one in found for move in one.moved())
    return CalendarLoad(codes(new), codes(changed), codes(unchanged), moved)


Sorted = tuple[list[DayOffAct], list[DayOffAct], list[DayOffAct]]


def sorted_out(acts: Iterable[DayOffAct], loaded: Mapping[str, DayOffAct]) -> Sorted:
    """Return which of some acts are new, which correct one that is loaded, and which say the same again."""
    new, changed, unchanged = found = list[DayOffAct](), list[DayOffAct](), list[DayOffAct]()
    for act in acts:
        place = new if act.code not in loaded else unchanged if act == loaded[act.code] else changed
        place.append(act)
    return found


def codes(acts: Iterable[DayOffAct]) -> tuple[str, ...]:
    """Return the codes of acts."""
    return tuple(act.code for act in acts)


def _facts_key(case: Case) -> Hashable:
    """Return what the deadlines of a case depend on; its rule set by name, since that is quicker to compare."""
    days = case.started_on, case.is_own_motion(), case.withdrawn_on, case.extended_on
    return (case.rule_set, case.stage, days, case.suspended(), case.running_terms())
