"""Certificates with the anatomy of the SAT's, of an authority of the tests' own; nobody outside trusts it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kernel.efirma import Trust
from kernel.efirma.revocation import RevokedNumbers
from kernel.efirma.trust import TrustStore, trusted

AT: Final = datetime(2026, 3, 2, 16, 30, 5, tzinfo=UTC)  # the moment of every signing
YEAR: Final = timedelta(days=365)
PASSWORD: Final = "12345678a"
PERSON_RFC: Final = "CACX7605101P8"
PERSON_CURP: Final = "CACX760510MGTSRC08"
FIRM_RFC: Final = "EKU9003173C9"
REPRESENTATIVE_RFC: Final = "VADA800927DJ3"
SIGNING: Final = ("digital_signature", "content_commitment")  # of a seal
AGREEING: Final = (*SIGNING, "data_encipherment", "key_agreement")  # of an e.firma
ISSUING: Final = ("key_cert_sign", "crl_sign")
USES: Final = (*AGREEING, "key_encipherment", *ISSUING, "encipher_only", "decipher_only")


@dataclass(frozen=True, slots=True)
class Minted:
    """A certificate and its key."""

    parsed: x509.Certificate
    key: rsa.RSAPrivateKey

    def cer(self) -> bytes:
        return self.parsed.public_bytes(Encoding.DER)

    def pem(self) -> bytes:
        return self.parsed.public_bytes(Encoding.PEM)

    def encrypted_key(self, password: str = PASSWORD) -> bytes:
        return self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, BestAvailableEncryption(password.encode()))

    def sign(self, text: str, algorithm: hashes.HashAlgorithm | None = None) -> bytes:
        return self.key.sign(text.encode(), padding.PKCS1v15(), algorithm or hashes.SHA256())


@cache
def key(name: str, bits: int = 2048) -> rsa.RSAPrivateKey:
    """Return the key of a name, made once: that is what takes long."""
    return rsa.generate_private_key(65537, bits)


def number(digits: str) -> int:
    """Return the serial that shows as these digits."""
    return int.from_bytes(digits.encode(), "big")


def subject(
    name: str, *, rfc: str = "", curp: str = "", branch: str = "", country: str = "MX", email: str = ""
) -> x509.Name:
    """Return a subject in the order the SAT writes it."""
    parts = [
        (NameOID.COMMON_NAME, name),
        (NameOID.SURNAME if not rfc else x509.ObjectIdentifier("2.5.4.41"), name),
        (NameOID.ORGANIZATION_NAME, name),
        (NameOID.COUNTRY_NAME, country),
        (NameOID.EMAIL_ADDRESS, email),
        (NameOID.X500_UNIQUE_IDENTIFIER, rfc),
        (NameOID.SERIAL_NUMBER, curp),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, branch),
    ]
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts if value])


@dataclass(frozen=True, slots=True)
class Plan:
    """What a certificate is to be."""

    subject: x509.Name
    key: rsa.RSAPrivateKey
    serial: int
    uses: tuple[str, ...]
    years: tuple[float, float] = (-1, 3)  # from and until, seen from the moment of signing
    is_authority: bool = False
    path_length: int | None = None
    algorithm: hashes.SHA224 | hashes.SHA256 = field(default_factory=hashes.SHA256)


def mint(plan: Plan, issuer: Minted | None = None) -> Minted:
    """Return a certificate that ``issuer`` signs, or it itself."""
    start, end = plan.years
    builder = (
        x509.CertificateBuilder()
        .subject_name(plan.subject)
        .issuer_name(issuer.parsed.subject if issuer else plan.subject)
        .public_key(plan.key.public_key())
        .serial_number(plan.serial)
        .not_valid_before(AT + start * YEAR)
        .not_valid_after(AT + end * YEAR)
        .add_extension(x509.BasicConstraints(ca=plan.is_authority, path_length=plan.path_length), critical=True)
        .add_extension(x509.KeyUsage(**{use: use in plan.uses for use in USES}), critical=True)
    )
    if "key_agreement" in plan.uses:
        purposes = [ExtendedKeyUsageOID.EMAIL_PROTECTION, ExtendedKeyUsageOID.CLIENT_AUTH]
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
    return Minted(builder.sign(issuer.key if issuer else plan.key, plan.algorithm), plan.key)


@cache
def root() -> Minted:
    """Return the root of the tests, which stands for that of the central bank."""
    return mint(
        Plan(subject("Raíz de las pruebas"), key("root"), number("0" * 19 + "1"), ISSUING, (-9, 9), is_authority=True)
    )


@cache
def authority() -> Minted:
    """Return the authority of the tests, which stands for the SAT's."""
    plan = Plan(subject("A.C. de las pruebas"), key("authority"), number("0" * 19 + "2"), ISSUING, (-5, 5), True, 0)
    return mint(plan, root())


def person_plan(digits: str = "30001000000500000001", *, years: tuple[float, float] = (-1, 3)) -> Plan:
    """Return the plan of the e.firma of a natural person."""
    name = subject("XOCHILT CASAS CHÁVEZ", rfc=PERSON_RFC, curp=PERSON_CURP, email="pruebas@ejemplo.mx")
    return Plan(name, key("person"), number(digits), AGREEING, years)


@cache
def person() -> Minted:
    """Return the e.firma of a natural person."""
    return mint(person_plan(), authority())


@cache
def firm() -> Minted:
    """Return the e.firma of a legal person, which names its representative."""
    name = subject(
        "ESCUELA KEMPER URGATE SA DE CV", rfc=f"{FIRM_RFC} / {REPRESENTATIVE_RFC}", curp=" / VADA800927HSRSRL05"
    )
    return mint(Plan(name, key("firm"), number("30001000000500000002"), AGREEING), authority())


@cache
def seal() -> Minted:
    """Return a digital seal (CSD) of the same legal person: with a branch, for signatures alone."""
    rfc = f"{FIRM_RFC} / {REPRESENTATIVE_RFC}"
    name = subject("ESCUELA KEMPER URGATE SA DE CV", rfc=rfc, curp=" / VADA800927HSRSRL05", branch="Sucursal 1")
    return mint(Plan(name, key("seal"), number("30001000000500000003"), SIGNING), authority())


@cache
def expired() -> Minted:
    """Return an e.firma that ended the day before the signing."""
    return mint(person_plan("30001000000500000004", years=(-4, -1 / 365)), authority())


@cache
def coming() -> Minted:
    """Return an e.firma that begins the day after the signing."""
    return mint(person_plan("30001000000500000005", years=(1 / 365, 4)), authority())


@cache
def revoked() -> Minted:
    """Return an e.firma whose number is on the list of revoked ones."""
    return mint(person_plan("30001000000500000006"), authority())


def store() -> TrustStore:
    """Return the authorities of the tests."""
    return trusted([root().parsed, authority().parsed])


def trust() -> Trust:
    """Return whom the tests believe."""
    return Trust(store(), RevokedNumbers(frozenset({"30001000000500000006"})))


def write_store(folder: Path) -> Path:
    """Write the authorities of the tests into a folder, one in DER and one in PEM."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "root.cer").write_bytes(root().cer())
    (folder / "authority.pem").write_bytes(authority().pem())
    return folder
