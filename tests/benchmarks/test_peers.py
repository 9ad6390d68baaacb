"""What the peers say of the same names; needs the extra ``peers`` (``make bench-peers`` installs it)."""

import csv
from pathlib import Path

import pytest

from benchmarks.names import make_names
from benchmarks.screen_csv import nomenklatura_rate
from screening.engine.normalise import normalise

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
    kept = []
    for row in LATIN_PAIRS:
        [whole] = normalise([row["listed"]])
        [bare] = normalise([rigour.remove_org_types(row["listed"])])
        if not set(whole.words) <= set(bare.words):
            kept.append((row["listed"], whole.words, bare.words))
    assert kept == []
