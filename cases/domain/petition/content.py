"""What a petition says, field by field (Acuerdo, Anexo Único; LFPA art. 15, 19).

Every field may be blank: a draft is saved as it is, and a petition is received as it comes (LFPA art. 43). ``most``
is the limit of a text in characters or of a list in elements; a ``line`` has no line breaks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

MOST: Final = 25_000  # characters of a text, as the forms of other authorities take
TEXT: Final[Mapping[str, Any]] = {"most": MOST}
SHORT: Final[Mapping[str, Any]] = {"most": 2_000}
LINE: Final[Mapping[str, Any]] = {"most": 500, "line": True}
CODE: Final[Mapping[str, Any]] = {"most": 60, "line": True}
HASH: Final[Mapping[str, Any]] = {"most": 64, "line": True, "hash": True}
MANY: Final[Mapping[str, Any]] = {"most": 300}
FEW: Final[Mapping[str, Any]] = {"most": 50}


class PersonType(StrEnum):
    """What kind of person petitions."""

    NATURAL = "NATURAL"
    LEGAL = "LEGAL"


class ProducerRole(StrEnum):
    """What a producer does with the goods."""

    MAKER = "MAKER"
    INPUT_SUPPLIER = "INPUT_SUPPLIER"
    SUBCONTRACTOR = "SUBCONTRACTOR"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class PetitionerData:
    """Who petitions; the domicile is the one for notices, electronic ones only if they are accepted (LFPA art. 35)."""

    person_type: PersonType | None = None
    name: str = field(default="", metadata=LINE)
    domicile: str = field(default="", metadata=SHORT)
    rfc: str = field(default="", metadata=CODE)
    curp: str = field(default="", metadata=CODE)
    email: str = field(default="", metadata=LINE)
    phone: str = field(default="", metadata=CODE)
    accepts_electronic_notice: bool = False


@dataclass(frozen=True, slots=True)
class Powers:
    """What proves the powers of a representative: the instrument in words, and documents by their SHA-256."""

    instrument: str = field(default="", metadata=SHORT)
    documents: tuple[str, ...] = field(default=(), metadata=FEW)


@dataclass(frozen=True, slots=True)
class Representative:
    """Who acts for the petitioner (LFPA art. 19)."""

    name: str = field(default="", metadata=LINE)
    rfc: str = field(default="", metadata=CODE)
    curp: str = field(default="", metadata=CODE)
    email: str = field(default="", metadata=LINE)
    powers: Powers = field(default_factory=Powers)


@dataclass(frozen=True, slots=True)
class Authorised:
    """Somebody who may receive notices (LFPA art. 15, 19)."""

    name: str = field(default="", metadata=LINE)
    email: str = field(default="", metadata=LINE)


@dataclass(frozen=True, slots=True)
class Addressee:
    """The body that is addressed, and the place and date of the writing (LFPA art. 15)."""

    body: str = field(default="", metadata=LINE)
    place: str = field(default="", metadata=LINE)
    dated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One fact with its day, where that is known."""

    on: date | None = None
    what: str = field(default="", metadata=TEXT)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts as a narrative, and as dated events."""

    narrative: str = field(default="", metadata=TEXT)
    events: tuple[Event, ...] = field(default=(), metadata=MANY)


@dataclass(frozen=True, slots=True)
class TariffCode:
    """A fracción of the tariff, 8 digits, and its NICO, 2 more, where it is known."""

    code: str = field(default="", metadata=CODE)
    nico: str = field(default="", metadata=CODE)


@dataclass(frozen=True, slots=True)
class GoodsData:
    """Goods with everything that identifies them."""

    description: str = field(default="", metadata=TEXT)
    codes: tuple[TariffCode, ...] = field(default=(), metadata=FEW)
    specs: str = field(default="", metadata=TEXT)
    function: str = field(default="", metadata=TEXT)
    use: str = field(default="", metadata=TEXT)
    nature: str = field(default="", metadata=TEXT)
    components: str = field(default="", metadata=TEXT)
    inputs: str = field(default="", metadata=TEXT)


@dataclass(frozen=True, slots=True)
class Producer:
    """Who makes the goods or a part of them."""

    name: str = field(default="", metadata=LINE)
    aliases: tuple[str, ...] = field(default=(), metadata=FEW)
    domicile: str = field(default="", metadata=SHORT)
    country: str = field(default="", metadata=LINE)
    role: ProducerRole | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A country, as its ISO code or in words, and a region in it."""

    country: str = field(default="", metadata=LINE)
    region: str = field(default="", metadata=LINE)


@dataclass(frozen=True, slots=True)
class KnownImporter:
    """Somebody who imports the goods, where the petitioner knows of one."""

    name: str = field(default="", metadata=LINE)
    rfc: str = field(default="", metadata=CODE)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An entry of the evidence index; what is confidential says why, and what may be told of it."""

    number: int = 0
    title: str = field(default="", metadata=LINE)
    document: str = field(default="", metadata=HASH)
    proves: str = field(default="", metadata=TEXT)
    page: str = field(default="", metadata=LINE)
    source: str = field(default="", metadata=SHORT)
    language: str = field(default="", metadata=CODE)
    dated_on: date | None = None
    confidential: bool = False
    confidentiality_reason: str = field(default="", metadata=TEXT)
    public_summary: str = field(default="", metadata=TEXT)


@dataclass(frozen=True, slots=True)
class StandingDocument:
    """A document that proves that the petitioner is legally established in Mexico (LFPA art. 15)."""

    document: str = field(default="", metadata=HASH)
    what: str = field(default="", metadata=LINE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier petition that ended against the petitioner: its case, and what evidence is new since."""

    reference: str = field(default="", metadata=CODE)
    new_evidence: str = field(default="", metadata=TEXT)
    new_exhibits: tuple[int, ...] = field(default=(), metadata=MANY)


@dataclass(frozen=True, slots=True)
class PetitionContent:
    """Everything a petition says; origin and provenance are two things, and both are asked for."""

    petitioner: PetitionerData = field(default_factory=PetitionerData)
    representative: Representative | None = None
    authorised: tuple[Authorised, ...] = field(default=(), metadata=FEW)
    addressee: Addressee = field(default_factory=Addressee)
    grounds: str = field(default="", metadata=TEXT)
    facts: Facts = field(default_factory=Facts)
    goods: tuple[GoodsData, ...] = field(default=(), metadata=FEW)
    producers: tuple[Producer, ...] = field(default=(), metadata=MANY)
    origins: tuple[Place, ...] = field(default=(), metadata=FEW)
    provenances: tuple[Place, ...] = field(default=(), metadata=FEW)
    importers: tuple[KnownImporter, ...] = field(default=(), metadata=MANY)
    exhibits: tuple[Exhibit, ...] = field(default=(), metadata=MANY)
    standing: tuple[StandingDocument, ...] = field(default=(), metadata=FEW)
    earlier: Earlier | None = None

    def documents(self) -> tuple[str, ...]:
        """Return the SHA-256 of every document it names, each once, in the order in which it names them."""
        powers = self.representative.powers.documents if self.representative else ()
        named = (*powers, *(one.document for one in self.standing), *(one.document for one in self.exhibits))
        return tuple(dict.fromkeys(one for one in named if one))

    def rfcs(self) -> frozenset[str]:
        """Return the RFC of the petitioner and of the representative: of one of them the signature must be."""
        given = (self.petitioner.rfc, self.representative.rfc if self.representative else "")
        return frozenset(one for one in given if one)

    def tariff_codes(self) -> frozenset[str]:
        """Return the fracciones of all its goods."""
        return frozenset(code.code for one in self.goods for code in one.codes if code.code)
