from datetime import UTC, date, datetime

import pytest

from cases.domain.case import Ground
from cases.formats.day_off_csv import read_day_off_acts
from cases.models import Case, Deadline
from cases.queries import MovedDeadline, calendar_load, replayed_state, state_of
from cases.services import dismiss_petition, extend_term, load_day_off_acts, prevent_petition
from kernel.domain.actors import COMMAND_LINE
from kernel.models import LedgerEntry
from tests.cases.factories import INTAKE, SUPERVISOR, filed_petition, noon, own_motion_case, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
AT = datetime(2026, 1, 5, 18, tzinfo=UTC)
HEADER = "act,instrument,published_on,units,known_from,known_until,first_on,last_on\n"
HOLY_WEEK = (
    HEADER + "PRUEBA-2026,Acuerdo inventado,2025-12-20,toda la Secretaría,2026-01-01,2026-12-31,2026-04-02,2026-04-03\n"
).encode()


def load() -> tuple[MovedDeadline, ...]:
    return load_day_off_acts(HOLY_WEEK, file_name="dias.csv", actor=COMMAND_LINE, at=AT).moved


def test_what_would_move_is_told_beforehand_and_then_moves() -> None:
    case = filed_petition(date(2025, 10, 30))
    before = state_of(case)
    told = calendar_load(read_day_off_acts(HOLY_WEEK)).moved
    decision = next(move for move in told if move.kind == "DECISION")
    assert (decision.series, decision.before, decision.after) == (
        "2025/0001",
        (date(2026, 7, 17), date(2026, 7, 22)),  # under the LFPA, under the union
        (date(2026, 7, 21), date(2026, 7, 24)),
    )
    assert state_of(Case.objects.with_records().get()) == before
    assert load() == told
    assert calendar_load(read_day_off_acts(HOLY_WEEK)).moved == ()


def test_each_case_whose_deadlines_change_has_its_entry_and_its_ledger_leads_to_them() -> None:
    first, second = filed_petition(date(2025, 10, 30)), own_motion_case(date(2025, 11, 3))
    untouched = filed_petition(date(2025, 1, 13))  # over before Holy Week of 2026
    load()
    entries = LedgerEntry.objects.filter(verb="move_deadlines").order_by("seq")
    assert [entry.subject for entry in entries] == [f"case:{case.reference}" for case in (first, second)]
    assert {tuple(entry.detail["acts"]) for entry in entries} == {("PRUEBA-2026",)}
    for case in Case.objects.with_records():
        assert replayed_state(case) == state_of(case)
    assert Case.objects.get(pk=untouched.pk).version == untouched.version


def test_a_deadline_that_is_only_no_longer_provisional_is_kept_so_but_has_not_moved() -> None:
    case = filed_petition(date(2026, 4, 6))
    assert Deadline.objects.filter(provisional=True).count() == 3
    assert load() == ()
    assert not Deadline.objects.filter(provisional=True).exclude(certain_on__gte=date(2027, 1, 1)).exists()
    row = Case.objects.with_records().get(pk=case.pk)
    assert replayed_state(row) == state_of(row)


def test_a_case_that_has_ended_has_no_deadlines_to_move() -> None:
    case = filed_petition(date(2025, 10, 30))
    dismiss_petition(
        seen=seen(case), ground=Ground.INADMISSIBLE, reason="x", actor=SUPERVISOR, at=noon(date(2025, 11, 3))
    )
    assert load() == ()


def test_cases_filed_on_one_day_that_went_other_ways_are_each_computed_by_their_own_facts() -> None:
    on = date(2025, 10, 30)
    plain, longer, prevented = (filed_petition(on) for _ in range(3))
    extend_term(seen=seen(longer), reason="complejidad", actor=SUPERVISOR, at=noon(date(2025, 11, 3)))
    prevent_petition(
        seen=seen(prevented), notified_on=on, cure_days=5, reason="falta", actor=INTAKE, at=noon(date(2025, 11, 3))
    )
    load()
    ends = {row.case_id: row.certain_on for row in Deadline.objects.filter(kind="DECISION")}
    assert ends[plain.pk] == date(2026, 7, 24)
    assert ends[longer.pk] == date(2027, 4, 15)  # 13 April under the union, and two days more
    assert ends[prevented.pk] is None
