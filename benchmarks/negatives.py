"""Make labelled pairs to develop with, of lists and aliases that lie beside the project; write them as a CSV.

``python -m benchmarks.negatives --out FILE.csv [--lists DIR] [--aliases FILE.csv] [--facilities FILE.csv]`` writes the
columns name1, name2, label, kind.  Of aliases (name1, name2, label) it makes true pairs and, for each name, its nearest
name of another entity by character 3-grams.  Of lists (``uflpa.csv``, ``wro.csv``) it makes disturbed spellings of
every kind and pairs that must not match: the nearest other entity, another word of its own at the same place in the
same trade, another number, another place, a sister company.  The same seed and files give the same pairs.
"""

import argparse
import csv
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.names import OWN
from benchmarks.reading import TableError, read_table
from benchmarks.showing import console
from benchmarks.spellings import FORM
from benchmarks.tfidf import Tfidf
from benchmarks.variants import KINDS, PLACES, Change, cut_at, word_of_its_own

Pair = tuple[str, str, int, str]  # name1, name2, label, kind
NEAR: Final = 12  # neighbours looked at for one of another entity: an entity has rarely more spellings
LISTS: Final[tuple[tuple[str, str], ...]] = (("uflpa.csv", "name"), ("wro.csv", "entity"))  # file, column of the name
DISTURBED: Final[Mapping[str, Change]] = {
    **{kind: KINDS[kind] for kind in KINDS if kind not in {"cut at 35", "no place", "lost word"}},
    "cut at 60": cut_at(60),
    "cut at 35": cut_at(35),
    "cut at 30": cut_at(30),
}
SISTERS: Final = ("Chile", "Vietnam", "Mexico", "Holding", "Trading", "Hong Kong", "India", "Logistics")


