from datetime import date

import pytest

from cases.domain.errors import BarredError
from cases.domain.recording import check_apart, check_since
from cases.domain.rulesets import RS_2025

DAY = date(2026, 2, 10)


@pytest.mark.parametrize("entered", [date(2026, 2, 9), DAY])
def test_a_notice_of_the_stage_is_of_it(entered: date) -> None:
    check_since(RS_2025, DAY, entered)


def test_a_notice_of_before_the_stage_is_refused_with_the_article() -> None:
    with pytest.raises(BarredError) as caught:
        check_since(RS_2025, DAY, date(2026, 2, 11))
    assert caught.value.article == RS_2025.recording_days.article


@pytest.mark.parametrize("until", [None, DAY, date(2026, 2, 9)])
def test_a_suspension_begins_once_the_one_before_is_over(until: date | None) -> None:
    check_apart(until, DAY, article="x")


def test_a_suspension_within_another_is_refused() -> None:
    with pytest.raises(BarredError):
        check_apart(date(2026, 2, 11), DAY, article="x")
