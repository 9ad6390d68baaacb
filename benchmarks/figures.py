"""What is measured of every matcher on an invented list, ours and the peers', each in a process of its own."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks import measures, ours, peers
from benchmarks.apart import memory, peak_memory
from benchmarks.budget import timed_search
from benchmarks.engines import Build, Search
from benchmarks.ranking import Ranked
from benchmarks.trial import NOBODY, Trial

DEEP: Final = 50  # answers a query
FALSE_SHARE: Final = 0.01  # of the clean names that a threshold may let through
SINGLES: Final = 200  # names asked one at a time


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one matcher.

    ``clean`` and ``noisy`` are the size of the sample it was given; seconds, milliseconds, MB; shares are 0..1.
    ``memory`` is the peak of its process less what it held before the index was built.
    """

    name: str
    build_seconds: float
    per_second: float
    clean: int
    noisy: int
    recall_at_1: float
    recall_at_5: float
    reciprocal_rank: float
    threshold: float
    median_ms: float
    slowest_ms: float
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


def _one(search: Search) -> Callable[[str], object]:
    return lambda name: search([name], 0.0, 5)


def figures_of(key: str, trial: Trial, seconds: float) -> Figures:
    """Return the figures of one matcher; ``seconds`` is what its searches may take, building aside."""
    build = matchers()[key]
    build(trial.listed()[:50]).search(trial.queries()[:50], 0.0, 5)  # compile and load first
    listed, queries, before = trial.listed(), trial.queries(), memory()
    started = time.perf_counter()
    searcher = build(listed)
    built = time.perf_counter() - started
    timed = timed_search(searcher.search, queries, least=0.0, most=DEEP, seconds=seconds)
    middle, slow = single_checks(_one(searcher.search), trial.parties(0)[:SINGLES], seconds / 4)
    wanted = trial.wanted()[: timed.queries]
    ranked = Ranked.of(timed.found, np.arange(len(listed), dtype=np.int32), timed.queries)
    noisy = wanted != NOBODY
    threshold = measures.threshold_letting_through(ranked.best_scores()[~noisy], FALSE_SHARE)
    ranks = ranked.ranks(wanted)[noisy]
    sure = np.where(ranked.scores_of(wanted)[noisy] >= threshold, ranks, 0)
    return Figures(
        name=searcher.name,
        build_seconds=built,
        per_second=timed.per_second,
        clean=int((~noisy).sum()),
        noisy=int(noisy.sum()),
        recall_at_1=measures.recall_at(sure, 1),
        recall_at_5=measures.recall_at(ranks, 5),
        reciprocal_rank=measures.reciprocal_rank(ranks),
        threshold=threshold,
        median_ms=middle,
        slowest_ms=slow,
        memory=peak_memory() - before,
    )
