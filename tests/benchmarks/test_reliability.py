"""Scores beside the truth: bins, weights, what the thresholds keep, and the picture."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from benchmarks.reliability import Source, bins_of, evened, mean_gap, thresholds_sheet, write
from benchmarks.sources import LIST, PAIR


def source(name: str, kind: str, score: list[float], same: list[bool]) -> Source:
    truth = np.array(same)
    return Source(name, kind, np.array(score, np.float32), truth, evened(truth, kind))


def test_a_bin_holds_its_scores_and_the_last_one_the_score_1() -> None:
    bins = bins_of(source("aliases on a list", LIST, [0.05, 0.95, 1.0, 0.91], [False, True, True, False]))
    assert [b.count for b in bins] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 3]
    assert bins[-1].share == pytest.approx(2 / 3)
    assert np.isnan(bins[4].share)


def test_pairs_count_half_for_the_true_and_half_for_the_false() -> None:
    even = source("disturbed", PAIR, [0.55, 0.55, 0.55, 0.55], [True, False, False, False])
    assert bins_of(even)[5].share == pytest.approx(0.5)
    assert mean_gap(even) == pytest.approx(0.05)
    assert evened(np.array([True, True]), PAIR).tolist() == [1.0, 1.0]


def test_the_thresholds_say_what_they_keep_and_let_through() -> None:
    sheet = thresholds_sheet([source("invented", LIST, [0.95, 0.6, 0.7, 0.1], [True, True, False, False])])
    assert sheet.rows[0][-3:] == ("1.000", "0.500", "0.0000")
    assert sheet.rows[1][-2:] == ("1.000", "0.5000")


def test_the_picture_says_in_words_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "r.svg"
    write(path, [source("invented", LIST, [0.95, 0.2], [True, False]), source("<odd>", PAIR, [0.5], [True])])
    picture = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    told = picture.findtext("{*}desc") or ""
    assert "invented: 0.20 is 0.00 of 1, 0.95 is 1.00 of 1." in told
    assert "<odd>: 0.50 is 1.00 of 1." in told
    assert "![score against" in path.with_suffix(".md").read_text(encoding="utf-8")
