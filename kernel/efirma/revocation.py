"""Whether a certificate is revoked: one question, and several whom it can be put to."""

from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import quote

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from kernel.domain.errors import InputError
from kernel.domain.text import Text
from kernel.efirma.certificate import Certificate
from kernel.http import FetchError, fetch

LARGEST: Final = 64 * 1024  # bytes of an answer; usual ones have about 2,000
OFF_BY: Final = timedelta(minutes=5)  # clocks of two machines
NOT_A_NUMBER: Final = Text(
    "El renglón {line} de {path} no es un número de certificado. Corríjalo.",
    "Line {line} of {path} is no certificate number. Correct it.",
)


class Revocation(StrEnum):
    """What is known of a certificate's revocation."""

    VIGENTE = "VIGENTE"
    REVOCADO = "REVOCADO"
    NO_VERIFICABLE = "NO_VERIFICABLE"  # nobody could be asked, or the answer was none


class RevocationChecker(Protocol):
    """Somebody who can be asked whether a certificate is revoked."""

    def ask(self, certificate: Certificate, issuer: x509.Certificate) -> Revocation:
        """Return what is known of a certificate that ``issuer`` issued."""
        ...  # pragma: no cover - a protocol


class NotAsked:
    """Nobody is asked."""

    def ask(self, certificate: Certificate, issuer: x509.Certificate) -> Revocation:
        """Return that it cannot be told."""
        return Revocation.NO_VERIFICABLE


@dataclass(frozen=True, slots=True)
class RevokedNumbers:
    """A list of revoked certificates by their number; it knows the revoked ones and cannot vouch for others."""

    numbers: frozenset[str]
    otherwise: RevocationChecker = field(default_factory=NotAsked)

    def ask(self, certificate: Certificate, issuer: x509.Certificate) -> Revocation:
        """Return that it is revoked, or what the next one knows."""
        if certificate.number in self.numbers:
            return Revocation.REVOCADO
        return self.otherwise.ask(certificate, issuer)


def revoked_numbers(path: Path) -> frozenset[str]:
    """Return the numbers of a list, one a line; what stands behind ``#`` is a note.

    Raises:
        InputError: a line is no number.

    """
    found = set()
    for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        number = text.partition("#")[0].strip().lower()
        if number and not set(number) <= set("0123456789abcdef"):
            raise InputError(NOT_A_NUMBER.filled(line=line, path=path))
        found.add(number)
    return frozenset(found - {""})


@dataclass(frozen=True, slots=True)
class Ocsp:
    """The authority's own answer over the network (RFC 6960, by GET)."""

    url: str

    def ask(self, certificate: Certificate, issuer: x509.Certificate) -> Revocation:
        """Return what the authority says now; nothing but a signed and fresh answer on this certificate counts."""
        asked = ocsp.OCSPRequestBuilder().add_certificate(certificate.parsed, issuer, hashes.SHA256()).build()
        written = quote(b64encode(asked.public_bytes(Encoding.DER)), safe="")
        try:
            answer = ocsp.load_der_ocsp_response(fetch(f"{self.url.rstrip('/')}/{written}", limit=LARGEST).content)
            return _read(answer, certificate, issuer, datetime.now(UTC))
        except (FetchError, ValueError, UnsupportedAlgorithm):
            return Revocation.NO_VERIFICABLE


MEANINGS: Final = {
    ocsp.OCSPCertStatus.GOOD: Revocation.VIGENTE,
    ocsp.OCSPCertStatus.REVOKED: Revocation.REVOCADO,
}


def _read(answer: ocsp.OCSPResponse, certificate: Certificate, issuer: x509.Certificate, now: datetime) -> Revocation:
    if answer.response_status != ocsp.OCSPResponseStatus.SUCCESSFUL:
        return Revocation.NO_VERIFICABLE
    if answer.serial_number != certificate.parsed.serial_number or not _is_fresh(answer, now):
        return Revocation.NO_VERIFICABLE
    if not any(_signed_by(answer, signer) for signer in _signers(answer, issuer)):
        return Revocation.NO_VERIFICABLE
    return MEANINGS.get(answer.certificate_status, Revocation.NO_VERIFICABLE)


def _is_fresh(answer: ocsp.OCSPResponse, now: datetime) -> bool:
    until = answer.next_update_utc
    return answer.this_update_utc <= now + OFF_BY and (until is None or now - OFF_BY <= until)


def _signers(answer: ocsp.OCSPResponse, issuer: x509.Certificate) -> list[x509.Certificate]:
    """Return who may sign an answer: the issuer, and those to whom it gave that task."""
    return [issuer, *(one for one in answer.certificates if _is_entrusted(one, issuer))]


def _is_entrusted(one: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        one.verify_directly_issued_by(issuer)
        uses = one.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
        return False
    return ExtendedKeyUsageOID.OCSP_SIGNING in uses


def _signed_by(answer: ocsp.OCSPResponse, signer: x509.Certificate) -> bool:
    key, algorithm = signer.public_key(), answer.signature_hash_algorithm
    if not isinstance(key, RSAPublicKey) or algorithm is None:
        return False
    try:
        key.verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), algorithm)
    except InvalidSignature:
        return False
    return True
