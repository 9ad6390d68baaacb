"""What goes into the engine and what comes out, free of Django and of any database."""

from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Self

from kernel.domain.text import Text


class Authority(StrEnum):
    """Whose list an entry stands on; only a national one can stop a shipment."""

    NATIONAL = "NATIONAL"
    FOREIGN = "FOREIGN"
    CUSTOM = "CUSTOM"


class Verdict(StrEnum):
    """What the engine says of a line, worst first."""

    STOP = "STOP"
    REVIEW = "REVIEW"
    WATCH = "WATCH"
    UNKNOWN = "UNKNOWN"
    CLEAR = "CLEAR"


class Answer(StrEnum):
    """How a line compares with one criterion of a listed good."""

    MET = "MET"
    NEAR = "NEAR"
    NOT_MET = "NOT_MET"
    NOT_DECLARED = "NOT_DECLARED"


class Criterion(StrEnum):
    """What a listed good may ask of a line."""

    PRODUCER = "PRODUCER"
    GOODS = "GOODS"
    ORIGIN = "ORIGIN"
    PLACE = "PLACE"


@dataclass(frozen=True, slots=True)
class ListedProducer:
    """A producer with every name it is known by.

    ``country`` is ISO 3166 alpha-3; ``identifiers`` are tax or registration numbers as listed.
    """

    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    country: str = ""
    places: tuple[str, ...] = ()
    includes_subsidiaries: bool = False

    def names(self) -> tuple[str, ...]:
        """Return the name, the aliases and the former names, each once, in that order."""
        return tuple(dict.fromkeys(n for n in (self.name, *self.aliases, *self.former_names) if n.strip()))


def _with_tuples(data: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}


@dataclass(frozen=True, slots=True)
class ListedGood:
    """One entry of a list: its filled fields are its criteria.

    ``tariff_codes`` are digits, 2 to 10 of them, compared as prefixes; ``origins`` are ISO 3166 alpha-3;
    ``places`` are regions the goods or their maker come from (``Xinjiang``); ``goods_words`` describe the
    goods where the list has no tariff code.  ``act`` is the citation of the act the entry rests on.
    """

    key: str
    list_name: str
    authority: Authority
    producers: tuple[ListedProducer, ...] = ()
    tariff_codes: tuple[str, ...] = ()
    tariff_version: str = ""
    goods_words: str = ""
    origins: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    description: Text | None = None
    act: str = ""
    in_force_on: date | None = None
    status: str = ""

    def label(self) -> str:
        """Return what people call the entry: its first producer, else its goods."""
        if self.producers:
            return self.producers[0].name
        return (self.description.es if self.description else "") or self.goods_words or self.key

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as JSON types; :meth:`from_dict` undoes it."""
        data = asdict(self)
        data["in_force_on"] = self.in_force_on.isoformat() if self.in_force_on else None
        return data

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Return the entry that :meth:`to_dict` wrote."""
        producers = tuple(ListedProducer(**_with_tuples(producer)) for producer in data["producers"])
        plain = _with_tuples(data)
        plain |= {
            "producers": producers,
            "authority": Authority(data["authority"]),
            "description": Text(**data["description"]) if data["description"] else None,
            "in_force_on": date.fromisoformat(data["in_force_on"]) if data["in_force_on"] else None,
        }
        return cls(**plain)


@dataclass(frozen=True, slots=True)
class Party:
    """A party a line names; ``role`` is SUPPLIER, PRODUCER, ORIGIN_SUPPLIER or CONSIGNEE."""

    role: str
    name: str = ""
    tax_id: str = ""
    country: str = ""
    city: str = ""
    postal_code: str = ""
    attributed: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One goods line to be checked; ``virtual`` marks an operation that never crosses a border (V1, V5).

    ``tariff_version`` names the tariff of its code (``LIGIE 2022``), "" when nobody says.
    """

    tariff_code: str = ""
    nico: str = ""
    description: str = ""
    origin: str = ""
    seller_country: str = ""
    virtual: bool = False
    parties: tuple[Party, ...] = ()
    tariff_version: str = ""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a name is the same (``met``) and where it may be (``near``); both 0..1.

    Raises:
        ValueError: unless 0 < near <= met <= 1: anything else would clear every name or stop none.

    """

    met: float = 0.90
    near: float = 0.50

    def __post_init__(self) -> None:
        if not 0.0 < self.near <= self.met <= 1.0:
            raise ValueError(f"thresholds near {self.near} and met {self.met}: 0 < near <= met <= 1 is needed")


@dataclass(frozen=True, slots=True)
class CriterionAnswer:
    """One criterion with its answer, the sentence that says why, and what it adds to the order of a hit (nats)."""

    criterion: Criterion
    answer: Answer
    reason: Text
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class WordPair:
    """Two aligned words, how alike they are (0..1) and what the pair weighs in the name."""

    declared: str
    listed: str
    similarity: float
    weight: float


@dataclass(frozen=True, slots=True)
class FeatureShare:
    """What one feature of two names says.

    Its value (0..1), what it adds to the score (points of the logistic scale, negative for a doubt), and why in words.
    """

    name: str
    value: float
    points: float
    reason: Text


@dataclass(frozen=True, slots=True)
class EngineHit:
    """Why a line may be a listed good: everything needed to explain and recompute it.

    ``score`` (0..1) says how well line and entry agree; ``order`` ranks hits and has no upper end (:mod:`.hits`).
    ``clears`` says, for each criterion in turn, which fact would exclude the entry; one of them suffices.
    """

    good: ListedGood
    verdict: Verdict
    score: float
    order: float
    party: Party | None
    alias: str
    words: tuple[WordPair, ...]
    criteria: tuple[CriterionAnswer, ...]
    reason: Text
    clears: tuple[Text, ...] = ()

    def detail(self) -> dict[str, Any]:
        """Return the criteria, what would clear them, the aligned words, the party and the act as JSON types."""
        return {
            "criteria": [
                {"criterion": c.criterion, "answer": c.answer, "es": c.reason.es, "en": c.reason.en}
                for c in self.criteria
            ],
            "clears": [{"es": fact.es, "en": fact.en} for fact in self.clears],
            "words": [asdict(pair) for pair in self.words],
            "party": asdict(self.party) if self.party else None,
            "act": self.good.act,
            "in_force_on": self.good.in_force_on.isoformat() if self.good.in_force_on else None,
        }


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one line, with its hits, worst first, and what was not declared."""

    verdict: Verdict
    no_border: bool
    score: float
    order: float
    reason: Text
    not_declared: tuple[str, ...]
    hits: tuple[EngineHit, ...] = field(default=())
