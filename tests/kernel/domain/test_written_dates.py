from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kernel.domain.written_dates import written_day, written_moment


def test_a_day_is_written_in_words() -> None:
    assert written_day(date(2026, 3, 2)) == "2 de marzo de 2026"
    assert written_day(date(2026, 12, 31)) == "31 de diciembre de 2026"


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        pytest.param(timezone(timedelta(hours=-6)), "UTC-06:00", id="Mexico City"),
        pytest.param(UTC, "UTC+00:00", id="Greenwich"),
        pytest.param(timezone(timedelta(hours=5, minutes=45)), "UTC+05:45", id="Kathmandu"),
    ],
)
def test_a_moment_is_written_with_its_zone(zone: timezone, written: str) -> None:
    moment = datetime(2026, 3, 2, 9, 5, 7, tzinfo=zone)
    assert written_moment(moment) == f"2 de marzo de 2026, 09:05:07 ({written})"
