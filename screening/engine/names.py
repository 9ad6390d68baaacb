"""An index of names alone: built from a column of names, asked with another, saved to be mapped into memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import new_alignment
from screening.engine.candidates import Rules, new_room
from screening.engine.compiled import in_threads
from screening.engine.features import (
    FEATURES,
    HALF_TOLD,
    OTHER_COUNTRY,
    OTHER_FORMS,
    OTHER_LANDS,
    OTHER_WRITING,
    SAME,
    TOLD,
)
from screening.engine.listed import Listed, build_listed
from screening.engine.normalise import Column, Names, normalise
from screening.engine.score import NEAR, OF_LIST, points_of, scores
from screening.engine.searching import Asked, Hits, Work, query_side, search_range
from screening.engine.storage import load_arrays, save_arrays
from screening.engine.widening import Widened, widen

MOST_CLOSE: Final = 64  # candidates of a name that are aligned word by word: so many entries may be equally near
MOST_CLOSE_DEEP: Final = 100  # the same where every listed name that is at all alike is wanted
LEAST_SHARE: Final = 0.42  # of weight that a candidate must be able to agree in
LEAST_SHARE_DEEP: Final = 0.15
LEAST_KEPT: Final = 16  # names kept of a query before their owners are looked at
MOST_OWNED: Final = 100_000  # owners of names found that are looked at together
CHUNK: Final = 2_048  # names that one thread searches at a time


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of a query and a listed name: arrays of one length, sorted by query, then best score, then best order.

    ``query`` and ``listed`` are positions; ``score`` is 0..1; ``order`` is what the agreeing words tell, in nats, and
    does not saturate; ``features`` has one row a pair, one column a feature.
    """

    query: NDArray[np.int32]
    listed: NDArray[np.int32]
    score: NDArray[np.float32]
    order: NDArray[np.float32]
    features: NDArray[np.float32]


class Said(NamedTuple):
    """What each name says that its distinct words do not.

    A hash of how it is written, the kinds and the countries of its legal forms (as in :class:`.normalise.Names`), and
    the number of its own country (0: none).
    """

    written: NDArray[np.uint64]
    forms: NDArray[np.uint64]
    lands: NDArray[np.uint64]
    countries: NDArray[np.int64]


def country_numbers(countries: Sequence[str], count: int) -> NDArray[np.int64]:
    """Return a number for each country, 0 where none is known; without ``countries``, ``count`` times 0.

    Raises:
        ValueError: if there are countries, but not ``count``.

    """
    if not len(countries):
        return np.zeros(count, np.int64)
    if len(countries) != count:
        raise ValueError(f"{count} names with {len(countries)} countries: give one a name, or none")
    texts = ("".join(c for c in country.casefold() if c.isalpha()) for country in countries)
    return np.fromiter((int.from_bytes(t.encode()[:7], "big") for t in texts), np.int64, count)


def said_by(names: Names, countries: NDArray[np.int64]) -> Said:
    """Return what names say that their distinct words do not."""
    return Said(names.written, names.forms, names.lands, countries)


def fill_said(features: NDArray[np.float32], ours: Said, theirs: Said) -> None:
    """Fill in the doubts of country, legal form and writing of pairs, a row a pair."""
    features[:, OTHER_COUNTRY] = _differ(ours.countries, theirs.countries)
    features[:, OTHER_FORMS] = _none_shared(ours.forms, theirs.forms)
    features[:, OTHER_LANDS] = _none_shared(ours.lands, theirs.lands)
    features[:, OTHER_WRITING] = (features[:, SAME] == 1.0) & (ours.written != theirs.written)


