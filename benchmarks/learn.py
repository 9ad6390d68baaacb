"""Learn the points of the engine's features from names whose truth is known; write ``engine/data/score.csv``.

``python -m benchmarks.learn --lists DIR --aliases FILE.csv [--facilities FILE.csv] [--out FILE.csv]`` takes

- invented lists of 10,000 and 100,000 names with disturbed spellings and clean names (``benchmarks.trial``),
- the aliases of official lists, searched among all other names of those lists, and compared pair by pair,
- disturbed spellings of forced-labour lists and firms that are not them (``benchmarks.negatives``),

and fits a logistic model that is additive and monotone: each feature has its points at 21 values of its range, which
never fall where it speaks for one firm and never rise where it speaks against; doubts that the law of care demands have
least sizes (:data:`FLOORS`).  Half of the aliases, by entity, and other seeds are kept back for
``benchmarks.reliability``.  The fit is convex and starts from nothing: the same input gives the same points.
"""

import argparse
import csv
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from benchmarks.negatives import Entities, alias_pairs, list_pairs
from benchmarks.reading import TableError
from benchmarks.showing import console
from benchmarks.trial import NOBODY, Size, make_trial
from screening.engine.features import FEATURES
from screening.engine.names import NameIndex
from screening.engine.pairs import pair_features
from screening.engine.score import STEPS, TABLE

