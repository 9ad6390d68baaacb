from datetime import date

import pytest

from cases.queries.party_cases import party_cases_page
from cases.services import void_notice
from kernel.paging import BadCursorError
from tests.cases.factories import PETITIONER, SUPERVISOR, filed_petition, noon, seen
from tests.cases.inquiry import IMPORTER, make_notified, ordered_notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def test_somebodys_cases_are_those_it_petitioned_or_was_notified_in_the_newest_first() -> None:
    first, second = filed_petition(), filed_petition()
    ordered_notice()  # that is not served
    for case in (first, second):
        make_notified(case, IMPORTER.name)
    assert list(party_cases_page(IMPORTER.name).rows) == [second, first]
    assert len(party_cases_page(PETITIONER.name).rows) == 3
    on = date(2025, 2, 3)
    void_notice(seen=seen(second), number=1, reason="error", actor=SUPERVISOR, at=noon(on))
    assert list(party_cases_page(IMPORTER.name).rows) == [first]


def test_a_page_goes_on_where_the_one_before_ended() -> None:
    for _ in range(3):
        filed_petition()
    page = party_cases_page(PETITIONER.name, limit=2)
    rest = party_cases_page(PETITIONER.name, after=page.next, limit=2)
    assert [len(page.rows), len(rest.rows)] == [2, 1]
    with pytest.raises(BadCursorError):
        party_cases_page(PETITIONER.name, after="x")
