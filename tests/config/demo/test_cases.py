"""The invented cases: whatever day they are loaded on, every stage is there and every case holds."""

from datetime import datetime

import pytest
from django.utils import timezone

from cases.domain.case import CaseKind
from cases.domain.procedure import Stage
from cases.models import Case
from cases.queries import replayed_state, state_of
from cases.queries.desks import Wanted, agenda_page, decision_page, overdue_page, queue_page
from config.demo.accounts import open_accounts
from config.demo.cases import STORIES, count_cases, load_cases
from kernel.domain.actors import COMMAND_LINE
from kernel.models import Account, LedgerEntry
from kernel.services.ledger import verify

SECRET = "the secret key of a data directory, made up here"
pytestmark = pytest.mark.django_db


def load(at: datetime) -> int:
    open_accounts(SECRET, actor=COMMAND_LINE, at=at)
    return load_cases(actor=COMMAND_LINE, at=at)


def test_there_is_a_case_at_every_stage_and_each_is_marked_as_invented() -> None:
    assert load(timezone.now()) == len(STORIES) == count_cases() > 11
    rows = list(Case.objects.with_records())
    assert {row.stage for row in rows} == set(Stage)
    assert all(row.source_text.startswith("DEMO · ") for row in rows)
    assert [row for row in rows if replayed_state(row) != state_of(row)] == []
    assert verify().broken is None


def test_every_list_has_something_to_show() -> None:
    load(timezone.now())
    on = timezone.localdate()
    queue = queue_page(Wanted().rows()).rows
    assert len(queue) > 9
    assert any(row.silence_refuses(on=on) for case in queue for row in case.deadlines.all())
    assert overdue_page(on=on).rows
    assert decision_page(CaseKind.INVESTIGATION).rows
    investigator = next(one for one in Account.objects.filter(demo=True) if one.email.startswith("investigacion@"))
    assert agenda_page(investigator, on=on).rows


def test_the_second_time_nothing_is_made() -> None:
    load(timezone.now())
    before = LedgerEntry.objects.count()
    assert load(timezone.now()) == 0
    assert LedgerEntry.objects.count() == before


@pytest.mark.parametrize("day", ["2026-01-02", "2026-04-06", "2026-11-28", "2026-12-31", "2027-02-01", "2028-02-29"])
def test_the_cases_are_made_on_any_day(day: str) -> None:
    assert load(datetime.fromisoformat(f"{day}T15:00:00Z")) == len(STORIES)