SHIPPED: Final = Path(__file__).parent.parent / "screening" / "engine" / "data" / "score.csv"
KEPT: Final = 6  # candidates of a query that the model learns from; further ones are told apart by anything
SMOOTH: Final = 1e-5  # weight of the squared points: keeps them small where the data say nothing
FLOORS: Final = {  # points a doubt takes at least in full: the golden pairs ask for them, the data are too thin to
    "number_both": 3.5,
    "number_one": 1.0,
    "place_both": 2.5,
    "place_one": 0.7,
    "country_one": 5.0,
    "common_only": 2.5,
    "own_left_both": 1.0,
    "other_country": 0.5,
}
LIST: Final = "LIST"  # names searched on a list: most of what is alike there is another firm
PAIR: Final = "PAIR"  # two names put side by side
WEIGHTS: Final = {  # of each source in what is learnt of its kind
    "invented": (LIST, 50.0),
    "aliases on a list": (LIST, 1.0),
    "aliases in pairs": (PAIR, 1.0),
    "disturbed": (PAIR, 1.0),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Pairs of one source: their features, a row a pair, whether they are one firm, and the source (of WEIGHTS)."""

    features: NDArray[np.float32]
    same: NDArray[np.bool_]
    source: str


def invented(size: Size) -> Part:
    """Return the candidates of the queries of an invented list."""
    with tempfile.TemporaryDirectory() as folder:
        trial = make_trial(Path(folder), size)
        listed, queries, wanted = trial.listed(), trial.queries(), trial.wanted()
    found = NameIndex.build(listed).search(queries, least=1e-6, most=KEPT)
    same = (wanted[found.query] != NOBODY) & (wanted[found.query] == found.listed)
    return Part(found.features, same, "invented")


def aliases(path: Path, kept_back: bool) -> tuple[Part, Part]:
    """Return the aliases of half the entities, as queries among all names, and the same compared pair by pair."""
    pairs = alias_pairs(path)
    entities = Entities()
    for one, other, label, _ in pairs:
        if label:
            entities.join(one, other)
    number = {name: i for i, name in enumerate(dict.fromkeys(entities.of(one) for one, *_ in pairs))}
    mine = [pair for pair in pairs if number[entities.of(pair[0])] % 2 == int(kept_back)]
    listed = list(dict.fromkeys(one for one, *_ in pairs))
    queries = list(dict.fromkeys(other for _, other, label, _ in mine if label))
    found = NameIndex.build(listed).search(queries, least=1e-6, most=KEPT)
    owner = np.array([number[entities.of(name)] for name in listed])
    asked = np.array([number[entities.of(name)] for name in queries])
    same = owner[found.listed] == asked[found.query]
    alone = pair_features([queries[i] for i in found.query], [listed[i] for i in found.listed])
    return Part(found.features, same, "aliases on a list"), Part(alone, same, "aliases in pairs")


def in_pairs(pairs: Sequence[tuple[str, str, int, str]], source: str) -> Part:
    """Return labelled pairs as the engine compares them without a list."""
    features = pair_features([one for one, *_ in pairs], [other for _, other, *_ in pairs])
    return Part(features, np.array([bool(label) for _, _, label, _ in pairs]), source)


def parts(options: argparse.Namespace, *, kept_back: bool) -> list[Part]:
    """Return all sources; those ``kept_back`` share no entity and no seed with the others."""
    seed = 101 if kept_back else 1
    found = [
        invented(Size(names=count, parties=2, clean=9_000, noisy=6_000, seed=seed + i))
        for i, count in enumerate((10_000, 100_000))
    ]
    found.extend(aliases(options.aliases, kept_back))
    if options.lists:
        pairs = list_pairs(options.lists, options.facilities, seed)
        found.append(in_pairs(pairs, "disturbed"))
    return found


def on_steps(features: NDArray[np.float32]) -> sparse.csr_array:
    """Return the share of every step of every feature in a value: two of a feature's steps share each value."""
    scaled = np.clip(features, 0.0, 1.0) * STEPS
    step = np.minimum(scaled.astype(np.int64), STEPS - 1)
    within = scaled - step
    rows, places = np.indices(features.shape)
    columns = places * (STEPS + 1) + step
    shape = (len(features), FEATURES * (STEPS + 1))
    data = np.concatenate([(1 - within).ravel(), within.ravel()])
    where = (np.tile(rows.ravel(), 2), np.concatenate([columns.ravel(), columns.ravel() + 1]))
    return sparse.coo_array((data, where), shape=shape).tocsr()


def _least_rises() -> NDArray[np.float64]:
    """Return, for each feature, by how much its points must change from step to step."""
    least = np.zeros((FEATURES, STEPS))
    for feature in TABLE:
        least[feature.place] = FLOORS.get(feature.name, 0.0) / STEPS
    return least


def _weights(part: Part) -> NDArray[np.float64]:
    """Return what each pair of a source counts: on lists each as much, in pairs the true as much as the false."""
    of, weight = WEIGHTS[part.source]
    if of == LIST:
        return np.full(len(part.same), weight / len(part.same))
    return np.asarray(np.where(part.same, 0.5 / part.same.sum(), 0.5 / (~part.same).sum()) * weight, np.float64)


def learn(sources: Sequence[Part]) -> NDArray[np.float64]:
    """Return the points: a row a feature, by place, and last the constant."""
    steps = on_steps(np.concatenate([part.features for part in sources]))
    same = np.concatenate([part.same for part in sources]).astype(np.float64)
    weight = np.concatenate([_weights(part) for part in sources])
    weight /= weight.sum()
    sign = np.zeros((FEATURES, 1))
    for feature in TABLE:
        sign[feature.place] = feature.sign
    turned = sparse.csr_array(steps.T)

    def points_of(rises: NDArray[np.float64]) -> NDArray[np.float64]:
        points = np.zeros((FEATURES, STEPS + 1))
        points[:, 1:] = sign * np.cumsum(rises.reshape(FEATURES, STEPS), axis=1)
        return points

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        rises, constant = values[:-1], values[-1]
        told = steps @ points_of(rises).ravel() + constant
        error = weight @ (np.logaddexp(0.0, told) - same * told)
        off = weight * (1.0 / (1.0 + np.exp(-told)) - same)
        slope = (turned @ off).reshape(FEATURES, STEPS + 1)[:, 1:] * sign
        by_rise = np.cumsum(slope[:, ::-1], axis=1)[:, ::-1].ravel() + 2 * SMOOTH * rises
        return float(error + SMOOTH * rises @ rises), np.append(by_rise, off.sum())

    least = _least_rises().ravel()
    bounds = [*((low, None) for low in least), (None, None)]
    found = optimize.minimize(
        loss,
        np.append(least, -3.0),
        jac=True,
        bounds=bounds,
        method="L-BFGS-B",
        options={"maxiter": 3000, "maxfun": 4000, "ftol": 1e-10, "gtol": 1e-7},
    )
    constant = np.full((1, STEPS + 1), found.x[-1])
    return np.concatenate([points_of(found.x[:-1]), constant])


def write_points(path: Path, points: Mapping[str, NDArray[np.float64]]) -> None:
    """Write the points of lists and of pairs as the table that the engine ships."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["of", "feature", *(f"{step / STEPS:.2f}" for step in range(STEPS + 1))])
        for of, table in points.items():
            for name, place in (*((feature.name, feature.place) for feature in TABLE), ("constant", FEATURES)):
                writer.writerow([of, name, *(f"{value:.3f}" for value in table[place] + 0.0)])


def main(words: Sequence[str] | None = None) -> None:
    """Learn and write the points."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.learn", description=__doc__, formatter_class=shape)
    parser.add_argument("--aliases", type=Path, required=True, metavar="FILE.csv", help="name1, name2, label")
    parser.add_argument("--lists", type=Path, metavar="DIR", help="folder with uflpa.csv and wro.csv")
    parser.add_argument("--facilities", type=Path, metavar="FILE.csv", help="other firms")
    parser.add_argument("--out", type=Path, default=SHIPPED, metavar="FILE.csv")
    options = parser.parse_args(words)
    try:
        sources = parts(options, kept_back=False)
        kinds = {of: [part for part in sources if WEIGHTS[part.source][0] == of] for of in (LIST, PAIR)}
        write_points(options.out, {of: learn(of_kind) for of, of_kind in kinds.items()})
    except (TableError, OSError) as error:
        parser.error(str(error))
    console.print(f"learnt from {sum(len(part.same) for part in sources):,} pairs, written to {options.out}")


if __name__ == "__main__":
    main()
