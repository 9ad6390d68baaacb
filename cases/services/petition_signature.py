"""The verifier of petitions: the e.firma, by the authorities that this installation believes."""

from datetime import datetime

from cases.domain.petition.signing import Signature, Signed, Verifier
from kernel.efirma import Trust, verify_signature

NAME_LENGTH = 500  # what the table holds


def verifier(trust: Trust) -> Verifier:
    """Return what verifies the signature of a petition; ``kernel.efirma.configured_trust`` says whom to believe."""

    def verify(cadena: str, sent: Signature, *, at: datetime, rfcs: frozenset[str]) -> Signed:
        held = verify_signature(cadena, sent.certificate, sent.signature, at=at, rfcs=rfcs, trust=trust)
        holder = held.certificate
        return Signed(
            cadena=held.cadena,
            certificate=holder.der(),
            certificate_number=holder.number,
            signer_rfc=holder.rfc,
            signer_name=holder.name[:NAME_LENGTH],
            signature=held.signature,
            revocation=held.revocation.value,
        )

    return verify
