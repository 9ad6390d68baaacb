"""Which listed producers a declared party may be: by name, each list apart, and by identifier."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kernel.domain.text import Text
from screening.engine.explaining import Explainer, feature_shares, reasons_of
from screening.engine.names import Found, NameIndex, country_numbers
from screening.engine.noise import firms_named
from screening.engine.normalise import Column, normalise
from screening.engine.registered import Registered
from screening.engine.score import MET, NEAR, doubted
from screening.engine.types import FeatureShare, ListedGood, WordPair
from screening.engine.widening import widen

MOST: Final = 100  # listed names that a declared one is found to be: they may name as many goods as they are
DOUBTED: Final = MET - 0.01  # what a doubted score counts at most beside others: just less than one that is the same
OF_AN_ID: Final = 10.0  # nats: an identifier outranks any number of shared words


@dataclass(frozen=True, slots=True)
class PartyKey:
    """What tells one declared party from another for the matcher."""

    name: str
    tax_id: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A party that may be a producer of entry ``good``; where ``doubted``, its name is near at most, never the same."""

    good: int
    alias: str
    score: float
    order: float
    words: tuple[WordPair, ...]
    reasons: tuple[Text, ...]
    features: tuple[FeatureShare, ...] = ()
    doubted: bool = False


class Matcher:
    """The producers of all lists, each list apart: what another list says changes nothing on this one."""

    def __init__(self, goods: Sequence[ListedGood], *, least: float) -> None:
        by_list: dict[str, dict[int, ListedGood]] = defaultdict(dict)
        for i, good in enumerate(goods):
            by_list[good.list_name][i] = good
        self._lists = [_ListMatcher(of_list, least=least) for of_list in by_list.values()]

    def __len__(self) -> int:
        return sum(map(len, self._lists))

    def match(self, parties: Sequence[PartyKey]) -> dict[int, tuple[Match, ...]]:
        """Return, by position of the party, the entries whose score reaches the least one, best first.

        A firm that is one of several in a name (``A C/O B``) is asked for by itself too, and is near at most.
        """
        besides = firms_named([party.name for party in parties])
        asked = [*parties, *(replace(parties[i], name=firm) for i, firm in besides)]
        column = normalise([party.name for party in asked])
        best: dict[int, dict[int, Match]] = defaultdict(dict)
        for of_list in self._lists:
            for i, matches in of_list.match(asked, column).items():
                asker = i if i < len(parties) else besides[i - len(parties)][0]
                for match in matches:
                    _keep_better(best[asker], replace(match, doubted=match.doubted or i >= len(parties)))
        return {i: tuple(sorted(best[i].values(), key=_rank)) for i in sorted(best)}


def _keep_better(best: dict[int, Match], match: Match) -> None:
    """Keep what says most of an entry."""
    known = best.get(match.good)
    if known is None or _said(match) > _said(known):
        best[match.good] = match


def _said(match: Match) -> tuple[float, float]:
    """Return by what a match says more than another: a doubted one says less than any that is the same."""
    return (min(match.score, DOUBTED) if match.doubted else match.score), match.score


def _rank(match: Match) -> tuple[float, float, int]:
    return -match.score, -match.order, match.good


def _tells_most(score: NDArray[np.float32], doubts: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the order of hits by what they tell: a doubted one tells less than one that is the same without doubt."""
    return np.lexsort((-score, -np.where(doubts, np.minimum(score, DOUBTED), score)))


class _ListMatcher:
    """The names and identifiers of every producer on one list; ``goods`` by their position among all."""

    def __init__(self, goods: Mapping[int, ListedGood], *, least: float) -> None:
        self._least = least
        producers = [(i, producer) for i, good in goods.items() for producer in good.producers]
        self._owners = [(i, text) for i, producer in producers for text in producer.names()]
        countries = [producer.country for _, producer in producers for _ in producer.names()]
        self._names = NameIndex.build([text for _, text in self._owners], countries)
        self._registered = Registered((i, p.name, identifier) for i, p in producers for identifier in p.identifiers)

    def __len__(self) -> int:
        return len(self._names)

    def match(self, parties: Sequence[PartyKey], column: Column) -> dict[int, Iterable[Match]]:
        """Return, by position of the party, the entries that reach the least score; ``column`` are their names."""
        found = self._by_name(parties, column)
        for i, party in enumerate(parties) if self._registered else ():
            by_name = found.get(i, {})
            by_identifier = {match.good: match for match in self._by_identifier(party.tax_id, by_name)}
            if by_identifier:
                found[i] = by_name | by_identifier
        return {i: matches.values() for i, matches in found.items()}

    def _by_name(self, parties: Sequence[PartyKey], column: Column) -> dict[int, dict[int, Match]]:
        countries = country_numbers([party.country for party in parties], len(parties))
        widened = widen(self._names.listed, column.words, deep=self._least < NEAR)
        hits = self._names.search_column(column, widened, countries, least=self._least, most=MOST)
        explainer = Explainer(column, widened, self._names.listed)
        doubts = doubted(hits.features)
        best: dict[int, dict[int, Match]] = defaultdict(dict)
        for row in _tells_most(hits.score, doubts).tolist():
            query, (good, alias) = int(hits.query[row]), self._owners[int(hits.listed[row])]
            if good not in best[query]:
                explained = self._explained(explainer, hits, row, good, alias)
                best[query][good] = replace(explained, doubted=bool(doubts[row]))
        return best

    def _explained(self, explainer: Explainer, hits: Found, row: int, good: int, alias: str) -> Match:
        shares = feature_shares(hits.features[row])
        words = explainer.words(int(hits.query[row]), self._names.form_of(int(hits.listed[row])))
        score, order = float(hits.score[row]), float(hits.order[row])
        return Match(good, alias, round(score, 4), round(order, 3), words, reasons_of(shares), shares)

    def _by_identifier(self, tax_id: str, by_name: Mapping[int, Match]) -> Iterator[Match]:
        """Yield the entries an identifier names; what the name said of them is kept beside it."""
        for good, producer, match in self._registered.named_by(tax_id):
            named = by_name.get(good) or Match(good, producer, 0.0, 0.0, (), ())
            yield replace(
                named,
                score=max(named.score, match.score),
                order=named.order + (OF_AN_ID if match.sure else 0.0),
                doubted=named.doubted and not match.sure,
                reasons=(match.reason, *named.reasons),
            )
