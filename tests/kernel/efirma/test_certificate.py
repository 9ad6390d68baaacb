from dataclasses import replace

import pytest
from cryptography import x509
from cryptography.x509.name import _ASN1Type
from cryptography.x509.oid import NameOID

from kernel.efirma import read_certificate
from kernel.efirma.errors import UnreadableCertificateError
from tests.kernel.efirma import minting


def test_a_person_is_read_as_the_sat_writes_one() -> None:
    read = read_certificate(minting.person().cer())
    assert (read.number, read.rfc, read.representative_rfc) == ("30001000000500000001", minting.PERSON_RFC, "")
    assert (read.name, read.curp) == ("XOCHILT CASAS CHÁVEZ", minting.PERSON_CURP)
    assert read.issuer == "A.C. de las pruebas"
    assert read.valid_from < minting.AT < read.valid_until
    assert read.is_efirma()
    assert read.der() == minting.person().cer()


def test_a_legal_person_is_read_with_its_representative() -> None:
    read = read_certificate(minting.firm().pem())
    assert (read.rfc, read.representative_rfc) == (minting.FIRM_RFC, minting.REPRESENTATIVE_RFC)
    assert read.curp == "VADA800927HSRSRL05"
    assert read.is_efirma()


def test_a_seal_is_no_efirma() -> None:
    assert not read_certificate(minting.seal().cer()).is_efirma()


def test_text_before_the_certificate_is_passed_over() -> None:
    assert read_certificate(b"subject=/CN=X\n" + minting.person().pem()).rfc == minting.PERSON_RFC


def test_an_identifier_in_bits_is_read_like_one_in_letters() -> None:
    rfc = x509.NameAttribute(NameOID.X500_UNIQUE_IDENTIFIER, minting.PERSON_RFC.encode(), _type=_ASN1Type.BitString)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "X"), rfc])
    minted = minting.mint(replace(minting.person_plan(), subject=name), minting.authority())
    assert read_certificate(minted.cer()).rfc == minting.PERSON_RFC


def test_a_certificate_of_nobody_is_refused() -> None:
    with pytest.raises(UnreadableCertificateError, match="does not say whose it is"):
        read_certificate(minting.authority().cer())


def test_a_number_that_is_not_written_in_digits_is_shown_in_hexadecimal() -> None:
    minted = minting.mint(replace(minting.person_plan(), serial=0xABCDEF01), minting.authority())
    assert read_certificate(minted.cer()).number == "abcdef01"
