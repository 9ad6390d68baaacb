import pytest

from importers.models import RowIssue
from screening.queries.issues import all_not_screened, issues_page, not_screened
from tests.screening.factories import CLEAR, finished_run

pytestmark = pytest.mark.django_db


def test_what_was_not_screened_is_paged_in_the_order_of_the_file() -> None:
    run = finished_run(CLEAR, rejected=5)
    first = not_screened(run, limit=3)
    rest = not_screened(run, after=first.next, limit=3)
    lines = [issue.line_number for issue in (*first.rows, *rest.rows)]
    assert (lines, rest.next) == ([1000, 1001, 1002, 1003, 1004], "")


def test_all_that_was_not_screened_is_read_to_its_end() -> None:
    run = finished_run(CLEAR, rejected=5)
    assert [issue.line_number for rows in all_not_screened(run) for issue in rows] == [1000, 1001, 1002, 1003, 1004]
    assert [list(rows) for rows in all_not_screened(finished_run(CLEAR))] == [[]]


def test_rows_with_a_warning_are_told_apart_from_those_that_were_rejected() -> None:
    run = finished_run(CLEAR, rejected=2)
    assert issues_page(run, RowIssue.Severity.WARNING).rows == []
