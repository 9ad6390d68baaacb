from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes

from kernel.efirma import read_certificate, trust_store
from kernel.efirma.errors import (
    AuthorityNotValidError,
    NoTrustStoreError,
    UnknownChainError,
    UnreadableCertificateError,
    WeakKeyError,
)
from kernel.efirma.trust import trusted
from tests.kernel.efirma import minting
from tests.kernel.efirma.minting import AT, ISSUING, YEAR, Minted, Plan, number, subject

PERSON = read_certificate(minting.person().cer())


def other_authority(plan_changes: dict[str, object], *, issuer: Minted | None = None) -> Minted:
    """Return an authority with the name and key of the tests', and something changed."""
    name, key = subject("A.C. de las pruebas"), minting.key("authority")
    plan = Plan(name, key, number("0" * 19 + "3"), ISSUING, (-5, 5), is_authority=True)
    return minting.mint(replace(plan, **plan_changes), issuer or minting.root())  # type: ignore[arg-type]


def test_the_chain_goes_up_to_the_root(tmp_path: Path) -> None:
    store = trust_store(minting.write_store(tmp_path))
    assert store.chain(PERSON, AT) == (minting.authority().parsed, minting.root().parsed)


def test_the_chain_ends_where_the_operators_trust_begins() -> None:
    assert trusted([minting.authority().parsed]).chain(PERSON, AT) == (minting.authority().parsed,)


def test_the_root_alone_does_not_vouch_for_an_issuer_it_does_not_show() -> None:
    with pytest.raises(UnknownChainError, match=r"A\.C\. de las pruebas"):
        trusted([minting.root().parsed]).chain(PERSON, AT)


def test_of_two_authorities_with_one_name_the_one_that_signed_is_found() -> None:
    namesake = other_authority({"key": minting.key("namesake")})
    store = trusted([namesake.parsed, minting.authority().parsed, minting.root().parsed])
    assert store.chain(PERSON, AT)[0] == minting.authority().parsed
    with pytest.raises(UnknownChainError):
        trusted([namesake.parsed, minting.root().parsed]).chain(PERSON, AT)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        pytest.param({"is_authority": False}, UnknownChainError, id="no authority"),
        pytest.param({"uses": ("digital_signature",)}, UnknownChainError, id="a key that is not for issuing"),
        pytest.param({"years": (-5, -1)}, AuthorityNotValidError, id="expired"),
        pytest.param({"years": (1, 5)}, AuthorityNotValidError, id="not yet valid"),
        pytest.param({"algorithm": hashes.SHA224()}, WeakKeyError, id="signed over a short hash"),
    ],
)
def test_an_authority_that_does_not_count_is_refused(changes: dict[str, object], error: type[Exception]) -> None:
    store = trusted([other_authority(changes).parsed, minting.root().parsed])
    with pytest.raises(error):
        store.chain(PERSON, AT)


def test_an_authority_may_have_no_more_below_it_than_it_says() -> None:
    shallow = Plan(subject("Baja"), minting.key("root"), 7, ISSUING, (-9, 9), is_authority=True, path_length=0)
    top = minting.mint(shallow)
    below = other_authority({}, issuer=top)
    with pytest.raises(UnknownChainError):
        trusted([top.parsed, below.parsed]).chain(PERSON, AT)


def test_authorities_that_vouch_for_each_other_make_no_end() -> None:
    ring = [
        minting.mint(Plan(subject(name), minting.key(name), 9, ISSUING, (-9, 9), is_authority=True))
        for name in ("Uno", "Dos")
    ]
    one = minting.mint(Plan(subject("Uno"), minting.key("Uno"), 10, ISSUING, (-9, 9), is_authority=True), ring[1])
    two = minting.mint(Plan(subject("Dos"), minting.key("Dos"), 11, ISSUING, (-9, 9), is_authority=True), ring[0])
    holder = minting.mint(minting.person_plan(), one)
    with pytest.raises(UnknownChainError):
        trusted([one.parsed, two.parsed]).chain(read_certificate(holder.cer()), AT)


def test_a_moment_beyond_the_root_is_beyond_the_chain() -> None:
    with pytest.raises(AuthorityNotValidError):
        minting.store().chain(PERSON, AT + 20 * YEAR)


def test_an_empty_folder_or_a_broken_file_is_no_trust(tmp_path: Path) -> None:
    with pytest.raises(NoTrustStoreError, match="no certificates"):
        trust_store(tmp_path / "gone")
    (tmp_path / "x.cer").write_bytes(b"hola")
    with pytest.raises(UnreadableCertificateError):
        trust_store(tmp_path)
