"""Look up names on a list, beside the peers.

``python -m benchmarks.retrieval --names FILE.csv --queries FILE.csv [--peers]`` reads a list (id, name and perhaps
aliases, separated by ``|``) and queries (query, id; without an id the name is on no list and counts in the alerts
alone).  It prints for each matcher recall@1 and recall@5 and the mean reciprocal rank at any score, the share of true
hits at or over its threshold, how many entities a query raises at or over it, and queries a second.  An entity counts
once, by its best spelling.  The peers score the 50 candidates nearest by character 3-grams, each within --budget
seconds, on as many queries as fit; the sample is printed.  ``python -m benchmarks.organisations`` makes such files.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks import measures, ours, peers
from benchmarks.budget import timed_search
from benchmarks.engines import Searcher
from benchmarks.ranking import Ranked
from benchmarks.reading import NOBODY, Listed, Queries, TableError, read_listed, read_queries
from benchmarks.showing import Sheet, console, figure, rate

DEEP: Final = 50  # answers a query: as many as the peers have candidates
BUDGET: Final = 60.0  # seconds a peer
COLUMNS: Final = ("matcher", "queries", "R@1", "R@5", "MRR", "at", "true hits over it", "alerts a query", "queries/s")


def row(searcher: Searcher, listed: Listed, queries: Queries, seconds: float) -> tuple[str, ...]:
    """Return the line of the table for one matcher."""
    timed = timed_search(searcher.search, queries.names, least=0.0, most=DEEP, seconds=seconds)
    wanted = queries.wanted[: timed.queries]
    ranked = Ranked.of(timed.found, listed.owners, timed.queries)
    true = wanted != NOBODY
    ranks = ranked.ranks(wanted)[true]
    over = float((ranked.scores_of(wanted)[true] >= searcher.threshold).mean()) if true.any() else float("nan")
    shares = [measures.recall_at(ranks, 1), measures.recall_at(ranks, 5), measures.reciprocal_rank(ranks)]
    shown = [*map(figure, shares), figure(searcher.threshold), figure(over), figure(ranked.alerts(searcher.threshold))]
    return (searcher.name, f"{timed.queries:,}", *shown, rate(timed.per_second))


def shuffled(queries: Queries, seed: int) -> Queries:
    """Return the queries in an order of chance, so that the first of them are a fair sample."""
    order = list(range(len(queries.names)))
    random.Random(seed).shuffle(order)
    return Queries(tuple(queries.names[i] for i in order), queries.wanted[np.array(order, dtype=np.int64)])


def run(listed: Listed, queries: Queries, *, with_peers: bool, seconds: float, title: str) -> Sheet:
    """Return the table of every matcher on one list."""
    sheet = Sheet(title, COLUMNS)
    mixed = shuffled(queries, seed=0)
    sheet.rows.append(row(ours.searcher(listed.names), listed, mixed, float("inf")))
    for searcher in peers.rerankers(listed.names) if with_peers else ():
        sheet.rows.append(row(searcher, listed, mixed, seconds))
    return sheet


def arguments() -> argparse.ArgumentParser:
    """Return what the command takes."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.retrieval", description=__doc__, formatter_class=shape)
    parser.add_argument("--names", type=Path, required=True, metavar="FILE.csv", help="the list: id, name, aliases")
    parser.add_argument("--queries", type=Path, required=True, metavar="FILE.csv", help="the queries: query, id")
    parser.add_argument("--peers", action="store_true", help="look up with the peers too")
    parser.add_argument("--budget", type=float, default=BUDGET, help=f"seconds a peer (default {BUDGET:.0f})")
    return parser


def main(words: Sequence[str] | None = None) -> None:
    """Run the benchmark and print its table."""
    parser = arguments()
    options = parser.parse_args(words)
    try:
        listed = read_listed(options.names)
        queries = read_queries(options.queries, listed)
    except TableError as error:
        parser.error(str(error))
    if options.peers and peers.missing():
        console.print(peers.missing())
    title = f"{len(listed.ids):,} entities, {len(listed.names):,} spellings ({options.names.name})"
    run(listed, queries, with_peers=options.peers, seconds=options.budget, title=title).show()


if __name__ == "__main__":
    main()
