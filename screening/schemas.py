"""What the API takes and gives, field by field; every text and list has its limit."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Final, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator, StringConstraints

from importers.domain.values import clean
from kernel.schemas import In, WordsOut
from screening.domain.lists import LIST_NAME

MOST_LINES: Final = 200  # of one declaration at once; longer ones are files

Said = Annotated[str, AfterValidator(clean)]  # what is declared, without signs that no database or page takes
Text = Annotated[Said, StringConstraints(strip_whitespace=True, max_length=255)]
ListName = Annotated[
    str,
    StringConstraints(pattern=f"^{LIST_NAME.pattern}$", max_length=60),
    Field(description="name of a loaded list; never a path"),
]
Country = Annotated[
    str, StringConstraints(pattern=r"^([A-Z]{3})?$"), Field(description="ISO 3166 alpha-3, empty when not declared")
]


class PartyRole(StrEnum):
    """What a party is to the goods."""

    SUPPLIER = "SUPPLIER"
    PRODUCER = "PRODUCER"
    ORIGIN_SUPPLIER = "ORIGIN_SUPPLIER"
    CONSIGNEE = "CONSIGNEE"


class RunState(StrEnum):
    """Where a file stands."""

    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"


class VerdictWord(StrEnum):
    """What the engine says of a line, worst first."""

    STOP = "STOP"
    REVIEW = "REVIEW"
    WATCH = "WATCH"
    UNKNOWN = "UNKNOWN"
    CLEAR = "CLEAR"


class PartyIn(In):
    """A party that the declaration or one of its lines names; never the importer."""

    role: PartyRole
    name: Text = ""
    tax_id: Said = Field("", max_length=40)
    country: Country = ""
    address: Text = ""
    city: Said = Field("", max_length=120)
    postal_code: Said = Field("", max_length=20)


class LineIn(In):
    """One goods line."""

    tariff_code: str = Field(pattern=r"^[0-9]{8}$", description="eight digits, with its leading zero")
    nico: str = Field("", pattern=r"^([0-9]{2})?$")
    description: Said = Field("", max_length=1000)
    origin: Country = ""
    seller_country: Country = ""
    parties: list[PartyIn] = Field(default_factory=list, max_length=20)


class ScreeningIn(In):
    """One declaration to be screened at once."""

    number: Said = Field("", max_length=40, description="the caller's own reference")
    key: str = Field("", pattern=r"^([A-Z0-9]{2})?$", description="clave de pedimento, as V1 for a virtual operation")
    lists: list[ListName] = Field(min_length=1, max_length=20)
    as_of: date | None = Field(None, description="day whose resolutions apply; today when left out")
    parties: list[PartyIn] = Field(default_factory=list, max_length=50, description="parties of the whole declaration")
    lines: list[LineIn] = Field(min_length=1, max_length=MOST_LINES)


class CriterionOut(Schema):
    """One criterion of the listed good, and how the line compares with it."""

    criterion: Literal["PRODUCER", "GOODS", "ORIGIN", "PLACE"]
    answer: Literal["MET", "NEAR", "NOT_MET", "NOT_DECLARED"]
    reason: WordsOut


class WordPairOut(Schema):
    """Two aligned words, how alike they are, 0 to 1, and what the pair weighs."""

    declared: str
    listed: str
    similarity: float
    weight: float


class HitOut(Schema):
    """Why a line may be a listed good; any one of the facts in ``clears`` would exclude it."""

    list_name: str
    good_key: str
    good_name: str
    act: str
    in_force_on: date | None
    verdict: VerdictWord
    score: float
    order: float
    party_role: str
    party_name: str
    alias: str
    criteria: list[CriterionOut]
    clears: list[WordsOut]
    words: list[WordPairOut]
    reasons: WordsOut


class LineOut(Schema):
    """The verdict on one line, with its reasons."""

    declaration: str
    sequence: int
    tariff_code: str
    verdict: VerdictWord
    no_border: bool = Field(description="virtual operation: reported, not stopped")
    score: float
    reasons: WordsOut
    not_declared: list[str]
    hits: list[HitOut]


class ListOut(Schema):
    """A list a run was made with."""

    name: str
    kind: str
    title: str
    edition: str
    dated_on: date | None
    sha256: str
    demo: bool


class CountsOut(Schema):
    """Lines by verdict; rows that could not be read come first and are none of the others."""

    NOT_SCREENED: int
    STOP: int
    REVIEW: int
    WATCH: int
    UNKNOWN: int
    CLEAR: int


class ScreeningOut(Schema):
    """The outcome for one declaration."""

    reference: UUID
    as_of: date
    engine_version: str
    lists: list[ListOut]
    counts: CountsOut
    lines: list[LineOut]


class RunIn(In):
    """The lists and the day for a file."""

    lists: list[ListName] = Field(min_length=1, max_length=20)
    as_of: date | None = Field(None, description="day whose resolutions apply; today when left out")


class ErrorOut(Schema):
    """Why a job failed, and what to do."""

    code: str
    message: WordsOut


class LinksOut(Schema):
    """Where the outcome lies, once the run is DONE."""

    verdicts: str
    files: dict[str, str]


class RunOut(Schema):
    """A file being screened; what follows `error` is there once it is DONE."""

    reference: UUID
    state: RunState
    done: int = Field(description="how much of `total` is done")
    total: int = Field(description="all that is to be done, 0 while not known")
    created_at: datetime
    error: ErrorOut | None = None
    as_of: date | None = None
    engine_version: str | None = None
    lists: list[ListOut] = Field(default_factory=list)
    counts: CountsOut | None = None
    links: LinksOut | None = None


class VerdictsOut(Schema):
    """A page of verdicts, worst first."""

    items: list[LineOut]
    next: str | None = Field(description="cursor of the next page, null on the last")


class VerdictsPageIn(In):
    """Which verdicts of a run, and how many at once."""

    verdict: VerdictWord | None = None
    text: str = Field("", max_length=120, description="a party, a declaration number or a tariff code")
    after: str = Field("", max_length=80, description="`next` of the page before")
    limit: int = Field(100, ge=1, le=500)
