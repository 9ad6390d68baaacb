"""The index of the listed goods: built once for a set of list editions, asked by line or by frame."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final, Self

import pandas as pd

from screening.engine.declared import Declared
from screening.engine.judge import Judge
from screening.engine.matching import Match, Matcher, PartyKey
from screening.engine.types import EngineHit, Judgement, Line, ListedGood, Party, Thresholds

ENGINE_VERSION: Final = "1.2"  # raised whenever the same input may get another answer

LINE_COLUMNS: Final = ("line_id", "tariff_code", "nico", "description", "origin", "seller_country", "virtual")
PARTY_COLUMNS: Final = ("line_id", "role", "name", "tax_id", "country", "city", "postal_code", "attributed")
_Key = tuple[str, str, str]  # name, tax id and country of a party: what its matches depend on

CONSIGNEE: Final = "CONSIGNEE"  # where the goods go says nothing of who made them
MOST_REMEMBERED: Final = 200_000  # parties whose matches an index keeps in memory: about 60 MB


@dataclass(frozen=True, slots=True)
class Screened:
    """The outcome for a frame of lines.

    ``verdicts`` has one row a line, in the order of the lines: line_id, verdict, no_border, score, order, reasons_es,
    reasons_en, not_declared (codes SUPPLIER, PRODUCER, ORIGIN, GOODS, comma-separated); ``hits`` are pairs
    (line_id, hit), at most five a line, worst first.
    """

    verdicts: pd.DataFrame
    hits: list[tuple[int, EngineHit]]


class Index:
    """Listed goods ready to be asked."""

    def __init__(self, goods: Sequence[ListedGood], thresholds: Thresholds) -> None:
        self.goods = tuple(goods)
        self.thresholds = thresholds
        self._matcher = Matcher(self.goods, least=thresholds.near)
        self._judge = Judge(self.goods, thresholds)
        self._known: dict[_Key, tuple[Match, ...]] = {}
        self._learning = Lock()

    @classmethod
    def build(cls, goods: Sequence[ListedGood], thresholds: Thresholds | None = None) -> Self:
        """Return the index of the goods of all lists to be screened against.

        Raises:
            ValueError: if a good has no criterion at all.

        """
        for good in goods:
            if not (good.producers or good.tariff_codes or good.goods_words or good.origins or good.places):
                raise ValueError(f"{good.list_name}/{good.key} has no criterion")
        return cls(goods, thresholds or Thresholds())

    @property
    def names(self) -> int:
        """Return how many distinct listed names the index holds."""
        return len(self._matcher)

    def match(self, parties: Sequence[PartyKey]) -> dict[int, tuple[Match, ...]]:
        """Return, by position of the party, the listed goods whose producer it may be, best first."""
        return self._matcher.match(parties)

    def check(self, line: Line) -> Judgement:
        """Return the verdict on one line, with its hits and reasons."""
        parties = tuple(dict.fromkeys(p for p in line.parties if _comparable(p)))
        matches = self._matches(parties)
        declared = Declared(line.tariff_code, line.nico, line.description, line.origin, line.virtual, parties)
        return self._judge.judge(declared, [matches[party] for party in parties])

    def screen(self, lines: pd.DataFrame, parties: pd.DataFrame) -> Screened:
        """Return verdicts and hits for a frame of lines and the frame of the parties they name.

        ``lines`` has the columns LINE_COLUMNS (text, "" when absent; ``virtual`` bool), ``parties`` PARTY_COLUMNS, one
        row a line and party.  The answer for a line depends on nothing but that line and the lists.

        Raises:
            ValueError: if a column is missing.

        """
        _check_columns(lines, LINE_COLUMNS)
        _check_columns(parties, PARTY_COLUMNS)
        groups = _parties_of(lines, parties)
        matches = self._matches(dict.fromkeys(party for group in groups for party in group))
        answers: dict[Declared, Judgement] = {}
        judgements = []
        for declared in self._declared(lines, groups):
            judgement = answers.get(declared)
            if judgement is None:
                found = [matches[party] for party in declared.parties]
                judgement = answers[declared] = self._judge.judge(declared, found)
            judgements.append(judgement)
        ids = lines["line_id"].tolist()
        hits = [(i, hit) for i, judgement in zip(ids, judgements, strict=True) for hit in judgement.hits]
        return Screened(_verdict_frame(ids, judgements), hits)

    def _declared(self, lines: pd.DataFrame, groups: Sequence[tuple[Party, ...]]) -> Iterator[Declared]:
        """Yield what each line says; equal lines yield equal values, so that each is judged once."""
        columns = (lines[c].tolist() for c in ("tariff_code", "nico", "description", "origin", "virtual"))
        for code, nico, description, origin, virtual, parties in zip(*columns, groups, strict=True):
            said = description if self._judge.reads_descriptions or not code else ""
            yield Declared(code, nico, said, origin, virtual, parties)

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


def _comparable(party: Party) -> bool:
    """Tell whether a party says something; one of several sellers says, by saying nothing, that it may be anybody."""
    said = (party.name, party.tax_id, party.city, party.postal_code)  # a place counts without a name
    return party.role != CONSIGNEE and (not party.attributed or any(text.strip() for text in said))


def _check_columns(frame: pd.DataFrame, columns: Sequence[str]) -> None:
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise ValueError(f"missing columns: {', '.join(missing)}")


def _parties_of(lines: pd.DataFrame, parties: pd.DataFrame) -> list[tuple[Party, ...]]:
    """Return the comparable parties of each line, in the order of the lines; equal parties are one object."""
    known: dict[tuple[object, ...], Party | None] = {}
    groups: dict[object, list[Party]] = {}
    for line_id, *fields in zip(*(parties[c].tolist() for c in PARTY_COLUMNS), strict=True):
        values = tuple(fields)
        if values not in known:
            party = Party(*fields)
            known[values] = party if _comparable(party) else None
        comparable = known[values]
        if comparable is not None:
            groups.setdefault(line_id, []).append(comparable)
    return [tuple(dict.fromkeys(groups.get(line_id, ()))) for line_id in lines["line_id"].tolist()]


def _verdict_frame(ids: Sequence[int], judgements: Sequence[Judgement]) -> pd.DataFrame:
    columns = {
        "line_id": ids,
        "verdict": [j.verdict.value for j in judgements],
        "no_border": [j.no_border for j in judgements],
        "score": [j.score for j in judgements],
        "order": [j.order for j in judgements],
        "reasons_es": [j.reason.es for j in judgements],
        "reasons_en": [j.reason.en for j in judgements],
        "not_declared": [",".join(j.not_declared) for j in judgements],
    }
    return pd.DataFrame(columns)
