"""Show how far the engine's scores can be taken at their word: a picture, and what the thresholds keep and let through.

``python -m benchmarks.reliability --aliases FILE.csv [--lists DIR] [--facilities FILE.csv] [--out FILE.svg]`` scores
the names that ``benchmarks.learn`` keeps back, puts the scores into ten bins and sets beside each bin the share of its
pairs that are one firm.  It prints the bins and, for each source, precision and recall at the two thresholds; it writes
the picture to --out and the same tables beside it, in Markdown.

In the bins, names searched on a list count as they come, and names put side by side half for the true and half for the
false, as when the points were learnt: how many pairs of a file are true is up to whoever made it.  Precision and recall
count every pair as it comes.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.measures import quality
from benchmarks.reading import TableError
from benchmarks.reliability_chart import draw
from benchmarks.showing import Sheet, console, figure
from benchmarks.sources import LIST, WEIGHTS, Part, parts
from screening.engine.score import MET, NEAR, OF_LIST, OF_PAIR, scores

BINS: Final = 10
Floats = NDArray[np.float64]
OUT: Final = Path(__file__).parents[1] / "docs" / "reference" / "reliability.svg"


@dataclass(frozen=True, slots=True)
class Bin:
    """The pairs with scores from ``low`` on: their count, mean score, and share that is one firm; NaN without any."""

    low: float
    count: int
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class Source:
    """One source of names: its kind (LIST or PAIR), the score of each pair, whether it is one firm, what it counts."""

    name: str
    kind: str
    score: NDArray[np.float32]
    same: NDArray[np.bool_]
    weight: Floats


def evened(same: NDArray[np.bool_], kind: str) -> Floats:
    """Return what each pair counts: 1 on a list; side by side, the true together as much as the false together."""
    if kind == LIST or same.all() or not same.any():
        return np.ones(len(same))
    half = len(same) / 2.0
    counts: Floats = np.where(same, half / same.sum(), half / (~same).sum())
    return counts


def source_of(name: str, found: Sequence[Part]) -> Source:
    """Return one source of all its parts, scored by the shipped points of its kind."""
    kind = WEIGHTS[name][0]
    features = np.concatenate([part.features for part in found])
    same = np.concatenate([part.same for part in found])
    return Source(name, kind, scores(features, OF_LIST if kind == LIST else OF_PAIR), same, evened(same, kind))


def sources_of(found: Sequence[Part]) -> list[Source]:
    """Return the sources in the order of their parts, each once."""
    names = dict.fromkeys(part.source for part in found)
    return [source_of(name, [part for part in found if part.source == name]) for name in names]


def bins_of(source: Source) -> list[Bin]:
    """Return ten bins of equal width, 0 to 1; the last one holds the score 1."""
    number = np.minimum((source.score * BINS).astype(np.int64), BINS - 1)
    count = np.bincount(number, minlength=BINS)
    weight = np.bincount(number, source.weight, minlength=BINS)
    true = np.bincount(number, source.weight * source.same, minlength=BINS)
    told = np.bincount(number, source.weight * source.score, minlength=BINS)
    with np.errstate(invalid="ignore"):
        score, share = told / weight, true / weight
    return [Bin(i / BINS, int(count[i]), float(score[i]), float(share[i])) for i in range(BINS)]


def mean_gap(source: Source) -> float:
    """Return by how much score and share differ on average (0..1), each bin as much as its pairs count."""
    number = np.minimum((source.score * BINS).astype(np.int64), BINS - 1)
    off = np.bincount(number, source.weight * (source.same - source.score.astype(np.float64)), minlength=BINS)
    return float(np.abs(off).sum() / source.weight.sum())


def bins_sheet(sources: Sequence[Source]) -> Sheet:
    """Return the bins of all sources: mean score, share that is one firm, count."""
    sheet = Sheet("score: mean score > share that is one firm (pairs)", ("score from", *(s.name for s in sources)))
    columns = [bins_of(source) for source in sources]
    for row in zip(*columns, strict=True):
        cells = (f"{figure(b.score, 2)} > {figure(b.share, 2)} ({b.count:,})" for b in row)
        sheet.rows.append((f"{row[0].low:.1f}", *cells))
    sheet.rows.append(("mean gap", *(figure(mean_gap(source)) for source in sources)))
    return sheet


def thresholds_sheet(sources: Sequence[Source]) -> Sheet:
    """Return precision and recall of each source at both thresholds, and the share of false pairs they let through."""
    columns = ("source", "pairs", "the same", "from", "precision", "recall", "false let through")
    sheet = Sheet("at the thresholds; recall among the true pairs that were compared", columns)
    for source in sources:
        for name, least in (("MET", MET), ("NEAR", NEAR)):
            of = quality(source.score, source.same, least)
            through = float((source.score[~source.same] >= least).mean()) if not source.same.all() else float("nan")
            counted = (f"{len(source.same):,}", f"{int(source.same.sum()):,}")
            shares = (figure(of.precision), figure(of.recall), figure(through, 4))
            sheet.rows.append((source.name, *counted, f"{name} {least:.2f}", *shares))
    return sheet


def main(words: Sequence[str] | None = None) -> None:
    """Print the tables, write them and the picture."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.reliability", description=__doc__, formatter_class=shape)
    parser.add_argument("--aliases", type=Path, required=True, metavar="FILE.csv", help="name1, name2, label")
    parser.add_argument("--lists", type=Path, metavar="DIR", help="folder with uflpa.csv and wro.csv")
    parser.add_argument("--facilities", type=Path, metavar="FILE.csv", help="other firms")
    parser.add_argument("--out", type=Path, default=OUT, metavar="FILE.svg")
    options = parser.parse_args(words)
    try:
        sources = sources_of(parts(options, kept_back=True))
        write(options.out, sources)
    except (TableError, OSError) as error:
        parser.error(str(error))
    console.print(f"written: {options.out} and {options.out.with_suffix('.md').name} beside it")


def write(path: Path, sources: Sequence[Source]) -> None:
    """Print the tables; write the picture to ``path`` and the tables beside it."""
    sheets = (bins_sheet(sources), thresholds_sheet(sources))
    for sheet in sheets:
        sheet.show()
    path.write_text(draw([(s.name, s.kind == LIST, bins_of(s)) for s in sources], (NEAR, MET)), encoding="utf-8")
    text = (
        "# How far scores can be taken at their word",
        "Written by `python -m benchmarks.reliability`; what it shows is said in [matching.md](matching.md).",
        f"![score against the share that is one firm]({path.name})",
        *(sheet.markdown() for sheet in sheets),
    )
    path.with_suffix(".md").write_text("\n\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
