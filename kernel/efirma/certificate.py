"""A certificate as the SAT issues it: its number, whose it is, and whether it is one of e.firma."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from kernel.efirma.errors import (
    NO_RFC,
    UNREADABLE_CERTIFICATE,
    WEAK_KEY,
    UnreadableCertificateError,
    WeakKeyError,
)

LARGEST: Final = 64 * 1024  # bytes; those of the SAT have about 1,500
LEAST_BITS: Final = 2048  # NIST SP 800-131A: shorter RSA keys are disallowed since 2014
SOUND: Final = (hashes.SHA256, hashes.SHA384, hashes.SHA512)
PEM: Final = b"-----BEGIN CERTIFICATE-----"
NAMES: Final = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)  # the SAT writes the legal name in both


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says; a legal person's also names who may sign for it."""

    number: str  # twenty digits, as the SAT shows it
    name: str
    rfc: str
    representative_rfc: str
    curp: str  # of the person who signs
    valid_from: datetime
    valid_until: datetime
    issuer: str
    parsed: x509.Certificate = field(repr=False)

    def is_efirma(self) -> bool:
        """Return whether it is of an e.firma, not of a digital seal: no branch (OU), and made for key agreement.

        No rule of the SAT says so; all its certificates do.
        """
        usage = usage_of(self.parsed)
        branches = self.parsed.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)
        return not branches and usage is not None and usage.key_agreement

    def public_key(self) -> RSAPublicKey:
        """Return the key that its signatures are checked with.

        Raises:
            WeakKeyError: it is not RSA, or too short.

        """
        return sound_key(self.parsed, self.number)

    def der(self) -> bytes:
        """Return the bytes of the certificate."""
        return self.parsed.public_bytes(Encoding.DER)


def read_certificate(data: bytes) -> Certificate:
    """Return what a certificate in DER or PEM says.

    Raises:
        UnreadableCertificateError: it is no certificate, or does not say whose it is.

    """
    found = parse(data)
    number = number_of(found)
    rfc, _, representative = _value(found, NameOID.X500_UNIQUE_IDENTIFIER).partition("/")
    own, _, signers = _value(found, NameOID.SERIAL_NUMBER).partition("/")
    if not rfc.strip():
        raise UnreadableCertificateError(NO_RFC.filled(number=number))
    return Certificate(
        number=number,
        name=next(filter(None, (_value(found, oid) for oid in NAMES)), ""),
        rfc=rfc.strip().upper(),
        representative_rfc=representative.strip().upper(),
        curp=(signers.strip() or own.strip()).upper(),
        valid_from=found.not_valid_before_utc,
        valid_until=found.not_valid_after_utc,
        issuer=common_name(found.issuer),
        parsed=found,
    )


def parse(data: bytes) -> x509.Certificate:
    """Return the certificate of these bytes, in DER or PEM.

    Raises:
        UnreadableCertificateError: they are no certificate, or not one whose parts can be read.

    """
    if len(data) > LARGEST:
        raise UnreadableCertificateError(UNREADABLE_CERTIFICATE)
    try:
        start = data.find(PEM)
        found = x509.load_der_x509_certificate(data) if start < 0 else x509.load_pem_x509_certificate(data[start:])
        _touch(found)
    except (ValueError, UnsupportedAlgorithm, x509.DuplicateExtension) as error:
        raise UnreadableCertificateError(UNREADABLE_CERTIFICATE) from error
    return found


def _touch(found: x509.Certificate) -> None:
    """Read every part that is used later: they are parsed only when asked for."""
    _ = (found.subject, found.issuer, found.extensions, found.not_valid_before_utc, found.not_valid_after_utc)


def number_of(found: x509.Certificate) -> str:
    """Return the number of a certificate: its serial, whose bytes the SAT writes as digits, else in hexadecimal."""
    serial = found.serial_number
    written = serial.to_bytes((serial.bit_length() + 7) // 8, "big", signed=False)
    return written.decode() if written.isdigit() else f"{serial:x}"


def common_name(name: x509.Name) -> str:
    """Return what a name calls itself, the whole name where it has no common name."""
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return _text(found[0].value) if found else name.rfc4514_string()


def usage_of(found: x509.Certificate) -> x509.KeyUsage | None:
    """Return what the key of a certificate is for, None where it does not say."""
    try:
        return found.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return None


def sound_key(found: x509.Certificate, number: str) -> RSAPublicKey:
    """Return the RSA key of a certificate.

    Raises:
        WeakKeyError: it is another kind of key, or too short.

    """
    try:
        key = found.public_key()
    except (ValueError, UnsupportedAlgorithm) as error:
        raise WeakKeyError(WEAK_KEY.filled(number=number)) from error
    if not isinstance(key, RSAPublicKey) or key.key_size < LEAST_BITS:
        raise WeakKeyError(WEAK_KEY.filled(number=number))
    return key


def check_hash(found: x509.Certificate, number: str) -> None:
    """Refuse a certificate that its issuer signed over a hash which can be forged.

    Raises:
        WeakKeyError: it is another hash than SHA-2, or an unknown one.

    """
    try:
        algorithm = found.signature_hash_algorithm
    except UnsupportedAlgorithm as error:
        raise WeakKeyError(WEAK_KEY.filled(number=number)) from error
    if not isinstance(algorithm, SOUND):
        raise WeakKeyError(WEAK_KEY.filled(number=number))


def _value(found: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    values = found.subject.get_attributes_for_oid(oid)
    return _text(values[0].value).strip() if values else ""


def _text(value: str | bytes) -> str:
    """Return a value as text: the standard has bits for the unique identifier, where the SAT writes letters."""
    return value if isinstance(value, str) else value.decode("utf-8", errors="replace")
