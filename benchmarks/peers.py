"""Other people's matchers, each as its users run it: rapidfuzz, character 3-grams, nomenklatura (extra ``peers``)."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final, cast

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.utils import default_process

from benchmarks.engines import Answers, Build, Floats, Pairs, PairScorer, Search, Searcher
from benchmarks.tfidf import Tfidf

THRESHOLD: Final = 0.70  # of nomenklatura and yente; the others have none of their own and are given the same
CANDIDATES: Final = 50  # names a scorer looks at for each query, from the 3-grams
CELLS: Final = 20_000_000  # scores of a brute-force matrix at a time: 80 MB
Scorer = Callable[..., float]
RAPIDFUZZ: Final[tuple[tuple[str, Scorer, float], ...]] = (  # name, scorer, what it gives to equal names
    ("rapidfuzz WRatio", fuzz.WRatio, 100),
    ("rapidfuzz token_set", fuzz.token_set_ratio, 100),
    ("rapidfuzz token_sort", fuzz.token_sort_ratio, 100),
    ("rapidfuzz Jaro-Winkler", JaroWinkler.normalized_similarity, 1),
)
ALGORITHMS: Final = ("logic-v2", "logic-v1")


def _rapidfuzz(scorer: Scorer, whole: float) -> Callable[[Pairs], Floats]:
    def score(pairs: Pairs) -> Floats:
        left, right = [default_process(n) for n in pairs.left], [default_process(n) for n in pairs.right]
        found = process.cpdist(left, right, scorer=scorer, dtype=np.float32, workers=-1)
        return cast(Floats, found / np.float32(whole))

    return score


def missing() -> str:
    """Return why nomenklatura cannot be measured, "" when it can."""
    try:
        version("nomenklatura")
        version("followthemoney")
    except PackageNotFoundError as error:
        return f"{error.name} is not installed (extra peers): its scorers are left out"
    return ""


@cache
def _algorithm(name: str) -> tuple[Any, Any]:
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm(name)
    if algorithm is None:
        raise RuntimeError(f"this nomenklatura has no {name}")
    return algorithm, algorithm.default_config()


def _entities(names: Sequence[str], countries: Sequence[str], addresses: Sequence[str]) -> list[Any]:
    """Return a company for each name; equal ones are one object, as a server would keep them."""
    from followthemoney import model

    known: dict[tuple[str, str, str], Any] = {}
    for key in zip(names, countries, addresses, strict=True):
        if key not in known:
            entity = model.make_entity("Company")
            entity.id = f"E{len(known)}"
            for field, value in zip(("name", "country", "address"), key, strict=True):
                entity.add(field, value or None, quiet=True)
            known[key] = entity
    return [known[key] for key in zip(names, countries, addresses, strict=True)]


def _nomenklatura(name: str) -> Callable[[Pairs], Floats]:
    def score(pairs: Pairs) -> Floats:
        algorithm, config = _algorithm(name)
        left = _entities(pairs.left, pairs.left_countries, pairs.left_addresses)
        right = _entities(pairs.right, pairs.right_countries, pairs.right_addresses)
        found = (algorithm.compare(a, b, config).score for a, b in zip(left, right, strict=True))
        return np.fromiter(found, dtype=np.float32, count=len(left))

    return score


def pair_scorers() -> list[PairScorer]:
    """Return every peer that scores pairs and is installed."""
    found = [] if missing() else [PairScorer(f"nomenklatura {a}", THRESHOLD, _nomenklatura(a)) for a in ALGORITHMS]
    return found + [PairScorer(name, THRESHOLD, _rapidfuzz(scorer, whole)) for name, scorer, whole in RAPIDFUZZ]


def tfidf_alone(names: Sequence[str]) -> Searcher:
    """Return a search by 3-grams and nothing else; the cosine is the score."""
    return Searcher("char-3-gram TF-IDF", THRESHOLD, Tfidf(names).search)


def _reranked(names: Sequence[str], tfidf: Tfidf, scorer: PairScorer) -> Search:
    def search(queries: Sequence[str], least: float, most: int) -> Answers:
        near = tfidf.search(queries, 0.0, CANDIDATES)
        left, right = [queries[i] for i in near.query.tolist()], [names[i] for i in near.listed.tolist()]
        scores = scorer.score(Pairs.of_names(left, right))
        enough = scores >= least
        return Answers.sorted(near.query[enough], near.listed[enough], scores[enough], most)

    return search


def rerankers(names: Sequence[str]) -> list[Searcher]:
    """Return the 3-grams alone and every scorer over the CANDIDATES nearest names by 3-grams, as search servers do."""
    tfidf = Tfidf(names)
    alone = Searcher("char-3-gram TF-IDF", THRESHOLD, tfidf.search)
    return [alone, *(Searcher(s.name, s.threshold, _reranked(names, tfidf, s)) for s in pair_scorers())]


def _brute_force(names: Sequence[str], scorer: Scorer, whole: float) -> Search:
    listed = [default_process(name) for name in names]

    def part(queries: Sequence[str], start: int, least: float, most: int) -> Answers:
        matrix: Floats = process.cdist(queries, listed, scorer=scorer, dtype=np.float32, workers=-1)
        matrix /= np.float32(whole)
        few = min(most, len(listed))
        columns = np.argpartition(-matrix, few - 1, axis=1)[:, :few].astype(np.int32).ravel()
        rows = np.repeat(np.arange(len(queries), dtype=np.int32), few)
        scores = matrix[rows, columns]
        enough = scores >= least
        return Answers.sorted(rows[enough] + np.int32(start), columns[enough], scores[enough], most)

    def search(queries: Sequence[str], least: float, most: int) -> Answers:
        texts, step = [default_process(q) for q in queries], max(1, CELLS // max(1, len(listed)))
        parts = [part(texts[i : i + step], i, least, most) for i in range(0, len(texts), step)]
        return Answers(*(np.concatenate([getattr(p, f) for p in parts]) for f in ("query", "listed", "score")))

    return search


def _brute(name: str, scorer: Scorer, whole: float) -> Build:
    return lambda names: Searcher(f"{name}, all names", THRESHOLD, _brute_force(names, scorer, whole))


def _over_candidates(algorithm: str) -> Build:
    scorer = PairScorer(f"nomenklatura {algorithm}", THRESHOLD, _nomenklatura(algorithm))
    title = f"{scorer.name}, {CANDIDATES} candidates"
    return lambda names: Searcher(title, THRESHOLD, _reranked(names, Tfidf(names), scorer))


def searchers() -> list[Build]:
    """Return what builds every peer that searches a list: 3-grams, brute force, logic-v2 over candidates."""
    brute = [_brute(name, scorer, whole) for name, scorer, whole in RAPIDFUZZ if "token_set" not in name]
    return [tfidf_alone, *brute, *([] if missing() else [_over_candidates("logic-v2")])]
