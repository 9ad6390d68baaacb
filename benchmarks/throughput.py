"""Screen invented declarations against an invented list, beside the peers.

``python -m benchmarks.throughput --names N --lines M [--peers]`` composes N listed names, and distinct parties of which
97 % are on no list and the rest are listed ones in another spelling, from a seed.  It prints how fast the index is
built, saved, mapped into memory and asked, with and without reasons; how long one check takes; how long M lines take;
memory; and how many noisy names are found first at the threshold that lets 1 % of the clean names through.  With
``--peers`` each figure stands beside that of every peer measured in the same run and as a ratio to it; each peer gets
--budget seconds and as many names as fit, which is printed.  Ratios decide: absolutes depend on the machine.

The mix of names and variants was set so that the peers find about as much as on lists of real words
(``RESULTS.md``).  Where a slow peer manages fewer than some hundred clean names, "1 %" is its best clean name and its
recall a rough figure: look at the sample.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from benchmarks import peers
from benchmarks.apart import apart
from benchmarks.engine_figures import GARBAGE, Asked, Built, Screened, asked, built, screened
from benchmarks.figures import Figures, figures_of, matchers
from benchmarks.showing import Sheet, console, figure, rate, with_bar
from benchmarks.trial import Size, Trial, make_trial

LEAST_NAMES, MOST_NAMES = 1_000, 1_000_000
BUDGET: Final = 30.0  # seconds a peer
Value = Callable[[Figures], float]
Format = Callable[[float], str]


def _number(digits: int, unit: str) -> Format:
    return lambda value: f"{value:,.{digits}f} {unit}"


# Title, value, how it is written, whether more is better.
COMPARED: Final[tuple[tuple[str, Value, Format, bool], ...]] = (
    ("names/s", lambda f: f.per_second, rate, True),
    ("R@1 at 1 %", lambda f: f.found.recall_at_1, figure, True),
    ("R@5", lambda f: f.found.recall_at_5, figure, True),
    ("MRR", lambda f: f.found.reciprocal_rank, figure, True),
    ("build", lambda f: f.build_seconds, _number(2, "s"), False),
    ("one name, p50", lambda f: f.median_ms, _number(2, "ms"), False),
    ("one name, p99", lambda f: f.p99_ms, _number(2, "ms"), False),
    ("memory", lambda f: f.memory, _number(0, "MB"), False),
)


def measure_ours(trial: Trial, lines: int, folder: Path) -> tuple[Built, Asked, Screened]:
    """Return the figures of this engine, each set from a process of its own."""
    return apart(built, trial, folder), apart(asked, trial, folder), apart(screened, trial, lines)


def ours_sheet(trial: Trial, lines: int, of: tuple[Built, Asked, Screened]) -> Sheet:
    """Return the table of this engine's own figures."""
    index, names, goods = of
    size, found = trial.size, names.found
    sheet = Sheet(f"Tamiz, {size.names:,} listed names, {size.parties:,} distinct parties", ("what", "figure"))
    sheet.rows = [
        ("index of names: build", f"{index.build_seconds:.2f} s"),
        ("index of names: save, load by memory map", f"{index.save_seconds:.2f} s, {names.load_seconds:.3f} s"),
        ("index of names: on disk", f"{index.disk:,.0f} MB"),
        ("peak memory of building (of which before it)", f"{index.peak:,.0f} MB ({index.before:,.0f} MB)"),
        ("peak memory of a process that maps and asks it", f"{names.peak:,.0f} MB"),
        ("distinct names/s, all features", rate(names.per_second)),
        (f"slowest of {GARBAGE:,} garbage names", f"{names.garbage_ms:.2f} ms"),
        (f"distinct parties/s, with reasons ({goods.matched:,} matched)", rate(goods.parties_per_second)),
        ("Index.build of listed goods", f"{goods.build_seconds:.2f} s"),
        ("Index.check, cold: p50, p99", f"{goods.cold_ms[0]:.2f} ms, {goods.cold_ms[1]:.2f} ms"),
        ("Index.check, warm: p50, p99", f"{goods.warm_ms[0]:.2f} ms, {goods.warm_ms[1]:.2f} ms"),
        (f"Index.screen of {lines:,} lines ({goods.different_lines:,} different)", f"{goods.screen_seconds:.2f} s"),
        ("lines/s", rate(lines / goods.screen_seconds)),
        ("peak memory of screening, lists and lines included", f"{goods.peak:,.0f} MB"),
        (f"R@1 at 1 % false ({found.clean:,} clean, {found.noisy:,} noisy names)", figure(found.recall_at_1)),
        ("the threshold of that", figure(found.threshold)),
        ("R@5 and MRR at any score", f"{figure(found.recall_at_5)}, {figure(found.reciprocal_rank)}"),
    ]
    return sheet


