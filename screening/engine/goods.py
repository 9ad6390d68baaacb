"""The goods criterion: tariff codes by shared prefix, words where there is no code."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kernel.domain.text import Text
from screening.engine.storage import goods_words
from screening.engine.types import Answer, Criterion, CriterionAnswer, ListedGood

HEADING_AND_SUB: Final = 6  # digits shared by all countries (HS)

_WORD: Final = re.compile(r"\w+")
_ALL_GOODS: Final = frozenset({"all products", "all goods", "todos los productos"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What tariff prefixes an entry means: those that meet it and those that come near."""

    met: tuple[str, ...]
    near: tuple[str, ...]
    words: frozenset[str]


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def wanted(good: ListedGood) -> Wanted:
    """Return the tariff prefixes and words an entry stands for; words become prefixes where the table knows them."""
    if good.tariff_codes:
        near = tuple(code[:HEADING_AND_SUB] for code in good.tariff_codes if len(code) > HEADING_AND_SUB)
        return Wanted(good.tariff_codes, near, _telling(good))
    text = f" {_plain(good.goods_words)} "
    rows = [row for row in goods_words() if any(f" {_plain(word)} " in text for word in row.words)]
    met = tuple(dict.fromkeys(p for row in rows for p in row.prefixes))
    near = tuple(dict.fromkeys(p for row in rows for p in row.near))
    return Wanted(met, near, _telling(good))


def _telling(good: ListedGood) -> frozenset[str]:
    """Return the words, in both languages, that a description of the goods may carry."""
    said = " ".join((good.goods_words, good.description.es if good.description else ""))
    text = f" {_plain(said)} "
    known = {w for row in goods_words() if any(f" {_plain(x)} " in text for x in row.words) for w in row.words}
    return frozenset({_plain(w) for w in known} | {w for w in _plain(good.goods_words).split() if len(w) > 3})


def names_all_goods(text: str) -> bool:
    """Tell whether words for goods leave none out, and so ask for nothing."""
    return _plain(text) in _ALL_GOODS


def has_goods_criterion(good: ListedGood) -> bool:
    """Tell whether the entry asks for certain goods; with producers named, words alone are only a hint."""
    if good.tariff_codes:
        return True
    return bool(good.goods_words) and not good.producers and not names_all_goods(good.goods_words)


_REASONS: Final[Mapping[Answer, Text]] = {
    Answer.MET: Text("la fracción {code} está en lo listado ({listed})", "tariff code {code} is listed ({listed})"),
    Answer.NEAR: Text(
        "la fracción {code} comparte subpartida o es afín a lo listado ({listed})",
        "tariff code {code} shares the subheading or is akin to what is listed ({listed})",
    ),
    Answer.NOT_MET: Text(
        "la fracción {code} no es de lo listado ({listed})", "tariff code {code} is not what is listed ({listed})"
    ),
}
_NICO_OPEN: Final = Text(
    "la fracción {code} está listada, pero no se declaró el NICO ({listed})",
    "tariff code {code} is listed, but no NICO is declared ({listed})",
)
_WORDS_ONLY: Final = Text(
    "sin fracción comparable; la descripción nombra lo listado ({listed})",
    "no comparable tariff code; the description names what is listed ({listed})",
)
_NOTHING: Final = Text(
    "no hay fracción ni descripción que comparar con lo listado ({listed})",
    "there is no tariff code or description to compare with what is listed ({listed})",
)


class GoodsCriterion:
    """The goods criterion of every entry that has one; answers from an index of prefixes."""

    def __init__(self, goods: Sequence[ListedGood]) -> None:
        self._goods = goods
        self._wanted = {i: wanted(good) for i, good in enumerate(goods) if has_goods_criterion(good)}
        self._met: dict[str, set[int]] = defaultdict(set)
        self._near: dict[str, set[int]] = defaultdict(set)
        self._by_words = frozenset(i for i, w in self._wanted.items() if not w.met)
        for i, want in self._wanted.items():
            for prefix in want.met:
                self._met[prefix].add(i)
            for prefix in want.near:
                self._near[prefix].add(i)
        self._lengths = sorted({len(prefix) for prefix in (*self._met, *self._near)})

    @property
    def reads_descriptions(self) -> bool:
        """Tell whether some entry can only be compared by the words of the description."""
        return bool(self._by_words)

    def asked_by(self, index: int) -> bool:
        """Tell whether entry ``index`` has this criterion."""
        return index in self._wanted

    def possible(self, code: str, nico: str) -> set[int]:
        """Return the entries whose answer for a tariff code may be other than NOT_MET."""
        if not code:
            return set(self._wanted)
        full = code + nico
        found = set(self._by_words)
        for length in self._lengths:
            found.update(self._met.get(full[:length], ()), self._near.get(full[:length], ()))
        if not nico:  # a listed NICO is open while the line declares none
            found.update(self._near.get(code[:HEADING_AND_SUB], ()))
        return found

    def answer(self, index: int, code: str, nico: str, description: str) -> CriterionAnswer:
        """Return the answer of entry ``index``, with its reason."""
        answer, reason = self._answer(self._wanted[index], code, nico, description)
        listed = ", ".join(self._wanted[index].met[:4]) or self._goods[index].goods_words
        return CriterionAnswer(Criterion.GOODS, answer, reason.filled(code=code + nico, listed=listed))

    def _answer(self, want: Wanted, code: str, nico: str, description: str) -> tuple[Answer, Text]:
        full = code + nico
        if code and want.met:
            if any(full.startswith(prefix) for prefix in want.met):
                return Answer.MET, _REASONS[Answer.MET]
            if not nico and any(prefix.startswith(code) for prefix in want.met):
                return Answer.NEAR, _NICO_OPEN
            if any(full.startswith(prefix) for prefix in want.near):
                return Answer.NEAR, _REASONS[Answer.NEAR]
            return Answer.NOT_MET, _REASONS[Answer.NOT_MET]
        said = f" {_plain(description)} "
        if any(f" {word} " in said for word in want.words if word):
            return Answer.NEAR, _WORDS_ONLY
        return Answer.NOT_DECLARED, _NOTHING