def _differ(ours: NDArray[np.int64], theirs: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.asarray((ours != 0) & (theirs != 0) & (ours != theirs), np.bool_)


def _none_shared(ours: NDArray[np.uint64], theirs: NDArray[np.uint64]) -> NDArray[np.bool_]:
    return np.asarray((ours != 0) & (theirs != 0) & (ours & theirs == 0), np.bool_)


def halves(said: Said) -> tuple[Said, Said]:
    """Return what the first half of the names says, and the second."""
    middle = len(said.countries) // 2
    return _of_rows(said, slice(0, middle)), _of_rows(said, slice(middle, None))


def _of_rows(said: Said, rows: NDArray[np.int32] | slice) -> Said:
    return Said(said.written[rows], said.forms[rows], said.lands[rows], said.countries[rows])


class NameIndex:
    """Listed names ready to be asked; every answer depends on the query and the listed names alone."""

    def __init__(
        self,
        listed: Listed,
        forms: NDArray[np.int32],
        said: Said,
    ) -> None:
        self.listed = listed
        self._forms = forms
        self._said = said
        self._owners = np.argsort(forms, kind="stable").astype(np.int32)
        self._owner_first = np.searchsorted(forms[self._owners], np.arange(len(listed.names.cut) + 1)).astype(np.int32)

    @classmethod
    def build(cls, names: Sequence[str], countries: Sequence[str] = ()) -> Self:
        """Return the index of ``names``; a listed name is known by its position among them."""
        column = normalise(names)
        listed, numbers = build_listed(column)
        return cls(listed, numbers, said_by(column.names, country_numbers(countries, len(names))))

    def __len__(self) -> int:
        return len(self.listed.names.cut)

    def search(
        self, names: Sequence[str], countries: Sequence[str] = (), *, least: float = NEAR, most: int = 5
    ) -> Found:
        """Return, for each name, the ``most`` listed names that score ``least`` (0..1) or more.

        Below NEAR the search is a deep one: slower, and it finds whatever is at all alike.
        """
        column = normalise(names)
        numbers = country_numbers(countries, len(names))
        return self.search_column(
            column, widen(self.listed, column.words, deep=least < NEAR), numbers, least=least, most=most
        )

    def search_column(
        self, column: Column, widened: Widened, countries: NDArray[np.int64], *, least: float, most: int
    ) -> Found:
        """Return what :meth:`search` does, of names in the engine's form and their words as :func:`widen` sees them."""
        parts = in_threads(
            lambda begin, end: self._search_span(begin, end, column, widened, least, most), len(countries), CHUNK
        )
        query, name, features = (np.concatenate(column) for column in zip(*parts, strict=True))
        said = said_by(column.names, countries)
        spans = [
            self._of_owners(query[rows], name[rows], features[rows], said, least=least, most=most)
            for rows in self._spans(query, name)
        ]
        return Found(*(np.concatenate([getattr(span, column) for span in spans]) for column in Found.__slots__))

    def _spans(self, query: NDArray[np.int32], name: NDArray[np.int32]) -> list[slice]:
        """Return the rows of queries found, parted so that no part has many more than MOST_OWNED listed owners."""
        owned = np.cumsum(self._owner_first[name + 1] - self._owner_first[name]) // MOST_OWNED
        new = np.flatnonzero(np.diff(owned) > 0) + 1
        starts = np.unique(np.searchsorted(query, query[new]))
        borders = [0, *starts[starts > 0].tolist(), len(query)]
        return [slice(begin, end) for begin, end in pairwise(borders)]

    def _search_span(
        self, begin: int, end: int, column: Column, widened: Widened, least: float, most: int
    ) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
        deep = least < NEAR
        close = MOST_CLOSE_DEEP if deep else MOST_CLOSE
        kept = min(max(2 * most, LEAST_KEPT), close)  # what owners say besides may bring up one that scores the same
        hits = Hits(
            np.empty((end - begin, kept), np.int32),
            np.empty((end - begin, kept), np.float32),
            np.empty((end - begin, kept, FEATURES), np.float32),
        )
        rules = Rules(OF_LIST, least, points_of(least), LEAST_SHARE_DEEP if deep else LEAST_SHARE, deep)
        work = Work(new_room(len(self), len(self.listed.words.kinds), close), new_alignment(), hits)
        counts = search_range(begin, end, self.listed, Asked(query_side(column, widened), widened), rules, work)
        filled = np.arange(kept) < counts[:, None]
        query = np.repeat(np.arange(begin, end, dtype=np.int32), counts)
        return query, hits.name[filled], hits.features[filled]

    def _of_owners(
        self,
        query: NDArray[np.int32],
        name: NDArray[np.int32],
        features: NDArray[np.float32],
        said: Said,
        *,
        least: float,
        most: int,
    ) -> Found:
        """Return the listed positions that own the names found, with the doubts of what each says besides its words."""
        held = self._owner_first[name + 1] - self._owner_first[name]
        rows = np.repeat(np.arange(len(name)), held)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(held) - held, held)
        owner = self._owners[self._owner_first[name[rows]] + within]
        query, features = query[rows], features[rows]
        fill_said(features, _of_rows(said, query), _of_rows(self._said, owner))
        score = scores(features, OF_LIST)
        order = HALF_TOLD * features[:, TOLD] / (1.0 - features[:, TOLD])
        by = np.lexsort((owner, -order, -score, query))
        by = by[score[by] >= least]
        place = np.arange(len(by)) - np.searchsorted(query[by], query[by])
        by = by[place < most]
        return Found(query[by], owner[by], score[by], order[by].astype(np.float32), features[by])

    def form_of(self, listed: int) -> int:
        """Return the number of the distinct name that the listed name at a position is."""
        return int(self._forms[listed])

    def save(self, directory: Path) -> None:
        """Write the index to ``directory``, one file an array."""
        save_arrays(directory, (self.listed, self._forms, self._said))

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Return the index that :meth:`save` wrote, mapped into memory rather than read.

        Raises:
            OSError: if the files are not there.

        """
        return cls(*load_arrays(directory, (Listed, None, Said)))
