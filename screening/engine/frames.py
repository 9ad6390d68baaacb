"""What the frames of lines and parties say, read column by column: distinct parties, distinct codes, groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from screening.engine.columns import Column, Groups, Ids, Rows
from screening.engine.correlation import edition
from screening.engine.declared import MAKERS, SELLER, Declared, Openness, comparable, is_somebody
from screening.engine.types import Party

LINE_COLUMNS: Final = ("line_id", "tariff_code", "nico", "description", "origin", "seller_country", "virtual")
PARTY_COLUMNS: Final = ("line_id", "role", "name", "tax_id", "country", "city", "postal_code", "attributed")
VERSION: Final = "tariff_version"  # a column of lines that may be absent

Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Parties:
    """The distinct comparable parties (m) and whether each is somebody (``named``), the line's own, in which role."""

    items: tuple[Party, ...]
    named: Marks
    own: Marks
    makers: Marks
    sellers: Marks

    @classmethod
    def of(cls, items: Sequence[Party]) -> "Parties":
        """Return the parties with what is asked of each again and again."""
        named = _marks(is_somebody(party.name) for party in items)
        return cls(
            tuple(items),
            named,
            _marks(party.attributed for party in items),
            named & _marks(party.role in MAKERS for party in items),
            named & _marks(party.role == SELLER for party in items),
        )


def _marks(values: object) -> Marks:
    return np.fromiter(cast("Sequence[bool]", values), dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class SaidLines:
    """What the lines (n) say, by column, their parties, by line, and how far each leaves open who made its goods."""

    columns: dict[str, Column]
    editions: list[str]
    parties: Parties
    groups: Groups
    openness: Ids

    def declared(self, row: int) -> Declared:
        """Return what one line says."""
        said = {name: column.values[column.ids[row]] for name, column in self.columns.items()}
        parties = tuple(dict.fromkeys(self.parties.items[i] for i in self.groups.of_group(row)))
        return Declared(
            str(said["tariff_code"]),
            str(said["nico"]),
            str(said["description"]),
            str(said["origin"]),
            bool(said["virtual"]),
            parties,
            self.editions[self.columns[VERSION].ids[row]],
        )


def _openness(who: Parties, groups: Groups) -> Ids:
    """Return how far each line leaves open who made its goods: the values of :class:`.Openness`, (n,)."""
    named, size = groups.counts(who.named), np.diff(groups.starts)
    somebody = (named > 0) & ((named == size) | (groups.counts(who.named & who.own) > 0))
    open_to = np.where(somebody, Openness.SELLER_NAMED, Openness.NOBODY_NAMED)
    return np.where(groups.counts(who.makers) > 0, Openness.MAKER_NAMED, open_to).astype(np.int64)


def read_frames(lines: pd.DataFrame, parties: pd.DataFrame) -> SaidLines:
    """Return what the frames say; parties of lines that are not there count for nothing.

    Raises:
        ValueError: if a column is missing.

    """
    _check_columns(lines, LINE_COLUMNS)
    _check_columns(parties, PARTY_COLUMNS)
    columns = {name: Column.of(lines[name]) for name in LINE_COLUMNS[1:]}
    columns[VERSION] = Column.of(lines[VERSION]) if VERSION in lines else Column(np.zeros(len(lines), np.int64), [""])
    line_of, of_line = _owners(lines["line_id"], parties["line_id"])
    rows = np.flatnonzero(of_line >= 0)
    owners = of_line[rows]
    first_line = np.zeros(int(line_of.max(initial=-1)) + 1, dtype=np.int64)
    first_line[line_of[::-1]] = np.arange(len(line_of) - 1, -1, -1)
    party_of, items = _distinct_parties(parties, rows, first_line[owners], columns["seller_country"])
    said = _marks(comparable(party) for party in items)
    number = np.cumsum(said) - 1
    kept = said[party_of]
    groups = Groups.of(owners[kept], number[party_of[kept]], len(first_line))
    if len(first_line) < len(lines):  # lines of one id share their parties
        groups = groups.select(line_of)
    who = Parties.of([party for party, says in zip(items, said.tolist(), strict=True) if says])
    editions = [edition(version) for version in columns[VERSION].texts()]
    return SaidLines(columns, editions, who, groups, _openness(who, groups))


def _check_columns(frame: pd.DataFrame, columns: Sequence[str]) -> None:
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise ValueError(f"missing columns: {', '.join(missing)}")


def _owners(line_ids: "pd.Series[int]", party_ids: "pd.Series[int]") -> tuple[Ids, Ids]:
    """Return, by line and by row of parties, the number of its line id; -1 where there is no such line."""
    numbers, distinct = pd.factorize(line_ids)
    found = pd.Index(distinct).get_indexer(pd.Index(party_ids))
    return numbers.astype(np.int64), found.astype(np.int64)


def _distinct_parties(
    parties: pd.DataFrame, rows: Ids, line_of_row: Ids, seller_country: Column
) -> tuple[Ids, list[Party]]:
    """Return the number of each row's party and the parties by number; a seller is in its line's seller country."""
    kept = parties if len(rows) == len(parties) else parties.iloc[rows]
    columns = {name: Column.of(kept[name]) for name in PARTY_COLUMNS[1:]}
    columns["country"] = _located(columns, seller_country, line_of_row)
    distinct = Rows.of(*(column.ids for column in columns.values()))
    fields = [column.at(distinct.first) for column in columns.values()]
    return distinct.ids, [_party(*values) for values in zip(*fields, strict=True)]


def _party(*values: object) -> Party:
    *texts, own = values
    role, name, tax_id, country, city, postal_code = map(str, texts)
    return Party(role, name, tax_id, country, city, postal_code, bool(own))


def _located(columns: dict[str, Column], seller_country: Column, line_of_row: Ids) -> Column:
    """Return the countries of parties, as :func:`.declared.located` gives them."""
    own, role, country = columns["attributed"], columns["role"], columns["country"]
    lacks = _among(country, {""}) & _among(role, {SELLER}) & _among(own, {True})
    if not lacks.any():
        return country
    ids = np.where(lacks, len(country.values) + seller_country.ids[line_of_row], country.ids)
    return Column(ids, [*country.values, *seller_country.values])


def _among(column: Column, values: set[object]) -> Marks:
    return _marks(value in values for value in column.values)[column.ids]
