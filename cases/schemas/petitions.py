"""What the API takes and tells of petitions: drafts, filing, what VUCEM sends, status and acknowledgement."""

from base64 import b64decode
from binascii import Error
from datetime import date, datetime
from typing import Annotated, Final

from ninja import Field, Schema
from pydantic import AfterValidator, AwareDatetime, StringConstraints

from cases.domain.case import CaseKind
from cases.domain.petition.arrival import Arrival
from cases.domain.petition.requisites import Severity
from cases.domain.procedure import Stage
from cases.schemas.acts import Name
from cases.schemas.cases import DeadlineOut
from cases.schemas.petition_content import MANY, Hash, PetitionContentIn
from kernel.schemas import In, WordsOut

MOST_VERSION: Final = 2_147_483_647
MOST_BASE64: Final = 16_384  # signs; a certificate has about 2,200, a signature 344


def _in_base64(text: str) -> str:
    try:
        b64decode("".join(text.split()), validate=True)
    except Error as error:
        raise ValueError("base64") from error
    return text


Encoded = Annotated[str, StringConstraints(max_length=MOST_BASE64), AfterValidator(_in_base64)]


class DraftSeenIn(In):
    """The draft as its author saw it: what has changed since is not written over (409 `draft_changed`)."""

    version: int = Field(ge=1, le=MOST_VERSION)


class StartDraftIn(In):
    """A new draft; `PORTAL` for petitioners, `PAPER` and `EMAIL` for intake."""

    arrival: Arrival = Arrival.PORTAL
    kind: CaseKind = CaseKind.INVESTIGATION
    content: PetitionContentIn = PetitionContentIn()


class SaveDraftIn(DraftSeenIn):
    """What the draft says now."""

    content: PetitionContentIn


class FileDraftIn(DraftSeenIn):
    """The signature of the cadena original; the private key never comes here."""

    certificate: Encoded = Field("", description="the .cer file (DER) in base64")
    signature: Encoded = Field("", description="RSASSA-PKCS1-v1_5 with SHA-256 over the cadena, in base64")


class CapturePetitionIn(DraftSeenIn):
    """What intake says of a petition on paper or by e-mail."""

    scan: Hash = Field("", description="SHA-256 of the file with the signed writing")
    sent_at: AwareDatetime
    petitioner: Name = Field("", description="account that may act for the petitioner, if there is one")


class SendPetitionIn(In):
    """A petition that was written and signed at VUCEM; its files were sent ahead.

    What was signed is the cadena original with this folio, this moment in whole seconds as written here, the RFC of
    petitioner and representative, the procedure, the SHA-256 of the content in its canonical form (RFC 8785, without
    blank fields) and those of `files` in this order.
    """

    folio: str = Field(max_length=40, pattern=r"^[0-9A-Za-z-]{1,40}$", description="folio of VUCEM")
    sent_at: AwareDatetime
    kind: CaseKind = CaseKind.INVESTIGATION
    content: PetitionContentIn
    files: list[Hash] = Field(default_factory=list, max_length=MANY, description="SHA-256 of each file")
    certificate: Encoded = ""
    signature: Encoded = ""


class FaultOfPetitionOut(Schema):
    """One thing that a petition lacks; only `BLOCKS_FOLIO` keeps it from being filed (LFPA art. 43)."""

    code: str
    field: str = Field(description="dotted path into the content: `goods.0.codes.1.nico`")
    article: str
    severity: Severity
    words: WordsOut


class PetitionFileOut(Schema):
    """A file that comes with a petition."""

    number: int
    name: str
    size: int
    sha256: str
    media_type: str


class ReceivedFileOut(Schema):
    """A file that was received ahead."""

    sha256: str
    size: int
    media_type: str


class DraftOut(Schema):
    """A draft: what it says, its files, what it lacks as if it were signed and filed now."""

    reference: str
    arrival: Arrival
    kind: CaseKind
    version: int
    saved_at: datetime
    sent_at: datetime | None = Field(description="of an e-mail, when it was sent")
    content: PetitionContentIn
    files: list[PetitionFileOut]
    faults: list[FaultOfPetitionOut]
    requisites_met: int
    requisites: int


class DraftInListOut(Schema):
    """A draft in the list."""

    reference: str
    arrival: Arrival
    kind: CaseKind
    version: int
    saved_at: datetime


class DraftsOut(Schema):
    """Somebody's drafts, the one saved last first."""

    items: list[DraftInListOut]


class DraftDeletedOut(Schema):
    """What was thrown away."""

    reference: str


class CadenaOut(Schema):
    """The line to be signed, in UTF-8, exactly as it stands."""

    reference: str
    version: int
    cadena: str
    content_sha256: str


class StandingOfCaseOut(Schema):
    """Where the case of a petition stands, as its petitioner may know it (LFPA art. 33)."""

    reference: str
    stage: Stage
    stage_words: WordsOut
    started_on: date
    ended_on: date | None
    outcome: str
    act_number: str
    clocks: list[DeadlineOut]


class PetitionOut(Schema):
    """A filed petition and where its case stands."""

    folio: str
    vucem_folio: str
    arrival: Arrival
    kind: CaseKind
    sent_at: datetime
    filed_at: datetime
    sha256: str
    faults: list[FaultOfPetitionOut] = Field(description="what it lacked when it was filed; told as a courtesy")
    case: StandingOfCaseOut


class AcuseFileOut(Schema):
    """A file as it was received."""

    number: int
    name: str
    size: int
    sha256: str


class FilerOut(Schema):
    """Who filed, and by whom."""

    name: str
    rfc: str
    representative: str
    representative_rfc: str
    captured_by: str


class ProofOut(Schema):
    """What shows who filed."""

    cadena: str
    signature: str = Field(description="base64")
    certificate_number: str
    signer_name: str
    signer_rfc: str
    revocation: str
    scan_sha256: str


class AcuseOut(Schema):
    """The acknowledgement of a petition (LFEA art. 2)."""

    authority: WordsOut
    procedure: str
    folio: str
    vucem_folio: str
    case: str
    filer: FilerOut
    sent_at: datetime
    filed_at: datetime
    files: list[AcuseFileOut]
    petition_sha256: str
    proof: ProofOut
    faults: list[FaultOfPetitionOut]
    legal_basis: list[str]
    verification: str = Field(description="path at which anybody may check it")
