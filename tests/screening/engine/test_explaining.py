"""Why two names may be one: aligned words in order, points that add up to the score, and the reasons told."""

import math
from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.engine.explaining import LEAST_POINTS, MOST_EVIDENCE, Explainer, feature_shares, reasons_of
from screening.engine.features import FEATURES, SAME
from screening.engine.matching import Match, Matcher, PartyKey
from screening.engine.names import NameIndex
from screening.engine.normalise import normalise
from screening.engine.score import CAPS, NEAR, OF_LIST, TABLE
from screening.engine.types import WordPair
from screening.engine.widening import widen
from tests.screening.engine.factories import foreign_maker

PAIRS: Final = {
    "the same words": ("Hoshine Silicon Ltd", "Hoshine Silicon", [("HOSHINE", "HOSHINE"), ("SILICON", "SILICON")]),
    "in the order of the declared name": (
        "SILICON HOSHINE",
        "Hoshine Silicon",
        [("SILICON", "SILICON"), ("HOSHINE", "HOSHINE")],
    ),
    "a misspelt word beside its like": (
        "HOSHNE SILICON",
        "Hoshine Silicon",
        [("HOSHNE", "HOSHINE"), ("SILICON", "SILICON")],
    ),
    "a joined word beside both of its parts": (
        "TIAN SHAN WOOL",
        "Tianshan Wool",
        [("TIAN SHAN", "TIANSHAN"), ("WOOL", "WOOL")],
    ),
    "a cut word beside the whole": (
        "Hoshine Silicon Textile Brandu",
        "Hoshine Silicon Textile Branduxani",
        [("HOSHINE", "HOSHINE"), ("SILICON", "SILICON"), ("TEXTILE", "TEXTILE"), ("BRANDU", "BRANDUXANI")],
    ),
    "initials beside what they stand for": (
        "XPCC",
        "Xinjiang Production and Construction Corps",
        [("XPCC", "XINJIANG PRODUCTION AND CONSTRUCTION CORPS")],
    ),
    "words left over beside nothing": ("Hoshine Silicon Weavers", "Daqo Silicon", [("SILICON", "SILICON")]),
    "nothing in common": ("Hoshine", "Daqo", []),
}
WORDS: Final = ("HOSHINE", "SILICON", "TIANSHAN", "WOOL", "TEXTILE", "XINJIANG", "DAQO", "NEW", "ENERGY", "44", "BANK")
NAME: Final = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


def aligned(declared: str, listed: str) -> tuple[WordPair, ...]:
    index, column = NameIndex.build([listed]), normalise([declared])
    return Explainer(column, widen(index.listed, column.words, deep=False), index.listed).words(0, 0)


def match(declared: str, listed: str, least: float = NEAR) -> Match:
    [[only]] = Matcher([foreign_maker(listed)], least=least).match([PartyKey(declared)]).values()
    return only


@pytest.mark.parametrize(("declared", "listed", "words"), [pytest.param(*case, id=why) for why, case in PAIRS.items()])
def test_words_are_set_side_by_side(declared: str, listed: str, words: list[tuple[str, str]]) -> None:
    assert [(pair.declared, pair.listed) for pair in aligned(declared, listed)] == words


def test_equal_words_agree_in_full_and_rare_ones_weigh_more() -> None:
    firm, trade, misspelt = *aligned("HOSHINE TEXTILE", "Hoshine Textile"), aligned("HOSHNE", "Hoshine")[0]
    assert firm.similarity == trade.similarity == 1.0
    assert 0.0 < trade.weight < firm.weight <= 1.0
    assert 0.0 < misspelt.similarity < 1.0


@given(NAME, NAME)
@settings(max_examples=100)
def test_aligned_words_are_words_of_both_names_each_once_and_in_order(declared: str, listed: str) -> None:
    pairs = aligned(declared, listed)
    ours = [word for pair in pairs for word in pair.declared.split()]
    theirs = [word for pair in pairs for word in pair.listed.split()]
    left = list(normalise([declared]).words_of(0))
    for word in ours:
        left = left[left.index(word) + 1 :]  # raises where a word stands twice or before its turn
    right = list(normalise([listed]).words_of(0))
    for word in theirs:
        right.remove(word)
    assert all(0.0 < pair.similarity <= 1.0 and 0.0 <= pair.weight <= 1.0 for pair in pairs)


