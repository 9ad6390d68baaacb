"""Whom to believe: the certificates of the authorities, and the chain from a person's certificate to one of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from kernel.efirma.certificate import Certificate, check_hash, common_name, number_of, parse, sound_key, usage_of
from kernel.efirma.errors import (
    AUTHORITY_NOT_VALID,
    NO_TRUST_STORE,
    UNKNOWN_CHAIN,
    AuthorityNotValidError,
    NoTrustStoreError,
    UnknownChainError,
)

KINDS: Final = frozenset({".cer", ".crt", ".pem", ".der"})
LONGEST: Final = 6  # links; the SAT's have two or three, and a ring of authorities would have no end


@dataclass(frozen=True, slots=True)
class TrustStore:
    """The certificates of the authorities that an operator trusts, by their name."""

    by_name: dict[x509.Name, list[x509.Certificate]] = field(repr=False)

    def chain(self, certificate: Certificate, at: datetime) -> tuple[x509.Certificate, ...]:
        """Return the authorities above a certificate, from its issuer up to where the store ends, each checked.

        Raises:
            UnknownChainError: none of the store issued it, or one that may not issue.
            AuthorityNotValidError: one of them was not valid at the moment.
            WeakKeyError: a key or signature of a link is too weak.

        """
        chain: list[x509.Certificate] = []
        link = certificate.parsed
        while chain == [] or (link.issuer != link.subject and self.by_name.get(link.issuer)):
            link = self._issuer(link, certificate, len(chain))
            _check_date(link, certificate, at)
            chain.append(link)
        return tuple(chain)

    def _issuer(self, link: x509.Certificate, certificate: Certificate, below: int) -> x509.Certificate:
        """Return the authority that signed a link; several may bear one name, as after a renewal of their key."""
        check_hash(link, number_of(link))
        candidates = self.by_name.get(link.issuer, [])
        found = next((one for one in candidates if _may_issue(one, below) and _signed(link, one)), None)
        if found is None or below >= LONGEST:
            facts = {"number": certificate.number, "issuer": common_name(link.issuer)}
            raise UnknownChainError(UNKNOWN_CHAIN.filled(**facts))
        sound_key(found, number_of(found))
        return found


def trust_store(folder: Path) -> TrustStore:
    """Return the authorities whose certificates lie in a folder.

    Raises:
        NoTrustStoreError: there is no certificate in it.
        UnreadableCertificateError: a file of it is none.

    """
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in KINDS)
    if not files:
        raise NoTrustStoreError(NO_TRUST_STORE.filled(folder=folder))
    return trusted(parse(path.read_bytes()) for path in files)


def trusted(authorities: Iterable[x509.Certificate]) -> TrustStore:
    """Return a store of these authorities."""
    by_name = defaultdict(list)
    for one in authorities:
        by_name[one.subject].append(one)
    return TrustStore(dict(by_name))


def _signed(link: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        link.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _may_issue(authority: x509.Certificate, below: int) -> bool:
    """Return whether a certificate is of an authority that may have so many authorities below it (RFC 5280, 6.1.4)."""
    try:
        basic = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
    except x509.ExtensionNotFound:
        return False
    usage = usage_of(authority)
    within = basic.path_length is None or below <= basic.path_length
    return basic.ca and within and (usage is None or usage.key_cert_sign)


def _check_date(authority: x509.Certificate, certificate: Certificate, at: datetime) -> None:
    if not authority.not_valid_before_utc <= at <= authority.not_valid_after_utc:
        facts = {"number": certificate.number, "issuer": common_name(authority.subject)}
        raise AuthorityNotValidError(AUTHORITY_NOT_VALID.filled(**facts))
