"""Whether a signature holds: made over this text, with the key of a valid e.firma, of the person who files."""

import binascii
from base64 import b64decode
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from kernel.efirma.certificate import LEAST_BITS, Certificate, check_hash, read_certificate
from kernel.efirma.errors import (
    EXPIRED,
    NOT_YET_VALID,
    OTHER_KEY,
    OTHER_PERSON,
    REVOKED,
    SEAL_CERTIFICATE,
    TAMPERED,
    UNREADABLE_SIGNATURE,
    WRONG_HASH,
    ExpiredError,
    NotYetValidError,
    OtherKeyError,
    OtherPersonError,
    RevokedError,
    SealCertificateError,
    TamperedError,
    UnreadableSignatureError,
    WrongHashError,
)
from kernel.efirma.revocation import NotAsked, Revocation, RevocationChecker
from kernel.efirma.trust import TrustStore

LARGEST: Final = 4096  # bytes; a signature of 2048 bits has 256, in base64 344
# How what was signed begins, by the algorithm of its hash (RFC 8017, 9.2, note 1)
OTHER_HASHES: Final = MappingProxyType(
    {
        bytes.fromhex("3020300c06082a864886f70d020505000410"): "MD5",
        bytes.fromhex("3021300906052b0e03021a05000414"): "SHA-1",
        bytes.fromhex("302d300d06096086480165030402040500041c"): "SHA-224",
        bytes.fromhex("3041300d060960864801650304020205000430"): "SHA-384",
        bytes.fromhex("3051300d060960864801650304020305000440"): "SHA-512",
    }
)


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom to believe: the authorities, and who knows what they revoked."""

    authorities: TrustStore
    revocation: RevocationChecker = field(default_factory=NotAsked)


@dataclass(frozen=True, slots=True)
class Verified:
    """A signature that holds, with everything a court would ask for again."""

    certificate: Certificate
    signature: bytes
    cadena: str
    at: datetime
    chain: tuple[str, ...]  # names of the authorities, from the issuer upwards
    revocation: Revocation


def verify_signature(
    cadena: str, certificate: bytes, signature: bytes, *, at: datetime, rfcs: Collection[str], trust: Trust
) -> Verified:
    """Return the signature of a cadena original, checked against the moment and whoever may sign (``rfcs``).

    Raises:
        EfirmaError: why it does not hold; each reason is a class of its own.

    """
    holder = read_certificate(certificate)
    signed = read_signature(signature)
    check_hash(holder.parsed, holder.number)
    _check_text(cadena, holder, signed)
    _check_kind(holder)
    _check_dates(holder, at)
    chain = trust.authorities.chain(holder, at)
    _check_person(holder, rfcs)
    answer = trust.revocation.ask(holder, chain[0])
    if answer is Revocation.REVOCADO:
        raise RevokedError(REVOKED.filled(number=holder.number))
    names = tuple(one.subject.rfc4514_string() for one in chain)
    return Verified(holder, signed, cadena, at, names, answer)


def read_signature(data: bytes) -> bytes:
    """Return the bytes of a signature that came as they are or in base64, with or without line ends.

    Raises:
        UnreadableSignatureError: they are neither.

    """
    if len(data) > LARGEST:
        raise UnreadableSignatureError(UNREADABLE_SIGNATURE)
    try:
        plain = b64decode(b"".join(data.split()), validate=True)
    except binascii.Error:
        plain = data
    if len(plain) < LEAST_BITS // 8:
        raise UnreadableSignatureError(UNREADABLE_SIGNATURE)
    return plain


def _check_text(cadena: str, holder: Certificate, signature: bytes) -> None:
    key = holder.public_key()
    try:
        key.verify(signature, cadena.encode(), padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        _tell_why(key, holder, signature)


def _tell_why(key: RSAPublicKey, holder: Certificate, signature: bytes) -> None:
    """Raise why a signature is not of a text: what was signed can be read with the key, if it is its own."""
    try:
        signed = key.recover_data_from_signature(signature, padding.PKCS1v15(), None)
    except (InvalidSignature, ValueError, UnsupportedAlgorithm) as error:
        raise OtherKeyError(OTHER_KEY.filled(number=holder.number)) from error
    other = next((name for start, name in OTHER_HASHES.items() if signed.startswith(start)), None)
    if other is not None:
        raise WrongHashError(WRONG_HASH.filled(algorithm=other))
    raise TamperedError(TAMPERED)


def _check_kind(holder: Certificate) -> None:
    if not holder.is_efirma():
        raise SealCertificateError(SEAL_CERTIFICATE.filled(number=holder.number))


def _check_dates(holder: Certificate, at: datetime) -> None:
    if at < holder.valid_from:
        raise NotYetValidError(NOT_YET_VALID.filled(number=holder.number, day=holder.valid_from))
    if at > holder.valid_until:
        raise ExpiredError(EXPIRED.filled(number=holder.number, day=holder.valid_until))


def _check_person(holder: Certificate, rfcs: Collection[str]) -> None:
    """Refuse a stranger. Of a legal person's certificate it is that person who signs, whoever holds the key."""
    expected = {rfc.strip().upper() for rfc in rfcs if rfc.strip()}
    if holder.rfc not in expected:
        raise OtherPersonError(OTHER_PERSON.filled(rfc=holder.rfc, expected=", ".join(sorted(expected))))
