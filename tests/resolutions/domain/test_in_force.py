import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.domain.in_force import Act, AnnulmentAct, Good, Outcome, ResolutionAct, goods_in_force
from tests.resolutions.factories import act, end

DAY = date(2026, 3, 1)
ONE = timedelta(days=1)
DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@st.composite
def registers(draw: st.DrawFn) -> tuple[Act, ...]:
    numbers = draw(st.lists(st.integers(1, 30), unique=True, max_size=6))
    resolutions = [
        ResolutionAct(
            number=f"R-{number}",
            outcome=draw(st.sampled_from(list(Outcome))),
            issued_on=(day := draw(DAYS)),
            effective_on=day,
            goods=tuple(
                Good(position, f"bien {position}", ("0901",), "2022")
                for position in draw(st.lists(st.integers(1, 5), unique=True, max_size=3))
            ),
        )
        for number in numbers
    ]
    ended = draw(st.lists(st.sampled_from(numbers), max_size=4)) if numbers else []
    endings = [end(f"R-{number}", effective_on=draw(DAYS), number=f"A-{i}") for i, number in enumerate(ended)]
    return (*resolutions, *endings)


@given(registers(), DAYS, st.randoms(use_true_random=False))
def test_any_order_of_acts_gives_the_same_list(acts: tuple[Act, ...], on: date, shuffled: random.Random) -> None:
    other = list(acts)
    shuffled.shuffle(other)
    assert goods_in_force(other, on) == goods_in_force(acts, on)


@given(registers(), DAYS)
def test_a_list_holds_only_goods_of_acts_that_prohibit_and_have_effect(acts: tuple[Act, ...], on: date) -> None:
    ended = {a.resolution for a in acts if isinstance(a, AnnulmentAct) and a.effective_on <= on}
    listed = goods_in_force(acts, on)
    assert len({item.key for item in listed}) == len(listed)
    for item in listed:
        assert item.resolution.outcome is not Outcome.NOT_PROVEN
        assert item.resolution.effective_on <= on
        assert item.resolution.number not in ended


@pytest.mark.parametrize(
    ("on", "listed"),
    [
        pytest.param(DAY - ONE, [], id="nothing the day before it has effect"),
        pytest.param(DAY, ["R-1/1"], id="listed on the day it has effect"),
        pytest.param(DAY + 9 * ONE, ["R-1/1"], id="still listed the day before its annulment has effect"),
        pytest.param(DAY + 10 * ONE, [], id="gone on the day its annulment has effect"),
        pytest.param(DAY + 900 * ONE, [], id="gone for good"),
    ],
)
def test_the_list_around_the_days_of_effect(on: date, listed: list[str]) -> None:
    acts: list[Act] = [act("R-1", effective_on=DAY), end("R-1", effective_on=DAY + 10 * ONE)]
    assert [item.key for item in goods_in_force(acts, on)] == listed


def test_of_two_annulments_the_earlier_ends_the_resolution() -> None:
    acts: list[Act] = [
        act("R-1", effective_on=DAY),
        end("R-1", effective_on=DAY + 5 * ONE, number="AN-2"),
        end("R-1", effective_on=DAY + 10 * ONE, number="AN-1"),
    ]
    assert [len(goods_in_force(acts, DAY + n * ONE)) for n in (4, 5, 10)] == [1, 0, 0]


@pytest.mark.parametrize(
    ("outcome", "count"),
    [(Outcome.PROVEN, 1), (Outcome.ADOPTED, 1), (Outcome.NOT_PROVEN, 0)],
)
def test_what_was_not_proven_lists_nothing(outcome: Outcome, count: int) -> None:
    assert len(goods_in_force([act("R-1", effective_on=DAY, outcome=outcome)], DAY)) == count


def test_an_annulment_of_an_unknown_resolution_ends_nothing() -> None:
    acts: list[Act] = [act("R-1", effective_on=DAY), end("R-9", effective_on=DAY)]
    assert [item.key for item in goods_in_force(acts, DAY)] == ["R-1/1"]


def test_goods_stand_in_the_order_of_acts_and_positions() -> None:
    two = ResolutionAct(
        "R-1",
        Outcome.PROVEN,
        DAY,
        DAY,
        goods=(Good(2, "segundo", ("09",), "2022"), Good(1, "primero", ("09",), "2022")),
    )
    assert [item.key for item in goods_in_force([act("R-2", effective_on=DAY), two], DAY)] == [
        "R-1/1",
        "R-1/2",
        "R-2/1",
    ]
