"""What a rule of law looks like here: a value, the article it rests on, and how sure that is."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Final, Generic, TypeVar

from kernel.domain.text import Text

T = TypeVar("T")


class Certainty(StrEnum):
    """How a value is known, by the tags of the legal research it was taken from."""

    READ = "V"  # the text of the law was read
    REPORTED = "REPORT"  # an official progress report says so
    SECONDARY = "S"  # law firms, press or another public body say so
    INFERRED = "R"  # follows from other rules; nobody says so
    CUSTOMARY = "K"  # common practice, not verified
    UNKNOWN = "?"  # sources conflict or are silent


SURE: Final = frozenset({Certainty.READ, Certainty.REPORTED, Certainty.SECONDARY})


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A value of a rule set, the article it rests on, how it is known and, where it is not settled, the doubt."""

    value: T
    article: str
    certainty: Certainty
    doubt: Text | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most business days the authority may set for a term; ``most`` is None where nothing caps it."""

    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Hours:
    """The business hours of a day, both ends included."""

    opens: time
    closes: time


class Channel(StrEnum):
    """How a petition may be filed."""

    WINDOW = "WINDOW"
    VUCEM = "VUCEM"
    EMAIL = "EMAIL"


class Petitioner(StrEnum):
    """Who may petition; anybody else may send a tip."""

    NATURAL_PERSON_IN_MEXICO = "NATURAL_PERSON_IN_MEXICO"
    LEGAL_PERSON_IN_MEXICO = "LEGAL_PERSON_IN_MEXICO"


class LateFiling(StrEnum):
    """What an electronic filing after hours or on a day off means for the term that it starts."""

    COUNTS_FROM_NEXT = "COUNTS_FROM_NEXT"  # filed when it was sent; the next business day is day one
    FILED_ON_NEXT = "FILED_ON_NEXT"  # filed on the next business day; the one after it is day one


class Content(StrEnum):
    """What a petition must contain."""

    PETITIONER_NAME = "PETITIONER_NAME"
    PETITIONER_DOMICILE = "PETITIONER_DOMICILE"
    REPRESENTATIVE = "REPRESENTATIVE"
    AUTHORISED_PERSONS = "AUTHORISED_PERSONS"
    GROUNDS = "GROUNDS"
    FACTS = "FACTS"
    EVIDENCE = "EVIDENCE"
    GOODS_DESCRIPTION = "GOODS_DESCRIPTION"
    TARIFF_CODE = "TARIFF_CODE"
    GOODS_TRAITS = "GOODS_TRAITS"
    PRODUCERS = "PRODUCERS"
    ORIGIN_OR_PROVENANCE = "ORIGIN_OR_PROVENANCE"
    SIGNATURE = "SIGNATURE"
    ADDRESSEE_PLACE_DATE = "ADDRESSEE_PLACE_DATE"
    STANDING = "STANDING"


@dataclass(frozen=True, slots=True)
class Requisite:
    """One required content; a conditional one is asked for only where there is such a thing."""

    content: Content
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules for filings of a span of days; all terms in business days. A case follows its set for ever."""

    code: str
    valid_from: Rule[date]
    channels: Rule[frozenset[Channel]]
    petitioners: Rule[frozenset[Petitioner]]
    contents: tuple[Rule[Requisite], ...]
    decision_days: Rule[int]
    extension_days: Rule[int]
    extensions: Rule[int]
    extension_cap: Rule[Fraction]
    filing_day_counts: Rule[bool]
    late_filing: Rule[LateFiling]
    hours: Rule[Hours]
    preventions: Rule[int]
    prevention_share: Rule[Fraction]
    cure_days: Rule[Bounds]
    importer_answer_days: Rule[int]
    evidence_days: Rule[Bounds]
    opinion_days: Rule[int]
    pleadings_days: Rule[Bounds]
    notice_days: Rule[int]
    review_days: Rule[int]
    nullity_days: Rule[int]
    lapse_days: Rule[int]
    recording_days: Rule[int]  # between a fact and its entry in the case file

    def prevention_days(self) -> int:
        """Return the last day of the decision term on which the authority may prevent; fractions round up (17-A)."""
        share = self.prevention_share.value * self.decision_days.value
        return -(-share.numerator // share.denominator)

    def exposed_after_days(self) -> int:
        """Return the day of the whole term after which an extension is longer than LFPA 31 allows in general."""
        return self.decision_days.value + int(self.extension_cap.value * self.decision_days.value)