@given(NAME, NAME)
@settings(max_examples=100)
def test_points_add_up_to_the_logit_of_the_score(declared: str, listed: str) -> None:
    found = NameIndex.build([listed]).search([declared], least=0.01)
    for score, features in zip(found.score.tolist(), found.features, strict=True):
        if not features[SAME] and not (CAPS[features > 0.0] < 1.0).any():
            told = sum(share.points for share in feature_shares(features)) + float(OF_LIST[FEATURES, 0])
            assert told == pytest.approx(math.log(score / (1.0 - score)), abs=0.02)  # 24 shares of three digits each


@given(NAME, NAME)
def test_shares_are_those_that_count_the_largest_first_and_of_their_sign(declared: str, listed: str) -> None:
    sign = {feature.name: feature.sign for feature in TABLE}
    for features in NameIndex.build([listed]).search([declared], least=0.0).features:
        shares = feature_shares(features)
        assert [abs(s.points) for s in shares] == sorted((abs(s.points) for s in shares), reverse=True)
        assert all(sign[s.name] * s.points > 0 and 0.0 < s.value <= 1.001 for s in shares)
        assert len({s.name for s in shares}) == len(shares)


def test_no_features_have_no_shares_and_no_reasons() -> None:
    assert feature_shares(np.zeros(FEATURES, np.float32)) == ()
    assert reasons_of(()) == ()


@given(NAME, NAME)
def test_the_best_evidence_and_every_doubt_that_weighs_are_told(declared: str, listed: str) -> None:
    for features in NameIndex.build([listed]).search([declared], least=0.0).features:
        shares = feature_shares(features)
        told = reasons_of(shares)
        evidence = [s.reason for s in shares if s.points > 0]
        doubts = [s.reason for s in shares if s.points <= -LEAST_POINTS]
        assert list(told) == evidence[:MOST_EVIDENCE] + doubts


@pytest.mark.parametrize(
    ("declared", "listed", "reason"),
    [
        ("Hoshine Silicon Factory No. 3", "Hoshine Silicon Factory No. 2", "they carry different numbers"),
        ("Hoshine Silicon Factory No. 3", "Hoshine Silicon Factory", "only one carries a number"),
        ("Hoshine Silicon Chile", "Hoshine Silicon", "only one names a country: it may be a sister company"),
        ("Hoshine Silicon Beijing", "Hoshine Silicon Shanghai", "they name different places"),
        ("Hoshine Silicon Beijing", "Hoshine Silicon", "only one names a place"),
        ("Hoshine Silicon LLC", "Hoshine Silicon JSC", "the legal form is another"),
        ("BRANDUKO TEXTILE", "Branduxa Textile", "the firm's own word is alike, not the same"),
        ("Hoshine Silicon", "Hoshine Silicon Daqo", "a word of the listed name's own is missing"),
    ],
)
def test_a_doubt_is_told_in_words(declared: str, listed: str, reason: str) -> None:
    assert reason in [told.en for told in match(declared, listed, least=0.001).reasons]


def test_a_match_carries_its_words_reasons_and_points() -> None:
    found = match("HOSHNE SILICON IND CO LTD", "Hoshine Silicon Industry Co., Ltd.")
    assert found.alias == "Hoshine Silicon Industry Co., Ltd."
    assert [(w.declared, w.listed) for w in found.words] == [
        ("HOSHNE", "HOSHINE"),
        ("SILICON", "SILICON"),
        ("INDUSTRY", "INDUSTRY"),
    ]
    assert found.reasons
    assert found.reasons == reasons_of(found.features)
    assert NEAR <= found.score < 1.0
    assert found.order > 0.0


def test_the_words_of_a_match_are_those_of_the_alias_that_was_hit() -> None:
    goods = [foreign_maker("Daqo New Energy"), foreign_maker("Hoshine Silicon")]
    [matches] = Matcher(goods, least=NEAR).match([PartyKey("HOSHINE SILICON")]).values()
    assert [(m.good, m.alias) for m in matches] == [(1, "Hoshine Silicon")]
    assert [pair.listed for pair in matches[0].words] == ["HOSHINE", "SILICON"]
