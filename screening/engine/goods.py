"""The goods criterion: tariff codes by shared prefix, words where there is no code."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kernel.domain.text import Text
from screening.engine.correlation import Correlation, edition
from screening.engine.goods_text import names_all_goods, read_goods, stems, telling
from screening.engine.prefixes import PrefixTree
from screening.engine.types import Answer, Criterion, CriterionAnswer, ListedGood

__all__ = ["GoodsCriterion", "Said", "Wanted", "digits", "has_goods_criterion", "names_all_goods", "wanted"]

HEADING_AND_SUB: Final = 6  # digits shared by all countries (HS)
LEAST_CODE: Final = 2  # digits of a chapter: less says nothing of the goods
WORDS_EDITION: Final = "2022"  # the table of goods words speaks of the HS of 2022


@dataclass(frozen=True, slots=True)
class Wanted:
    """What tariff prefixes an entry means: those that meet it and those that come near, and the words for its goods.

    ``edition`` is the year of the tariff the prefixes are of, "" when nobody says; ``words`` are phrases of stems.
    """

    met: tuple[str, ...]
    near: tuple[str, ...]
    words: frozenset[str]
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says of its goods; ``edition`` is the year of the tariff it was declared under."""

    code: str
    nico: str = ""
    description: str = ""
    edition: str = ""

    def full(self) -> str:
        """Return the digits of the code and, behind a code, of the NICO."""
        code = digits(self.code)
        return code + digits(self.nico) if code else ""


def digits(code: str) -> str:
    """Return the digits of a code: ``6109.10.03`` and ``61091003`` are one."""
    return code if code.isascii() and code.isdigit() else "".join(c for c in code if c in "0123456789")


def wanted(good: ListedGood) -> Wanted:
    """Return the tariff prefixes and words an entry stands for; words become prefixes where the table knows them."""
    rows, unknown = read_goods(f"{good.goods_words} | {good.description.es if good.description else ''}")
    words = telling(rows, unknown if good.goods_words else ())
    if good.tariff_codes:
        met = tuple(filter(None, map(digits, good.tariff_codes)))
        near = tuple(code[:HEADING_AND_SUB] for code in met if len(code) > HEADING_AND_SUB)
        return Wanted(met, near, words, edition(good.tariff_version))
    rows, _ = read_goods(good.goods_words)
    met = tuple(dict.fromkeys(p for row in rows for p in row.prefixes))
    near = tuple(dict.fromkeys(p for row in rows for p in row.near))
    return Wanted(met, near, words, WORDS_EDITION)


def in_edition(want: Wanted, declared: str, correlation: Correlation) -> Wanted:
    """Return what an entry means in another edition of the tariff, by what is known of the changes between the two."""
    heirs = {
        heir
        for prefix in (*want.met, *want.near)
        for heir in correlation.heirs(prefix, listed=want.edition, declared=declared)
        if heir.whole <= (prefix in want.met)
    }
    met = dict.fromkeys((*want.met, *sorted(heir.prefix for heir in heirs if heir.whole)))
    near = dict.fromkeys((*want.near, *sorted(heir.prefix for heir in heirs if not heir.whole)))
    return Wanted(tuple(met), tuple(near), want.words, want.edition)


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
_SHORT: Final = Text(
    "el código {code} es más corto que lo listado y puede comprenderlo ({listed})",
    "code {code} is shorter than what is listed and may comprise it ({listed})",
)
_OTHER_EDITION: Final = Text(
    "la fracción {code} es de la tarifa de {declared} y lo listado de la de {edition} ({listed}): comparten subpartida"
    " o una sucedió a la otra",
    "tariff code {code} is of the tariff of {declared} and what is listed of that of {edition} ({listed}): they share"
    " the subheading, or one succeeded the other",
)
_WORDS_ONLY: Final = Text(
    "sin fracción comparable; la descripción nombra lo listado ({listed})",
    "no comparable tariff code; the description names what is listed ({listed})",
)
_NOTHING: Final = Text(
    "no hay fracción ni descripción que comparar con lo listado ({listed})",
    "there is no tariff code or description to compare with what is listed ({listed})",
)
TARIFF_CODE: Final = 8  # digits of a fracción; the NICO follows
MOST_SHOWN: Final = 4  # prefixes of an entry that a sentence names
DIGIT: Final = (
    0.5  # nats that each shared digit adds to the order: a chapter (2) is 1, a fracción (8) is 4, as a rare word
)
AKIN: Final = 2.0  # nats of goods that only come near: those of four shared digits


