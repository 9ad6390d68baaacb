from dataclasses import replace
from datetime import date

import pytest

from cases.queries import CalendarLoad, Direction, MovedDeadline

EARLY, MIDDLE, LATE = date(2026, 7, 1), date(2026, 7, 2), date(2026, 7, 3)
MOVE = MovedDeadline("REF", "2026/0001", "DECISION", 0, (MIDDLE, MIDDLE), (LATE, LATE))


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        pytest.param((MIDDLE, MIDDLE), (LATE, LATE), Direction.LATER, id="the day to go by is later"),
        pytest.param((MIDDLE, MIDDLE), (EARLY, LATE), Direction.EARLIER, id="the day to go by decides"),
        pytest.param((EARLY, MIDDLE), (EARLY, LATE), Direction.LATER, id="where that stays, the certain end"),
        pytest.param((EARLY, None), (EARLY, None), Direction.ASIDE, id="neither, under one calendar alone"),
    ],
)
def test_a_deadline_moves_later_earlier_or_under_one_calendar_alone(
    before: tuple[date, date | None], after: tuple[date, date | None], direction: Direction
) -> None:
    assert replace(MOVE, before=before, after=after).direction is direction


def test_the_moves_of_a_load_are_counted_each_way_and_by_case() -> None:
    back = replace(MOVE, reference="OTHER", after=(EARLY, EARLY))
    load = CalendarLoad(("A",), (), (), (MOVE, replace(MOVE, kind="LAPSE"), back))
    assert load.directions() == {Direction.LATER: 2, Direction.EARLIER: 1, Direction.ASIDE: 0}
    assert load.cases() == 2


def test_two_loads_have_the_same_mark_when_they_do_the_same() -> None:
    load = CalendarLoad(("A",), (), ("B",), (MOVE,))
    assert load.mark() == replace(load, unchanged=()).mark()
    others = (
        replace(load, new=(), changed=("A",)),
        replace(load, moved=()),
        replace(load, moved=(replace(MOVE, after=(LATE, None)),)),
        replace(load, moved=(replace(MOVE, reference="OTHER"),)),
    )
    assert len({load.mark(), *(other.mark() for other in others)}) == 5


def test_a_load_of_what_is_loaded_changes_nothing() -> None:
    assert CalendarLoad((), (), ("A",)).is_empty()
    assert not CalendarLoad((), ("A",), ()).is_empty()
