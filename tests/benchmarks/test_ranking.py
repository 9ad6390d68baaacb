"""Answers are ranked by entity, a budget ends a slow peer, n-grams find what is alike."""

import time
from collections.abc import Sequence

import numpy as np

from benchmarks.budget import timed_search
from benchmarks.engines import Answers
from benchmarks.ranking import Ranked
from benchmarks.tfidf import Tfidf

NAMES = ["Hotan Taida Apparel", "Hoshine Silicon Industry", "Golden Star Textile", "Aksu Huafu Textiles"]


def answers(rows: Sequence[tuple[int, int, float]]) -> Answers:
    table = np.array(rows, dtype=np.float64).reshape(-1, 3)
    query, listed, score = table.T
    return Answers.sorted(query.astype(np.int32), listed.astype(np.int32), score.astype(np.float32), 50)


def test_the_best_spelling_of_an_entity_counts_and_only_once() -> None:
    owners = np.array([0, 0, 1, 2], dtype=np.int32)
    found = answers([(0, 0, 0.5), (0, 1, 0.9), (0, 2, 0.7), (2, 3, 0.6)])
    ranked = Ranked.of(found, owners, 3)
    assert ranked.entity.tolist() == [0, 1, 2]
    assert ranked.ranks(np.array([1, 0, 2], dtype=np.int32)).tolist() == [2, 0, 1]
    assert np.allclose(ranked.scores_of(np.array([0, 0, 0], dtype=np.int32)), [0.9, 0, 0])
    assert np.allclose(ranked.best_scores(), [0.9, 0, 0.6])
    assert ranked.alerts(0.65) == 2 / 3


def test_equal_scores_stand_in_the_order_of_the_list() -> None:
    assert answers([(0, 2, 0.5), (0, 1, 0.5)]).listed.tolist() == [1, 2]


def test_no_answers_are_no_error() -> None:
    ranked = Ranked.of(answers([]), np.arange(3, dtype=np.int32), 2)
    assert ranked.ranks(np.array([0, 1], dtype=np.int32)).tolist() == [0, 0]


def test_a_name_is_found_by_its_ngrams_with_cosine_one_and_its_likes_below() -> None:
    found = Tfidf(NAMES).search(["golden star textile", "Huafu Textile Aksu", ""], 0.0, 2)
    assert found.query.tolist().count(0) == 2
    assert (found.listed[0], round(float(found.score[0]), 4)) == (2, 1.0)
    assert found.listed[found.query == 1][0] == 3
    assert not (found.query == 2).any() or (found.score[found.query == 2] < 0.5).all()


def test_a_slow_matcher_gets_few_names_and_a_fast_one_all() -> None:
    def slow(names: Sequence[str], _least: float, _most: int) -> Answers:
        time.sleep(0.01 * len(names))
        return answers([])

    names = [str(i) for i in range(1_000)]
    assert timed_search(slow, names, least=0, most=1, seconds=0.3).queries < 200
    fast = timed_search(lambda _n, _l, _m: answers([]), names, least=0, most=1, seconds=5)
    assert fast.queries == 1_000