class Entities:
    """Which spellings name one entity, as far as pairs of them say: chains of aliases are followed."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the spelling that stands for the entity of ``name``."""
        self._parent.setdefault(name, name)
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Take two spellings for one entity."""
        self._parent[self.of(other)] = self.of(one)


def nearest_others(
    names: Sequence[str], among: Sequence[str], entity: Callable[[str], str], rnd: random.Random | None = None
) -> Iterator[tuple[str, str]]:
    """Yield each name with the most alike of ``among`` that is of another entity; with ``rnd``, any of the NEAR."""
    found = Tfidf(among).search(names, 0.0, NEAR)
    near: dict[int, list[str]] = {}
    for row, place in zip(found.query.tolist(), found.listed.tolist(), strict=True):
        other = among[place]
        if entity(other) != entity(names[row]) and other.casefold() != names[row].casefold():
            near.setdefault(row, []).append(other)
    for row, others in near.items():
        yield names[row], rnd.choice(others) if rnd else others[0]


def alias_pairs(path: Path) -> list[Pair]:
    """Return the aliases of a file as true pairs, and for each name the nearest of another entity.

    Raises:
        TableError: if the file cannot be read or lacks a column.

    """
    table = read_table(path, ("name1", "name2", "label"))
    true = [(r["name1"].strip(), r["name2"].strip()) for r in table.rows if r["label"].strip() == "1"]
    entities = Entities()
    for one, other in true:
        entities.join(one, other)
    among = sorted({name for pair in true for name in pair})
    near = nearest_others(list(dict.fromkeys(one for one, _ in true)), among, entities.of)
    return [(*pair, 1, "alias") for pair in true] + [(*pair, 0, "nearest other alias") for pair in near]


def list_names(folder: Path) -> tuple[list[str], Entities]:
    """Return the firms of the lists in a folder (those with a legal form), and which spellings are one entity.

    Raises:
        TableError: if there is no list, or one cannot be read.

    """
    entities, names = Entities(), dict[str, None]()
    tables = [(read_table(folder / file, (column,)), column) for file, column in LISTS if (folder / file).exists()]
    if not tables:
        raise TableError(f"{folder} has none of {', '.join(file for file, _ in LISTS)}")
    for table, column in tables:
        for row in table.rows:
            name = " ".join(row[column].split())
            for alias in filter(None, (row.get("aliases", "") + "|" + row.get("former_names", "")).split("|")):
                entities.join(name, alias.strip())
            if FORM.search(name):
                names.setdefault(name)
    return list(names), entities


def disturbed_pairs(names: Sequence[str], rnd: random.Random) -> Iterator[Pair]:
    """Yield every name with one spelling of each kind that changes it."""
    for name in names:
        for kind, change in DISTURBED.items():
            other = change(name, rnd).strip()
            if other not in {name, ""}:
                yield name, other.upper() if rnd.random() < 0.5 else other, 1, kind


def _other_word(name: str, rnd: random.Random) -> str:
    words = name.split()
    form = FORM.search(name)
    last = len(name[: form.start()].split()) if form else len(words)
    for i, word in enumerate(words[:last]):
        if word.isalpha() and word_of_its_own(word):
            words[i] = OWN["PINYIN"](rnd).replace(" ", "")
            return " ".join(words)
    return name


def _other_place(name: str, rnd: random.Random) -> str:
    words = name.split()
    for i, word in enumerate(words):
        if word in PLACES:
            words[i] = rnd.choice(sorted(place for place in PLACES - {word} if " " not in place))
            return " ".join(words)
    return name


def _sister(name: str, rnd: random.Random) -> str:
    form = FORM.search(name)
    word = rnd.choice(SISTERS)
    return f"{name[: form.start()]} {word}{name[form.start() :]}" if form else f"{name} {word}"


OTHERS: Final[Mapping[str, Change]] = {
    "other word of its own": _other_word,
    "other place": _other_place,
    "sister company": _sister,
}


def false_pairs(names: Sequence[str], rnd: random.Random) -> Iterator[Pair]:
    """Yield every name with firms that are not it: one word, the place or the number is another, or a sister firm."""
    for name in names:
        for kind, change in OTHERS.items():
            other = change(name, rnd)
            if other != name:
                yield name, other, 0, kind
        one, two = rnd.sample(range(1, 12), 2)
        form = FORM.search(name)
        bare = name[: form.start()] if form else name
        yield f"{bare} No. {one} Factory", f"{bare} No. {two} Factory", 0, "other number"


def list_pairs(folder: Path, facilities: Path | None, seed: int) -> list[Pair]:
    """Return disturbed spellings of the names on lists, and pairs of other firms.

    Raises:
        TableError: if a file cannot be read.

    """
    names, entities = list_names(folder)
    rnd = random.Random(seed)
    others = [" ".join(row["name"].split()) for row in read_table(facilities, ("name",)).rows] if facilities else []
    near = nearest_others(names, list(dict.fromkeys([*names, *others])), entities.of)
    pairs = [*disturbed_pairs(names, rnd), *((*pair, 0, "nearest other entity") for pair in near)]
    return pairs + list(false_pairs(names, rnd))


def write_pairs(path: Path, pairs: Sequence[Pair]) -> None:
    """Write pairs as the CSV that ``benchmarks.pairs`` reads."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("name1", "name2", "label", "kind"))
        writer.writerows(pairs)


def arguments() -> argparse.ArgumentParser:
    """Return what the command takes."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.negatives", description=__doc__, formatter_class=shape)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.csv")
    parser.add_argument("--lists", type=Path, metavar="DIR", help="folder with uflpa.csv and wro.csv")
    parser.add_argument("--aliases", type=Path, metavar="FILE.csv", help="true pairs: name1, name2, label")
    parser.add_argument("--facilities", type=Path, metavar="FILE.csv", help="other firms, near ones of which are false")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def main(words: Sequence[str] | None = None) -> None:
    """Make the pairs, write them, say how many of each label there are."""
    parser = arguments()
    options = parser.parse_args(words)
    if not options.lists and not options.aliases:
        parser.error("give --lists or --aliases, or both")
    try:
        pairs = alias_pairs(options.aliases) if options.aliases else []
        pairs += list_pairs(options.lists, options.facilities, options.seed) if options.lists else []
        write_pairs(options.out, pairs)
    except (TableError, OSError) as error:
        parser.error(str(error))
    true = sum(label for *_, label, _ in pairs)
    console.print(f"{len(pairs):,} pairs, {true:,} of them the same, written to {options.out}")


if __name__ == "__main__":
    main()
