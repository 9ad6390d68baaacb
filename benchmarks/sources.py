"""What the points of the engine are learnt from and tried on: pairs of names whose truth is known, source by source.

- invented lists of 10,000 and 100,000 names with disturbed spellings and clean names (``benchmarks.trial``),
- the aliases of official lists, searched among all other names of those lists; and put side by side, with the nearest,
  a near and two random names of other entities for each,
- disturbed spellings of the names of forced-labour lists, an export-control list and of factories, side by side, with
  firms that are not them (``benchmarks.negatives``).

Half of the entities, and other seeds, are kept back.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.negatives import Entities, Pair, alias_pairs, disturbed_pairs, false_pairs, list_names, nearest_others
from benchmarks.reading import NOBODY, read_table
from benchmarks.spellings import FORM
from benchmarks.trial import Size, make_trial
from screening.engine.features import BY_INITIALS, COVER_MOST, TELLING
from screening.engine.names import NameIndex
from screening.engine.pairs import pair_features

KEPT: Final = 6  # candidates of a query that the model learns from; further ones are told apart by anything
LIST: Final = "LIST"  # names searched on a list: most of what is alike there is another firm
PAIR: Final = "PAIR"  # two names put side by side
WEIGHTS: Final = {  # of each source: its kind; what each list counts in it, of pairs the true and the false each
    "invented": (LIST, 5.0),
    "aliases on a list": (LIST, 1.0),
    "aliases in pairs": (PAIR, 1.0),
    "disturbed": (PAIR, 1.5),
}
MOST_NAMES: Final = 350  # names of one file that are disturbed, of each half
RANDOM: Final = 2  # names of other entities, drawn blindly, beside each alias
BIS: Final = "bis_entity_list.csv"


@dataclass(frozen=True, slots=True)
class Part:
    """Pairs of one source (of WEIGHTS): features, a row a pair, whether they are one firm, what each weighs."""

    features: NDArray[np.float32]
    same: NDArray[np.bool_]
    source: str
    weight: NDArray[np.float64]


def invented(size: Size) -> Part:
    """Return the candidates of the queries of an invented list."""
    with tempfile.TemporaryDirectory() as folder:
        trial = make_trial(Path(folder), size)
        listed, queries, wanted = trial.listed(), trial.queries(), trial.wanted()
    found = NameIndex.build(listed).search(queries, least=1e-6, most=KEPT)
    same = (wanted[found.query] != NOBODY) & (wanted[found.query] == found.listed)
    return Part(found.features, same, "invented", _each_as_much(len(same), "invented"))


def _each_as_much(count: int, source: str) -> NDArray[np.float64]:
    return np.full(count, WEIGHTS[source][1] / count)


class Aliases:
    """The aliases of a file, their entities, and which of these are kept back."""

    def __init__(self, path: Path) -> None:
        self.pairs = alias_pairs(path)
        self.entities = Entities()
        for one, other, label, _ in self.pairs:
            if label:
                self.entities.join(one, other)
        self.number = {name: i for i, name in enumerate(dict.fromkeys(map(self._of, self.pairs)))}

    def _of(self, pair: Pair) -> str:
        return self.entities.of(pair[0])

    def half(self, kept_back: bool) -> list[Pair]:
        """Return the pairs of half the entities."""
        return [pair for pair in self.pairs if self.number[self._of(pair)] % 2 == int(kept_back)]

    def owners(self, names: Sequence[str]) -> NDArray[np.int64]:
        """Return the entity of each name."""
        return np.array([self.number[self.entities.of(name)] for name in names])


def on_a_list(aliases: Aliases, kept_back: bool) -> Part:
    """Return the aliases of half the entities as queries among all names."""
    listed = list(dict.fromkeys(one for one, *_ in aliases.pairs))
    queries = list(dict.fromkeys(other for _, other, label, _ in aliases.half(kept_back) if label))
    found = NameIndex.build(listed).search(queries, least=1e-6, most=KEPT)
    same = aliases.owners(listed)[found.listed] == aliases.owners(queries)[found.query]
    return Part(found.features, same, "aliases on a list", _each_as_much(len(same), "aliases on a list"))


def alias_sides(aliases: Aliases, kept_back: bool) -> Iterator[Pair]:
    """Yield the aliases of half the entities and, beside each name, the nearest, a near and random others."""
    rnd = random.Random(int(kept_back))
    mine = aliases.half(kept_back)
    names = list(dict.fromkeys(one for one, *_ in mine))
    among = sorted({name for one, other, *_ in aliases.pairs for name in (one, other)})
    yield from mine
    yield from ((*pair, 0, "near other alias") for pair in nearest_others(names, among, aliases.entities.of, rnd))
    for name in names:
        for other in rnd.sample(among, RANDOM):
            if aliases.entities.of(other) != aliases.entities.of(name):
                yield name, other, 0, "other alias"


def _half(names: Sequence[str], kept_back: bool) -> list[str]:
    with_form = [name for name in dict.fromkeys(names) if FORM.search(name)]
    return with_form[int(kept_back) :: 2][:MOST_NAMES]


def _column(path: Path) -> list[str]:
    return [" ".join(row["name"].split()) for row in read_table(path, ("name",)).rows]


def _same_text(one: str, other: str) -> bool:
    return [c for c in one.casefold() if c.isalnum()] == [c for c in other.casefold() if c.isalnum()]


def disturbed_sides(lists: Path, facilities: Path | None, kept_back: bool) -> Iterator[Pair]:
    """Yield disturbed spellings of half the names of each file, and pairs of firms that are not one.

    Raises:
        TableError: if a file cannot be read.

    """
    listed, entities = list_names(lists)
    files = [listed, _column(lists / BIS) if (lists / BIS).exists() else [], _column(facilities) if facilities else []]
    rnd = random.Random(int(kept_back))
    for names in filter(None, files):
        mine = _half(names, kept_back)
        yield from disturbed_pairs(mine, rnd)
        yield from false_pairs(mine, rnd)
        for one, other in nearest_others(mine, list(dict.fromkeys(names)), entities.of):
            if not _same_text(one, other):
                yield one, other, 0, "nearest other entity"


def side_by_side(pairs: Sequence[Pair], source: str) -> Part:
    """Return labelled pairs as the engine compares them without a list.

    The true count as much as the false, and each kind of a label as much as another.  Nothing is learnt from pairs
    without a word in common, which score 0, nor from aliases that share common words alone: nobody can tell these are
    one firm from their names, and the model would pay for them with every other pair.
    """
    features = pair_features([one for one, *_ in pairs], [other for _, other, *_ in pairs])
    same = np.array([bool(label) for _, _, label, _ in pairs])
    counts = Counter((label, kind) for _, _, label, kind in pairs)
    kinds = Counter(label for label, _ in counts)
    each = np.array([WEIGHTS[source][1] / kinds[label] / counts[label, kind] for _, _, label, kind in pairs])
    each[features[:, COVER_MOST] == 0.0] = 0.0
    if source == "aliases in pairs":
        each[same & (features[:, TELLING] == 0.0) & (features[:, BY_INITIALS] == 0.0)] = 0.0
    return Part(features, same, source, each)


def parts(options: argparse.Namespace, *, kept_back: bool, kinds: Sequence[str] = (LIST, PAIR)) -> list[Part]:
    """Return all sources of the kinds.

    Those ``kept_back`` have other seeds and, of each file, other entities (of aliases) or names (that are disturbed).
    That holds within a file only: an entity of one file may be in the other half of another.

    Raises:
        TableError: if a file cannot be read.

    """
    found: list[Part] = []
    aliases = Aliases(options.aliases)
    if LIST in kinds:
        seed = 101 if kept_back else 1
        sizes = (
            Size(names=n, parties=2, clean=9_000, noisy=6_000, seed=seed + i) for i, n in enumerate((10_000, 100_000))
        )
        found.extend(invented(size) for size in sizes)
        found.append(on_a_list(aliases, kept_back))
    if PAIR in kinds:
        found.append(side_by_side(list(alias_sides(aliases, kept_back)), "aliases in pairs"))
    if PAIR in kinds and options.lists:
        pairs = list(disturbed_sides(options.lists, options.facilities, kept_back))
        found.append(side_by_side(pairs, "disturbed"))
    return found
