from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.countdown import Pace, countdown

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("until", "days", "pace"),
    [
        pytest.param(NOW + timedelta(days=9), 9, Pace.AMPLE, id="nine days are ample"),
        pytest.param(NOW + timedelta(days=3), 3, Pace.SOON, id="three days are soon"),
        pytest.param(NOW + timedelta(hours=1), 0, Pace.SOON, id="later today is soon"),
        pytest.param(NOW, 0, Pace.OVER, id="the moment itself is over"),
        pytest.param(NOW - timedelta(hours=11), -1, Pace.OVER, id="yesterday evening is a day ago"),
    ],
)
def test_a_countdown(until: datetime, days: int, pace: Pace) -> None:
    left = countdown(until, now=NOW)
    assert (left.days, left.pace) == (days, pace)


@given(st.timedeltas(min_value=timedelta(days=-400), max_value=timedelta(days=400)))
def test_a_term_is_over_exactly_when_its_end_has_come(left: timedelta) -> None:
    result = countdown(NOW + left, now=NOW)
    assert (result.pace is Pace.OVER) == (left <= timedelta())
    assert result.days_past() == max(0, -result.days)
