from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.calendars import (
    RULES_FROM,
    RULES_UNTIL,
    CalendarName,
    Calendars,
    OffSpan,
    calendars,
    official_days,
)
from kernel.domain.workdays import DAY, CalendarUnknownError
from tests.cases.acts import HOLY_WEEK, SHIPPED, act_2026, doubtful

LFPA, OFFICIAL, UNION = CalendarName.LFPA, CalendarName.OFFICIAL, CalendarName.UNION
RULES = calendars()
ANY_DAY = st.dates(RULES_FROM, date(2040, 12, 31))


def business_under(day: str) -> set[str]:
    on = date.fromisoformat(day)
    return {str(name) for name, workdays in RULES.workdays.items() if workdays.is_workday(on)}


@pytest.mark.parametrize(
    ("day", "counts_under"),
    [
        pytest.param("2024-10-01", {"lfpa"}, id="the change of the executive in 2024"),
        pytest.param("2030-10-01", {"lfpa"}, id="and in 2030"),
        pytest.param("2036-10-01", {"lfpa"}, id="and in 2036"),
        pytest.param("2025-10-01", {"lfpa", "official", "union"}, id="1 October of any other year"),
        pytest.param("2036-12-01", {"official"}, id="1 December, which the LFPA still names for the change"),
        pytest.param("2025-02-03", {"lfpa"}, id="the first Monday of February"),
        pytest.param("2025-02-05", {"official"}, id="5 February itself"),
        pytest.param("2026-03-16", {"lfpa"}, id="the third Monday of March"),
        pytest.param("2025-03-21", {"official"}, id="21 March itself"),
        pytest.param("2025-09-01", {"official"}, id="1 September, in the LFPA alone"),
        pytest.param("2027-11-15", {"lfpa"}, id="the third Monday of November"),
        pytest.param("2025-11-20", {"official"}, id="20 November itself"),
        pytest.param("2025-05-05", set(), id="5 May, in both"),
        pytest.param("2025-01-11", set(), id="a Saturday"),
    ],
)
def test_the_rules_say_which_days_count(day: str, counts_under: set[str]) -> None:
    assert business_under(day) == counts_under


@pytest.mark.parametrize(
    ("year", "lfpa_alone", "official_alone"),
    [
        (2023, ["03-21", "09-01"], ["02-06", "03-20"]),
        (2024, ["03-21", "11-20"], ["03-18", "10-01", "11-18"]),
        (2025, ["02-05", "03-21", "09-01", "11-20"], ["02-03", "03-17", "11-17"]),
        (2026, ["02-05", "09-01", "11-20"], ["02-02", "03-16", "11-16"]),
        (2027, ["02-05", "09-01"], ["02-01", "03-15", "11-15"]),
    ],
)
def test_the_two_calendars_differ_by_the_days_of_the_legal_research(
    year: int, lfpa_alone: list[str], official_alone: list[str]
) -> None:
    lfpa, official = (off_on_weekdays(name, year) for name in (LFPA, OFFICIAL))
    assert [f"{day:%m-%d}" for day in sorted(lfpa - official)] == lfpa_alone
    assert [f"{day:%m-%d}" for day in sorted(official - lfpa)] == official_alone


def off_on_weekdays(name: CalendarName, *years: int) -> set[date]:
    days = {day.off_on for day in RULES.workdays[name].days_off}
    return {day for day in days if day.year in years and day.weekday() < 5}


def test_the_calendars_differ_from_the_holidays_package_by_these_days_and_no_others() -> None:
    """The package has the days of the labour law; the official calendar adds 5 May, the LFPA goes its own way."""
    holidays = pytest.importorskip("holidays", reason="the package holidays is not installed: nothing to compare with")
    years = range(2023, 2037)
    package = {day for day in holidays.country_holidays("MX", years=years) if day.weekday() < 5}
    official, lfpa = off_on_weekdays(OFFICIAL, *years), off_on_weekdays(LFPA, *years)
    assert package - official == set()
    assert official - package == {date(year, 5, 5) for year in years if date(year, 5, 5).weekday() < 5}
    dates = ((2, 5), (3, 21), (5, 5), (9, 1), (11, 20))
    fixed = {date(year, *day) for year in years for day in dates} | {date(2036, 12, 1)}
    assert lfpa - package == {day for day in fixed if day.weekday() < 5} - package
    assert package - lfpa == {day for day in package if (day.month, day.day) not in {*dates, *SHARED}}


SHARED = {(1, 1), (5, 1), (9, 16), (12, 25)}


