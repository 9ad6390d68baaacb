from datetime import timedelta

import pytest

from importers.frames import NotIngestedError
from importers.models import Ingestion
from kernel.models import LedgerEntry
from screening.engine import ENGINE_VERSION
from screening.models import ScreeningRun
from screening.services.runs import FutureDayError, start_run
from tests.screening.factories import AT, CLEAR, DAY, OFFICER, both_lists, foreign_list, ingested, national_list

pytestmark = pytest.mark.django_db


def test_a_run_remembers_what_it_was_opened_with() -> None:
    run, new = start_run(ingested(CLEAR), [national_list(demo=True)], as_of=DAY, actor=OFFICER, at=AT)
    assert new
    assert (run.state, run.engine_version, run.as_of, run.created_by) == ("QUEUED", ENGINE_VERSION, DAY, OFFICER.name)
    assert run.thresholds == {"met": 0.9, "near": 0.5}
    (listed,) = run.lists
    assert (listed["name"], listed["demo"], listed["size"], listed["dated_on"]) == ("nacional", True, 1, "2026-11-20")


def test_the_same_request_finds_the_earlier_run_whatever_the_order_of_its_lists() -> None:
    ingestion, lists = ingested(CLEAR), both_lists()
    first, _ = start_run(ingestion, lists, as_of=DAY, actor=OFFICER, at=AT)
    again, new = start_run(ingestion, lists[::-1], as_of=DAY, actor=OFFICER, at=AT + timedelta(days=1))
    assert (again, new) == (first, False)
    assert again.created_at == AT


def test_another_list_opens_another_run() -> None:
    ingestion = ingested(CLEAR)
    first, _ = start_run(ingestion, both_lists(), as_of=DAY, actor=OFFICER, at=AT)
    other, new = start_run(ingestion, [foreign_list()], as_of=DAY, actor=OFFICER, at=AT)
    assert new
    assert other != first


def test_only_the_opening_stands_in_the_ledger() -> None:
    ingestion, lists = ingested(CLEAR), both_lists()
    run, _ = start_run(ingestion, lists, as_of=DAY, actor=OFFICER, at=AT)
    start_run(ingestion, lists, as_of=DAY, actor=OFFICER, at=AT)
    (entry,) = LedgerEntry.objects.filter(verb="start_run")
    assert (entry.subject, entry.actor) == (f"run:{run.reference}", OFFICER.name)
    assert entry.detail["lists"] == {item.name: item.fingerprint for item in lists}


def test_a_file_that_is_still_being_read_is_refused() -> None:
    ingestion = ingested(CLEAR)
    Ingestion.objects.update(state=Ingestion.State.STAGING)
    ingestion.refresh_from_db()
    with pytest.raises(NotIngestedError):
        start_run(ingestion, both_lists(), as_of=DAY, actor=OFFICER, at=AT)
    assert not ScreeningRun.objects.exists()


def test_a_day_that_has_not_come_is_refused() -> None:
    with pytest.raises(FutureDayError):
        start_run(ingested(CLEAR), both_lists(), as_of=DAY + timedelta(days=1), actor=OFFICER, at=AT)
    assert not ScreeningRun.objects.exists()
