"""The table of points: complete, monotone in the sense each feature has, and the same in both ways of adding it up."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from screening.engine.features import COVER_MOST, FEATURES, OTHER_COUNTRY, OTHER_FORMS, OTHER_LANDS, OTHER_WRITING, SAME
from screening.engine.score import CAPS, MET, NEAR, OF_LIST, OF_PAIR, STEPS, TABLE, Feature, points_by_feature, scores
from screening.engine.searching import score_of
from screening.engine.storage import table

POINTS: Final = {"LIST": OF_LIST, "PAIR": OF_PAIR}
VALUES: Final = st.lists(st.floats(0.0, 1.0, width=32), min_size=FEATURES, max_size=FEATURES).map(
    lambda values: np.array(values, np.float32)
)
OF: Final = pytest.mark.parametrize("of", POINTS)


def score(features: NDArray[np.float32], of: str) -> float:
    return float(scores(features[None, :], POINTS[of])[0])


def test_the_thresholds_lie_in_order() -> None:
    assert 0.0 < NEAR < MET < 1.0


def test_every_feature_has_one_row_in_its_place() -> None:
    assert sorted(feature.place for feature in TABLE) == list(range(FEATURES))
    assert len({feature.name for feature in TABLE}) == FEATURES
    assert {feature.sign for feature in TABLE} == {1, -1}


@pytest.mark.parametrize("feature", TABLE, ids=lambda feature: feature.name)
def test_a_feature_is_told_in_both_languages(feature: Feature) -> None:
    told = feature.reason.filled(share=0.5)
    assert told.es
    assert told.en
    assert told.es != told.en
    assert "{" not in told.es + told.en


@OF
def test_the_shipped_table_says_of_every_feature_what_it_gives(of: str) -> None:
    rows = [row["feature"] for row in table("score") if row["of"] == of]
    assert sorted(rows) == sorted([*(feature.name for feature in TABLE), "constant"])


@OF
def test_a_feature_that_is_absent_gives_nothing(of: str) -> None:
    assert (POINTS[of][:FEATURES, 0] == 0.0).all()


@OF
@pytest.mark.parametrize("feature", TABLE, ids=lambda feature: feature.name)
def test_points_never_fall_for_evidence_and_never_rise_for_a_doubt(of: str, feature: Feature) -> None:
    assert (feature.sign * np.diff(POINTS[of][feature.place]) >= 0.0).all()


@OF
def test_the_constant_is_one_and_a_doubt(of: str) -> None:
    assert len(set(POINTS[of][FEATURES].tolist())) == 1
    assert POINTS[of][FEATURES, 0] < 0.0


@OF
@pytest.mark.parametrize("step", range(STEPS + 1))
def test_at_the_end_of_a_stretch_a_feature_gives_what_the_table_says(of: str, step: int) -> None:
    features = np.full((1, FEATURES), step / STEPS, np.float32)
    assert points_by_feature(features, POINTS[of])[0] == pytest.approx(POINTS[of][:FEATURES, step], abs=1e-4)


@OF
def test_features_beyond_their_range_count_as_its_ends(of: str) -> None:
    for outside, end in ((-3.0, 0.0), (7.0, 1.0)):
        features = np.array([[outside] * FEATURES, [end] * FEATURES], np.float32)
        points = points_by_feature(features, POINTS[of])
        assert points[0].tolist() == points[1].tolist()


@OF
@given(values=VALUES)
def test_a_score_is_the_logistic_function_of_the_points(of: str, values: NDArray[np.float32]) -> None:
    values[SAME] = 0.0
    points = float(points_by_feature(values[None, :], POINTS[of]).sum()) + float(POINTS[of][FEATURES, 0])
    most = float(np.where(values > 0.0, CAPS, 1.0).min())
    expected = min(most, 1.0 / (1.0 + np.exp(-points))) if values[COVER_MOST] > 0 else 0.0
    assert score(values, of) == pytest.approx(expected, abs=1e-5)


@OF
@given(values=VALUES, at=st.sampled_from(TABLE), more=st.floats(0.0, 1.0, width=32))
def test_more_evidence_never_lowers_and_more_doubt_never_raises(
    of: str, values: NDArray[np.float32], at: Feature, more: float
) -> None:
    changed = values.copy()
    changed[at.place] = max(float(values[at.place]), more)
    if values.any():
        assert at.sign * (score(changed, of) - score(values, of)) >= -1e-6


@OF
@given(values=VALUES)
def test_a_search_adds_up_as_the_table_does(of: str, values: NDArray[np.float32]) -> None:
    if values.any():
        assert score_of(values, POINTS[of]) == pytest.approx(score(values, of), abs=1e-5)


@OF
def test_the_same_words_score_one_unless_form_country_or_writing_differ(of: str) -> None:
    values = np.zeros(FEATURES, np.float32)
    values[SAME] = values[COVER_MOST] = 1.0
    assert score(values, of) == 1.0
    for other in (OTHER_FORMS, OTHER_LANDS, OTHER_COUNTRY, OTHER_WRITING):
        doubted = values.copy()
        doubted[other] = 1.0
        assert score(doubted, of) < 1.0


@OF
def test_names_without_a_word_in_common_score_nothing(of: str) -> None:
    assert score(np.zeros(FEATURES, np.float32), of) == 0.0
