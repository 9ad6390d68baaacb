from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.days import spanish_day
from kernel.domain.workdays import CalendarUnknownError, DayOff, Workdays, lfpa_days

KNOWN_FROM, KNOWN_UNTIL = date(2023, 1, 1), date(2027, 12, 31)
LITERAL = Workdays(lfpa_days(range(2023, 2028)), KNOWN_FROM, KNOWN_UNTIL)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        pytest.param(date(2025, 2, 3), True, id="the Monday of the labour law counts"),
        pytest.param(date(2025, 2, 5), False, id="5 February does not"),
        pytest.param(date(2025, 5, 5), False, id="5 May does not"),
        pytest.param(date(2025, 9, 1), False, id="1 September does not"),
        pytest.param(date(2024, 10, 1), True, id="1 October 2024 counts"),
        pytest.param(date(2025, 2, 1), False, id="a Saturday does not"),
        pytest.param(date(2025, 2, 2), False, id="a Sunday does not"),
        pytest.param(KNOWN_UNTIL, True, id="the last known day has an answer"),
    ],
)
def test_which_days_count(day: date, counts: bool) -> None:
    assert LITERAL.is_workday(day) is counts


@pytest.mark.parametrize(
    ("filed", "n", "ends"),
    [
        pytest.param("2023-05-18", 60, "2023-08-10", id="60 days from the day the prohibition came into force"),
        pytest.param("2023-05-18", 180, "2024-01-31", id="180 days, over the turn of a year"),
        pytest.param("2023-05-18", 360, "2024-10-15", id="the term and its extension"),
        pytest.param("2023-08-30", 60, "2023-11-24", id="the first third of a term filed in August"),
        pytest.param("2023-08-30", 180, "2024-05-17", id="a term filed in August"),
        pytest.param("2025-01-13", 180, "2025-09-30", id="a term in one year"),
        pytest.param("2025-01-13", 360, "2026-06-17", id="its extension"),
        pytest.param("2025-04-09", 20, "2025-05-09", id="an importer's 20 days over Easter and May"),
        pytest.param("2025-08-21", 20, "2025-09-22", id="an importer's 20 days over September"),
        pytest.param("2025-02-01", 1, "2025-02-03", id="filed on a Saturday, the Monday is day one"),
        pytest.param("2025-02-04", 1, "2025-02-06", id="filed on the eve of a day off, the day after is day one"),
    ],
)
def test_the_day_after_filing_is_day_one(filed: str, n: int, ends: str) -> None:
    assert LITERAL.add(date.fromisoformat(filed), n) == date.fromisoformat(ends)


@pytest.mark.parametrize("day", [KNOWN_FROM - timedelta(days=1), KNOWN_UNTIL + timedelta(days=1)])
def test_a_day_beyond_the_calendar_is_an_error_and_not_a_guess(day: date) -> None:
    with pytest.raises(CalendarUnknownError) as caught:
        LITERAL.is_workday(day)
    assert spanish_day(day) in caught.value.message.es
    assert "31 Dec 2027" in caught.value.message.en


def test_a_term_that_leaves_the_calendar_is_an_error() -> None:
    with pytest.raises(CalendarUnknownError):
        LITERAL.add(date(2027, 12, 1), 60)
    with pytest.raises(CalendarUnknownError):
        LITERAL.count(date(2027, 12, 1), date(2028, 1, 3))


def test_a_term_of_no_days_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        LITERAL.add(date(2025, 1, 13), 0)


def test_a_calendar_that_ends_before_it_starts_is_an_error() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Workdays((), KNOWN_UNTIL, KNOWN_FROM)


@given(
    st.dates(date(2023, 1, 1), date(2025, 12, 31)),
    st.integers(1, 180),
    st.lists(st.dates(date(2023, 1, 1), KNOWN_UNTIL), max_size=60),
)
def test_counting_undoes_adding(from_day: date, n: int, off: list[date]) -> None:
    calendar = Workdays(tuple(DayOff(day, "DOF", day) for day in off), KNOWN_FROM, KNOWN_UNTIL)
    end = calendar.add(from_day, n)
    assert calendar.is_workday(end)
    assert calendar.count(from_day, end) == n
    assert calendar.count(from_day, end - timedelta(days=1)) == n - 1
    assert calendar.add(from_day, n + 1) > end


def test_the_days_of_the_law_differ_from_the_holidays_package_by_these_and_no_others() -> None:
    """The package knows the days of the labour law alone, which the administrative procedure does not follow."""
    years = range(2024, 2028)
    law = {day.off_on for day in lfpa_days(years) if day.off_on.weekday() < 5}
    package = {day for day in holidays.country_holidays("MX", years=years) if day.weekday() < 5}
    in_law_alone = {
        2024: ["21 Mar", "20 Nov"],
        2025: ["05 Feb", "21 Mar", "05 May", "01 Sep", "20 Nov"],
        2026: ["05 Feb", "05 May", "01 Sep", "20 Nov"],
        2027: ["05 Feb", "05 May", "01 Sep"],
    }
    in_package_alone = {
        2024: ["18 Mar", "01 Oct", "18 Nov"],
        2025: ["03 Feb", "17 Mar", "17 Nov"],
        2026: ["02 Feb", "16 Mar", "16 Nov"],
        2027: ["01 Feb", "15 Mar", "15 Nov"],
    }
    assert by_year(law - package) == in_law_alone
    assert by_year(package - law) == in_package_alone


def by_year(days: set[date]) -> dict[int, list[str]]:
    return {year: [f"{day:%d %b}" for day in sorted(days) if day.year == year] for year in {day.year for day in days}}
