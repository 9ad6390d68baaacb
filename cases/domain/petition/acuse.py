"""What a filer is given for a petition: everything that lets anybody check later what was filed, when and by whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cases.domain.petition.arrival import Arrival
from cases.domain.petition.requisites import Fault
from kernel.domain.text import Text

AUTHORITY: Final = Text("Secretaría del Trabajo y Previsión Social", "Ministry of Labour and Social Welfare")
TITLE: Final = Text("Acuse de recibo electrónico", "Electronic acknowledgement of receipt")
LEGAL_BASIS: Final = (
    "Acuerdo DOF 17-02-2023, Anexo Único",
    "LFPA art. 15, 17-B, 43",  # what is filed, from when the term counts, that nothing is refused
    "LFEA art. 7",  # an e.firma is worth what a signature by hand is
)
COURTESY: Final = Text(
    "Se le avisa por cortesía de lo que parece faltar; no es una prevención (LFPA art. 17-A). Puede completarlo desde "
    "ahora.",
    "As a courtesy you are told what seems to be missing; this is no prevention (LFPA art. 17-A). You may complete it "
    "now.",
)
SHORT: Final = 16  # signs of a hash that the address of verification bears
VERIFICATION: Final = "/verificar/{folio}?h={hash}"


@dataclass(frozen=True, slots=True)
class AcuseFile:
    """A file as it was received."""

    number: int
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Filer:
    """Who filed, and who did so for them; who captured it, where it was not filed in person."""

    name: str
    rfc: str
    representative: str
    representative_rfc: str
    captured_by: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows who filed: a signature with its certificate, or the scan of a signed writing."""

    cadena: str
    signature: str  # base64
    certificate_number: str
    signer_name: str
    signer_rfc: str
    revocation: str
    scan_sha256: str


@dataclass(frozen=True, slots=True)
class Acuse:
    """An acknowledgement; ``filed_at`` and ``sent_at`` bear the zone of the authority's seat.

    ``verification`` is the path at which anybody may check it; whoever draws it puts the site before it.
    """

    authority: Text
    procedure: str
    folio: str
    vucem_folio: str
    case_reference: str
    arrival: Arrival
    filer: Filer
    sent_at: datetime
    filed_at: datetime
    files: tuple[AcuseFile, ...]
    petition_sha256: str
    proof: Proof
    faults: tuple[Fault, ...]
    legal_basis: tuple[str, ...]
    verification: str


def verification_of(folio: str, sha256: str) -> str:
    """Return the path at which anybody may check what was filed with a folio."""
    return VERIFICATION.format(folio=folio, hash=sha256[:SHORT])
