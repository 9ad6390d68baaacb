"""Run the benchmarks and write their results: ``benchmarks/RESULTS.md`` and a chart beside it.

``python -m benchmarks.report [--data DIR] [--sizes N,N] [--peers]`` scores pairs, looks up aliases and measures lists
of several sizes.  ``--data`` is a folder with ``lists/uflpa.csv``, ``lists/wro.csv``, ``lists/bis_entity_list.csv``,
``names/alias_pairs_dev.csv`` and ``names/facilities.csv``; what needs a file that is not there is left out, and said.
"""

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from benchmarks import losses, negatives, ours, pairs, peers, retrieval, throughput
from benchmarks.chart import Panel, draw
from benchmarks.figures import Figures
from benchmarks.organisations import organisations
from benchmarks.reading import Labelled, TableError, read_pairs
from benchmarks.showing import Sheet, console
from benchmarks.targets import sheet_of
from benchmarks.trial import Size
from screening.engine import ENGINE_VERSION
from screening.engine.features import BY_INITIALS, TELLING
from screening.engine.pairs import pair_features

FOLDER: Final = Path(__file__).parent
PACKAGES: Final = ("numpy", "scipy", "numba", "pandas", "rapidfuzz", "nomenklatura", "followthemoney", "rigour")
SIZES: Final = (10_000, 100_000, 1_000_000)
INTRODUCTION: Final = """Every figure was measured by the commands below, ours and the peers' in the same run on the
same machine; each peer had its share of time and the sample it managed is shown. Ratios decide, absolutes inform.
Pairs, lists and variants are made for development: what a scorer reaches here says how it stands beside the others,
not what it reaches on other data.  All of it at once: ``python -m benchmarks.report --data DIR --peers``; the files of
the data folder (the lists of DHS, CBP and BIS, pairs of their aliases, names of factories) are public and not kept in
this repository, and the commands below name them without their folder."""


@dataclass(slots=True)
class Part:
    """A chapter of the report: the command that repeats it, its tables, what limits it, what was lost in it."""

    title: str
    command: str
    sheets: list[Sheet] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        """Return the chapter in Markdown."""
        body = [f"## {self.title}", f"`{self.command}`", *(sheet.markdown() for sheet in self.sheets), *self.limits]
        return "\n\n".join(body)


def _flag(*, with_peers: bool) -> str:
    return " --peers" if with_peers else ""


def pairs_part(title: str, path: Path, made_by: str, *, with_peers: bool) -> Part:
    """Return the chapter on a file of labelled pairs."""
    labelled = read_pairs(path)
    scorers = [ours.pair_scorer(), *(peers.pair_scorers() if with_peers else [])]
    name = f"{len(labelled.labels):,} pairs, {int(labelled.labels.sum()):,} the same"
    scored, sheet = pairs.run(labelled, scorers, title=name)
    command = f"{made_by} && python -m benchmarks.pairs --pairs pairs.csv{_flag(with_peers=with_peers)}"
    sheets = [sheet, pairs.kinds_sheet(scored, labelled)]
    return Part(title, command, sheets, losses.of(sheet, losses.PAIRS), [untold(labelled)])


def untold(labelled: Labelled) -> str:
    """Return in words how many of the true pairs share nothing by which anybody could tell that they are one firm."""
    true = labelled.labels == 1
    features = pair_features(labelled.pairs.left, labelled.pairs.right)[true]
    nothing = (features[:, TELLING] == 0.0) & (features[:, BY_INITIALS] == 0.0)
    return (
        f"Of the true pairs {float(nothing.mean()):.1%} agree in no word of the firm's own and in no initials: nobody "
        "can tell from such names that they are one firm."
    )


def data_parts(data: Path, folder: Path, *, with_peers: bool, seconds: float) -> Iterator[Part]:
    """Yield the chapters that need the data folder."""
    path = folder / "pairs.csv"
    aliases, facilities = data / "names" / "alias_pairs_dev.csv", data / "names" / "facilities.csv"
    make = "python -m benchmarks.negatives --out pairs.csv"
    negatives.write_pairs(path, negatives.alias_pairs(aliases))
    title = "Aliases of official lists, and their nearest neighbours"
    yield pairs_part(title, path, f"{make} --aliases alias_pairs_dev.csv", with_peers=with_peers)
    negatives.write_pairs(path, negatives.list_pairs(data / "lists", facilities, 1))
    options = "--lists lists --facilities facilities.csv"
    title = "Names of forced-labour lists, disturbed, and other firms"
    yield pairs_part(title, path, f"{make} {options}", with_peers=with_peers)
    listed, queries = organisations(data / "lists" / "bis_entity_list.csv")
    name = f"{len(queries.names):,} aliases among {len(listed.names):,} organisations, primary names listed"
    sheet = retrieval.run(listed, queries, with_peers=with_peers, seconds=seconds, title=name)
    files = "--names names.csv --queries queries.csv"
    command = f"python -m benchmarks.organisations --list bis_entity_list.csv {files}"
    command = f"{command} && python -m benchmarks.retrieval {files}"
    lost = losses.of(sheet, losses.RETRIEVAL)
    yield Part("Aliases looked up", f"{command}{_flag(with_peers=with_peers)}", [sheet], lost)


