"""Whom this installation believes, as its operator set it."""

from pathlib import Path

from django.conf import settings

from kernel.efirma.revocation import NotAsked, Ocsp, RevocationChecker, RevokedNumbers, revoked_numbers
from kernel.efirma.signature import Trust
from kernel.efirma.trust import trust_store


def configured_trust() -> Trust:
    """Return the authorities and checkers of the settings; a revoked number on the list is never asked about.

    Raises:
        NoTrustStoreError: there are no authorities.
        InputError: a file of them cannot be used.

    """
    authorities = trust_store(Path(settings.TAMIZ_EFIRMA_AUTHORITIES))
    asked: RevocationChecker = Ocsp(settings.TAMIZ_EFIRMA_OCSP) if settings.TAMIZ_EFIRMA_OCSP else NotAsked()
    if settings.TAMIZ_EFIRMA_REVOKED:
        asked = RevokedNumbers(revoked_numbers(Path(settings.TAMIZ_EFIRMA_REVOKED)), asked)
    return Trust(authorities, asked)
