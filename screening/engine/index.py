"""The index of the listed goods: built once for a set of list editions, asked by line or by frame."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final, Self

import numpy as np
import pandas as pd

from screening.engine.batch import Batch, Judged
from screening.engine.columns import Ids, taken
from screening.engine.correlation import Correlation
from screening.engine.declared import declared
from screening.engine.frames import LINE_COLUMNS, PARTY_COLUMNS, read_frames
from screening.engine.judge import Judge
from screening.engine.matching import Match, Matcher, PartyKey
from screening.engine.storage import tariff_correlation
from screening.engine.types import EngineHit, Judgement, Line, ListedGood, Party, Thresholds

__all__ = ["ENGINE_VERSION", "LINE_COLUMNS", "PARTY_COLUMNS", "Index", "Screened"]

ENGINE_VERSION: Final = "2.2"  # raised whenever the same input may get another answer

MOST_REMEMBERED: Final = 200_000  # parties whose matches an index keeps in memory: about 60 MB
_Key = tuple[str, str, str]  # name, tax id and country of a party: what its matches depend on


@dataclass(frozen=True, slots=True)
class Screened:
    """The outcome for a frame of lines.

    ``verdicts`` has one row a line, in the order of the lines: line_id, verdict, no_border, score, order, reasons_es,
    reasons_en, not_declared (codes SUPPLIER, PRODUCER, ORIGIN, GOODS, comma-separated); equal texts are one object.
    ``hits`` are pairs (line_id, hit), at most five a line, worst first.
    """

    verdicts: pd.DataFrame
    hits: list[tuple[int, EngineHit]]


class Index:
    """Listed goods ready to be asked; it can be pickled, and so handed to other processes."""

    def __init__(
        self, goods: Sequence[ListedGood], thresholds: Thresholds, correlation: Correlation | None = None
    ) -> None:
        self.goods = tuple(goods)
        self.thresholds = thresholds
        self._matcher = Matcher(self.goods, least=thresholds.near)
        self._judge = Judge(self.goods, thresholds, tariff_correlation() if correlation is None else correlation)
        self._known: dict[_Key, tuple[Match, ...]] = {}
        self._learning = Lock()

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs: all but the lock and what was learnt of parties met so far."""
        return self.__dict__ | {"_known": {}, "_learning": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take over what :meth:`__getstate__` gave, with a lock of its own."""
        self.__dict__.update(state)
        self._learning = Lock()

    @classmethod
    def build(
        cls,
        goods: Sequence[ListedGood],
        thresholds: Thresholds | None = None,
        correlation: Correlation | None = None,
    ) -> Self:
        """Return the index of the goods of all lists to be screened against.

        ``correlation`` says which tariff codes took over from which; by default the shipped table.

        Raises:
            ValueError: if a good has no criterion at all.

        """
        for good in goods:
            if not (good.producers or good.tariff_codes or good.goods_words or good.origins or good.places):
                raise ValueError(f"{good.list_name}/{good.key} has no criterion")
        return cls(goods, thresholds or Thresholds(), correlation)

    @property
    def names(self) -> int:
        """Return how many distinct listed names the index holds."""
        return len(self._matcher)

    def match(self, parties: Sequence[PartyKey]) -> dict[int, tuple[Match, ...]]:
        """Return, by position of the party, the listed goods whose producer it may be, best first."""
        return self._matcher.match(parties)

    def check(self, line: Line) -> Judgement:
        """Return the verdict on one line, with its hits and reasons."""
        said = declared(line)
        matches = self._matches(said.parties)
        return self._judge.judge(said, [matches[party] for party in said.parties]).judgement

    def screen(self, lines: pd.DataFrame, parties: pd.DataFrame) -> Screened:
        """Return verdicts and hits for a frame of lines and the frame of the parties they name.

        ``lines`` has the columns LINE_COLUMNS (text, "" when absent; ``virtual`` bool) and may have ``tariff_version``;
        ``parties`` has PARTY_COLUMNS, one row a line and party.  The answer for a line depends on nothing but that line
        and the lists.

        Raises:
            ValueError: if a column is missing.

        """
        said = read_frames(lines, parties)
        judged = Batch(self._judge, said, self._matches(said.parties.items)).judged()
        return Screened(_verdict_frame(lines["line_id"], judged), _hits(lines["line_id"], judged))

    def _matches(self, parties: Iterable[Party]) -> dict[Party, tuple[Match, ...]]:
        """Return the matches of each party; those not met before are matched all at once and remembered."""
        keys = {party: (party.name, party.tax_id, party.country) for party in parties}
        with self._learning:
            new = [key for key in dict.fromkeys(keys.values()) if key not in self._known]
            if len(self._known) + len(new) > MOST_REMEMBERED:
                self._known.clear()
                new = list(dict.fromkeys(keys.values()))
            if new:
                found = self.match([PartyKey(*key) for key in new])
                self._known.update({key: found.get(i, ()) for i, key in enumerate(new)})
            return {party: self._known[key] for party, key in keys.items()}


def _verdict_frame(line_ids: "pd.Series[int]", judged: Judged) -> pd.DataFrame:
    table, ids = judged.judgements, judged.ids
    texts: dict[str, list[str]] = {
        "reasons_es": [j.reason.es for j in table],
        "reasons_en": [j.reason.en for j in table],
        "not_declared": [",".join(j.not_declared) for j in table],
    }
    columns = {
        "line_id": line_ids.to_numpy(),
        "verdict": _text([j.verdict.value for j in table], ids),
        "no_border": np.array([j.no_border for j in table], dtype=np.bool_)[ids],
        "score": np.array([j.score for j in table], dtype=np.float64)[ids],
        "order": np.array([j.order for j in table], dtype=np.float64)[ids],
    }
    return pd.DataFrame(columns | {name: _text(values, ids) for name, values in texts.items()})


def _text(table: Sequence[str], ids: Ids) -> "pd.Series[str]":
    return pd.Series(taken(table, ids), dtype="str")


def _hits(line_ids: "pd.Series[int]", judged: Judged) -> list[tuple[int, EngineHit]]:
    with_hits = np.fromiter((bool(j.hits) for j in judged.judgements), dtype=np.bool_)[judged.ids]
    rows = np.flatnonzero(with_hits)
    numbers = zip(line_ids.iloc[rows].tolist(), judged.ids[rows].tolist(), strict=True)
    return [(line_id, hit) for line_id, number in numbers for hit in judged.judgements[number].hits]
