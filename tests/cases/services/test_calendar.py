from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from cases.domain.calendars import CalendarName, OffSpan
from cases.domain.errors import UnknownActError
from cases.domain.terms import TermFacts, deadlines
from cases.formats.day_off_csv import DayOffFileError
from cases.models import CalendarAct, DayOff
from cases.queries import CalendarLoad, current_calendars, day_off_acts
from cases.services import load_day_off_acts, load_shipped_day_off_acts
from kernel.domain.actors import COMMAND_LINE, SYSTEM
from kernel.models import LedgerEntry
from kernel.services.ledger import verify
from tests.cases.acts import SHIPPED, act_2026

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 5, 18, tzinfo=UTC)
HEADER = "act,instrument,published_on,units,known_from,known_until,first_on,last_on\n"
HOLY_WEEK = "PRUEBA-2026,Acuerdo inventado 2026,2025-12-20,toda la Secretaría,2026-01-01,2026-12-31,2026-04-02,{last}\n"
CODE = "PRUEBA-2026"


def load(last: str = "2026-04-03") -> CalendarLoad:
    data = (HEADER + HOLY_WEEK.format(last=last)).encode()
    return load_day_off_acts(data, file_name="dias.csv", actor=COMMAND_LINE, at=AT)


def state() -> tuple[object, ...]:
    models = (CalendarAct, DayOff, LedgerEntry)
    return tuple(tuple(model._default_manager.order_by("pk").values_list()) for model in models)


def test_an_act_is_loaded_as_it_was_written() -> None:
    assert load() == CalendarLoad(new=(CODE,), changed=(), unchanged=())
    assert day_off_acts() == (act_2026(),)


def test_each_act_is_an_entry_of_the_ledger() -> None:
    load()
    entry = LedgerEntry.objects.get()
    assert (entry.verb, entry.subject, entry.actor) == ("load_day_off_act", f"calendar:{CODE}", "cli")
    assert entry.detail["file"] == "dias.csv"
    assert entry.detail["before"] is None
    assert entry.detail["act"]["days_off"] == [{"first_on": "2026-04-02", "last_on": "2026-04-03", "doubt": ""}]
    assert verify().broken is None


def test_loading_the_same_again_changes_nothing() -> None:
    load()
    before = state()
    assert load() == CalendarLoad(new=(), changed=(), unchanged=(CODE,))
    assert state() == before


def test_an_act_is_corrected_and_the_ledger_keeps_what_it_said() -> None:
    load("2026-04-02")
    assert load("2026-04-03") == CalendarLoad(new=(), changed=(CODE,), unchanged=())
    assert day_off_acts()[0].spans == (OffSpan(date(2026, 4, 2), date(2026, 4, 3)),)
    detail = LedgerEntry.objects.order_by("seq").last().detail  # type: ignore[union-attr]
    assert detail["before"]["days_off"][0]["last_on"] == "2026-04-02"
    assert detail["act"]["days_off"][0]["last_on"] == "2026-04-03"


def test_a_file_with_a_fault_changes_nothing() -> None:
    load()
    before = state()
    with pytest.raises(DayOffFileError):
        load("2022-04-03")
    assert state() == before


def test_the_shipped_acts_are_loaded_once() -> None:
    assert load_shipped_day_off_acts(actor=SYSTEM, at=AT) == ("STPS-2024", "STPS-2025")
    assert day_off_acts() == SHIPPED
    before = state()
    assert load_shipped_day_off_acts(actor=SYSTEM, at=AT) == ()
    assert state() == before


def test_a_shipped_act_that_was_corrected_stays_corrected() -> None:
    load_shipped_day_off_acts(actor=SYSTEM, at=AT)
    CalendarAct.objects.get(code="STPS-2024").delete()
    CalendarAct.objects.filter(code="STPS-2025").update(units="corregido")
    assert load_shipped_day_off_acts(actor=SYSTEM, at=AT) == ("STPS-2024",)
    assert CalendarAct.objects.get(code="STPS-2025").units == "corregido"


def test_a_loaded_act_moves_the_deadlines_that_run_past_it() -> None:
    facts = TermFacts(date(2025, 10, 30), 180)
    load_shipped_day_off_acts(actor=SYSTEM, at=AT)
    before = deadlines(facts, current_calendars())
    load()
    after = deadlines(facts, current_calendars())
    assert (before.provisional, after.provisional) == (True, False)
    ends = before.by_calendar[CalendarName.UNION], after.by_calendar[CalendarName.UNION]
    assert ends == (date(2026, 7, 22), date(2026, 7, 24))


def test_an_act_that_is_not_loaded_cannot_be_asked_for() -> None:
    load()
    with pytest.raises(UnknownActError) as caught:
        current_calendars(frozenset({"OTRO"}))
    assert CODE in caught.value.message.es


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"known_until": None}, id="half of what is known"),
        pytest.param({"known_from": None}, id="the other half"),
        pytest.param({"known_until": date(2025, 1, 1)}, id="known backwards"),
        pytest.param({"over_lfpa": False, "over_official": False}, id="over no calendar"),
    ],
)
def test_the_database_refuses_an_act_that_cannot_be(values: dict[str, object]) -> None:
    load()
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarAct.objects.filter(code=CODE).update(**values)


def test_the_database_refuses_days_that_end_before_they_start() -> None:
    load()
    with pytest.raises(IntegrityError), transaction.atomic():
        DayOff.objects.update(last_on=date(2026, 4, 1))
