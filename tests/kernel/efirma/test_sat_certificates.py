"""The SAT's own test certificates, where TAMIZ_SAT_CERTIFICATES names a folder of them.

The folder holds the authorities in ``authorities/`` and pairs ``NAME.cer``, ``NAME.key`` anywhere below.
"""

import os
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key

from kernel.efirma import Trust, read_certificate, trust_store, verify_signature
from kernel.efirma.errors import EfirmaError
from tests.kernel.efirma.minting import PASSWORD

FOLDER = os.environ.get("TAMIZ_SAT_CERTIFICATES", "")
PAIRS = [path for path in sorted(Path(FOLDER).rglob("*.cer")) if path.with_suffix(".key").exists()] if FOLDER else []
CADENA = "||1.0|F-1||"


@pytest.mark.skipif(not PAIRS, reason="TAMIZ_SAT_CERTIFICATES names no folder of the SAT's test certificates")
@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_certificate_of_the_sat_verifies_if_it_is_of_an_efirma(path: Path) -> None:
    read = read_certificate(path.read_bytes())
    key = load_der_private_key(path.with_suffix(".key").read_bytes(), PASSWORD.encode())
    assert isinstance(key, RSAPrivateKey)
    signature = key.sign(CADENA.encode(), padding.PKCS1v15(), hashes.SHA256())
    at = read.valid_from + (read.valid_until - read.valid_from) / 2
    trust = Trust(trust_store(Path(FOLDER) / "authorities"))

    def verify() -> None:
        verify_signature(CADENA, path.read_bytes(), signature, at=at, rfcs=(read.rfc,), trust=trust)

    if read.is_efirma():
        verify()
    else:
        with pytest.raises(EfirmaError) as caught:
            verify()
        assert caught.value.code == "csd"
    assert read.number.isdigit()
    assert len(read.number) == 20
