"""Columns as numbers: equal rows get one number, and what depends on a row alone is worked out once a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Ids = NDArray[np.int64]
_ROOM: Final = 2**62  # what a pair of numbers may grow to before it is numbered anew


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows by number: ``ids`` (n,) of each row, 0 <= id < ``count``; ``first`` (count,) is the first row of each."""

    ids: Ids
    first: Ids

    @classmethod
    def of(cls, *numbers: Ids) -> Self:
        """Return the numbering of rows by several columns of numbers (each (n,), none negative)."""
        joined, room = numbers[0], _size(numbers[0])
        for column in numbers[1:]:
            size = _size(column)
            if room * size >= _ROOM:
                joined = pd.factorize(joined)[0].astype(np.int64)
                room = _size(joined)
            joined, room = joined * size + column, room * size
        ids, distinct = pd.factorize(joined)
        first = np.zeros(len(distinct), dtype=np.int64)
        first[ids[::-1]] = np.arange(len(ids) - 1, -1, -1)
        return cls(ids.astype(np.int64), first)

    @property
    def count(self) -> int:
        """Return how many distinct rows there are."""
        return len(self.first)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values by number: ``ids`` (n,) of each row, ``values`` by that number."""

    ids: Ids
    values: list[object]

    @classmethod
    def of(cls, column: "pd.Series[Any]") -> Self:
        """Return a column of a frame; a missing value is "", as an absent one is."""
        if column.dtype == bool:
            return cls(column.to_numpy().astype(np.int64), [False, True])
        ids, distinct = pd.factorize(column)
        values = np.asarray(distinct, dtype=object).tolist()
        if (ids < 0).any():
            values.append("")
            ids = np.where(ids < 0, len(values) - 1, ids)
        return cls(ids.astype(np.int64), values)

    def texts(self) -> list[str]:
        """Return the values as text, by their number."""
        return [str(value) for value in self.values]

    def says(self) -> NDArray[np.bool_]:
        """Return, by row, whether there is a value that is not blank."""
        return np.fromiter(map(bool, self.values), dtype=np.bool_, count=len(self.values))[self.ids]

    def at(self, rows: Ids) -> list[object]:
        """Return the values of some rows."""
        return [self.values[i] for i in self.ids[rows].tolist()]


def _size(numbers: Ids) -> int:
    return int(numbers.max(initial=0)) + 1


@dataclass(frozen=True, slots=True)
class Groups:
    """Members of groups, one after the other: those of group g are ``members[starts[g]:starts[g + 1]]``."""

    members: Ids
    starts: Ids

    @classmethod
    def of(cls, groups: Ids, members: Ids, count: int) -> Self:
        """Return members by group (both (n,), 0 <= group < ``count``), in the order in which they came."""
        if len(groups) and (np.diff(groups) < 0).any():
            order = np.argsort(groups, kind="stable")
            groups, members = groups[order], members[order]
        starts = np.zeros(count + 1, dtype=np.int64)
        np.cumsum(np.bincount(groups, minlength=count), out=starts[1:])
        return cls(members, starts)

    def of_group(self, group: int) -> list[int]:
        """Return the members of one group."""
        return [int(member) for member in self.members[self.starts[group] : self.starts[group + 1]]]

    def counts(self, marked: NDArray[np.bool_]) -> Ids:
        """Return, by group, how many of its members are marked; ``marked`` (m,) is by member."""
        running = np.zeros(len(self.members) + 1, dtype=np.int64)
        np.cumsum(marked[self.members], out=running[1:])
        return running[self.starts[1:]] - running[self.starts[:-1]]

    def select(self, chosen: Ids) -> "Groups":
        """Return these groups alone, numbered anew in the order of ``chosen``."""
        sizes = self.starts[chosen + 1] - self.starts[chosen]
        starts = np.concatenate(([0], np.cumsum(sizes)))
        at = np.arange(starts[-1]) - np.repeat(starts[:-1], sizes) + np.repeat(self.starts[chosen], sizes)
        return Groups(self.members[at], starts)

    def sequences(self, stand_ins: Ids) -> Ids:
        """Return a number for each group: equal where its members' stand-ins, given by member slot, are in order equal.

        Members are read rank by rank; a number stands for the beginning of a sequence, and with the next member it
        becomes another number.
        """
        count = len(self.starts) - 1
        sizes = np.diff(self.starts)
        found = np.zeros(count, dtype=np.int64)
        known = 1  # 0 is the empty sequence
        alive, rank = np.flatnonzero(sizes > 0), 0
        while len(alive):
            step = Rows.of(found[alive], stand_ins[self.starts[alive] + rank])
            found[alive] = step.ids + known
            known += step.count
            rank += 1
            alive = alive[sizes[alive] > rank]
        return found


def taken(table: Sequence[object], ids: Ids) -> NDArray[np.object_]:
    """Return the entries of a table by number; equal entries are one object, so that a long column stays small."""
    values = np.empty(len(table), dtype=object)
    values[:] = table
    return values[ids]