class GoodsCriterion:
    """The goods criterion of every entry that has one; answers from an index of prefixes."""

    def __init__(self, goods: Sequence[ListedGood], correlation: Correlation) -> None:
        self._goods = goods
        self._correlation = correlation
        self._wanted = {i: wanted(good) for i, good in enumerate(goods) if has_goods_criterion(good)}
        self._in_edition: dict[tuple[int, str], Wanted] = {}
        self._by_prefix: dict[str, set[int]] = defaultdict(set)  # a listed prefix, in whatever edition
        self._by_beginning: dict[str, set[int]] = defaultdict(set)  # the beginnings of listed prefixes
        self._by_words = frozenset(i for i, w in self._wanted.items() if not w.met)
        for i in self._wanted:
            self._learn(i)
        self._lengths = sorted({len(prefix) for prefix in self._by_prefix})
        self._tree = PrefixTree(self._by_prefix)
        self._phrases = frozenset[str]().union(*(want.words for want in self._wanted.values()))

    def _learn(self, i: int) -> None:
        for declared in ("", *self._correlation.editions(), *self._editions_before()):
            want = self._meaning(i, declared)
            for prefix in (*want.met, *want.near):
                self._by_prefix[prefix].add(i)
                for length in range(LEAST_CODE, len(prefix)):
                    self._by_beginning[prefix[:length]].add(i)

    def _editions_before(self) -> tuple[str, ...]:
        """Return the editions just before each known change: what stood under a code until then."""
        return tuple(str(int(since) - 1) for since in self._correlation.editions())

    @property
    def reads_descriptions(self) -> bool:
        """Tell whether some entry can only be compared by the words of the description."""
        return bool(self._by_words)

    @property
    def knows_words(self) -> bool:
        """Tell whether some entry has words by which a description may name its goods."""
        return bool(self._phrases)

    def asked_by(self, index: int) -> bool:
        """Tell whether entry ``index`` has this criterion."""
        return index in self._wanted

    def places(self, codes: Sequence[str]) -> NDArray[np.int64]:
        """Return, for each code (digits with NICO), a number: codes of one number get one answer from every entry."""
        return self._tree.places(codes)

    def words_of(self, description: str) -> frozenset[str]:
        """Return the phrases of any entry that a description carries: all that an answer depends on."""
        said = stems(description)
        return frozenset(phrase for phrase in self._phrases if phrase in said)

    def possible(self, said: Said) -> set[int]:
        """Return the entries whose answer for a tariff code may be other than NOT_MET."""
        full = said.full()
        if not full:
            return set(self._wanted)
        found = {*self._by_words, *self._by_beginning.get(full, ())}
        for length in self._lengths:
            found.update(self._by_prefix.get(full[:length], ()))
        return found

    def answer(self, index: int, said: Said) -> CriterionAnswer:
        """Return the answer of entry ``index``, with its reason."""
        want = self._meaning(index, said.edition)
        answer, reason = _answer(want, said)
        facts = {"code": said.code + said.nico, "listed": self.listed(index)}
        filled = reason.filled(**facts, declared=said.edition, edition=want.edition)
        return CriterionAnswer(Criterion.GOODS, answer, filled, _weight(want, said, answer))

    def listed(self, index: int) -> str:
        """Return the prefixes an entry means, or its words where it has none, for people."""
        want = self._wanted[index]
        return ", ".join(want.met[:MOST_SHOWN]) or self._goods[index].goods_words

    def _meaning(self, i: int, declared: str) -> Wanted:
        if (i, declared) not in self._in_edition:
            self._in_edition[i, declared] = in_edition(self._wanted[i], declared, self._correlation)
        return self._in_edition[i, declared]


def _answer(want: Wanted, said: Said) -> tuple[Answer, Text]:
    """Return how a line's goods compare with those an entry means.

    The same digits in another edition still meet the entry; other digits within one subheading (HS) only come near,
    and in another edition the reason says that the digits may have been dealt anew.
    """
    full = said.full()
    if not (full and want.met):
        described = stems(said.description)
        named = any(phrase in described for phrase in want.words)
        return (Answer.NEAR, _WORDS_ONLY) if named else (Answer.NOT_DECLARED, _NOTHING)
    if any(full.startswith(prefix) for prefix in want.met):
        return Answer.MET, _REASONS[Answer.MET]
    if len(full) >= LEAST_CODE and any(prefix.startswith(full) for prefix in want.met):
        return Answer.NEAR, _NICO_OPEN if len(full) == TARIFF_CODE else _SHORT
    if any(full.startswith(prefix) for prefix in want.near):
        other = want.edition and said.edition and want.edition != said.edition
        return Answer.NEAR, _OTHER_EDITION if other else _REASONS[Answer.NEAR]
    return Answer.NOT_MET, _REASONS[Answer.NOT_MET]


def _weight(want: Wanted, said: Said, answer: Answer) -> float:
    """Return what agreeing goods add to the order of a hit, in nats: the more shared digits, the rarer."""
    if answer is not Answer.MET:
        return AKIN if answer is Answer.NEAR else 0.0
    full = said.full()
    return max(AKIN, DIGIT * max(len(prefix) for prefix in want.met if full.startswith(prefix)))
