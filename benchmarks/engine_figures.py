"""What is measured of this engine alone: the index on disk, distinct parties, single checks, a whole file of lines."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import pandas as pd

from benchmarks.apart import memory, peak_memory
from benchmarks.figures import DEEP, Recall, recall, single_checks
from benchmarks.garbage import make_garbage
from benchmarks.ours import search_of
from benchmarks.trial import BATCHES, Trial
from screening.engine import Authority, Index, Line, ListedGood, ListedProducer, Party
from screening.engine.matching import PartyKey
from screening.engine.names import NameIndex

CHECKS: Final = 1_000  # names asked one at a time
CHECK_SECONDS: Final = 30.0
GARBAGE: Final = 2_000  # garbage names asked one at a time
CODES: Final = 2_000  # tariff codes of the invented lines
ORIGINS: Final = ("CHN", "VNM", "IND", "USA", "TUR", "BGD", "MYS", "MEX")
MOST_GOODS: Final = 6  # kinds of goods that one supplier sends
ELSEWHERE: Final = 0.05  # of lines whose goods come from another country than their supplier


@dataclass(frozen=True, slots=True)
class Built:
    """Seconds to build and to save an index of names, MB before, at the peak and on disk."""

    build_seconds: float
    save_seconds: float
    before: float
    peak: float
    disk: float


@dataclass(frozen=True, slots=True)
class Asked:
    """Seconds to map an index into memory, names a second, recall, and the peak of the process in MB.

    ``garbage_ms`` is how many milliseconds the slowest garbage name took.
    """

    load_seconds: float
    per_second: float
    garbage_ms: float
    found: Recall
    peak: float


@dataclass(frozen=True, slots=True)
class Screened:
    """What ``Index`` does with goods: seconds to build, parties and lines a second, milliseconds a check, MB."""

    build_seconds: float
    parties_per_second: float
    matched: int
    cold_ms: tuple[float, float]
    warm_ms: tuple[float, float]
    screen_seconds: float
    different_lines: int
    peak: float


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _warm(trial: Trial) -> None:
    """Compile and load what is compiled and loaded once a machine or process."""
    small = NameIndex.build(trial.listed()[:50])
    for least in (0.0, 0.99):
        small.search(trial.queries()[:50], least=least)


def built(trial: Trial, folder: Path) -> Built:
    """Build the index of the listed names and save it into ``folder``."""
    _warm(trial)
    listed, before = trial.listed(), memory()
    started = time.perf_counter()
    index = NameIndex.build(listed)
    seconds = time.perf_counter() - started
    saved = _timed(lambda: index.save(folder))
    disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1024**2
    return Built(seconds, saved, before, peak_memory(), disk)


def slowest_ms(search: Callable[[list[str]], object], names: list[str]) -> float:
    """Return the milliseconds that the slowest of ``names`` takes, asked alone and for the first time."""
    return 1000 * max(_timed(partial(search, [name])) for name in names)


def asked(trial: Trial, folder: Path) -> Asked:
    """Map the saved index into memory and ask it: batches of parties, garbage, then the clean and the noisy names."""
    few = trial.queries()[:50]
    NameIndex.build(few).search([*few, "新"])  # compiles and loads; the listed names are not read here
    started = time.perf_counter()
    index = NameIndex.load(folder)
    loaded = time.perf_counter() - started
    rates = []
    for batch in range(BATCHES):
        names = trial.parties(batch)
        rates.append(len(names) / _timed(partial(index.search, names)))
    garbage = slowest_ms(index.search, make_garbage(GARBAGE, seed=trial.size.seed))
    peak, queries, search = peak_memory(), trial.queries(), search_of(index)
    found = recall(index.search(queries), search(queries, 0.0, DEEP), trial, len(queries))
    return Asked(loaded, statistics.median(rates), garbage, found, peak)


def listed_goods(names: list[str]) -> list[ListedGood]:
    """Return an entry of a list for each name."""
    return [
        ListedGood(f"L{i}", "bench", Authority.CUSTOM, producers=(ListedProducer(name),))
        for i, name in enumerate(names)
    ]


def frames(names: list[str], lines: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return ``lines`` declared lines and their suppliers, each of whom sends a few kinds of goods."""
    rnd = random.Random(seed)
    codes = [f"{rnd.randrange(1, 97):02d}{rnd.randrange(10**6):06d}" for _ in range(CODES)]
    goods = [rnd.choices(codes, k=rnd.randint(1, MOST_GOODS)) for _ in names]
    homes = rnd.choices(ORIGINS, k=len(names))
    who = [i if i < len(names) else rnd.randrange(len(names)) for i in range(lines)]  # everybody once, then by chance
    sent = [rnd.choice(goods[i]) for i in who]
    origin = [rnd.choice(ORIGINS) if rnd.random() < ELSEWHERE else homes[i] for i in who]
    table = pd.DataFrame({"line_id": range(lines), "tariff_code": sent})
    table = table.assign(nico="00", description="MERCANCIA " + table["tariff_code"], origin=origin)
    table = table.assign(seller_country=[homes[i] for i in who], virtual=False)
    parties = pd.DataFrame({"line_id": range(lines), "role": "SUPPLIER", "name": [names[i] for i in who]})
    parties = parties.assign(tax_id="", country=table["seller_country"], city="", postal_code="", attributed=True)
    return table, parties


def _check(index: Index, name: str) -> object:
    return index.check(Line("61091003", origin="CHN", parties=(Party("SUPPLIER", name),)))


def screened(trial: Trial, lines: int) -> Screened:
    """Build an ``Index`` of goods, match parties with reasons, check names one by one, screen a frame of lines."""
    _check(Index.build(listed_goods(trial.listed()[:50])), trial.queries()[0])
    goods = listed_goods(trial.listed())
    started = time.perf_counter()
    index = Index.build(goods)
    build = time.perf_counter() - started
    index.match([PartyKey(name) for name in trial.listed()[:200]])
    rates, matched = [], 0
    for batch in range(1, BATCHES):
        keys = [PartyKey(name) for name in trial.parties(batch)]
        started = time.perf_counter()
        matched = len(index.match(keys))
        rates.append(len(keys) / (time.perf_counter() - started))
    singles = trial.queries()[:CHECKS]
    cold, warm = (single_checks(lambda name: _check(index, name), singles, CHECK_SECONDS) for _ in range(2))
    table, parties = frames(trial.parties(0), lines, trial.size.seed)
    kinds = len(table.drop(columns="line_id").assign(name=parties["name"]).drop_duplicates())
    seconds = _timed(lambda: index.screen(table, parties))
    return Screened(build, statistics.median(rates), matched, cold, warm, seconds, kinds, peak_memory())
