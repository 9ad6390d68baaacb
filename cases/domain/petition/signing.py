"""The line that is signed for a petition, and what is kept of a signature that holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final, Protocol

from cases.domain.case import CaseKind
from cases.domain.petition.codec import sha256_of
from cases.domain.petition.content import PetitionContent
from importers.domain.tax_ids import plain_rfc
from kernel.domain.cadena import Cadena

# What the cadena calls the procedure that is asked for.
PROCEDURES: Final[Mapping[CaseKind, str]] = MappingProxyType(
    {
        CaseKind.INVESTIGATION: "SOLICITUD DE INVESTIGACION",
        CaseKind.ANNULMENT: "SOLICITUD DE ANULACION",
        CaseKind.UPDATE: "SOLICITUD DE ACTUALIZACION",
    }
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A certificate and a signature as they were sent, not looked at yet."""

    certificate: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that holds, with what is kept of it."""

    cadena: str
    certificate: bytes
    certificate_number: str
    signer_rfc: str
    signer_name: str
    signature: bytes
    revocation: str


class Verifier(Protocol):
    """Whoever can tell whether a signature of a cadena holds."""

    def __call__(self, cadena: str, sent: Signature, *, at: datetime, rfcs: frozenset[str]) -> Signed:
        """Return the signature, checked, of one of the persons; raise why it does not hold."""
        ...  # pragma: no cover - a protocol


def cadena_of(folio: str, at: datetime, kind: CaseKind, content: PetitionContent, files: Sequence[str]) -> str:
    """Return the line that stands for a petition and every file that comes with it.

    Raises:
        CadenaError: a file is named by what is no SHA-256, or the moment has no zone.

    """
    representative = content.representative.rfc if content.representative else ""
    rfcs = plain_rfc(content.petitioner.rfc), plain_rfc(representative)
    return Cadena(folio, at, *rfcs, PROCEDURES[kind], sha256_of(content), tuple(files)).text()


def signers_of(content: PetitionContent) -> frozenset[str]:
    """Return the RFC of each person of whom the signature may be: the petitioner or the representative."""
    return frozenset(plain for rfc in content.rfcs() if (plain := plain_rfc(rfc)))
