"""Which listed producers a declared party may be: by name, each list apart, and by identifier."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stdnum.cn import uscc

from kernel.domain.text import Text
from screening.engine.normalise import Batch, normalise
from screening.engine.explaining import Explainer, feature_shares, reasons_of
from screening.engine.names import Found, NameIndex, country_numbers
from screening.engine.score import NEAR
from screening.engine.types import FeatureShare, ListedGood, WordPair
from screening.engine.widening import widen

MOST: Final = 100  # listed names that a declared one is found to be: they may name as many goods as they are
LEAST_ID: Final = 6  # characters of an identifier that is worth comparing
CUT_ID: Final = 17  # SAAI keeps 17 of the 18 characters of a USCC
OF_AN_ID: Final = 10.0  # nats: an identifier outranks any number of shared words


@dataclass(frozen=True, slots=True)
class PartyKey:
    """What tells one declared party from another for the matcher."""

    name: str
    tax_id: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A party that may be a producer of entry ``good``."""

    good: int
    alias: str
    score: float
    order: float
    words: tuple[WordPair, ...]
    reasons: tuple[Text, ...]
    features: tuple[FeatureShare, ...] = ()


_SAME_ID: Final = Text("el identificador {tax_id} es el listado", "identifier {tax_id} is the listed one")
_CUT_ID: Final = Text(
    "el identificador {tax_id} es el listado cortado a 17 caracteres",
    "identifier {tax_id} is the listed one cut to 17 characters",
)


def plain_id(text: str) -> str:
    """Return an identifier without spaces and signs, in upper case; "" when it is too short to compare."""
    plain = "".join(c for c in text.upper() if c.isalnum())
    return plain if len(plain) >= LEAST_ID else ""


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
        """Return, by position of the party, the entries whose score reaches the least one, best first."""
        batch = normalise([party.name for party in parties])
        found: dict[int, list[Match]] = defaultdict(list)
        for of_list in self._lists:
            for i, matches in of_list.match(parties, batch).items():
                found[i].extend(matches)
        return {i: tuple(sorted(found[i], key=lambda m: (-m.score, -m.order, m.good))) for i in sorted(found)}


class _ListMatcher:
    """The names and identifiers of every producer on one list; ``goods`` by their position among all."""

    def __init__(self, goods: Mapping[int, ListedGood], *, least: float) -> None:
        self._least = least
        self._identifiers: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._owners: list[tuple[int, str]] = []
        countries: list[str] = []
        for i, good in goods.items():
            for producer in good.producers:
                self._add_identifiers(i, producer.name, producer.identifiers)
                for text in producer.names():
                    self._owners.append((i, text))
                    countries.append(producer.country)
        self._names = NameIndex.build([text for _, text in self._owners], countries)

    def __len__(self) -> int:
        return len(self._names)

    def _add_identifiers(self, good: int, name: str, identifiers: Iterable[str]) -> None:
        for identifier in filter(None, map(plain_id, identifiers)):
            self._identifiers[identifier].append((good, name))
            if len(identifier) == CUT_ID + 1:
                self._identifiers[identifier[:CUT_ID]].append((good, name))

    def match(self, parties: Sequence[PartyKey], batch: Batch) -> dict[int, Iterable[Match]]:
        """Return, by position of the party, the entries whose score reaches the least one; ``batch`` are their names."""
        by_name = self._by_name(parties, batch)
        found: dict[int, Iterable[Match]] = {i: matches.values() for i, matches in by_name.items()}
        if self._identifiers:
            for i, party in enumerate(parties):
                by_identifier = self._by_identifier(party.tax_id, by_name.get(i, {}))
                if by_identifier:
                    found[i] = (by_name.get(i, {}) | by_identifier).values()
        return found

    def _by_name(self, parties: Sequence[PartyKey], batch: Batch) -> dict[int, dict[int, Match]]:
        countries = country_numbers([party.country for party in parties], len(parties))
        widened = widen(self._names.listed, batch.words, deep=self._least < NEAR)
        hits = self._names.search_batch(batch, widened, countries, least=self._least, most=MOST)
        explainer = Explainer(batch, widened, self._names.listed)
        best: dict[int, dict[int, Match]] = defaultdict(dict)
        for row, (query, listed) in enumerate(zip(hits.query.tolist(), hits.listed.tolist(), strict=True)):
            good, alias = self._owners[listed]
            if good not in best[query]:  # the first of an entry is the best
                best[query][good] = self._explained(explainer, hits, row, good, alias)
        return best

    def _explained(self, explainer: Explainer, hits: Found, row: int, good: int, alias: str) -> Match:
        shares = feature_shares(hits.features[row])
        words = explainer.words(int(hits.query[row]), self._names.form_of(int(hits.listed[row])))
        score, order = float(hits.score[row]), float(hits.order[row])
        return Match(good, alias, round(score, 4), round(order, 3), words, reasons_of(shares), shares)

    def _by_identifier(self, tax_id: str, matches: Mapping[int, Match]) -> dict[int, Match]:
        identifier = plain_id(tax_id)
        found: dict[int, Match] = {}
        for good, name in self._identifiers.get(identifier, ()) if identifier else ():
            cut = len(identifier) == CUT_ID and _is_cut_uscc(identifier)
            by_name = matches.get(good)
            text = (_CUT_ID if cut else _SAME_ID).filled(tax_id=tax_id)
            found[good] = Match(
                good,
                by_name.alias if by_name else name,
                1.0,
                (by_name.order if by_name else 0.0) + OF_AN_ID,
                by_name.words if by_name else (),
                (text, *(by_name.reasons if by_name else ())),
                by_name.features if by_name else (),
            )
        return found


def _is_cut_uscc(identifier: str) -> bool:
    """Tell whether 17 characters become a valid USCC when the check character is put back (GB 32100)."""
    try:
        uscc.validate(identifier + uscc.calc_check_digit(identifier))
    except ValueError:
        return False
    return True
