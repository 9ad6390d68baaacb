from pathlib import Path

import pytest
from pytest_django import Settings

from kernel.efirma import NotAsked, Ocsp, RevokedNumbers
from kernel.efirma.configured import configured_trust
from kernel.efirma.errors import NoTrustStoreError
from tests.kernel.efirma import minting


def test_by_default_nobody_is_asked_of_revocation(settings: Settings, tmp_path: Path) -> None:
    settings.TAMIZ_EFIRMA_AUTHORITIES = minting.write_store(tmp_path)
    trust = configured_trust()
    assert isinstance(trust.revocation, NotAsked)
    assert len(trust.authorities.by_name) == 2


def test_the_list_comes_before_the_network(settings: Settings, tmp_path: Path) -> None:
    settings.TAMIZ_EFIRMA_AUTHORITIES = minting.write_store(tmp_path / "authorities")
    revoked = tmp_path / "revoked.txt"
    revoked.write_text("30001000000500000006\n", encoding="utf-8")
    settings.TAMIZ_EFIRMA_REVOKED, settings.TAMIZ_EFIRMA_OCSP = str(revoked), "https://ocsp.ejemplo.mx"
    asked = configured_trust().revocation
    assert asked == RevokedNumbers(frozenset({"30001000000500000006"}), Ocsp("https://ocsp.ejemplo.mx"))


def test_without_authorities_no_signature_can_be_verified(settings: Settings, tmp_path: Path) -> None:
    settings.TAMIZ_EFIRMA_AUTHORITIES = tmp_path
    with pytest.raises(NoTrustStoreError):
        configured_trust()
