"""The e.firma: certificates of the SAT, signatures made with their keys, and whether both hold.

Private keys are none of its business: they stay with their owner, and nothing here can open one.
"""

from kernel.efirma.certificate import Certificate, read_certificate
from kernel.efirma.revocation import NotAsked, Ocsp, Revocation, RevokedNumbers, revoked_numbers
from kernel.efirma.signature import Trust, Verified, verify_signature
from kernel.efirma.trust import TrustStore, trust_store

__all__ = [
    "Certificate",
    "NotAsked",
    "Ocsp",
    "Revocation",
    "RevokedNumbers",
    "Trust",
    "TrustStore",
    "Verified",
    "read_certificate",
    "revoked_numbers",
    "trust_store",
    "verify_signature",
]
