"""Learn the points of the engine's features from names whose truth is known; write ``engine/data/score.csv``.

``python -m benchmarks.learn --aliases FILE.csv [--lists DIR] [--facilities FILE.csv] [--of KIND] [--out FILE.csv]``
takes the pairs of ``benchmarks.sources`` and fits a logistic model that is additive and monotone: each feature has its
points at 21 values of its range, which never fall where it speaks for one firm and never rise where it speaks against;
doubts that the law of care demands have least sizes (:data:`FLOORS`).  The half that is kept back is for
``benchmarks.reliability``.  The fit is convex and starts from these least sizes, other points of 0 and a constant of
-3: the same input gives the same points.  With --of LIST or --of PAIR the points of the other kind stay as they are.
"""

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from benchmarks.reading import TableError
from benchmarks.showing import console
from benchmarks.sources import LIST, PAIR, WEIGHTS, Part, parts
from screening.engine.features import FEATURES
from screening.engine.score import STEPS, TABLE
from screening.engine.storage import table

SHIPPED: Final = Path(__file__).parent.parent / "screening" / "engine" / "data" / "score.csv"
SMOOTH: Final = 1e-5  # weight of the squared points: keeps them small where the data say nothing
FLOORS: Final = {  # points a doubt takes at least in full: the golden pairs ask for them, the data are too thin to
    "number_both": 3.5,
    "number_one": 1.0,
    "place_both": 2.5,
    "place_one": 0.7,
    "country_one": 5.0,
    "common_only": 3.0,
    "own_left_both": 1.0,
    "other_country": 0.5,
}
PAIR_FLOORS: Final = FLOORS | {
    "alike_among": 2.5,  # another trade beside a word that is only alike: ZHONGFEI TRADING is not ZHONGTAI CHEMICAL
}
MOST_CONSTANT: Final = -1.0  # points of two names of which nothing is said: a doubt, most names are of two firms
FLOORS_OF: Final = {LIST: FLOORS, PAIR: PAIR_FLOORS}


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


def _least_rises(floors: Mapping[str, float]) -> NDArray[np.float64]:
    """Return, for each feature, by how much its points must change from step to step."""
    least = np.zeros((FEATURES, STEPS))
    for feature in TABLE:
        least[feature.place] = floors.get(feature.name, 0.0) / STEPS
    return least


def learn(sources: Sequence[Part], floors: Mapping[str, float]) -> NDArray[np.float64]:
    """Return the points: a row a feature, by place, and last the constant."""
    steps = on_steps(np.concatenate([part.features for part in sources]))
    same = np.concatenate([part.same for part in sources]).astype(np.float64)
    weight = np.concatenate([part.weight for part in sources])
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

    least = _least_rises(floors).ravel()
    bounds = [*((low, None) for low in least), (None, MOST_CONSTANT)]
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


def _rows(of: str, points: NDArray[np.float64]) -> list[list[str]]:
    places = (*((feature.name, feature.place) for feature in TABLE), ("constant", FEATURES))
    return [[of, name, *(f"{value:.3f}" for value in points[place] + 0.0)] for name, place in places]


def _shipped(of: str) -> list[list[str]]:
    """Return the rows of a kind as they are shipped, 0 for features they do not have yet."""
    by_name = {row["feature"]: list(row.values()) for row in table("score") if row["of"] == of}
    names = (*(feature.name for feature in TABLE), "constant")
    return [by_name.get(name, [of, name, *["0.000"] * (STEPS + 1)]) for name in names]


def write_points(path: Path, learnt: Mapping[str, NDArray[np.float64]]) -> None:
    """Write the points of lists and of pairs as the table that the engine ships; a kind not learnt stays as it is."""
    rows = [row for of in (LIST, PAIR) for row in (_rows(of, learnt[of]) if of in learnt else _shipped(of))]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["of", "feature", *(f"{step / STEPS:.2f}" for step in range(STEPS + 1))])
        writer.writerows(rows)


def main(words: Sequence[str] | None = None) -> None:
    """Learn and write the points."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.learn", description=__doc__, formatter_class=shape)
    parser.add_argument("--aliases", type=Path, required=True, metavar="FILE.csv", help="name1, name2, label")
    parser.add_argument("--lists", type=Path, metavar="DIR", help="folder with uflpa.csv and wro.csv")
    parser.add_argument("--facilities", type=Path, metavar="FILE.csv", help="other firms")
    parser.add_argument("--of", nargs="*", choices=(LIST, PAIR), default=(LIST, PAIR), help="what is learnt anew")
    parser.add_argument("--out", type=Path, default=SHIPPED, metavar="FILE.csv")
    options = parser.parse_args(words)
    try:
        sources = parts(options, kept_back=False, kinds=options.of)
        kinds = {of: [part for part in sources if WEIGHTS[part.source][0] == of] for of in options.of}
        write_points(options.out, {of: learn(found, FLOORS_OF[of]) for of, found in kinds.items()})
    except (TableError, OSError) as error:
        parser.error(str(error))
    console.print(f"learnt from {sum(len(part.same) for part in sources):,} pairs, written to {options.out}")


if __name__ == "__main__":
    main()
