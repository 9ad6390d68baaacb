"""A sample of a list by primary names, and some of the other names it has, to be looked up.

``python -m benchmarks.organisations --list FILE.csv --names OUT.csv --queries OUT.csv`` reads a list with the columns
name and aliases (separated by ``|``) and writes the two files that ``benchmarks.retrieval`` reads.
"""

import argparse
import csv
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.reading import Listed, Queries, TableError, read_table
from benchmarks.showing import console

ORGANISATIONS, ALIASES = 3_000, 400  # of a list, looked up by names it also has
SEED: Final = 1


def organisations(path: Path, seed: int = SEED) -> tuple[Listed, Queries]:
    """Return a sample of a list by its primary names, and some of the other names it has as queries.

    Raises:
        TableError: if the file cannot be read or lacks a column.

    """
    rnd, rows = random.Random(seed), read_table(path, ("name", "aliases")).rows
    chosen = rnd.sample(rows, min(ORGANISATIONS, len(rows)))
    aliases = [(text.strip(), i) for i, row in enumerate(chosen) for text in row["aliases"].split("|") if text.strip()]
    queries = rnd.sample(aliases, min(ALIASES, len(aliases)))
    numbers = np.arange(len(chosen), dtype=np.int32)
    listed = Listed(tuple(map(str, numbers.tolist())), tuple(row["name"] for row in chosen), numbers)
    return listed, Queries(tuple(q for q, _ in queries), np.array([i for _, i in queries], dtype=np.int32))


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])


def main(words: Sequence[str] | None = None) -> None:
    """Write the two files."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.organisations", description=__doc__, formatter_class=shape)
    for name, what in (("list", "name, aliases"), ("names", "id, name"), ("queries", "query, id")):
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="FILE.csv", help=what)
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the sample (default {SEED})")
    options = parser.parse_args(words)
    try:
        listed, queries = organisations(options.list, options.seed)
    except TableError as error:
        parser.error(str(error))
    write(options.names, ("id", "name"), zip(listed.ids, listed.names, strict=True))
    wanted = (listed.ids[number] for number in queries.wanted.tolist())
    write(options.queries, ("query", "id"), zip(queries.names, wanted, strict=True))
    console.print(f"{len(listed.names):,} names: {options.names}; {len(queries.names):,} queries: {options.queries}")


if __name__ == "__main__":
    main()
