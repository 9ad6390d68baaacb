"""Screen a CSV of declarations against a list of names, from the command line as an officer would.

``python -m benchmarks.screen_csv [--lines N] [--names M] [--parties P] [--peers]`` prints seconds and peak memory of
the whole command (reading, staging, matching, verdicts, report), and the engine's speed beside its peers.
"""

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table

from benchmarks.names import make_names
from benchmarks.variants import disturb
from screening.engine import Authority, Index, ListedGood, ListedProducer
from screening.engine.matching import PartyKey

ORIGINS: Final = ("CHN", "VNM", "IND", "USA", "TUR", "BGD", "MYS")
BRUTE_SAMPLE: Final = 500  # queries a peer gets: enough for a stable ratio, few enough to end soon
console: Final = Console()


def write_inputs(folder: Path, *, lines: int, names: int, parties: int) -> tuple[Path, Path, list[str], list[str]]:
    """Write the declarations and the list; return both paths, the listed names and the declared ones."""
    rnd = random.Random(7)
    listed = make_names(names, seed=1)
    declared = make_names(parties - parties // 20, seed=2)
    declared += [disturb(rnd.choice(listed), rnd) for _ in range(parties // 20)]
    list_path, lines_path = folder / "list.csv", folder / "declarations.csv"
    with list_path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "name"])
        writer.writerows((f"L{i}", name) for i, name in enumerate(listed))
    with lines_path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(
            ["pedimento", "secuencia", "fraccion", "nico", "descripcion", "origen", "proveedor", "pais_proveedor"]
        )
        for i in range(lines):
            number = f"26  16  3{i // 4 % 1000:03d}  6{i // 4:06d}"
            row = [
                number,
                i % 4 + 1,
                f"{rnd.randrange(1, 97):02d}{rnd.randrange(10**6):06d}",
                "00",
                "MERCANCIA",
                rnd.choice(ORIGINS),
            ]
            writer.writerow([*row, declared[rnd.randrange(len(declared))], "CHN"])
    return lines_path, list_path, listed, declared


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: seconds by the clock and of both cores, peak resident megabytes, its exit code."""

    seconds: float
    cpu: float
    megabytes: float
    code: int


def run_command(lines_path: Path, list_path: Path, folder: Path) -> Spent:
    """Return what ``tamiz screen`` takes on a new data directory."""
    environment = os.environ | {"TAMIZ_DEBUG": "1", "TAMIZ_DATA_DIR": str(folder / "var")}
    environment.pop("DATABASE_URL", None)
    subprocess.run([sys.executable, "-m", "config.manage", "migrate", "-v", "0"], env=environment, check=True)
    command = [sys.executable, "-m", "config.cli", "screen", str(lines_path), "--list", str(list_path)]
    started = time.perf_counter()
    child = subprocess.Popen([*command, "--out", str(folder / "out")], env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds, cpu = time.perf_counter() - started, usage.ru_utime + usage.ru_stime
    child.returncode = os.waitstatus_to_exitcode(status)  # wait4 tells the memory, and nobody else of the end
    return Spent(seconds, cpu, usage.ru_maxrss / 1024, child.returncode)


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds ``work`` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def engine_rate(listed: Sequence[str], declared: Sequence[str]) -> tuple[float, float]:
    """Return seconds to build the index and distinct parties matched per second, reasons included."""
    goods = [
        ListedGood(f"L{i}", "bench", Authority.CUSTOM, producers=(ListedProducer(name),))
        for i, name in enumerate(listed)
    ]
    started = time.perf_counter()
    index = Index.build(goods)
    built = time.perf_counter() - started
    keys = [PartyKey(name) for name in declared]
    return built, len(keys) / timed(lambda: index.match(keys))


def brute_force(listed: Sequence[str], sample: Sequence[str]) -> dict[str, float]:
    """Return queries per second of rapidfuzz scorers comparing every pair, on a sample of the queries."""
    rates = {}
    for scorer, few in ((fuzz.token_sort_ratio, sample), (fuzz.WRatio, sample[: len(sample) // 10])):
        started = time.perf_counter()
        process.cdist(few, listed, scorer=scorer, workers=-1)
        rates[f"rapidfuzz {scorer.__name__}"] = len(few) / (time.perf_counter() - started)
    return rates


def nomenklatura_rate(listed: Sequence[str], sample: Sequence[str]) -> dict[str, float]:
    """Return queries per second of logic-v2 over 50 candidates a query, as yente does; needs the extra ``peers``."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    if algorithm is None:
        raise RuntimeError("this nomenklatura has no logic-v2")
    config = algorithm.default_config()

    def entity(key: str, name: str) -> Any:
        return model.get_proxy({"id": key, "schema": "Company", "properties": {"name": [name]}})

    candidates = [entity(f"L{i}", name) for i, name in enumerate(listed[:50])]
    queries = [entity(f"Q{i}", name) for i, name in enumerate(sample[:20])]
    seconds = timed(lambda: [algorithm.compare(q, c, config) for q in queries for c in candidates])
    return {"nomenklatura logic-v2, 50 candidates": len(queries) / seconds}


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--names", type=int, default=10_000)
    parser.add_argument("--parties", type=int, default=20_000)
    parser.add_argument("--peers", action="store_true", help="compare with nomenklatura too (extra peers)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tamiz-bench-") as name:
        folder = Path(name)
        paths = write_inputs(folder, lines=options.lines, names=options.names, parties=options.parties)
        lines_path, list_path, listed, declared = paths
        spent = run_command(lines_path, list_path, folder)
    console.print(
        f"tamiz screen: {options.lines:,} lines x {options.names:,} names, {options.parties:,} parties: "
        f"{spent.seconds:.1f} s ({spent.cpu:.1f} s of processor), peak {spent.megabytes:.0f} MB, exit {spent.code}, "
        f"{options.lines / spent.seconds:,.0f} lines/s"
    )
    built, rate = engine_rate(listed, declared)
    sample = random.Random(9).sample(declared, min(BRUTE_SAMPLE, len(declared)))
    peers = brute_force(listed, sample)
    if options.peers:
        peers |= nomenklatura_rate(listed, sample)
    table = Table(title=f"distinct parties per second, engine and peers (index built in {built:.2f} s)")
    for column in ("who", "parties/s", "Tamiz is"):
        table.add_column(column, justify="left" if column == "who" else "right")
    table.add_row("Tamiz engine, with reasons", f"{rate:,.0f}", "1 x")
    for who, theirs in peers.items():
        table.add_row(who, f"{theirs:,.0f}", f"{rate / theirs:,.1f} x")
    console.print(table)


if __name__ == "__main__":
    main()
