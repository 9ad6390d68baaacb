from base64 import b64encode
from dataclasses import dataclass, replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from kernel.domain.cadena import Cadena
from kernel.efirma import Revocation, Trust, Verified, verify_signature
from kernel.efirma.errors import EfirmaError, UnreadableSignatureError
from kernel.efirma.signature import read_signature
from kernel.efirma.trust import trusted
from tests.kernel.efirma import minting
from tests.kernel.efirma.minting import AT, FIRM_RFC, PERSON_RFC, REPRESENTATIVE_RFC, Minted

CADENA = Cadena("F-1", AT, PERSON_RFC, "", "TRABAJO FORZOSO", "a" * 64, ("b" * 64,)).text()
ANYBODY = (PERSON_RFC, FIRM_RFC)


def verify(
    who: Minted, *, cadena: str = CADENA, signature: bytes | None = None, rfcs: tuple[str, ...] = ANYBODY
) -> Verified:
    signed = who.sign(CADENA) if signature is None else signature
    return verify_signature(cadena, who.cer(), signed, at=AT, rfcs=rfcs, trust=minting.trust())


def test_the_signature_of_a_person_holds_with_everything_to_check_it_again() -> None:
    verified = verify(minting.person())
    assert verified.certificate.number == "30001000000500000001"
    assert verified.certificate.rfc == PERSON_RFC
    assert (verified.cadena, verified.at) == (CADENA, AT)
    assert [name.rpartition("CN=")[2] for name in verified.chain] == ["A.C. de las pruebas", "Raíz de las pruebas"]
    assert verified.revocation is Revocation.NO_VERIFICABLE


def test_a_legal_person_signs_through_its_representative() -> None:
    verified = verify(minting.firm(), rfcs=(FIRM_RFC,))
    assert (verified.certificate.rfc, verified.certificate.representative_rfc) == (FIRM_RFC, REPRESENTATIVE_RFC)


def test_a_certificate_in_pem_and_a_signature_in_base64_hold_too() -> None:
    who = minting.person()
    signature = b64encode(who.sign(CADENA))
    wrapped = b"\r\n".join(signature[i : i + 64] for i in range(0, len(signature), 64)) + b"\n"
    for written in (signature, wrapped):
        assert verify_signature(CADENA, who.pem(), written, at=AT, rfcs=ANYBODY, trust=minting.trust())


@dataclass(frozen=True)
class Case:
    who: Minted
    code: str
    words: tuple[str, str]
    cadena: str = CADENA
    signature: bytes | None = None
    rfcs: tuple[str, ...] = ANYBODY


def stranger() -> Minted:
    return minting.mint(minting.person_plan())


def weak(**changes: object) -> Minted:
    return minting.mint(replace(minting.person_plan(), **changes), minting.authority())  # type: ignore[arg-type]


def cases() -> dict[str, Case]:
    person = minting.person()
    return {
        "a tampered text": Case(person, "tampered", ("cambió", "changed"), cadena=CADENA.replace("b" * 64, "c" * 64)),
        "another hash": Case(
            person, "wrong_hash", ("SHA-512", "SHA-512"), signature=person.sign(CADENA, hashes.SHA512())
        ),
        "a short hash": Case(
            person, "wrong_hash", ("SHA-224", "SHA-224"), signature=person.sign(CADENA, hashes.SHA224())
        ),
        "another key": Case(person, "other_key", ("no se hizo", "was not made"), signature=minting.firm().sign(CADENA)),
        "no signature": Case(person, "unreadable_signature", ("no es una firma", "no signature"), signature=b"hola"),
        "an empty signature": Case(person, "unreadable_signature", ("no es una firma", "no signature"), signature=b""),
        "a long signature": Case(person, "unreadable_signature", ("no es", "no signature"), signature=b"\0" * 9999),
        "expired": Case(minting.expired(), "expired", ("venció el 1 de marzo de 2026", "expired on 1 Mar 2026")),
        "not yet valid": Case(minting.coming(), "not_yet_valid", ("desde el 3 de marzo de 2026", "from 3 Mar 2026")),
        "a seal": Case(minting.seal(), "csd", ("sello digital", "digital seal")),
        "another person": Case(person, "other_person", ("no es quien presenta", "neither the filer"), rfcs=(FIRM_RFC,)),
        "nobody expected": Case(person, "other_person", ("no es quien", "neither"), rfcs=("", " ")),
        "its representative alone": Case(
            minting.firm(), "other_person", ("no es quien", "neither"), rfcs=(REPRESENTATIVE_RFC,)
        ),
        "signed by itself": Case(stranger(), "unknown_chain", ("Ninguna autoridad", "No trusted")),
        "revoked": Case(minting.revoked(), "revoked", ("está revocado", "is revoked")),
        "a short key": Case(weak(key=minting.key("short", 1024)), "weak_key", ("2048", "2048"), signature=b"\1" * 256),
        "a key that is not RSA": Case(
            weak(key=ec.generate_private_key(ec.SECP256R1())), "weak_key", ("RSA", "RSA"), signature=b"\1" * 256
        ),
    }


CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_what_does_not_hold_says_why_in_both_languages(name: str) -> None:
    case = CASES[name]
    with pytest.raises(EfirmaError) as caught:
        verify(case.who, cadena=case.cadena, signature=case.signature, rfcs=case.rfcs)
    assert caught.value.code == case.code
    assert case.words[0] in caught.value.message.es
    assert case.words[1] in caught.value.message.en


def test_each_reason_has_a_code_and_words_of_its_own() -> None:
    kinds = EfirmaError.__subclasses__()
    assert {case.code for case in CASES.values()} | {"unreadable_certificate"} == {kind.code for kind in kinds}


@pytest.mark.parametrize("data", [b"", b"hola", b"-----BEGIN CERTIFICATE-----\nxx\n", b"\x30\x82" * 50, b"0" * 99_999])
def test_what_is_no_certificate_is_refused(data: bytes) -> None:
    with pytest.raises(EfirmaError) as caught:
        verify_signature(CADENA, data, b"\1" * 256, at=AT, rfcs=ANYBODY, trust=minting.trust())
    assert caught.value.code == "unreadable_certificate"


def test_an_authority_that_may_not_issue_makes_no_chain() -> None:
    below = minting.mint(minting.person_plan("30001000000500000009"), minting.firm())
    store = trusted([minting.root().parsed, minting.authority().parsed, minting.firm().parsed])
    with pytest.raises(EfirmaError) as caught:
        verify_signature(CADENA, below.cer(), below.sign(CADENA), at=AT, rfcs=ANYBODY, trust=Trust(store))
    assert caught.value.code == "unknown_chain"


@pytest.mark.parametrize("flip", [0, 100, 255])
def test_one_bit_of_a_signature_makes_it_none_of_this_key(flip: int) -> None:
    who = minting.person()
    signature = bytearray(who.sign(CADENA))
    signature[flip] ^= 1
    with pytest.raises(EfirmaError) as caught:
        verify(who, signature=bytes(signature))
    assert caught.value.code == "other_key"


def test_a_signature_too_short_for_any_sound_key_is_unreadable() -> None:
    with pytest.raises(UnreadableSignatureError):
        read_signature(b64encode(b"\1" * 128))
