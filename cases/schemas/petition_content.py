"""What a petition says, as the API takes and tells it; a field that is left out or null says nothing."""

from datetime import date
from typing import Annotated, Any, Final

from ninja import Field
from pydantic import StringConstraints

from cases.domain.petition.content import MOST, PersonType, ProducerRole
from kernel.schemas import In

MANY, FEW = 300, 50
Long = Annotated[str, StringConstraints(max_length=MOST)]
Short = Annotated[str, StringConstraints(max_length=2_000)]
Line = Annotated[str, StringConstraints(max_length=500)]
Code = Annotated[str, StringConstraints(max_length=60)]
Hash = Annotated[str, StringConstraints(max_length=64)]
DOCUMENT: Final = Field("", description="SHA-256 of a file that was received with the petition")


class PetitionerIn(In):
    """Who petitions; `domicile` is the one for notices, `email` takes them only if they are accepted (LFPA 35)."""

    person_type: PersonType | None = None
    name: Line = ""
    domicile: Short = ""
    rfc: Code = ""
    curp: Code = ""
    email: Line = ""
    phone: Code = ""
    accepts_electronic_notice: bool = False


class PowersIn(In):
    """What proves the powers of a representative (LFPA art. 19)."""

    instrument: Short = ""
    documents: list[Hash] = Field(default_factory=list, max_length=FEW)


class RepresentativeIn(In):
    """Who acts for the petitioner."""

    name: Line = ""
    rfc: Code = ""
    curp: Code = ""
    email: Line = ""
    powers: PowersIn = PowersIn()


class AuthorisedIn(In):
    """Somebody who may receive notices."""

    name: Line = ""
    email: Line = ""


class AddresseeIn(In):
    """The body that is addressed, and the place and date of the writing."""

    body: Line = ""
    place: Line = ""
    dated_on: date | None = None


class EventIn(In):
    """One fact with its day, where that is known."""

    on: date | None = None
    what: Long = ""


class FactsIn(In):
    """The facts as a narrative, and as dated events."""

    narrative: Long = ""
    events: list[EventIn] = Field(default_factory=list, max_length=MANY)


class TariffCodeIn(In):
    """A fracción of 8 digits, and its NICO of 2."""

    code: Code = ""
    nico: Code = ""


class PetitionGoodsIn(In):
    """Goods with everything that identifies them."""

    description: Long = ""
    codes: list[TariffCodeIn] = Field(default_factory=list, max_length=FEW)
    specs: Long = ""
    function: Long = ""
    use: Long = ""
    nature: Long = ""
    components: Long = ""
    inputs: Long = ""


class ProducerIn(In):
    """Who makes the goods or a part of them."""

    name: Line = ""
    aliases: list[Line] = Field(default_factory=list, max_length=FEW)
    domicile: Short = ""
    country: Line = ""
    role: ProducerRole | None = None


class PlaceIn(In):
    """A country, as its ISO code or in words, and a region in it."""

    country: Line = ""
    region: Line = ""


class KnownImporterIn(In):
    """Somebody who imports the goods."""

    name: Line = ""
    rfc: Code = ""


class ExhibitIn(In):
    """An entry of the evidence index; what is confidential says why, and what may be told of it."""

    number: int = Field(0, ge=0, le=9_999)
    title: Line = ""
    document: Hash = DOCUMENT
    proves: Long = ""
    page: Line = ""
    source: Short = ""
    language: Code = ""
    dated_on: date | None = None
    confidential: bool = False
    confidentiality_reason: Long = ""
    public_summary: Long = ""


class StandingIn(In):
    """A document that proves that the petitioner is legally established in Mexico."""

    document: Hash = DOCUMENT
    what: Line = ""


class EarlierIn(In):
    """An earlier petition that ended against the petitioner, and what evidence is new since."""

    reference: Code = ""
    new_evidence: Long = ""
    new_exhibits: list[int] = Field(default_factory=list, max_length=MANY)


class PetitionContentIn(In):
    """Everything a petition says (Acuerdo, Anexo Único; LFPA art. 15, 19); origin and provenance are two things."""

    petitioner: PetitionerIn = PetitionerIn()
    representative: RepresentativeIn | None = None
    authorised: list[AuthorisedIn] = Field(default_factory=list, max_length=FEW)
    addressee: AddresseeIn = AddresseeIn()
    grounds: Long = ""
    facts: FactsIn = FactsIn()
    goods: list[PetitionGoodsIn] = Field(default_factory=list, max_length=FEW)
    producers: list[ProducerIn] = Field(default_factory=list, max_length=MANY)
    origins: list[PlaceIn] = Field(default_factory=list, max_length=FEW)
    provenances: list[PlaceIn] = Field(default_factory=list, max_length=FEW)
    importers: list[KnownImporterIn] = Field(default_factory=list, max_length=MANY)
    exhibits: list[ExhibitIn] = Field(default_factory=list, max_length=MANY)
    standing: list[StandingIn] = Field(default_factory=list, max_length=FEW)
    earlier: EarlierIn | None = None

    def plain(self) -> dict[str, Any]:
        """Return what was sent as plain values."""
        return self.model_dump(mode="json")
