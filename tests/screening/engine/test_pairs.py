"""Two columns of names compared row by row: bounds, both ways, and what more evidence does."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.engine.features import OTHER_COUNTRY, SAME_LETTERS, SISTER, TAIL
from screening.engine.normalise import cut_length, normalise
from screening.engine.pairs import THRESHOLD, pair_features, score_pairs
from screening.engine.score import MET, NEAR

# Words of invented firms' own: unlike each other, in no table of the vocabulary, no legal form, no place.
OWN: Final = ("QOVREMI", "BRANDUXA", "FELTOPIK", "GUSMARVO", "TYPLANDO", "WIXEROTH", "JUBALNEK", "ZORPHEDA", "KLEMVIST")
COMMON: Final = ("TEXTILE", "TRADING", "GROUP", "SILICON", "XINJIANG", "BANK", "CHILE", "44", "FACTORY")
ANY_NAME: Final = st.text(max_size=60) | st.lists(st.sampled_from(OWN + COMMON), max_size=6).map(" ".join)
OWN_NAME: Final = st.lists(st.sampled_from(OWN[:-1]), min_size=1, max_size=5, unique=True).map(" ".join)
EXACT_NAME: Final = st.lists(st.sampled_from(OWN + COMMON), min_size=1, max_size=6, unique=True).map(" ".join)


def score(left: str, right: str, *countries: str) -> float:
    return float(score_pairs([left], [right], *([country] for country in countries))[0])


def test_the_words_of_these_tests_are_the_firms_own() -> None:
    column = normalise([" ".join(OWN)])
    assert column.texts == OWN
    assert (column.words.kinds == 0).all()
    assert not column.words.meant.any()


def test_no_pairs_have_no_scores() -> None:
    assert score_pairs([], []).shape == (0,)


def test_a_pair_counts_as_the_same_from_where_it_may_be() -> None:
    assert THRESHOLD == NEAR
    assert score("Hoshine Silicon Ind.", "Hoshine Silicon Industry Co., Ltd.") >= MET


@given(st.lists(st.tuples(ANY_NAME, ANY_NAME), max_size=6))
def test_scores_stay_between_nothing_and_one(rows: list[tuple[str, str]]) -> None:
    found = score_pairs([left for left, _ in rows], [right for _, right in rows])
    assert found.shape == (len(rows),)
    assert ((found >= 0.0) & (found <= 1.0)).all()


@given(ANY_NAME)
def test_equal_names_score_one(text: str) -> None:
    assert score(text, text) == (1.0 if normalise([text]).words_of(0) else 0.0)


@given(st.lists(st.tuples(ANY_NAME, ANY_NAME), min_size=1, max_size=6))
def test_a_pair_scores_the_same_in_any_company(rows: list[tuple[str, str]]) -> None:
    together = score_pairs([left for left, _ in rows], [right for _, right in rows]).tolist()
    assert together == [score(*row) for row in rows]


@given(ANY_NAME, ANY_NAME)
@settings(max_examples=200)
def test_features_and_scores_are_the_same_both_ways(left: str, right: str) -> None:
    there, back = pair_features([left, right], [right, left])
    assert there.tolist() == back.tolist()
    assert score(left, right) == score(right, left)


@given(EXACT_NAME, st.sampled_from(OWN), st.integers(0, 60), st.sampled_from(("", "Co., Ltd.", "LLC")))
def test_scores_are_the_same_both_ways_however_a_name_is_cut_or_misspelt(
    name: str, word: str, length: int, form: str
) -> None:
    whole, other = f"{name} {form}", f"{name.replace('O', 'A', 1)} {word}"[:length]
    assert score(whole, other) == score(other, whole)


@given(EXACT_NAME)
def test_scores_of_the_same_words_do_not_depend_on_their_order(name: str) -> None:
    turned = " ".join(reversed(name.split()))
    assert sorted(normalise([name]).words_of(0)) != sorted(normalise([turned]).words_of(0)) or (
        score(name, turned) == score(turned, name) == 1.0
    )


@given(OWN_NAME, OWN_NAME)
@settings(max_examples=200)
def test_a_word_in_common_more_never_lowers_the_score(left: str, right: str) -> None:
    more = score(f"{left} {OWN[-1]}", f"{right} {OWN[-1]}")
    if not (
        cut_length(left) or cut_length(right)
    ):  # what a cut took from a name is forgiven, until the name has another length
        assert more >= score(left, right) - 1e-6


@given(OWN_NAME, st.sampled_from(OWN))
def test_a_word_of_its_own_more_on_one_side_never_raises_the_score(name: str, word: str) -> None:
    if word not in name.split():
        assert score(name, f"{name} {word}") <= score(name, name)


@given(ANY_NAME, ANY_NAME)
def test_another_country_never_raises_the_score(left: str, right: str) -> None:
    if score(left, right) > 0.0:
        assert score(left, right, "CHN", "MEX") <= score(left, right)
    assert score(left, right, "CHN", "CHN") == score(left, right, "CHN", "") == score(left, right)


@pytest.mark.parametrize(
    ("ours", "theirs", "other"), [("CHN", "MEX", 1.0), ("CHN", "chn", 0.0), ("", "MEX", 0.0), ("CHN", "", 0.0)]
)
def test_countries_differ_only_where_both_are_known(ours: str, theirs: str, other: float) -> None:
    assert pair_features(["Daqo"], ["Daqo"], [ours], [theirs])[0, OTHER_COUNTRY] == other


def test_names_without_a_word_in_common_score_nothing_whatever_their_countries() -> None:
    assert score("Daqo", "Hoshine", "CHN", "MEX") == 0.0
    assert score("Daqo LLC", "Hoshine JSC") == 0.0


def test_names_without_words_have_no_features() -> None:
    assert not pair_features(["", "...", "Daqo"], ["Daqo", "🙂", ""]).any()


def test_every_feature_lies_between_nothing_and_one() -> None:
    names = [f"{a} {b}" for a in OWN + COMMON for b in (*COMMON, "FELTOPIC", "XPCC")]
    features = pair_features(names, names[::-1])
    assert np.isfinite(features).all()
    assert ((features >= 0.0) & (features <= 1.0 + 1e-6)).all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kuitun Jinfu Textile Co., Ltd.", "KUITUN JINFU TEX TILE CO., LTD."),
        ("Kuitun Jinfu Textile Co., Ltd.", "KUITUNJINFU TEXTILE CO., LTD."),
        ("Kuitun Jinfu Textile Co., Ltd.", "Kuitun Jinfu Textile Co., Ltd. Room 4688"),
        ("Xinjiang Nonferrous Metals Industry Group Co., Ltd.", "XINJIANG NONFERROUS METALS IND"),
        ("Rare Earth Magnesium Technology Group Holdings, Ltd.", "RARE EARTH MAGNESIUM TECHNOLOGY GRO"),
        ("Balashikhinskiy Liteyno Mekhanicheskiy Zavod", "BLMZ"),
        ("CNOOC", "China National Offshore Oil"),
    ],
)
def test_other_spaces_notes_cuts_and_initials_are_the_same_firm(one: str, other: str) -> None:
    assert score(one, other) >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shanghai Electric Group", "Shanghai Electric Safety Products"),
        ("Shanghai Electric", "Shanghai Select Safety Products"),
        ("Hebei Suguo International Trade Co., Ltd.", "Hefei Suguo International Trade Co., Ltd."),
        ("GANZHOU TEXTILE", "GUANGZHOU TEXTILE"),
        ("Baotou Meike Silicon Energy Co., Ltd.", "Baotou Meike Silicon Energy Trading Co., Ltd."),
        ("Banco Santander S.A.", "Banco Santander S.A. Chile"),
        ("Jiangsu Yinlong Logistics Co., Ltd.", "Jiangsu Wangkai Logistics Co., Ltd."),
    ],
)
def test_sisters_other_places_and_other_words_are_other_firms(one: str, other: str) -> None:
    assert score(one, other) < THRESHOLD


def test_the_same_letters_are_so_to_the_last_one() -> None:
    long = "QOVREMI BRANDUXA FELTOPIK GUSMARVO TYPLANDO WIXEROTH JUBALNEK ZORPHEDA"
    assert pair_features([long], [long.replace(" ", "")])[0, SAME_LETTERS] == 1.0
    assert pair_features([f"{long} KLEMVIST"], [f"{long} CHILE"])[0, SAME_LETTERS] == 0.0


def test_nothing_but_a_sister_stands_behind_a_legal_form() -> None:
    behind = pair_features(["Daqo Co., Ltd."] * 2, ["Daqo Co., Ltd. No. 7 Renmin Road", "Daqo Co., Ltd. Holding"])
    assert behind[:, TAIL].tolist() == [1.0, 1.0]
    assert behind[:, SISTER].tolist() == [0.0, 1.0]
