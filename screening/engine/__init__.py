"""The matching engine: lists in, lines in, verdicts with reasons out; usable alone, without Django."""

from screening.engine.correlation import Correlation, Successor
from screening.engine.index import ENGINE_VERSION, Index, Screened
from screening.engine.names import NameIndex
from screening.engine.types import (
    Answer,
    Authority,
    Criterion,
    CriterionAnswer,
    EngineHit,
    Judgement,
    Line,
    ListedGood,
    ListedProducer,
    Party,
    Thresholds,
    Verdict,
    WordPair,
)

__all__ = [
    "ENGINE_VERSION",
    "Answer",
    "Authority",
    "Correlation",
    "Criterion",
    "CriterionAnswer",
    "EngineHit",
    "Index",
    "Judgement",
    "Line",
    "ListedGood",
    "ListedProducer",
    "NameIndex",
    "Party",
    "Screened",
    "Successor",
    "Thresholds",
    "Verdict",
    "WordPair",
]
