"""Writes of the calendars: the acts on days off."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from itertools import islice
from typing import Any, ClassVar, Final

from django.db import transaction

from cases.domain.calendars import CalendarName, DayOffAct
from cases.domain.reading import MOVE_DEADLINES
from cases.domain.state import CHANGE, change, subject_of
from cases.formats.day_off_csv import read_day_off_acts
from cases.models import CalendarAct, DayOff
from cases.queries.calendar import current_calendars, day_off_acts
from cases.queries.case import deadlines_said
from cases.queries.moves import (
    CalendarLoad,
    MovedDeadline,
    Recomputed,
    codes,
    deadline_rows,
    recomputed,
    sorted_out,
)
from cases.services.deadlines import keep_each
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text
from kernel.services.ledger import record, record_each, take_turn

SHIPPED: Final = "day_off_acts.csv"
BATCH: Final = 1_000  # cases whose changes are written at once
SEEN_OTHERWISE: Final = Text(
    "No se cargó nada: entretanto cambiaron los acuerdos o los expedientes, y se moverían otros vencimientos que los "
    "que se mostraron. Revíselos de nuevo.",
    "Nothing was loaded: acts or cases have changed meanwhile, and other deadlines would move than those shown. "
    "Look at them again.",
)


class SeenOtherwiseError(ConflictError):
    """Loading a file would do something else by now than what was seen of it beforehand."""

    code: ClassVar[str] = "seen_otherwise"

    def __init__(self) -> None:
        super().__init__(SEEN_OTHERWISE)


@dataclass(frozen=True, slots=True)
class _Loading:
    """What every act of one file is recorded with."""

    file_name: str
    sha256: str
    actor: Actor
    at: datetime


@transaction.atomic
def load_day_off_acts(data: bytes, *, file_name: str, actor: Actor, at: datetime, seen: str = "") -> CalendarLoad:
    """Add the acts in a CSV to the calendars, or correct those that are loaded; the same again changes nothing.

    The deadlines of every open case are computed anew, and those that change are recorded in their case. The ledger
    keeps what a corrected act said before. ``queries.calendar_load`` tells beforehand what would move; with ``seen``,
    the mark of what it told, nothing else is done than that.

    Raises:
        NotATableError: it is no table of text.
        DayOffFileError: with every fault of the file; nothing was loaded.
        SeenOtherwiseError: it would do something else than what was seen; nothing was loaded.

    """
    acts = read_day_off_acts(data)
    take_turn()
    loaded = {act.code: act for act in day_off_acts()}
    loading = _Loading(file_name, hashlib.sha256(data).hexdigest(), actor, at)
    new, changed, unchanged = sorted_out(acts, loaded)
    for act in (*new, *changed):
        _store(act)
        _record(act, loaded.get(act.code), loading)
    moved = _move_deadlines((*new, *changed), loading)
    done = CalendarLoad(codes(new), codes(changed), codes(unchanged), moved)
    if seen and done.mark() != seen:
        raise SeenOtherwiseError
    return done


@transaction.atomic
def load_shipped_day_off_acts(*, actor: Actor, at: datetime) -> tuple[str, ...]:
    """Load the shipped acts that no file has brought yet and return their codes; leaves no trace when there are none.

    An act that is loaded is left as it is: an operator may have corrected it.
    """
    data = (files("cases") / "data" / SHIPPED).read_bytes()
    acts = read_day_off_acts(data)
    known = CalendarAct.objects.filter(code__in=codes(acts))
    if known.count() == len(acts):
        return ()
    take_turn()
    there = set(known.values_list("code", flat=True))
    loading = _Loading(SHIPPED, hashlib.sha256(data).hexdigest(), actor, at)
    missing = [act for act in acts if act.code not in there]
    for act in missing:
        _store(act)
        _record(act, None, loading)
    _move_deadlines(missing, loading)
    return codes(missing)


def _move_deadlines(acts: Sequence[DayOffAct], loading: _Loading) -> tuple[MovedDeadline, ...]:
    """Compute the deadlines of every open case anew, record each case's change, and return those that moved."""
    if not acts:
        return ()
    moved, by = list[MovedDeadline](), codes(acts)
    found = recomputed(current_calendars())
    while batch := list(islice(found, BATCH)):
        details = [(subject_of(one.case.reference), _change(one, by)) for one in batch]
        moved += (move for one in batch for move in one.moved())
        keep_each(batch)
        record_each(MOVE_DEADLINES, details=details, actor=loading.actor, at=loading.at)
    return tuple(moved)


def _change(found: Recomputed, by: tuple[str, ...]) -> dict[str, Any]:
    """Return what the entry of a case says: how its deadlines change, and by which acts."""
    before = deadlines_said(found.kept)
    after = deadlines_said(deadline_rows(found.case, found.watched))
    return {CHANGE: change({"deadlines": before}, {"deadlines": after}), "acts": by}


def _store(act: DayOffAct) -> None:
    values = {
        "instrument": act.instrument,
        "published_on": act.published_on,
        "units": act.units,
        "known_from": act.known_from,
        "known_until": act.known_until,
        "over_lfpa": CalendarName.LFPA in act.lies_over,
        "over_official": CalendarName.OFFICIAL in act.lies_over,
        "source": act.source,
    }
    row, _ = CalendarAct.objects.update_or_create(code=act.code, defaults=values)
    row.days_off.all().delete()
    DayOff.objects.bulk_create(
        DayOff(
            act=row,
            first_on=span.first_on,
            last_on=span.last_on,
            doubt_es=span.doubt.es if span.doubt else "",
            doubt_en=span.doubt.en if span.doubt else "",
        )
        for span in act.spans
    )


def _record(act: DayOffAct, before: DayOffAct | None, loading: _Loading) -> None:
    detail = {
        "file": loading.file_name,
        "sha256": loading.sha256,
        "act": _said(act),
        "before": None if before is None else _said(before),
    }
    record("load_day_off_act", subject=f"calendar:{act.code}", actor=loading.actor, at=loading.at, detail=detail)


def _said(act: DayOffAct) -> dict[str, Any]:
    """Return an act as the ledger keeps it."""
    return {
        "instrument": act.instrument,
        "published_on": act.published_on,
        "units": act.units,
        "known_from": act.known_from,
        "known_until": act.known_until,
        "lies_over": sorted(act.lies_over),
        "source": act.source,
        "days_off": [
            {"first_on": span.first_on, "last_on": span.last_on, "doubt": span.doubt.es if span.doubt else ""}
            for span in act.spans
        ],
    }
