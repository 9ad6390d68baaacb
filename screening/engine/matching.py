"""Which listed producers a declared party may be: 3-gram candidates, the table of features, identifiers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist
from stdnum.cn import uscc

from kernel.domain.text import Text
from screening.engine.compare import NameScore, compare
from screening.engine.ngrams import NgramIndex
from screening.engine.normalise import CUTS, Name, normalise
from screening.engine.types import ListedGood, WordPair
from screening.engine.words import Weights

LEAST_COSINE: Final = 0.35  # set by trial: below it pairs rarely share the telling word
SURE_COSINE: Final = 0.55  # above it a pair is compared whatever the spelling says
LEAST_RATIO: Final = 62.0  # rapidfuzz ratio (0..100) of the sorted words that earns a closer look
MOST: Final = 100  # names of a list that a declared one is compared with: they may name as many goods as they are
LEAST_ID: Final = 6  # characters of an identifier that is worth comparing
CUT_ID: Final = 17  # SAAI keeps 17 of the 18 characters of a USCC


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


@dataclass(frozen=True, slots=True)
class _Alias:
    """One listed spelling: whose it is, and at which length it was cut to be found by cut names."""

    good: int
    text: str
    country: str
    cut: int


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
        distinct = list(dict.fromkeys(party.name for party in parties))
        names = dict(zip(distinct, normalise(distinct), strict=True))
        found: dict[int, list[Match]] = defaultdict(list)
        for of_list in self._lists:
            for i, matches in of_list.match(parties, names).items():
                found[i].extend(matches)
        return {i: tuple(sorted(found[i], key=lambda m: (-m.score, -m.order, m.good))) for i in sorted(found)}


class _ListMatcher:
    """The names and identifiers of every producer on one list; ``goods`` by their position among all."""

    def __init__(self, goods: Mapping[int, ListedGood], *, least: float) -> None:
        self._least = least
        self._owners: list[list[_Alias]] = []
        self._by_text: dict[str, list[int]] = defaultdict(list)
        self._identifiers: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._names: list[Name] = []
        self._collect(list(self._aliases(goods)))
        self.weights = Weights(n for n, owners in zip(self._names, self._owners, strict=True) if not owners[0].cut)
        self._ngrams = NgramIndex(self._names, [owners[0].cut for owners in self._owners])
        self._sorted = [name.sorted_text() for name in self._names]

    def __len__(self) -> int:
        return sum(1 for owners in self._owners if not owners[0].cut)

    def _aliases(self, goods: Mapping[int, ListedGood]) -> Iterable[_Alias]:
        for i, good in goods.items():
            for producer in good.producers:
                for identifier in filter(None, map(plain_id, producer.identifiers)):
                    self._identifiers[identifier].append((i, producer.name))
                    if len(identifier) == CUT_ID + 1:
                        self._identifiers[identifier[:CUT_ID]].append((i, producer.name))
                for text in producer.names():
                    yield _Alias(i, text, producer.country, 0)
                    yield from (_Alias(i, text, producer.country, cut) for cut in CUTS if len(text) > cut)

    def _collect(self, aliases: list[_Alias]) -> None:
        """Normalise the spellings and keep each distinct form once, with all entries that own it."""
        names = normalise(a.text[: a.cut] if a.cut else a.text for a in aliases)
        places: dict[tuple[tuple[str, ...], int], int] = {}
        for alias, name in zip(aliases, names, strict=True):
            if not name.words:
                continue
            place = places.setdefault((name.words, alias.cut), len(places))
            if place == len(self._names):
                self._names.append(name)
                self._owners.append([])
                for text in _keys(name):
                    self._by_text[text].append(place)
            self._owners[place].append(alias)

    def match(self, parties: Sequence[PartyKey], names: Mapping[str, Name]) -> dict[int, Iterable[Match]]:
        """Return, by position of the party, the entries whose score reaches the least one; ``names`` by their text."""
        pairs = self._pairs(list(names.values())) if self._names else {}
        position = {name: i for i, name in enumerate(names)}
        found: dict[int, Iterable[Match]] = {}
        for i, party in enumerate(parties):
            candidates = pairs.get(position[party.name])
            matches = self._by_name(party, *candidates) if candidates else {}
            matches |= self._by_identifier(party.tax_id, matches)
            if matches:
                found[i] = matches.values()
        return found

    def _pairs(self, names: Sequence[Name]) -> dict[int, tuple[Name, set[int]]]:
        """Return the pairs worth aligning, by position of the query; the same for any split of the queries."""
        found: dict[int, tuple[Name, set[int]]] = {}
        texts = [name.sorted_text() for name in names]
        for rows, columns, cosines in self._ngrams.candidates(names, least=LEAST_COSINE, most=MOST):
            ratios: NDArray[np.float32] = cpdist(
                [texts[r] for r in rows], [self._sorted[c] for c in columns], scorer=fuzz.ratio
            )
            keep = (cosines >= SURE_COSINE) | (ratios >= LEAST_RATIO)
            for row, column in zip(rows[keep].tolist(), columns[keep].tolist(), strict=True):
                found.setdefault(row, (names[row], set()))[1].add(column)
        for row, name in enumerate(names):
            for text in _keys(name):
                for column in self._by_text.get(text, ()):
                    found.setdefault(row, (name, set()))[1].add(column)
        return found

    def _by_name(self, party: PartyKey, name: Name, columns: set[int]) -> dict[int, Match]:
        best: dict[int, Match] = {}
        for column in sorted(columns):
            listed = self._names[column]
            for alias in self._owners[column]:
                if alias.cut and alias.cut != name.cut:
                    continue
                score = compare(
                    name, listed, self.weights, declared_country=party.country, listed_country=alias.country
                )
                if score.score >= self._least and _better(score, best.get(alias.good)):
                    best[alias.good] = Match(
                        alias.good, alias.text, score.score, score.order, score.words, score.reasons
                    )
        return best

    def _by_identifier(self, tax_id: str, matches: dict[int, Match]) -> dict[int, Match]:
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
                (by_name.order if by_name else 0.0) + 10.0,  # an identifier outranks any number of shared words
                by_name.words if by_name else (),
                (text, *(by_name.reasons if by_name else ())),
            )
        return found


def _keys(name: Name) -> set[str]:
    """Return the texts by which a name is found whatever its 3-grams say: words in order, joined, without forms."""
    return {name.sorted_text(), name.joined(), name.core()} - {""}


def _better(score: NameScore, than: Match | None) -> bool:
    return than is None or (score.score, score.order) > (than.score, than.order)


def _is_cut_uscc(identifier: str) -> bool:
    """Tell whether 17 characters become a valid USCC when the check character is put back (GB 32100)."""
    try:
        uscc.validate(identifier + uscc.calc_check_digit(identifier))
    except ValueError:
        return False
    return True
