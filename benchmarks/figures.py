"""What is measured of every matcher on an invented list, ours and the peers', each in a process of its own."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks import measures, ours, peers
from benchmarks.apart import memory, peak_memory
from benchmarks.budget import timed_search
from benchmarks.engines import Build, Found, Searcher
from benchmarks.ranking import Ranked
from benchmarks.reading import NOBODY
from benchmarks.trial import Trial

DEEP: Final = 50  # answers a query
FALSE_SHARE: Final = 0.01  # of the clean names that a threshold may let through
SINGLES: Final = 200  # names asked one at a time


@dataclass(frozen=True, slots=True)
class Recall:
    """How well noisy names are found: the sample's size, and shares (0..1) of its noisy names.

    ``recall_at_1`` counts those whose right entry stands first at or over ``threshold``, which lets FALSE_SHARE of the
    clean names through, in the search that users run; where that search lets fewer through, and no threshold within it
    is the one asked for, in the deep one.  The other figures are at any score.
    """

    clean: int
    noisy: int
    threshold: float
    recall_at_1: float
    recall_at_5: float
    reciprocal_rank: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one matcher.

    ``median_ms`` and ``p99_ms`` are the milliseconds within which half and 99 % of single names are answered;
    ``memory`` (MB) is the peak of its process less what it held before the index was built.
    """

    name: str
    build_seconds: float
    per_second: float
    found: Recall
    median_ms: float
    p99_ms: float
    memory: float


def matchers() -> dict[str, Build]:
    """Return what builds each matcher, by a short name; ours first."""
    named = {"ours": ours.searcher}
    return named | {f"peer {i}": build for i, build in enumerate(peers.searchers())}


def single_checks(ask: Callable[[str], object], names: Sequence[str], seconds: float) -> tuple[float, float]:
    """Return the milliseconds within which half and 99 % of the names are answered one by one, in ``seconds``."""
    taken: list[float] = []
    deadline = time.perf_counter() + seconds
    for name in names:
        started = time.perf_counter()
        ask(name)
        ended = time.perf_counter()
        taken.append((ended - started) * 1000)
        if ended > deadline:
            break
    middle, slow = np.percentile(taken, (50, 99))
    return float(middle), float(slow)


def recall(usual: Found, deep: Found, trial: Trial, queries: int) -> Recall:
    """Return how well the first ``queries`` names of a trial are found, by the usual search and by a deep one."""
    wanted = trial.wanted()[:queries]
    noisy = wanted != NOBODY
    owners = np.arange(trial.size.names, dtype=np.int32)
    sure, all_found = Ranked.of(usual, owners, queries), Ranked.of(deep, owners, queries)
    threshold = measures.threshold_letting_through(sure.best_scores()[~noisy], FALSE_SHARE)
    if threshold <= float(np.finfo(np.float32).tiny):
        sure, threshold = all_found, measures.threshold_letting_through(all_found.best_scores()[~noisy], FALSE_SHARE)
    over = sure.scores_of(wanted) >= threshold
    ranks = all_found.ranks(wanted)[noisy]
    return Recall(
        clean=int((~noisy).sum()),
        noisy=int(noisy.sum()),
        threshold=threshold,
        recall_at_1=measures.recall_at(np.where(over, sure.ranks(wanted), 0)[noisy], 1),
        recall_at_5=measures.recall_at(ranks, 5),
        reciprocal_rank=measures.reciprocal_rank(ranks),
    )


def _one(searcher: Searcher) -> Callable[[str], object]:
    return lambda name: searcher.search([name], searcher.least, 5)


def figures_of(key: str, trial: Trial, seconds: float) -> Figures:
    """Return the figures of one matcher; ``seconds`` is what its searches may take, building aside."""
    build = matchers()[key]
    build(trial.listed()[:50]).search(trial.queries()[:50], 0.0, 5)  # compile and load first
    listed, queries, before = trial.listed(), trial.queries(), memory()
    started = time.perf_counter()
    searcher = build(listed)
    built = time.perf_counter() - started
    timed = timed_search(searcher.search, queries, least=searcher.least, most=DEEP, seconds=seconds)
    peak = peak_memory()  # of the search that users run
    deep = searcher.search(queries[: timed.queries], 0.0, DEEP) if searcher.least else timed.found
    middle, slow = single_checks(_one(searcher), trial.parties(0)[:SINGLES], seconds / 4)
    found = recall(timed.found, deep, trial, timed.queries)
    return Figures(searcher.name, built, timed.per_second, found, middle, slow, peak - before)