def measure_all(trial: Trial, seconds: float) -> list[Figures]:
    """Return the figures of this engine and of every peer, each from a process of its own."""
    keys = list(matchers())
    return [apart(figures_of, key, trial, seconds) for key in with_bar(keys, "peers", len(keys))]


def _ratio(ours: float, theirs: float, *, more: bool) -> str:
    """Return how many times better our figure is: over 1 is for us, whatever the direction of the figure."""
    over, under = (ours, theirs) if more else (theirs, ours)
    return f"{over / under:,.2f} x" if under > 0 and over >= 0 else "-"


def peers_sheets(size: Size, figures: Sequence[Figures], seconds: float) -> list[Sheet]:
    """Return the table of all matchers, and the one of our ratio to each."""
    ours, *theirs = figures
    columns = ("matcher", "clean + noisy names", *(title for title, *_ in COMPARED))
    sheet = Sheet(f"{size.names:,} listed names, {seconds:.0f} s a matcher", columns)
    for one in figures:
        sample = f"{one.found.clean:,} + {one.found.noisy:,}"
        sheet.rows.append((one.name, sample, *(write(value(one)) for _, value, write, _ in COMPARED)))
    ratios = Sheet("times better than the peer, same run", ("Tamiz beside", *(title for title, *_ in COMPARED)))
    for one in theirs:
        shown = (_ratio(value(ours), value(one), more=more) for _, value, _, more in COMPARED)
        ratios.rows.append((one.name, *shown))
    return [sheet, ratios]


def run(size: Size, lines: int, *, with_peers: bool, seconds: float) -> tuple[list[Sheet], list[Figures]]:
    """Return the tables of one list, and the figures of all matchers where the peers are measured."""
    with tempfile.TemporaryDirectory(prefix="tamiz-bench-") as name:
        folder = Path(name)
        started = time.perf_counter()
        trial = make_trial(folder, size)
        console.print(f"{size.names:,} names and their queries made in {time.perf_counter() - started:.1f} s")
        sheets = [ours_sheet(trial, lines, measure_ours(trial, lines, folder / "index"))]
        figures = measure_all(trial, seconds) if with_peers else []
    return (sheets + peers_sheets(size, figures, seconds) if figures else sheets), figures


def _names(text: str) -> int:
    value = int(text.replace(",", "").replace("_", ""))
    if not LEAST_NAMES <= value <= MOST_NAMES:
        raise argparse.ArgumentTypeError(f"from {LEAST_NAMES:,} to {MOST_NAMES:,}")
    return value


def _count(text: str) -> int:
    value = int(text.replace(",", "").replace("_", ""))
    if value < 100:
        raise argparse.ArgumentTypeError("at least 100")
    return value


def arguments() -> argparse.ArgumentParser:
    """Return what the command takes."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.throughput", description=__doc__, formatter_class=shape)
    parser.add_argument("--names", type=_names, default=10_000, help="listed names, 1,000 to 1,000,000")
    parser.add_argument("--lines", type=_count, default=1_000_000, help="lines to be screened")
    parser.add_argument("--parties", type=_count, default=60_000, help="distinct parties on them")
    parser.add_argument("--clean", type=_count, default=4_000, help="clean names for the threshold")
    parser.add_argument("--noisy", type=_count, default=2_000, help="noisy names to be found")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", action="store_true", help="measure the peers too")
    parser.add_argument("--budget", type=float, default=BUDGET, help=f"seconds a peer (default {BUDGET:.0f})")
    return parser


def main(words: Sequence[str] | None = None) -> None:
    """Run the benchmark and print its tables."""
    options = arguments().parse_args(words)
    if options.peers and peers.missing():
        console.print(peers.missing())
    size = Size(options.names, options.parties, options.clean, options.noisy, options.seed)
    sheets, _ = run(size, options.lines, with_peers=options.peers, seconds=options.budget)
    for sheet in sheets:
        sheet.show()


if __name__ == "__main__":
    main()
