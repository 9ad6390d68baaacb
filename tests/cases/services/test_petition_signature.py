import pytest

from cases.domain.petition.signing import Signature
from cases.services.petition_signature import verifier
from kernel.efirma.errors import EfirmaError, OtherPersonError, TamperedError
from tests.kernel.efirma import minting
from tests.kernel.efirma.minting import AT, FIRM_RFC, Minted

LINE = "||1.0|folio||"
VERIFY = verifier(minting.trust())


def sent(minted: Minted, line: str = LINE) -> Signature:
    return Signature(minted.cer(), minted.sign(line))


def test_a_signature_that_holds_is_kept_with_its_certificate_and_what_was_answered() -> None:
    signed = VERIFY(LINE, sent(minting.firm()), at=AT, rfcs=frozenset({FIRM_RFC}))
    assert (signed.cadena, signed.certificate) == (LINE, minting.firm().cer())
    assert (signed.certificate_number, signed.signer_rfc) == ("30001000000500000002", FIRM_RFC)
    assert (signed.signer_name, signed.revocation) == ("ESCUELA KEMPER URGATE SA DE CV", "NO_VERIFICABLE")


@pytest.mark.parametrize(
    ("signature", "rfcs", "error"),
    [
        pytest.param(sent(minting.firm(), "||otra||"), {FIRM_RFC}, TamperedError, id="another text"),
        pytest.param(sent(minting.person()), {FIRM_RFC}, OtherPersonError, id="another person"),
        pytest.param(sent(minting.firm()), set(), OtherPersonError, id="nobody may sign"),
        pytest.param(sent(minting.seal()), {FIRM_RFC}, EfirmaError, id="a seal"),
        pytest.param(sent(minting.revoked()), {minting.PERSON_RFC}, EfirmaError, id="a revoked one"),
    ],
)
def test_one_that_does_not_hold_is_refused(signature: Signature, rfcs: set[str], error: type[EfirmaError]) -> None:
    with pytest.raises(error):
        VERIFY(LINE, signature, at=AT, rfcs=frozenset(rfcs))
