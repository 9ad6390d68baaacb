"""What the peers say of the same names; needs the extra ``peers`` (``make bench-peers`` installs it)."""

import csv
from pathlib import Path

import pytest

from benchmarks import peers
from benchmarks.engines import Pairs
from benchmarks.names import make_names
from benchmarks.screen_csv import nomenklatura_rate
from screening.engine.pairs import THRESHOLD, score_pairs

PEERS = "the extra `peers` is not installed: make bench-peers"
LATIN_PAIRS = [
    row
    for row in csv.DictReader(
        (Path(__file__).parent.parent / "screening" / "data" / "name_pairs.csv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    if row["listed"].isascii()
]


def test_the_peer_scorer_runs_on_our_names() -> None:
    pytest.importorskip("nomenklatura", reason=PEERS)
    names = make_names(60, seed=1)
    assert nomenklatura_rate(names, names[:20])["nomenklatura logic-v2, 50 candidates"] > 0


def test_legal_forms_that_a_peer_takes_off_are_taken_off_here_too() -> None:
    rigour = pytest.importorskip("rigour.names", reason=PEERS)
    listed = [row["listed"] for row in LATIN_PAIRS]
    bare = [rigour.remove_org_types(name) for name in listed]
    scores = score_pairs(listed, bare).tolist()
    kept = [(a, b, score) for a, b, score in zip(listed, bare, scores, strict=True) if score < THRESHOLD]
    assert kept == []


def test_every_peer_scores_pairs_and_searches_a_list() -> None:
    pytest.importorskip("nomenklatura", reason=PEERS)
    names = ["Hotan Taida Apparel Co., Ltd.", "Hoshine Silicon Industry Co., Ltd.", "Golden Star Inc"]
    for scorer in peers.pair_scorers():
        same, other = scorer.score(Pairs.of_names([names[0], names[0]], [names[0], names[2]]))
        assert other < same <= 1.0
    for build in peers.searchers():
        assert build(names).search([names[1]], 0.0, 5).listed[0] == 1
