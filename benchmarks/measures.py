"""The arithmetic of the benchmarks: areas, precision and recall with intervals, ranks, thresholds at a false share."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Span = tuple[float, float]

ROUNDS: Final = 1_000  # resamples of the bootstrap: the ends of a 95 % interval then rest on 25 of them each
ENDS: Final = (2.5, 97.5)  # percentiles of a 95 % interval


@dataclass(frozen=True, slots=True)
class Quality:
    """Precision, recall and F1 (0..1) at one threshold."""

    precision: float
    recall: float
    f1: float


def auc(scores: ArrayLike, labels: ArrayLike) -> float:
    """Return the chance that a true pair scores above a false one, ties counting half; NaN without both kinds.

    ``scores`` and ``labels`` (1 or 0) are of one length.
    """
    told = np.asarray(labels, dtype=np.float64)
    return float(_areas(_tie_groups(scores), told, np.ones((1, len(told))))[0])


def _tie_groups(scores: ArrayLike) -> NDArray[np.intp]:
    """Return for each score its rank among the distinct scores, lowest first."""
    return np.unique(np.asarray(scores, dtype=np.float64), return_inverse=True)[1]


def _areas(groups: NDArray[np.intp], labels: Floats, weights: Floats) -> Floats:
    """Return one area for each row of ``weights`` (rounds x pairs: how often a pair counts)."""
    found = np.full(len(weights), np.nan)
    size = int(groups.max()) + 1 if len(groups) else 0
    for i, weight in enumerate(weights):
        true = np.bincount(groups, weight * labels, minlength=size)
        false = np.bincount(groups, weight * (1 - labels), minlength=size)
        both = true.sum() * false.sum()
        if both > 0:
            found[i] = (true * (np.cumsum(false) - false / 2)).sum() / both
    return found


def auc_interval(scores: ArrayLike, labels: ArrayLike, *, rounds: int = ROUNDS, seed: int = 0) -> Span:
    """Return the 95 % bootstrap interval of :func:`auc`, the same for the same seed; NaN without both kinds."""
    told = np.asarray(labels, dtype=np.float64)
    if not 0 < told.sum() < len(told):
        return (float("nan"), float("nan"))
    groups, rnd = _tie_groups(scores), np.random.default_rng(seed)
    areas = np.empty(rounds)
    for i in range(rounds):  # a round at a time: a matrix of all would not fit for long files
        weight = np.bincount(rnd.integers(len(told), size=len(told)), minlength=len(told)).astype(np.float64)
        areas[i] = _areas(groups, told, weight[None, :])[0]
    low, high = np.nanpercentile(areas, ENDS)
    return float(low), float(high)


def _quality(true: Floats, false: Floats, missed: Floats) -> tuple[Floats, Floats, Floats]:
    """Return precision, recall and F1 for counts of true, false and missed alarms; 0 where undefined."""
    precision = np.divide(true, true + false, out=np.zeros_like(true), where=true + false > 0)
    recall = np.divide(true, true + missed, out=np.zeros_like(true), where=true + missed > 0)
    whole = 2 * true + false + missed
    return precision, recall, np.divide(2 * true, whole, out=np.zeros_like(true), where=whole > 0)


def _counts(scores: ArrayLike, labels: ArrayLike, threshold: float) -> Floats:
    """Return how many pairs are (true alarms, false alarms, missed, rightly silent) at a threshold, shape (4,)."""
    said = np.asarray(scores, dtype=np.float64) >= threshold
    true = np.asarray(labels, dtype=np.float64) > 0
    return np.array([(said & true).sum(), (said & ~true).sum(), (~said & true).sum(), (~said & ~true).sum()], float)


def quality(scores: ArrayLike, labels: ArrayLike, threshold: float) -> Quality:
    """Return precision, recall and F1 when pairs at or over ``threshold`` count as the same; 0 where undefined."""
    counts = _counts(scores, labels, threshold)[:3, None]
    return Quality(*(float(values[0]) for values in _quality(counts[0], counts[1], counts[2])))


def quality_intervals(
    scores: ArrayLike, labels: ArrayLike, threshold: float, *, rounds: int = ROUNDS, seed: int = 0
) -> tuple[Span, Span, Span]:
    """Return the 95 % bootstrap intervals of precision, recall and F1.

    To draw pairs with replacement is to draw how many of each of the four outcomes come up: no pair need be touched.
    """
    counts = _counts(scores, labels, threshold)
    if not counts.sum():
        return ((0.0, 0.0),) * 3
    drawn = np.random.default_rng(seed).multinomial(int(counts.sum()), counts / counts.sum(), size=rounds)
    columns = drawn.astype(np.float64).T
    low, high = np.percentile(np.array(_quality(columns[0], columns[1], columns[2])), ENDS, axis=1)
    spans = [(float(a), float(b)) for a, b in zip(low, high, strict=True)]
    return spans[0], spans[1], spans[2]


def best_f1(scores: ArrayLike, labels: ArrayLike) -> tuple[float, float]:
    """Return the highest F1 that any threshold reaches on these pairs, and that threshold; (0, 1) without pairs."""
    values = np.asarray(scores, dtype=np.float64)
    if not len(values):
        return 0.0, 1.0
    order = np.argsort(-values, kind="stable")
    told, sorted_scores = np.asarray(labels, dtype=np.float64)[order], values[order]
    last = np.append(np.diff(sorted_scores) != 0, True)  # a threshold lies between scores, never inside a tie
    true = np.cumsum(told)[last]
    false = np.cumsum(1 - told)[last]
    f1 = _quality(true, false, told.sum() - true)[2]
    best = int(np.argmax(f1))
    return float(f1[best]), float(sorted_scores[last][best])


def recall_at(ranks: ArrayLike, most: int) -> float:
    """Return the share of ``ranks`` (1 = first, 0 = not found) from 1 to ``most``; 0 without ranks."""
    places = np.asarray(ranks)
    return float(((places > 0) & (places <= most)).mean()) if len(places) else 0.0


def reciprocal_rank(ranks: ArrayLike) -> float:
    """Return the mean of 1 / rank, not found (0) counting 0."""
    places = np.asarray(ranks, dtype=np.float64)
    return float(np.divide(1, places, out=np.zeros_like(places), where=places > 0).mean()) if len(places) else 0.0


def threshold_letting_through(best_scores: ArrayLike, share: float) -> float:
    """Return the lowest threshold that at most ``share`` (0..1) of the names reach by their best score.

    Where many share one score, the threshold lies above them all: fewer than ``share`` may then pass, never more.
    """
    scores = np.sort(np.asarray(best_scores, dtype=np.float64))[::-1]
    allowed = int(share * len(scores))
    return float(np.nextafter(scores[allowed], np.inf)) if allowed < len(scores) else 0.0