def test_each_day_off_names_its_instrument_and_the_day_it_was_published() -> None:
    days = {day.off_on: day for day in official_days([2024])}
    assert days[date(2024, 5, 5)].instrument == "Calendario Oficial, art. 2"
    assert days[date(2024, 10, 1)].published_on == date(2024, 7, 12)
    assert days[date(2024, 3, 18)].published_on == date(2006, 1, 27)


@given(ANY_DAY)
def test_a_day_counts_under_the_union_when_it_counts_under_both(day: date) -> None:
    each = {name: workdays.is_workday(day) for name, workdays in RULES.workdays.items()}
    assert each[UNION] is (each[LFPA] and each[OFFICIAL])


@given(st.integers(2023, 2099))
def test_the_official_calendar_has_eight_days_a_year_and_one_more_at_the_change(year: int) -> None:
    assert len(official_days([year])) == 8 + ((year - 2024) % 6 == 0)


def test_an_act_is_laid_over_both_calendars_or_the_one_it_says() -> None:
    thursday = HOLY_WEEK.first_on
    over_both = calendars((act_2026(),)).workdays
    assert {name for name in over_both if over_both[name].is_workday(thursday)} == set()
    over_one = calendars((act_2026(lies_over=frozenset({OFFICIAL})),)).workdays
    assert {name for name in over_one if over_one[name].is_workday(thursday)} == {LFPA}


def test_a_doubtful_day_counts_until_its_act_is_asked_for() -> None:
    act = act_2026(doubtful(HOLY_WEEK))
    assert calendars((act,)).workdays[UNION].is_workday(HOLY_WEEK.first_on)
    asked = calendars((act,), frozenset({act.code}))
    assert not asked.workdays[UNION].is_workday(HOLY_WEEK.first_on)
    assert calendars((act,)).doubtful(HOLY_WEEK.last_on, date(2026, 5, 1)) == ((act, act.spans[0]),)
    assert asked.doubtful(HOLY_WEEK.last_on, date(2026, 5, 1)) == ()
    assert calendars((act,)).doubtful(date(2026, 4, 4), date(2026, 5, 1)) == ()


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        pytest.param("2025-01-01", "2025-12-31", (), id="2025 is covered whole"),
        pytest.param("2025-12-31", "2026-01-01", (2026,), id="a day of 2026 is not"),
        pytest.param("2024-12-31", "2025-03-01", (2024,), id="an act on other units does not settle 2024"),
        pytest.param("2023-05-19", "2026-02-01", (2023, 2024, 2026), id="several years"),
        pytest.param("2026-02-02", "2026-02-01", (), id="no days at all"),
    ],
)
def test_the_years_that_the_shipped_acts_leave_open(first: str, last: str, years: tuple[int, ...]) -> None:
    found = calendars(SHIPPED).unsettled_years(date.fromisoformat(first), date.fromisoformat(last))
    assert found == years


def test_a_loaded_act_settles_its_year() -> None:
    assert calendars((*SHIPPED, act_2026())).unsettled_years(date(2025, 6, 1), date(2026, 12, 31)) == ()


@given(ANY_DAY, st.integers(0, 800), st.lists(st.tuples(ANY_DAY, st.integers(0, 500)), max_size=4))
def test_a_year_is_open_when_a_day_of_it_is_covered_by_no_act(
    first: date, length: int, known: list[tuple[date, int]]
) -> None:
    last = first + length * DAY
    acts = tuple(
        replace(act_2026(), code=f"A-{number}", known_from=start, known_until=start + more * DAY)
        for number, (start, more) in enumerate(known)
    )
    days = (first + n * DAY for n in range(length + 1))
    uncovered = {day.year for day in days if not any(act.covers(day) for act in acts)}
    assert Calendars(RULES.workdays, acts, frozenset()).unsettled_years(first, last) == tuple(sorted(uncovered))


def test_the_calendars_reach_from_the_year_of_the_mechanism_to_the_end_of_the_century() -> None:
    for day in (RULES_FROM, RULES_UNTIL):
        RULES.workdays[UNION].is_workday(day)
    for day in (RULES_FROM - DAY, RULES_UNTIL + DAY):
        with pytest.raises(CalendarUnknownError):
            RULES.workdays[UNION].is_workday(day)


def test_a_span_has_each_of_its_days() -> None:
    assert list(HOLY_WEEK.days()) == [date(2026, 4, 2), date(2026, 4, 3)]
    assert list(OffSpan(date(2026, 4, 2), date(2026, 4, 2)).days()) == [date(2026, 4, 2)]
