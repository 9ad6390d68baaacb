"""The listed names worth a closer look: by what they are found, in what order, and what they may score at most."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from screening.engine.aligning import new_alignment
from screening.engine.candidates import Room, Rules, find_candidates, new_room
from screening.engine.features import FEATURES
from screening.engine.listed import MOST_HELD
from screening.engine.marking import Query, agree, mark_words, query_of, unmark_words
from screening.engine.names import LEAST_SHARE, LEAST_SHARE_DEEP, MOST_CLOSE, NameIndex
from screening.engine.normalise import normalise
from screening.engine.reaching import most_points
from screening.engine.score import NEAR, OF_LIST, points_by_feature, points_of, scores
from screening.engine.searching import compare_names, query_side, side_of
from screening.engine.widening import widen

DEEP: Final = 0.1  # a score for which the search is a deep one
FEW: Final = ("Tarim Cotton Ginning", "Daqo New Energy", "Ürümqi Wool Mill", "Lop County Haishi Trading")
POOL: Final = (
    "HOSHINE HOSHNE SILICON SILCON TEXTILE TEXTLE INDUSTRY XINJIANG SHANGHAI SHANG HAI WANGDA TIANSHAN TIANSHN WOOL"
    " TRADING 12 7 GMBH LTD AND MEXICO QORVIX ZENDAL ZENDALL MUMTAVIR B"
).split()
NAMES: Final = st.lists(st.sampled_from(POOL), min_size=1, max_size=6).map(" ".join)


class Question:
    """One name asked of a list, by hand: its side, its query and a room of its own."""

    def __init__(self, listed: Sequence[str], name: str, *, deep: bool = False, most: int = MOST_CLOSE) -> None:
        index = NameIndex.build(listed)
        column = normalise([name])
        self.listed = index.listed
        self.widened = widen(self.listed, column.words, deep=deep)
        self.left = query_side(column, self.widened)
        self.query: Query = query_of(self.left, self.widened, 0, len(index))
        least = DEEP if deep else NEAR
        self.rules = Rules(OF_LIST, least, points_of(least), LEAST_SHARE_DEEP if deep else LEAST_SHARE, deep)
        self.room: Room = new_room(len(index), len(self.listed.words.kinds), most)

    def candidates(self) -> list[int]:
        count = find_candidates(self.room, self.listed, self.query, self.rules)
        return [int(name) for name in self.room.best[:count]]


def found(listed: Sequence[str], name: str, least: float = NEAR) -> list[int]:
    return [int(number) for number in NameIndex.build(listed).search([name], least=least).listed]


@pytest.mark.parametrize("deep", [False, True], ids=["usual", "deep"])
@pytest.mark.parametrize(
    ("declared", "listed"),
    [
        pytest.param("QORVIX", "Qorvix Trading Mill", id="its heaviest word"),
        pytest.param("HOSHNE", "Hoshine Trading", id="its heaviest word misspelt"),
        pytest.param("XIANGTENG WEAVING", "Xiang Teng Weaving", id="two words written as one"),
        pytest.param("XIANG TENG WEAVING", "Xiangteng Weaving", id="one word written as two"),
        pytest.param("QORVIXZENDAL", "Zendal Qorvix", id="two words written as one, the other way round"),
        pytest.param("XPCC", "Xinjiang Production and Construction Corps", id="its initials"),
        pytest.param("Xinjiang Production and Construction Corps", "XPCC", id="what it is the initials of"),
        pytest.param("EBCC", "Emal Bilal Construction Company", id="initials that count the company"),
        pytest.param("Emal Bilal Construction Company", "EBCC", id="what initials that count the company stand for"),
        pytest.param("Emal Bilal Construction", "EBCL", id="what initials that count the limited stand for"),
        pytest.param("EBCL", "Emal Bilal Construction", id="initials that count the limited"),
        pytest.param("XINJIANG TIANSHAN WOOL QORVIXZ", "Xinjiang Tianshan Wool Qorvixzendal", id="a cut last word"),
        pytest.param("WOOL TIANSHAN XINJIANG MILL", "Xinjiang Tianshan Wool Mill", id="its words in other order"),
    ],
)
def test_a_listed_name_is_a_candidate_by(declared: str, listed: str, deep: bool) -> None:
    assert len(FEW) in Question([*FEW, listed], declared, deep=deep).candidates()


@pytest.mark.parametrize("least", [NEAR, DEEP])
@pytest.mark.parametrize(
    ("declared", "listed"),
    [
        ("HOSHINE SILICON", "Hoshine Silicon Industry"),
        ("XIANGTENG WEAVING", "Xiang Teng Weaving"),
        ("XIANG TENG WEAVING", "Xiangteng Weaving"),
        ("EBCC", "Emal Bilal Construction Company"),
        ("Emal Bilal Construction Company", "EBCC"),
        ("XINJIANG TIANSHAN WOOL QORVIXZ", "Xinjiang Tianshan Wool Qorvixzendal"),
    ],
)
def test_such_a_name_is_found_alone(declared: str, listed: str, least: float) -> None:
    assert found([*FEW, listed], declared, least) == [len(FEW)]


@pytest.mark.parametrize("deep", [False, True], ids=["usual", "deep"])
@pytest.mark.parametrize(
    ("declared", "listed"),
    [
        pytest.param("Qorvix Wool Zendal", "Quanta Weaving Zabol", id="long names of equal initials"),
        pytest.param("Emal Bilal Construction Company", "Eastern Bay Catering Company", id="and their company"),
        pytest.param("EBCX", "Emal Bilal Construction", id="initials and a letter that counts no form"),
        pytest.param("EB", "Emal Bilal", id="two initials"),
        pytest.param("QORVIX", "Zendal", id="no letter in common"),
    ],
)
def test_a_listed_name_is_no_candidate_by(declared: str, listed: str, deep: bool) -> None:
    assert Question([listed], declared, deep=deep).candidates() == []


def test_the_words_that_many_firms_share_find_names_in_depth_alone() -> None:
    listed, declared = ["Zendal Textile Industry Trading"], "QORVIX TEXTILE INDUSTRY TRADING"
    assert Question(listed, declared).candidates() == []
    assert Question(listed, declared, deep=True).candidates() == [0]


def test_a_name_without_own_words_is_found_by_all_its_words() -> None:
    assert Question([*FEW, "Shanghai Textile Trading"], "SHANGHAI TEXTILE").candidates() == [len(FEW)]


@pytest.mark.parametrize("most", [1, 3, 20, 64])
def test_equally_near_names_are_the_first_of_the_list(most: int) -> None:
    equal = [f"Hoshine Silicon {chr(65 + i)}QVX" for i in range(20)]
    kept = list(range(min(most, 20)))
    assert Question(equal, "HOSHINE SILICON", most=most).candidates() == kept
    assert list(NameIndex.build(equal).search(["HOSHINE SILICON"], least=DEEP, most=most).listed) == kept


@pytest.mark.parametrize("declared", ["QORVIX ZENDAL", "ZENDAL QORVIX"])
def test_equally_near_names_are_the_first_of_the_list_whatever_word_finds_them(declared: str) -> None:
    equal = [f"{word} {chr(65 + i)}{other}QVX" for word, other in (("Qorvix", "B"), ("Zendal", "D")) for i in range(9)]
    assert Question(equal, declared, deep=True, most=9).candidates() == list(range(9))


def test_the_likeliest_come_first_and_what_is_the_query_before_them() -> None:
    listed = ["Hoshine Silicon Qorvix Zendal", "Hoshine Silicon Qorvix", "Hoshine Silicon", "Silicon Hoshine"]
    asked = Question(listed, "HOSHINE SILICON")
    assert asked.candidates() == [2, 3, 1, 0]
    assert (np.diff(asked.room.points[:4]) <= 0).all()


def nothing_is_left(room: Room) -> bool:
    marks = room.marks
    return not (marks.covers.any() or marks.both.any() or marks.adds.any() or room.seen.any())


@given(st.lists(NAMES, min_size=1, max_size=8), NAMES, st.booleans())
@example(["SHANGHAI", "SHANG HAI WOOL"], "SHANG HAI SHANGHAI", True)
@settings(max_examples=60)
def test_nothing_is_left_in_the_room_after_a_query(listed: list[str], name: str, deep: bool) -> None:
    asked = Question(listed, name, deep=deep)
    first = asked.candidates()
    assert nothing_is_left(asked.room)
    assert asked.candidates() == first
    assert len(set(first)) == len(first)


def test_words_are_marked_while_a_query_is_asked() -> None:
    asked = Question(["SHANGHAI WOOL"], "SHANG HAI HOSHINE WOOL")
    mark_words(asked.room.marks, asked.listed, asked.query)
    assert asked.room.marks.covers.all()
    unmark_words(asked.room.marks, asked.query)
    assert nothing_is_left(asked.room)


Run = tuple[int, int, int, int]  # words of the query from, to, and of the listed name from, to


def stands_for(asked: Question, theirs: Sequence[int]) -> set[Run]:
    """Return what words of the query stand for what words of a listed name, before any are set side by side."""
    widened, ours, glued = asked.widened, asked.query.ours, asked.room.marks.glued
    runs = set()
    for i, word in enumerate(ours.tolist()):
        alike = set(widened.word[widened.first[word] : widened.first[word + 1]].tolist())
        runs |= {(i, i + 1, j, j + 1) for j, other in enumerate(theirs) if other in alike}
        runs |= {(i, i + 2, j, j + 1) for j, other in enumerate(theirs) if other == glued[i] >= 0}
    return runs


def check_most_points(asked: Question) -> int:
    """Check all listed names whose words are set together as they are marked; return how many these are.

    Exceptions stand in the words of :func:`most_points`.
    """
    kept = asked.candidates()
    listed, found_pairs, features = asked.listed, new_alignment(), np.zeros(FEATURES, np.float32)
    bounded = 0
    mark_words(asked.room.marks, listed, asked.query)
    for at in range(len(listed.posting)):
        name = int(listed.posting[at])
        theirs = listed.names.word[listed.names.first[name] : listed.names.first[name + 1]].tolist()
        agree(asked.room.marks, listed, at, asked.query)
        held = listed.held
        most = most_points(asked.room.marks.agreed, asked.query.whole, held.heavy[at], int(held.written[at]), OF_LIST)
        pairs = compare_names(features, found_pairs, asked.left, side_of(listed), 0, name)
        set_together = {(*found_pairs.left[p].tolist(), *found_pairs.right[p].tolist()) for p in range(pairs)}
        if not pairs or asked.query.cut or len(theirs) > MOST_HELD or set_together != stands_for(asked, theirs):
            continue
        points = float(points_by_feature(features[None], OF_LIST).sum() + OF_LIST[FEATURES, 0])
        score = float(scores(features[None], OF_LIST)[0])
        assert points <= most + 1e-3
        assert score == 1.0 or points_of(score) <= most + 1e-3
        assert score < asked.rules.least or name in kept
        bounded += 1
    unmark_words(asked.room.marks, asked.query)
    return bounded


@given(st.lists(NAMES, min_size=1, max_size=8), NAMES, st.booleans())
@settings(max_examples=200)
def test_a_name_is_never_scored_higher_than_it_may_reach_nor_missed_if_it_scores_enough(
    listed: list[str], name: str, deep: bool
) -> None:
    check_most_points(Question(listed, name, deep=deep))


@pytest.mark.parametrize(
    ("declared", "listed"),
    [
        ("HOSHINE SILICON", "Hoshine Silicon"),
        ("HOSHNE SILICON", "Hoshine Silicon Textile"),
        ("SHANG HAI QORVIX", "Shanghai Qorvix"),
        ("QORVIX WOOL 12", "Wool Qorvix 7 GmbH"),
    ],
)
def test_such_pairs_are_bounded(declared: str, listed: str) -> None:
    assert check_most_points(Question([*FEW, listed], declared)) > 0
