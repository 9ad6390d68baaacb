from datetime import date

import pytest

from cases.calendar_page import DRAWN, SIGN_WORDS, DayCell, Sign, months_of, year_page, years_of
from cases.domain.calendars import YEARS, calendars
from cases.domain.term_trial import term_trial
from cases.domain.terms import Suspension, TermFacts
from tests.cases.acts import SHIPPED, act_2026

UNDER = calendars(SHIPPED)
TRIAL = term_trial(TermFacts(date(2025, 4, 9), 20, (Suspension(date(2025, 4, 22), date(2025, 4, 24)),)), UNDER)


def cells(year: int) -> dict[date, DayCell]:
    months = months_of(year, UNDER, TRIAL)
    return {cell.on: cell for month in months for week in month.weeks for cell in week if cell}


@pytest.mark.parametrize("year", [YEARS[0], 2024, 2025, YEARS[-1]])
def test_every_day_of_a_year_stands_once_in_a_week_from_monday_on(year: int) -> None:
    months = months_of(year, UNDER)
    placed = [(place, cell.on) for month in months for week in month.weeks for place, cell in enumerate(week) if cell]
    assert len(placed) == (date(year, 12, 31) - date(year, 1, 1)).days + 1
    assert [on for _, on in placed] == sorted({on for _, on in placed})
    assert all(place == on.weekday() for place, on in placed)


def test_each_kind_of_day_has_its_sign() -> None:
    said = {on: [one.sign for one in cell.said] for on, cell in cells(2025).items() if cell.said}
    assert said[date(2025, 1, 1)] == [Sign.BOTH]
    assert said[date(2025, 2, 5)] == [Sign.LFPA]
    assert said[date(2025, 2, 3)] == [Sign.OFFICIAL]
    assert said[date(2025, 6, 25)] == [Sign.DOUBTFUL]
    assert said[date(2025, 4, 9)] == [Sign.START]
    assert [on for on, signs in said.items() if Sign.SUSPENDED in signs] == [date(2025, 4, 23), date(2025, 4, 24)]
    ends = [on for on, signs in said.items() if Sign.DEADLINE in signs]
    assert ends == sorted({day for day in TRIAL.ends.by_calendar.values() if day})


def test_every_sign_has_a_drawing_of_its_own_and_words() -> None:
    assert set(DRAWN) == set(SIGN_WORDS) == set(Sign)
    assert len(set(DRAWN.values())) == len(Sign)


def test_signs_of_a_term_are_explained_where_there_is_one() -> None:
    assert Sign.DEADLINE not in {said.sign for said in year_page(2025, UNDER).signs}
    assert Sign.DEADLINE in {said.sign for said in year_page(2025, UNDER, TRIAL).signs}


def test_a_year_is_settled_by_an_act_on_all_of_it() -> None:
    assert year_page(2026, UNDER).unsettled is not None
    page = year_page(2026, calendars((*SHIPPED, act_2026())))
    assert (page.unsettled, page.acts) == (None, ("PRUEBA-2026",))


def test_the_years_of_a_term_are_those_it_runs_through() -> None:
    assert list(years_of(term_trial(TermFacts(date(2025, 10, 30), 360), UNDER))) == [2025, 2026, 2027]
