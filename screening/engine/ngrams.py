"""Candidates by shared character 3-grams: a sparse matrix of the list, multiplied by one of the queries."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from screening.engine.normalise import Name

_SYMBOLS: Final = " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_BASE: Final = len(_SYMBOLS)
_SIZE: Final = _BASE**3
_CODES: Final = np.full(256, 255, dtype=np.uint8)
_CODES[np.frombuffer(_SYMBOLS.encode(), dtype=np.uint8)] = np.arange(_BASE, dtype=np.uint8)
_CHUNK: Final = 2_000  # queries multiplied at a time: bounds the memory of the product
_COMMON: Final = 0.03  # an n-gram in more of the list than this finds nobody in particular ...
_COMMON_FLOOR: Final = 200  # ... unless the list is short
_LEAST_RARE: Final = 0.4  # of a name's squared length: the share that must remain without the common n-grams
_LEAST_NAMES: Final = 1_000  # rarity on a shorter list would make what it lacks outweigh what it has

Counts = Any  # a scipy.sparse.csr_array of two dimensions; its stubs lose the shape


def _counts(names: Sequence[Name]) -> Counts:
    """Return a matrix names x 3-grams of how often each stands in each name."""
    texts = [f" {' '.join(name.words)} ".encode("ascii", "replace") for name in names]
    lengths = np.fromiter((len(t) for t in texts), dtype=np.int64, count=len(texts))
    codes = _CODES[np.frombuffer(b"".join(texts), dtype=np.uint8)].astype(np.int32)
    owner = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)
    if len(codes) < 3:
        return sparse.csr_array((len(texts), _SIZE), dtype=np.float32)
    grams = (codes[:-2] * _BASE + codes[1:-1]) * _BASE + codes[2:]
    whole = (owner[:-2] == owner[2:]) & (np.maximum(np.maximum(codes[:-2], codes[1:-1]), codes[2:]) < _BASE)
    ones = np.ones(int(whole.sum()), dtype=np.float32)
    matrix = sparse.coo_array((ones, (owner[:-2][whole], grams[whole])), shape=(len(texts), _SIZE))
    return matrix.tocsr()


class NgramIndex:
    """The 3-grams of a list's names, weighted by how rare they are on the list.

    ``cuts`` says at which length each was cut (0: not); such a name is a candidate only for one cut at the same length.
    """

    def __init__(self, names: Sequence[Name], cuts: Sequence[int]) -> None:
        self._cuts = np.array(cuts, dtype=np.int64)
        counts = _counts(names)
        frequency = np.bincount(counts.indices, minlength=_SIZE)
        self._idf = np.log((max(len(names), _LEAST_NAMES) + 1) / (frequency + 0.5)).astype(np.float32)
        weighted = self._weighted(counts)
        common = np.flatnonzero(frequency > max(_COMMON_FLOOR, _COMMON * len(names)))
        keep = np.ones(_SIZE, dtype=np.float32)
        keep[common] = 0
        rare = sparse.csr_array(weighted.multiply(keep[None, :]))
        told = np.asarray(rare.multiply(rare).sum(axis=1)).ravel()
        plain = (told < _LEAST_RARE).astype(np.float32)  # names of common n-grams keep them: they have no others
        listed = sparse.csr_array(rare.multiply((1 - plain)[:, None]) + weighted.multiply(plain[:, None]))
        listed.eliminate_zeros()
        self._listed = sparse.csr_array(listed.T)

    def _weighted(self, counts: Counts) -> Counts:
        """Return the matrix weighted by rarity, each row of length one; unseen 3-grams count in the length."""
        data = counts.data * self._idf[counts.indices]
        matrix = sparse.csr_array((data, counts.indices, counts.indptr), shape=counts.shape)
        norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        norms[norms == 0] = 1
        matrix.data = matrix.data / np.repeat(norms, np.diff(matrix.indptr)).astype(np.float32)
        return matrix

    def candidates(
        self, names: Sequence[Name], *, least: float, most: int
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]]:
        """Yield, chunk by chunk, arrays (query position, listed position, cosine) of the pairs worth a closer look.

        ``least`` is the cosine (0..1) a pair must reach, ``most`` how many pairs a query keeps, the best ones.
        """
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            queries = self._weighted(_counts(chunk))
            product = sparse.csr_array(queries @ self._listed)
            above = product.data >= least
            rows = np.repeat(np.arange(queries.shape[0]), np.diff(product.indptr))[above]
            columns, values = product.indices[above].astype(np.int64), product.data[above]
            cuts, listed_cuts = np.array([name.cut for name in chunk])[rows], self._cuts[columns]
            fits = (listed_cuts == 0) | (listed_cuts == cuts)
            rows, columns, values = rows[fits], columns[fits], values[fits]
            order = np.lexsort((columns, -values, rows))
            rows, columns, values = rows[order], columns[order], values[order]
            first = np.searchsorted(rows, rows, side="left")
            best = np.arange(len(rows)) - first < most
            yield rows[best] + start, columns[best], values[best]