def size_part(size: Size, lines: int, *, with_peers: bool, seconds: float) -> tuple[Part, list[Figures]]:
    """Return the chapter on an invented list, and the figures of all matchers on it."""
    sheets, figures = throughput.run(size, lines, with_peers=with_peers, seconds=seconds)
    command = f"python -m benchmarks.throughput --names {size.names} --lines {lines} --parties {size.parties}"
    options = f"{_flag(with_peers=with_peers)} --budget {seconds:.0f}" if with_peers else ""
    lost = losses.of(sheets[1], losses.THROUGHPUT) if with_peers else []
    return Part(f"A list of {size.names:,} invented names", command + options, sheets, lost), figures


def chart(by_size: Mapping[int, Sequence[Figures]]) -> str:
    """Return the chart of speed and recall by size of the list, for the matchers measured at every size."""
    names = [one.name for one in next(iter(by_size.values()))]
    found = {name: [(n, f) for n, fs in by_size.items() for f in fs if f.name == name] for name in names}
    speed = {name: [(float(n), f.per_second) for n, f in points] for name, points in found.items()}
    recall = {name: [(float(n), f.found.recall_at_1) for n, f in points] for name, points in found.items()}
    return draw(
        [Panel("names/s by listed names", speed, True), Panel("R@1 at 1 % false by listed names", recall, False)]
    )


def versions() -> str:
    """Return what ran: engine, Python, packages, cores."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"{package} not installed")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"Engine {ENGINE_VERSION}, Python {platform.python_version()}, {', '.join(found)}; {cores} cores."


def write(folder: Path, parts: Sequence[Part], notes: Sequence[str], picture: str) -> None:
    """Write the report and its chart into ``folder``."""
    lost = [f"- {part.title}: {line}" for part in parts for line in part.lost]
    text = [
        "# Results of the benchmarks",
        f"{datetime.now(tz=UTC):%Y-%m-%d}. {versions()}",
        INTRODUCTION,
        *notes,
        *(["![names a second and recall by size of the list](results.svg)"] if picture else []),
        "## What was asked, and what is reached",
        sheet_of({part.title: part.sheets for part in parts}).markdown(),
        *(part.markdown() for part in parts),
        "## What is lost",
        "\n".join(lost) or "No figure above is better for a peer than for this engine.",
    ]
    (folder / "RESULTS.md").write_text("\n\n".join(text) + "\n", encoding="utf-8")
    if picture:
        (folder / "results.svg").write_text(picture, encoding="utf-8")


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def arguments() -> argparse.ArgumentParser:
    """Return what the command takes."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.report", description=__doc__, formatter_class=shape)
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with lists/ and names/")
    parser.add_argument("--sizes", type=_sizes, default=list(SIZES), metavar="N,N", help="listed names")
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--parties", type=int, default=60_000)
    parser.add_argument("--clean", type=int, default=4_000)
    parser.add_argument("--noisy", type=int, default=2_000)
    parser.add_argument("--budget", type=float, default=throughput.BUDGET, help="seconds a peer")
    parser.add_argument("--peers", action="store_true", help="measure the peers too")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the report is written (default: here)")
    return parser


def main(words: Sequence[str] | None = None) -> None:
    """Run all benchmarks and write the report."""
    parser = arguments()
    options = parser.parse_args(words)
    parts, by_size = list[Part](), dict[int, list[Figures]]()
    notes = [peers.missing() + "."] if options.peers and peers.missing() else []
    with tempfile.TemporaryDirectory(prefix="tamiz-bench-") as name:
        try:
            if options.data:
                shared = {"with_peers": options.peers, "seconds": options.budget}
                parts += data_parts(options.data, Path(name), **shared)
        except TableError as error:
            parser.error(str(error))
    if not options.data:
        notes.append("Pairs and aliases were not measured in this run: no data folder was given.")
    for names in options.sizes:
        size = Size(names, options.parties, options.clean, options.noisy)
        part, by_size[names] = size_part(size, options.lines, with_peers=options.peers, seconds=options.budget)
        parts.append(part)
    write(options.folder, parts, notes, chart(by_size) if len(by_size) > 1 and options.peers else "")
    console.print(f"written: {options.folder / 'RESULTS.md'}")


if __name__ == "__main__":
    main()
