"""Where the right entry stands among the answers of a search, and how many alerts it raises."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.engines import Found


@dataclass(frozen=True, slots=True)
class Ranked:
    """The answers to queries by entity: arrays of one length, by query, best first; an entity once a query.

    A listed entity has several spellings; its best one counts.
    """

    query: NDArray[np.int32]
    entity: NDArray[np.int32]
    score: NDArray[np.float32]
    queries: int

    @classmethod
    def of(cls, found: Found, owners: NDArray[np.int32], queries: int) -> "Ranked":
        """Return the answers of a search by entity; ``owners`` gives the entity of each listed spelling."""
        entity = owners[found.listed]
        size = int(owners.max()) + 1 if len(owners) else 1
        keys = found.query.astype(np.int64) * size + entity
        first = np.sort(np.unique(keys, return_index=True)[1])  # the first of each is its best: answers come so sorted
        return cls(found.query[first], entity[first], found.score[first], queries)

    def ranks(self, wanted: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return the place (1 = first) of the wanted entity of each query, 0 where it was not found."""
        places = np.arange(len(self.query)) - np.searchsorted(self.query, self.query, side="left") + 1
        right = self.entity == wanted[self.query]
        found = np.zeros(self.queries, dtype=np.int64)
        found[self.query[right]] = places[right]
        return found

    def scores_of(self, wanted: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return the score of the wanted entity of each query, 0 where it was not found."""
        right = self.entity == wanted[self.query]
        found = np.zeros(self.queries, dtype=np.float32)
        found[self.query[right]] = self.score[right]
        return found

    def best_scores(self) -> NDArray[np.float32]:
        """Return the best score of each query, 0 where nothing was found."""
        found = np.zeros(self.queries, dtype=np.float32)
        np.maximum.at(found, self.query, self.score)
        return found

    def alerts(self, threshold: float) -> float:
        """Return how many entities a query finds at or over the threshold, on average."""
        return float((self.score >= threshold).sum()) / self.queries if self.queries else 0.0
