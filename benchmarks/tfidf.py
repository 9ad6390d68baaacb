"""Retrieval by character 3-grams weighted by rarity, as most libraries do it: a peer, and the candidates of peers."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from rapidfuzz.utils import default_process
from scipy import sparse

from benchmarks.engines import Answers

SIZE: Final = 1 << 18  # buckets of hashed 3-grams: about ten times the 3-grams of Latin names, so few share one
CELLS: Final = 30_000_000  # of a product of queries and list at a time: bounds its memory to about 400 MB
MULTIPLIERS: Final = (2654435761, 40503, 2246822519)  # odd constants of multiplicative hashing (Knuth, 6.4)

Matrix = Any  # a scipy.sparse.csr_array of two dimensions; its stubs lose the shape


def _counts(names: Sequence[str]) -> Matrix:
    """Return a matrix names x SIZE of how often each 3-gram stands in each name, a space before and after."""
    texts = [f" {default_process(name)} " for name in names]
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)
    if len(letters) < 3:
        return sparse.csr_array((len(texts), SIZE), dtype=np.float32)
    mixed = sum(letters[i : len(letters) - 2 + i] * np.uint64(m) for i, m in enumerate(MULTIPLIERS))
    grams = ((np.asarray(mixed, dtype=np.uint64) >> np.uint64(7)) % np.uint64(SIZE)).astype(np.int32)
    whole = owner[:-2] == owner[2:]
    ones = np.ones(int(whole.sum()), dtype=np.float32)
    return sparse.coo_array((ones, (owner[:-2][whole], grams[whole])), shape=(len(texts), SIZE)).tocsr()


class Tfidf:
    """A list of names by the cosine of their weighted 3-grams."""

    def __init__(self, names: Sequence[str]) -> None:
        counts = _counts(names)
        frequency = np.bincount(counts.indices, minlength=SIZE)
        self._idf = (np.log((len(names) + 1) / (frequency + 1)) + 1).astype(np.float32)  # smooth, as usual
        self._listed = sparse.csr_array(self._weighted(counts).T)
        self._names = len(names)

    def _weighted(self, counts: Matrix) -> Matrix:
        data = counts.data * self._idf[counts.indices]
        matrix = sparse.csr_array((data, counts.indices, counts.indptr), shape=counts.shape)
        norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        norms[norms == 0] = 1
        matrix.data = matrix.data / np.repeat(norms, np.diff(matrix.indptr)).astype(np.float32)
        return matrix

    def search(self, names: Sequence[str], least: float, most: int) -> Answers:
        """Return the listed names with a cosine of at least ``least`` (0..1), best first, ``most`` a query."""
        queries = self._weighted(_counts(names))
        step = max(1, CELLS // max(1, self._names))
        parts = [self._part(queries[i : i + step], i, least, most) for i in range(0, len(names), step)]
        joined = [np.concatenate([getattr(part, field) for part in parts]) for field in ("query", "listed", "score")]
        return Answers(*joined)

    def _part(self, queries: Matrix, start: int, least: float, most: int) -> Answers:
        product = sparse.csr_array(queries @ self._listed)
        rows, columns, scores = [], [], []
        for row in range(queries.shape[0]):
            cells = slice(product.indptr[row], product.indptr[row + 1])
            values, listed = product.data[cells], product.indices[cells]
            if len(values) > most:
                best = np.argpartition(-values, most)[:most]
                values, listed = values[best], listed[best]
            enough = values >= least
            rows.append(np.full(int(enough.sum()), start + row, dtype=np.int32))
            columns.append(listed[enough].astype(np.int32))
            scores.append(values[enough].astype(np.float32))
        return Answers.sorted(np.concatenate(rows), np.concatenate(columns), np.concatenate(scores), most)
