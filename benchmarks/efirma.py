"""Signatures verified a second: everything that is checked, beside the bare operation of ``cryptography``.

``python -m benchmarks.efirma [--signatures 2000]``; the certificates are minted in memory by the run itself.
"""

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from rich.console import Console

from kernel.domain.cadena import Cadena
from kernel.efirma import Trust, verify_signature
from kernel.efirma.trust import trusted

AT: Final = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)
RFC: Final = "CACX7605101P8"
USES: Final = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)
EFIRMA: Final = frozenset({"digital_signature", "content_commitment", "data_encipherment", "key_agreement"})
AUTHORITY: Final = frozenset({"key_cert_sign", "crl_sign"})

Name = tuple[tuple[x509.ObjectIdentifier, str], ...]


def minted(
    subject: Name, issuer: Name, key: rsa.RSAPrivateKey, signer: rsa.RSAPrivateKey, uses: frozenset[str]
) -> x509.Certificate:
    """Return a certificate for ``key`` that ``signer`` signs."""
    names = [x509.Name([x509.NameAttribute(oid, value) for oid, value in name]) for name in (subject, issuer)]
    builder = (
        x509.CertificateBuilder(issuer_name=names[1], subject_name=names[0], public_key=key.public_key())
        .serial_number(int.from_bytes(b"30001000000500000001", "big"))
        .not_valid_before(AT - timedelta(days=365))
        .not_valid_after(AT + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=uses == AUTHORITY, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**{use: use in uses for use in USES}), critical=True)
    )
    return builder.sign(signer, hashes.SHA256())


def per_second(work: Callable[[], object], times: int) -> float:
    """Return how often a second something is done."""
    started = time.perf_counter()
    for _ in range(times):
        work()
    return times / (time.perf_counter() - started)


def main() -> None:
    """Measure both in one run and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--signatures", type=int, default=2000)
    times = parser.parse_args().signatures
    top, own = (rsa.generate_private_key(65537, 2048) for _ in range(2))
    authority = ((NameOID.COMMON_NAME, "A.C."),)
    person = ((NameOID.COMMON_NAME, "Persona"), (NameOID.X500_UNIQUE_IDENTIFIER, RFC))
    root = minted(authority, authority, top, top, AUTHORITY)
    holder = minted(person, authority, own, top, EFIRMA)
    cadena = Cadena("F-1", AT, RFC, "", "TRABAJO FORZOSO", "a" * 64, ("b" * 64,) * 20).text()
    text, der, trust = cadena.encode(), holder.public_bytes(Encoding.DER), Trust(trusted([root]))
    signature = own.sign(text, padding.PKCS1v15(), hashes.SHA256())
    key = own.public_key()
    bare = per_second(lambda: key.verify(signature, text, padding.PKCS1v15(), hashes.SHA256()), times)
    whole = per_second(
        lambda: verify_signature(cadena, der, signature, at=AT, rfcs=(RFC,), trust=trust),
        times,
    )
    console = Console()
    console.print(f"bare verification of one signature   {bare:10,.0f} a second")
    console.print(f"whole verification of an e.firma     {whole:10,.0f} a second")


if __name__ == "__main__":
    main()
