"""Score labelled pairs of names, beside the peers.

``python -m benchmarks.pairs --pairs FILE.csv [--peers] [--out FILE]`` reads the columns name1, name2 and label (1 the
same, 0 not) and, where given, country1, country2, address1, address2 and kind.  It prints for each scorer the area
under the curve, precision, recall and F1 at the scorer's own threshold with 95 % bootstrap intervals, the share of
false pairs it hits there, its recall at the threshold that hits 2 % of them, the best F1 that any threshold reaches,
pairs a second and, with kinds, the share of hits by kind.  ``--out`` writes the rows with our ``score`` (0..1) and
``match`` (1 or 0 at the threshold we ship).
"""

import argparse
import csv
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks import measures, ours, peers
from benchmarks.engines import Floats, PairScorer
from benchmarks.reading import Labelled, TableError, plain, read_pairs
from benchmarks.showing import Sheet, console, figure, rate, with_bar

CHUNK: Final = 5_000  # pairs scored between two steps of the bar
WARM: Final = 20  # pairs scored before the clock starts: compiling and loading of tables is not the speed of a scorer
COLUMNS: Final = (
    "scorer", "AUC", "at", "precision", "recall", "F1", "false hits", "recall at 2 % false", "best F1", "pairs/s",
)  # fmt: skip
FALSE_SHARE: Final = 0.02  # of the false pairs that a threshold may let through


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores a scorer gave, and how many pairs a second."""

    scorer: PairScorer
    scores: Floats
    per_second: float


def score(scorer: PairScorer, labelled: Labelled) -> Scored:
    """Return the scores of all pairs, timed after a warm-up."""
    pairs = labelled.pairs
    scorer.score(pairs.cut(0, WARM))
    starts = range(0, len(pairs), CHUNK)
    started = time.perf_counter()
    parts = [scorer.score(pairs.cut(i, i + CHUNK)) for i in with_bar(starts, scorer.name, len(starts))]
    return Scored(scorer, np.concatenate(parts), len(pairs) / (time.perf_counter() - started))


def _between(value: float, span: tuple[float, float]) -> str:
    return f"{figure(value)} ({figure(span[0])}-{figure(span[1])})" if value == value else "-"  # noqa: PLR0124 - NaN


def quality_row(scored: Scored, labelled: Labelled, seed: int) -> tuple[str, ...]:
    """Return the line of the table of quality for one scorer."""
    scores, labels, threshold = scored.scores, labelled.labels, scored.scorer.threshold
    at, spans = measures.quality(scores, labels, threshold), measures.quality_intervals(scores, labels, threshold)
    f1, best_at = measures.best_f1(scores, labels)
    area = _between(measures.auc(scores, labels), measures.auc_interval(scores, labels, seed=seed))
    shown = [_between(v, s) for v, s in zip((at.precision, at.recall, at.f1), spans, strict=True)]
    best = f"{figure(f1)} at {figure(best_at)}"
    others, least = scores[labels == 0], measures.threshold_letting_through(scores[labels == 0], FALSE_SHARE)
    false = float((others >= threshold).mean()) if len(others) else float("nan")
    at_share = measures.quality(scores, labels, least).recall if len(others) else float("nan")
    shown += [figure(false), figure(at_share)]
    return (scored.scorer.name, area, figure(threshold), *shown, best, rate(scored.per_second))


def kinds_sheet(all_scored: Sequence[Scored], labelled: Labelled) -> Sheet:
    """Return the share of pairs of each kind at or over each scorer's threshold: recall, or false hits."""
    sheet = Sheet("hits by kind, at each threshold", ["kind", "pairs", *(s.scorer.name for s in all_scored)])
    kinds = np.array([f"{'recall' if y else 'false hits'}: {k or 'other'}" for k, y in _kinds(labelled)])
    for kind in sorted(set(kinds.tolist()), key=lambda k: (not k.startswith("recall"), k)):
        chosen = kinds == kind
        shares = [figure(float((s.scores[chosen] >= s.scorer.threshold).mean())) for s in all_scored]
        sheet.rows.append((kind, f"{int(chosen.sum()):,}", *shares))
    return sheet


def _kinds(labelled: Labelled) -> list[tuple[str, int]]:
    return list(zip(labelled.kinds, labelled.labels.tolist(), strict=True))


def run(labelled: Labelled, scorers: Sequence[PairScorer], *, title: str, seed: int = 0) -> tuple[list[Scored], Sheet]:
    """Return the scores of every scorer and the table of their quality."""
    all_scored = [score(scorer, labelled) for scorer in scorers]
    sheet = Sheet(title, COLUMNS, [quality_row(scored, labelled, seed) for scored in all_scored])
    return all_scored, sheet


def write_scores(path: Path, labelled: Labelled, scored: Scored) -> None:
    """Write the rows as they came, with ``score`` and ``match`` after them."""
    header = labelled.table.header
    names = [(key, title) for key, title in zip(plain(header), header, strict=True) if key not in {"score", "match"}]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*(title for _, title in names), "score", "match"])
        for row, value in zip(labelled.table.rows, scored.scores, strict=True):
            match = int(value >= scored.scorer.threshold)
            writer.writerow([*(row[key] for key, _ in names), f"{value:.6f}", match])


def arguments() -> argparse.ArgumentParser:
    """Return what the command takes."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.pairs", description=__doc__, formatter_class=shape)
    parser.add_argument("--pairs", type=Path, required=True, metavar="FILE.csv", help="labelled pairs, UTF-8")
    parser.add_argument("--peers", action="store_true", help="score with the peers too")
    parser.add_argument("--out", type=Path, metavar="FILE.csv", help="write the rows with score and match here")
    parser.add_argument("--seed", type=int, default=0, help="of the bootstrap (default 0)")
    return parser


def main(words: Sequence[str] | None = None) -> None:
    """Run the benchmark and print its tables."""
    parser = arguments()
    options = parser.parse_args(words)
    try:
        labelled = read_pairs(options.pairs)
    except TableError as error:
        parser.error(str(error))
    scorers = [ours.pair_scorer(), *(peers.pair_scorers() if options.peers else [])]
    if options.peers and peers.missing():
        console.print(peers.missing())
    title = f"{len(labelled.labels):,} pairs, {int(labelled.labels.sum()):,} the same ({options.pairs.name})"
    all_scored, sheet = run(labelled, scorers, title=title, seed=options.seed)
    sheet.show()
    if any(labelled.kinds):
        kinds_sheet(all_scored, labelled).show()
    if options.out:
        try:
            write_scores(options.out, labelled, all_scored[0])
        except OSError as error:
            parser.error(f"{options.out} cannot be written: {error.strerror}")


if __name__ == "__main__":
    main()
