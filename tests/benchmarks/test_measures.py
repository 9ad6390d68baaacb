"""The arithmetic of the benchmarks, against values worked out by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import measures

SCORES = [0.9, 0.8, 0.7, 0.4, 0.2]
LABELS = [1, 1, 0, 1, 0]


@pytest.mark.parametrize(
    ("scores", "labels", "area"),
    [
        pytest.param([0.9, 0.1], [1, 0], 1.0, id="a true pair above a false one"),
        pytest.param([0.1, 0.9], [1, 0], 0.0, id="a true pair below a false one"),
        pytest.param([0.5, 0.5], [1, 0], 0.5, id="ties count half"),
        pytest.param(SCORES, LABELS, 5 / 6, id="five of six pairs of pairs in order"),
    ],
)
def test_the_area_is_the_chance_that_a_true_pair_scores_above_a_false_one(
    scores: list[float], labels: list[int], area: float
) -> None:
    assert measures.auc(scores, labels) == pytest.approx(area)


def test_without_both_kinds_of_pairs_there_is_no_area() -> None:
    assert math.isnan(measures.auc([0.5], [1]))
    assert all(map(math.isnan, measures.auc_interval([0.5], [1])))


def test_precision_recall_and_f1_at_a_threshold() -> None:
    at = measures.quality(SCORES, LABELS, 0.7)
    assert (at.precision, at.recall, at.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_the_best_f1_is_at_a_score_that_occurs() -> None:
    assert measures.best_f1(SCORES, LABELS) == pytest.approx((6 / 7, 0.4))
    assert measures.best_f1([], []) == (0.0, 1.0)


def test_a_threshold_never_lies_inside_a_tie() -> None:
    assert measures.best_f1([0.5, 0.5, 0.5], [1, 0, 0]) == pytest.approx((0.5, 0.5))


@given(st.lists(st.tuples(st.integers(0, 10), st.booleans()), min_size=1, max_size=40))
def test_an_interval_holds_its_value_or_touches_it_and_is_repeatable(pairs: list[tuple[int, bool]]) -> None:
    scores, labels = [s / 10 for s, _ in pairs], [int(y) for _, y in pairs]
    spans = measures.quality_intervals(scores, labels, 0.5, rounds=50)
    assert spans == measures.quality_intervals(scores, labels, 0.5, rounds=50)
    assert all(0 <= low <= high <= 1 for low, high in spans)
    best, at = measures.best_f1(scores, labels)
    assert best == pytest.approx(measures.quality(scores, labels, at).f1)
    assert all(best >= measures.quality(scores, labels, t).f1 - 1e-12 for t in scores)


def test_the_interval_of_the_area_is_around_it() -> None:
    rnd = np.random.default_rng(3)
    labels = rnd.integers(2, size=300)
    scores = labels * 0.5 + rnd.random(300)
    low, high = measures.auc_interval(scores, labels, rounds=200)
    assert low < measures.auc(scores, labels) < high
    assert high - low < 0.2


def test_recall_and_reciprocal_rank_of_ranks() -> None:
    ranks = [1, 2, 6, 0]
    assert measures.recall_at(ranks, 1) == 0.25
    assert measures.recall_at(ranks, 5) == 0.5
    assert measures.reciprocal_rank(ranks) == pytest.approx((1 + 1 / 2 + 1 / 6) / 4)
    assert measures.recall_at([], 1) == measures.reciprocal_rank([]) == 0.0


@given(st.lists(st.integers(0, 20), min_size=1, max_size=300), st.sampled_from([0.01, 0.1, 0.5]))
def test_a_threshold_lets_through_no_more_than_the_share_and_none_lower_does(scores: list[int], share: float) -> None:
    values = np.array(scores, dtype=np.float64)
    threshold = measures.threshold_letting_through(values, share)
    assert (values >= threshold).mean() <= share
    below = values[values < threshold]
    assert not len(below) or (values >= below.max()).mean() > share
