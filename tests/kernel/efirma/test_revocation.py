"""Revocation: the list, and the authority's answer asked of a real server on this machine."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import stamina
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from kernel.domain.errors import InputError
from kernel.efirma import NotAsked, Ocsp, Revocation, RevokedNumbers, read_certificate, revoked_numbers
from tests.http_server import Answer, LocalServer, local_server, reply
from tests.kernel.efirma import minting
from tests.kernel.efirma.minting import Minted

PERSON = read_certificate(minting.person().cer())
ISSUER = minting.authority().parsed
NOW = datetime.now(UTC).replace(microsecond=0)
HOUR = timedelta(hours=1)


def test_the_list_knows_the_revoked_and_vouches_for_nobody(tmp_path: Path) -> None:
    path = tmp_path / "revoked.txt"
    path.write_text(f"# revocados\n\n{PERSON.number}  # robado\n00A1\n", encoding="utf-8")
    numbers = revoked_numbers(path)
    assert numbers == {PERSON.number, "00a1"}
    assert RevokedNumbers(numbers).ask(PERSON, ISSUER) is Revocation.REVOCADO
    assert RevokedNumbers(frozenset()).ask(PERSON, ISSUER) is Revocation.NO_VERIFICABLE
    assert NotAsked().ask(PERSON, ISSUER) is Revocation.NO_VERIFICABLE


def test_a_list_with_a_line_that_is_no_number_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "revoked.txt"
    path.write_text("30001\nhola\n", encoding="utf-8")
    with pytest.raises(InputError, match="Line 2"):
        revoked_numbers(path)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with local_server() as server, stamina.set_testing(True, attempts=1):
        yield server


def helper(*, entrusted: bool) -> Minted:
    """Return somebody whom the authority gave the task of answering, or not."""
    key = minting.key("helper")
    builder = (
        x509.CertificateBuilder()
        .subject_name(minting.subject("Responde"))
        .issuer_name(ISSUER.subject)
        .public_key(key.public_key())
        .serial_number(77)
        .not_valid_before(NOW - HOUR)
        .not_valid_after(NOW + HOUR)
    )
    if entrusted:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), critical=False)
    return Minted(builder.sign(minting.authority().key, hashes.SHA256()), key)


def said(
    status: ocsp.OCSPCertStatus = ocsp.OCSPCertStatus.GOOD,
    *,
    of: Minted | None = None,
    by: Minted | None = None,
    at: datetime = NOW,
) -> bytes:
    signer = by or minting.authority()
    is_revoked = status is ocsp.OCSPCertStatus.REVOKED
    builder = (
        ocsp.OCSPResponseBuilder()
        .add_response(
            cert=(of or minting.person()).parsed,
            issuer=ISSUER,
            algorithm=hashes.SHA256(),
            cert_status=status,
            this_update=at,
            next_update=at + HOUR,
            revocation_time=at if is_revoked else None,
            revocation_reason=None,
        )
        .responder_id(ocsp.OCSPResponderEncoding.HASH, signer.parsed)
        .certificates([signer.parsed])
    )
    return builder.sign(signer.key, hashes.SHA256()).public_bytes(Encoding.DER)


class Everywhere(dict[str, Answer]):
    """One answer at every address: the address of a question is the question."""

    def get(self, key: str, default: Any = None) -> Any:
        return self["*"]


def asked(server: LocalServer, answer: bytes, status: int = 200) -> Revocation:
    server.answers = Everywhere({"*": reply(status, answer)})
    return Ocsp(f"{server.address}/ocsp/").ask(PERSON, ISSUER)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(said(), Revocation.VIGENTE, id="good"),
        pytest.param(said(ocsp.OCSPCertStatus.REVOKED), Revocation.REVOCADO, id="revoked"),
        pytest.param(said(ocsp.OCSPCertStatus.UNKNOWN), Revocation.NO_VERIFICABLE, id="unknown"),
        pytest.param(said(by=helper(entrusted=True)), Revocation.VIGENTE, id="good, by one entrusted"),
        pytest.param(said(by=helper(entrusted=False)), Revocation.NO_VERIFICABLE, id="by one who was not entrusted"),
        pytest.param(said(by=minting.firm()), Revocation.NO_VERIFICABLE, id="by somebody else"),
        pytest.param(said(of=minting.firm()), Revocation.NO_VERIFICABLE, id="on another certificate"),
        pytest.param(said(at=NOW - 3 * HOUR), Revocation.NO_VERIFICABLE, id="stale"),
        pytest.param(said(at=NOW + 3 * HOUR), Revocation.NO_VERIFICABLE, id="from the future"),
        pytest.param(b"hola", Revocation.NO_VERIFICABLE, id="no answer"),
        pytest.param(
            ocsp.OCSPResponseBuilder.build_unsuccessful(ocsp.OCSPResponseStatus.TRY_LATER).public_bytes(Encoding.DER),
            Revocation.NO_VERIFICABLE,
            id="try later",
        ),
    ],
)
def test_only_a_signed_and_fresh_answer_on_this_certificate_counts(
    server: LocalServer, answer: bytes, expected: Revocation
) -> None:
    assert asked(server, answer) is expected


def test_the_question_names_the_certificate(server: LocalServer) -> None:
    asked(server, said())
    [(path, _)] = server.requests
    assert path.startswith("/ocsp/M")
    assert "+" not in path.removeprefix("/ocsp/")


def test_an_authority_out_of_reach_makes_it_not_verifiable(server: LocalServer) -> None:
    assert asked(server, b"", status=503) is Revocation.NO_VERIFICABLE
    assert Ocsp("http://127.0.0.1:9/").ask(PERSON, ISSUER) is Revocation.NO_VERIFICABLE
